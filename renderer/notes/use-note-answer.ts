/**
 * The answer of a method of the contract that depends on private notes: asked for again when notes change in any
 * window. It is to be used inside a VaultGate: what was answered goes with what shows it.
 *
 *     const { answer, failure, retry } = useNoteAnswer('listNotes', { about: ref });
 */
import type { Input, Method } from '../../shared/contract.ts';
import { following } from '../follow.ts';
import { type Answer, useAnswer } from '../use-answer.ts';

export function useNoteAnswer<M extends Method>(method: M, input: Input<M> | null): Answer<M> {
  return useAnswer(method, input, followNotes);
}

const followNotes = following('notesEdited');
