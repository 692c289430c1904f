/** Notes as lists show them, and where one is found or missed. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { excerptOf } from '../../shared/note-text.ts';
import type { Note, NoteHead } from '../../shared/notes.ts';
import type { Vault } from '../vault/vault.ts';

/** A changed note is another object: what was made of one stays true. */
const heads = new WeakMap<Note, NoteHead>();

export function headOf(note: Note): NoteHead {
  const known = heads.get(note);
  if (known !== undefined) return known;
  const { text, versions: _versions, images: _images, ...rest } = note;
  const head = { ...rest, excerpt: excerptOf(text), length: text.length };
  heads.set(note, head);
  return head;
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
