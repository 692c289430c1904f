/** Private notes among what a search finds, while the vault is open; none while it is not. */
import type { NoteHit } from '../../shared/note-methods.ts';
import { call } from '../api.ts';
import { useVault } from '../vault/vault-store.ts';
import { useNoteAnswer } from './use-note-answer.ts';

const NO_NOTES: readonly NoteHit[] = [];

export async function findNotes(text: string, limit: number): Promise<readonly NoteHit[]> {
  if (useVault.getState().status?.state !== 'open') return NO_NOTES;
  return (await call('searchNotes', { text, limit })).hits;
}

export function useFoundNotes(text: string, limit: number): readonly NoteHit[] {
  const isOpen = useVault(({ status }) => status?.state === 'open');
  const { answer } = useNoteAnswer('searchNotes', isOpen && text.trim() !== '' ? { text, limit } : null);
  return isOpen ? (answer?.hits ?? NO_NOTES) : NO_NOTES;
}
