/**
 * The answer of a method of the contract that depends on private notes: asked for again when notes change in any
 * window. It is to be used inside a VaultGate: what was answered goes with what shows it.
 *
 *     const { answer, failure, retry } = useNoteAnswer('listNotes', { about: ref });
 */
import type { Input, Method, WorkbenchEvent } from '../../shared/contract.ts';
import { onConnection, onEvent } from '../api.ts';
import { type Answer, useAnswer } from '../use-answer.ts';

export function useNoteAnswer<M extends Method>(method: M, input: Input<M> | null): Answer<M> {
  return useAnswer(method, input, followNotes);
}

/** Has `ask` called after each of the events, and after the workbench was out of reach. */
export function following(events: readonly WorkbenchEvent['event'][]): (ask: () => void) => () => void {
  return (ask) => {
    const stops = [
      onEvent(({ event }) => {
        if (events.includes(event)) ask();
      }),
      onConnection((isConnected) => {
        if (isConnected) ask();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };
}

const followNotes = following(['notesEdited']);
