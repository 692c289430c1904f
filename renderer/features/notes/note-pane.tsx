/** One note: written, read beside its text, with what it is about, what links to it, and its history. */
import { ActionIcon, Button, Loader, Menu, SegmentedControl } from '@mantine/core';
import { useDeferredValue, useEffect, useState } from 'react';
import { titleOf } from '../../../shared/note-text.ts';
import { CallError, call } from '../../api.ts';
import { showNote } from '../../notes/new-note.ts';
import {
  type Draft,
  divideDraft,
  dropDraft,
  editDraft,
  insistOnDraft,
  openDraft,
  saveDraft,
  useDrafts,
} from '../../notes/note-drafts.ts';
import { NoteEditor } from '../../notes/note-editor.tsx';
import { NoteView, SHOWN_UP_TO } from '../../notes/note-view.tsx';
import classes from '../../notes/notes.module.css';
import { NoteLinks } from '../../notes/notes-section.tsx';
import { notesTexts } from '../../notes/notes-texts.ts';
import { useNoteAnswer } from '../../notes/use-note-answer.ts';
import { failureText, showFailure, showNotice, showUndoable } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { AboutRow } from './about-row.tsx';
import { HistoryPane } from './history-pane.tsx';
import screen from './notes-screen.module.css';
import { screenTexts } from './screen-texts.ts';

const MODES = ['write', 'both', 'read'] as const;
type Mode = (typeof MODES)[number];
const MODE_KEY = 'plumbline.notes.mode';

type NotePaneProps = { noteId: string; onGone: () => void };

export function NotePane({ noteId, onGone }: NotePaneProps) {
  const draft = useDrafts(({ drafts }) => drafts.get(noteId));
  const loading = useDrafts((state) => state.loading.get(noteId));
  const isThere = draft !== undefined;
  useEffect(() => {
    if (!isThere) void openDraft(noteId);
  }, [noteId, isThere]);
  if (draft !== undefined) return <Written draft={draft} onGone={onGone} />;
  return <NotThere noteId={noteId} failure={loading?.failure ?? null} onGone={onGone} />;
}

function NotThere({ noteId, failure, onGone }: NotePaneProps & { failure: unknown }) {
  const t = useTexts(screenTexts);
  const n = useTexts(notesTexts);
  if (failure === null) {
    return (
      <div className={screen.nothing} role="status" aria-label={n('loading')}>
        <Loader size="sm" />
      </div>
    );
  }
  const isGone = failure instanceof CallError && ['not-found', 'invalid-input'].includes(failure.code);
  return (
    <div className={screen.nothing} role="alert">
      <p>{isGone ? t('gone') : failureText(failure)}</p>
      <Button variant="default" onClick={() => (isGone ? onGone() : void openDraft(noteId))}>
        {isGone ? t('close') : n('retry')}
      </Button>
    </div>
  );
}

function Written({ draft, onGone }: { draft: Draft; onGone: () => void }) {
  const t = useTexts(screenTexts);
  const { noteId, text, deletedAt } = draft;
  const [chosen, setMode] = useState<Mode>(
    () => MODES.find((mode) => mode === localStorage.getItem(MODE_KEY)) ?? 'both',
  );
  const [hasHistory, setHistory] = useState(false);
  const shown = useDeferredValue(text);
  const mode = deletedAt === null ? chosen : 'read';
  const choose = (value: string) => {
    const wanted = MODES.find((each) => each === value) ?? 'both';
    setMode(wanted);
    localStorage.setItem(MODE_KEY, wanted);
  };
  const tools = (
    <>
      <SaveState draft={draft} />
      <SegmentedControl
        size="xs"
        aria-label={t('modes')}
        value={mode}
        onChange={choose}
        data={MODES.map((value) => ({ value, label: t(`mode-${value}`) }))}
      />
      <ActionIcon
        aria-label={t('history')}
        title={t('history')}
        aria-pressed={hasHistory}
        onClick={() => setHistory(!hasHistory)}
      >
        <Icon name="history" />
      </ActionIcon>
      <NoteMenu draft={draft} onGone={onGone} />
    </>
  );
  return (
    <article className={screen.pane} aria-label={titleOf(text)}>
      {deletedAt === null ? <AboutRow draft={draft}>{tools}</AboutRow> : <InTrash draft={draft} />}
      <Refused draft={draft} />
      <div className={screen.parts}>
        {mode !== 'read' && <NoteEditor draft={draft} autoFocus={draft.revision === 0} />}
        {(mode === 'read' || (mode === 'both' && !hasHistory)) && (
          <section className={screen.preview} aria-label={t('preview')}>
            <Preview noteId={noteId} text={shown} isFixed={deletedAt !== null} />
            <Backlinks noteId={noteId} />
          </section>
        )}
        {hasHistory && <HistoryPane draft={draft} onClose={() => setHistory(false)} />}
      </div>
    </article>
  );
}

function Preview({ noteId, text, isFixed }: { noteId: string; text: string; isFixed: boolean }) {
  const n = useTexts(notesTexts);
  if (text.length > SHOWN_UP_TO) {
    return <p className={classes.faint}>{n('tooLongToShow', { most: SHOWN_UP_TO.toLocaleString('en-US') })}</p>;
  }
  return <NoteView text={text} onTick={isFixed ? undefined : (ticked) => editDraft(noteId, { text: ticked })} />;
}

function SaveState({ draft: { state, text } }: { draft: Draft }) {
  const n = useTexts(notesTexts);
  return (
    <>
      <span className={classes.state}>{n('characters', { count: text.length.toLocaleString('en-US') })}</span>
      <span className={classes.state} role="status" data-state={state}>
        {n(state)}
      </span>
    </>
  );
}

/** What keeps the text from being saved, and the ways out; none of them loses one of the texts. */
function Refused({ draft: { noteId, state, failure } }: { draft: Draft }) {
  const n = useTexts(notesTexts);
  if (state !== 'conflict' && state !== 'failed') return null;
  const divide = async () => {
    const other = await divideDraft(noteId);
    if (other !== null) showNote(other);
  };
  return (
    <div className={classes.refused} role="alert">
      <p>{failureText(failure)}</p>
      {state === 'conflict' ? (
        <Button size="compact-xs" variant="default" onClick={() => insistOnDraft(noteId).catch(showFailure)}>
          {n('keepMine')}
        </Button>
      ) : (
        <Button size="compact-xs" variant="default" onClick={() => void saveDraft(noteId)}>
          {n('saveAgain')}
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={() => void divide()}>
        {n('saveAsNew')}
      </Button>
    </div>
  );
}

function InTrash({ draft: { noteId, text } }: { draft: Draft }) {
  const t = useTexts(screenTexts);
  const n = useTexts(notesTexts);
  const restore = async () => {
    await call('restoreNotes', { noteIds: [noteId] });
    dropDraft(noteId);
    showNote(noteId);
    showNotice(screenTexts.restored, { title: titleOf(text) || n('untitled') });
  };
  return (
    <div className={classes.refused} role="status">
      <p>{t('isInTrash')}</p>
      <Button size="compact-xs" onClick={() => restore().catch(showFailure)}>
        {t('restore')}
      </Button>
    </div>
  );
}

function NoteMenu({ draft: { noteId, text, revision }, onGone }: { draft: Draft; onGone: () => void }) {
  const t = useTexts(screenTexts);
  const n = useTexts(notesTexts);
  const remove = async () => {
    await saveDraft(noteId);
    if (revision > 0) {
      await call('deleteNotes', { noteIds: [noteId] });
      showUndoable(screenTexts.deleted, { title: titleOf(text) || n('untitled') }, () => {
        call('restoreNotes', { noteIds: [noteId] }).catch(showFailure);
      });
    }
    dropDraft(noteId);
    onGone();
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('more')} title={t('more')}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="trash" size={14} />} onClick={() => remove().catch(showFailure)}>
          {t('delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Backlinks({ noteId }: { noteId: string }) {
  const t = useTexts(screenTexts);
  const { answer } = useNoteAnswer('listBacklinks', { ref: `note:${noteId}` });
  const others = answer?.filter(({ id }) => id !== noteId) ?? [];
  if (others.length === 0) return null;
  return (
    <footer className={screen.backlinks}>
      <h2 className={classes.subheading}>{t('backlinks')}</h2>
      <NoteLinks label={t('backlinks')} notes={others} />
    </footer>
  );
}
