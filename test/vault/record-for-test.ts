/** Records for tests of the vault. */
import { randomUUID } from 'node:crypto';
import type { Note, NoteVersion } from '../../shared/notes.ts';

export function noteOf(text: string, fields: Partial<Note> = {}): Note {
  return {
    id: randomUUID(),
    title: text.slice(0, 20),
    text,
    about: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    deletedAt: null,
    revision: 1,
    versions: [],
    images: [],
    ...fields,
  };
}

export function versionOf(note: Note, text: string): NoteVersion {
  return { id: randomUUID(), noteId: note.id, text, about: [], at: '2025-12-31T00:00:00.000Z' };
}
