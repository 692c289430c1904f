/**
 * The objects that a note or a thesis is about: each leads to its place, can be taken away, and others are found by
 * searching for them.
 *
 *     <AboutObjects about={draft.about} most={20} onChange={(about) => change({ about })} />
 */
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Hit } from '../../shared/fact-methods.ts';
import { objectRef, parseObjectRef } from '../../shared/object-ref.ts';
import { useLocalText, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './notes.module.css';
import { notesTexts } from './notes-texts.ts';
import { openObject } from './open-object.ts';
import { useNoteAnswer } from './use-note-answer.ts';

const PAUSE_MS = 90;
const FOUND = 12;

type AboutObjectsProps = {
  /** References, each once. */
  about: readonly string[];
  /** How many it takes. */
  most: number;
  /** Of which kinds more are searched for; of all where left out. A constant. */
  kinds?: Hit['kind'][];
  onChange: (about: string[]) => void;
};

export function AboutObjects({ about, most, kinds, onChange }: AboutObjectsProps) {
  const t = useTexts(notesTexts);
  const titleOf = useObjectTitles(about);
  return (
    <>
      {about.map((ref) => (
        <span key={ref} className={classes.chip}>
          <ObjectButton objectRef={ref} title={titleOf(ref)} />
          <ActionIcon
            size={18}
            aria-label={t('removeAbout', { title: titleOf(ref) })}
            onClick={() => onChange(about.filter((each) => each !== ref))}
          >
            <Icon name="close" size={10} />
          </ActionIcon>
        </span>
      ))}
      {about.length < most && (
        <AddAbout kinds={kinds} onAdded={(ref) => onChange([...about.filter((each) => each !== ref), ref])} />
      )}
    </>
  );
}

/** What each of the references is called: the reference itself until that is known. */
export function useObjectTitles(refs: readonly string[]): (ref: string) => string {
  const local = useLocalText();
  const { answer } = useNoteAnswer('describeObjects', refs.length === 0 ? null : { refs: [...refs] });
  return (ref) => {
    const title = answer?.find((object) => object.ref === ref)?.title;
    return (title && local(title)) || ref;
  };
}

/** Leads to the object. */
export function ObjectButton({ objectRef: ref, title }: { objectRef: string; title: string }) {
  const t = useTexts(notesTexts);
  return (
    <button
      type="button"
      className={classes.link}
      title={t(`kind-${parseObjectRef(ref)?.kind ?? 'note'}`)}
      onClick={() => openObject(ref)}
    >
      {title}
    </button>
  );
}

function AddAbout({ kinds, onAdded }: { kinds?: Hit['kind'][]; onAdded: (ref: string) => void }) {
  const t = useTexts(notesTexts);
  const local = useLocalText();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { answer } = useNoteAnswer('search', text === '' ? null : { text, kinds, limit: FOUND });
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
      <Popover.Dropdown
        className={classes.finder}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Not the pane or form that it stands in.
          event.stopPropagation();
          setOpen(false);
        }}
      >
        <TextInput
          data-autofocus
          value={typed}
          placeholder={t('findObject')}
          aria-label={t('findObject')}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = answer?.hits ?? [];
            const isTaken = event.key === 'Enter' && !event.nativeEvent.isComposing;
            if (isTaken && first !== undefined) add(objectRef(first.kind, first.id));
          }}
        />
        {answer?.hits.map(({ kind, id, title, detail }) => (
          <button
            key={`${kind} ${id}`}
            type="button"
            className={classes.found}
            onClick={() => add(objectRef(kind, id))}
          >
            <span className={classes.faint}>{t(`kind-${kind}`)}</span> {local(title) || id}{' '}
            <span className={classes.faint}>{local(detail)}</span>
          </button>
        ))}
        {text !== '' && answer?.hits.length === 0 && <p className={classes.faint}>{t('noObject', { text })}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
