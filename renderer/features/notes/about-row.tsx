/** What a note is about: objects of any kind, added by searching for them. */
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { objectRef, parseObjectRef } from '../../../shared/object-ref.ts';
import { type Draft, editDraft } from '../../notes/note-drafts.ts';
import shared from '../../notes/notes.module.css';
import { notesTexts } from '../../notes/notes-texts.ts';
import { openObject } from '../../notes/open-object.ts';
import { useNoteAnswer } from '../../notes/use-note-answer.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './notes-screen.module.css';
import { screenTexts } from './screen-texts.ts';

const PAUSE_MS = 90;
const FOUND = 12;

/** `children` stand at the right. */
export function AboutRow({ draft: { noteId, about }, children }: { draft: Draft; children: ReactNode }) {
  const t = useTexts(screenTexts);
  const n = useTexts(notesTexts);
  const local = useLocalText();
  const { answer } = useNoteAnswer('describeObjects', about.length === 0 ? null : { refs: [...about] });
  const titleOf = (ref: string) => {
    const title = answer?.find((object) => object.ref === ref)?.title;
    return (title && local(title)) || ref;
  };
  return (
    <div className={classes.about}>
      <span className={classes.faint}>{t('about')}</span>
      {about.map((ref) => (
        <span key={ref} className={classes.chip}>
          <button
            type="button"
            className={shared.link}
            title={n(`kind-${parseObjectRef(ref)?.kind ?? 'note'}`)}
            onClick={() => openObject(ref)}
          >
            {titleOf(ref)}
          </button>
          <ActionIcon
            size={18}
            aria-label={t('removeAbout', { title: titleOf(ref) })}
            onClick={() => editDraft(noteId, { about: about.filter((each) => each !== ref) })}
          >
            <Icon name="close" size={10} />
          </ActionIcon>
        </span>
      ))}
      <AddAbout onAdded={(ref) => editDraft(noteId, { about: [...about.filter((each) => each !== ref), ref] })} />
      <span className={classes.space} />
      {children}
    </div>
  );
}

function AddAbout({ onAdded }: { onAdded: (ref: string) => void }) {
  const t = useTexts(screenTexts);
  const n = useTexts(notesTexts);
  const local = useLocalText();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { answer } = useNoteAnswer('search', text === '' ? null : { text, limit: FOUND });
  const add = (ref: string) => {
    setOpen(false);
    setTyped('');
    onAdded(ref);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={20} aria-label={t('addAbout')} title={t('addAbout')} onClick={() => setOpen(!isOpen)}>
          <Icon name="plus" size={12} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.finder}>
        <TextInput
          data-autofocus
          value={typed}
          placeholder={t('findObject')}
          aria-label={t('findObject')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {answer?.hits.map(({ kind, id, title, detail }) => (
          <button
            key={`${kind} ${id}`}
            type="button"
            className={classes.found}
            onClick={() => add(objectRef(kind, id))}
          >
            <span className={classes.faint}>{n(`kind-${kind}`)}</span> {local(title) || id}{' '}
            <span className={classes.faint}>{local(detail)}</span>
          </button>
        ))}
        {text !== '' && answer?.hits.length === 0 && <p className={classes.faint}>{t('nothingFound', { text })}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
