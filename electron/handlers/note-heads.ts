/** Notes as lists show them, and where one is found or missed. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { excerptOf } from '../../shared/note-text.ts';
import type { Note, NoteHead } from '../../shared/notes.ts';
import type { Vault } from '../vault/vault.ts';

export function headOf({ text, versions: _versions, images: _images, ...head }: Note): NoteHead {
  return { ...head, excerpt: excerptOf(text), length: text.length };
}

/** The one changed last first. */
export function headsOf(notes: readonly Note[]): NoteHead[] {
  return notes
    .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
    .map((note) => headOf(note));
}

/** Throws AppError 'not-found'. */
export function getNote(vault: Vault, noteId: string): Note {
  const note = vault.find('note', noteId);
  if (note === undefined) throw new AppError('not-found', message('note.notFound'));
  return note;
}

/** Throws AppError 'edited-elsewhere' where the note is not as its editor knows it, 'invalid-value' where it lies in the trash. */
export function checkEditable({ revision, deletedAt }: Note, known: number): void {
  if (deletedAt !== null) throw new AppError('invalid-value', message('note.inTrash'));
  if (revision !== known) throw new AppError('edited-elsewhere', message('note.editedElsewhere'), { revision });
}
