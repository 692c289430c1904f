/**
 * The answer of a method of the contract that depends on private notes: asked for at first, when the input changes,
 * when notes change in any window, and when the vault opens. It is dropped when the vault locks.
 *
 *     const { answer, failure, retry } = useNoteAnswer('listNotes', { about: ref });
 *
 * A null input asks nothing. The answer before stays until the next one is there.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Method, Output, WorkbenchEvent } from '../../shared/contract.ts';
import { call, onConnection, onEvent } from '../api.ts';

export type NoteAnswer<M extends Method> = {
  answer: Output<M> | undefined;
  /** False while the answer is still of another input. */
  isCurrent: boolean;
  /** What the last call threw; null where it answered. */
  failure: unknown;
  retry: () => void;
};

type Known<M extends Method> = { question: string; answer?: Output<M>; failure: unknown };

const ON_NOTES: readonly WorkbenchEvent['event'][] = ['notesEdited', 'vaultOpened'];

/** `on` are the events after which it is asked for again; give a constant. */
export function useNoteAnswer<M extends Method>(method: M, input: Input<M> | null, on = ON_NOTES): NoteAnswer<M> {
  const [known, setKnown] = useState<Known<M> | null>(null);
  const askAgain = useRef(() => {});
  const question = input === null ? null : JSON.stringify(input);

  useEffect(() => {
    if (question === null) {
      setKnown(null);
      return;
    }
    let lastAsked = 0;
    const ask = () => {
      lastAsked += 1;
      const asked = lastAsked;
      call<M>(method, JSON.parse(question)).then(
        (answer) => asked === lastAsked && setKnown({ question, answer, failure: null }),
        (failure) => asked === lastAsked && setKnown((before) => ({ ...before, question, failure })),
      );
    };
    askAgain.current = ask;
    ask();
    const stops = [
      onEvent(({ event }) => {
        if (event === 'vaultLocked') {
          lastAsked += 1;
          setKnown(null);
        } else if (on.includes(event)) ask();
      }),
      onConnection((isConnected) => {
        if (isConnected) ask();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      lastAsked = -1;
    };
  }, [method, question, on]);

  return {
    answer: known?.answer,
    isCurrent: question === null || known?.question === question,
    failure: known?.failure ?? null,
    retry: useCallback(() => askAgain.current(), []),
  };
}
