/**
 * Notes about an object and those that mention it, for its page or the panel beside it. It is private: where the
 * vault is locked, it offers to unlock it.
 *
 *     <NotesSection objectRef="security:688111.SH" />
 */
import { Button } from '@mantine/core';
import type { NoteHead } from '../../shared/notes.ts';
import { parseObjectRef } from '../../shared/object-ref.ts';
import { useTexts } from '../texts.ts';
import { FailedLine } from '../ui/failed.tsx';
import { Icon } from '../ui/icon.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { VaultGate } from '../vault/vault-gate.tsx';
import { showNote, startNote } from './new-note.ts';
import classes from './notes.module.css';
import { notesTexts } from './notes-texts.ts';
import { useNoteAnswer } from './use-note-answer.ts';

type NotesSectionProps = {
  objectRef: string;
  /** What the object is part of: notes about that are shown as well. */
  within?: string;
};

export function NotesSection({ objectRef, within }: NotesSectionProps) {
  return (
    <VaultGate isCompact>
      <NotesOf objectRef={objectRef} />
      {within !== undefined && <NotesOf objectRef={within} />}
    </VaultGate>
  );
}

function NotesOf({ objectRef }: { objectRef: string }) {
  const t = useTexts(notesTexts);
  const about = useNoteAnswer('listNotes', { about: objectRef });
  const linking = useNoteAnswer('listBacklinks', { ref: objectRef });
  const failure = about.failure ?? linking.failure;
  if (failure !== null) {
    return <FailedLine failure={failure} onRetry={about.retry} />;
  }
  const own = new Set(about.answer?.map(({ id }) => id));
  const others = linking.answer?.filter(({ id }) => !own.has(id)) ?? [];
  return (
    <div className={classes.section}>
      <NoteLinks label={t('notesAbout')} notes={about.answer ?? []} />
      {others.length > 0 && (
        <>
          <h3 className={classes.subheading}>{t('linkedFrom')}</h3>
          <NoteLinks label={t('linkedFrom')} notes={others} />
        </>
      )}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => startNote([objectRef])}
      >
        {t(`about-${parseObjectRef(objectRef)?.kind ?? 'note'}`)}
      </Button>
    </div>
  );
}

/** Titles of notes that lead to them. */
export function NoteLinks({ label, notes }: { label: string; notes: readonly NoteHead[] }) {
  const t = useTexts(notesTexts);
  if (notes.length === 0) return null;
  return (
    <ul className={classes.links} aria-label={label}>
      {notes.map(({ id, title, excerpt, updatedAt }) => (
        <li key={id}>
          <button type="button" className={classes.noteLink} title={excerpt} onClick={() => showNote(id)}>
            <span className={classes.noteTitle}>{title || t('untitled')}</span>
            <span className={classes.faint}>
              <RelativeTime iso={updatedAt} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
