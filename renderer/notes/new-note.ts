/** The way to a new note from wherever the user is. */
import { goTo } from '../shell/routes.ts';
import { beginNote } from './note-drafts.ts';

/** Begins a note about `about` and shows it; it is saved with its first word. */
export function startNote(about: readonly string[] = [], text = ''): void {
  showNote(beginNote({ text, about }));
}

export function showNote(noteId: string): void {
  goTo({ screen: 'notes', query: new URLSearchParams({ note: noteId }).toString() });
}
