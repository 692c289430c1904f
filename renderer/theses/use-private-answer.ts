/**
 * The answer of a method of the contract, asked for again after certain events, and dropped when the vault locks.
 *
 *     const { answer, failure, retry } = usePrivateAnswer('listTheses', { about: ref }, ON_THESES);
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Method, Output, WorkbenchEvent } from '../../shared/contract.ts';
import { call, onConnection, onEvent } from '../api.ts';

export type PrivateAnswer<M extends Method> = { answer: Output<M> | undefined; failure: unknown; retry: () => void };

type Known<M extends Method> = { answer?: Output<M>; failure: unknown };
type EventName = WorkbenchEvent['event'];

/** Data that a condition takes change what it gives now. */
export const ON_THESES: readonly EventName[] = ['thesesEdited', 'vaultOpened', 'factsEdited', 'seriesEdited'];
export const ON_RISKS: readonly EventName[] = ['risksEdited', 'vaultOpened', 'factsEdited'];
export const ON_CALENDAR: readonly EventName[] = [
  'chartsEdited',
  'factsEdited',
  'ratingsEdited',
  'thesesEdited',
  'vaultOpened',
];

/** `on` is a constant. What the vault's locking leaves of it is asked for again where `isPublicToo`. */
export function usePrivateAnswer<M extends Method>(
  method: M,
  input: Input<M>,
  on: readonly EventName[],
  isPublicToo = false,
): PrivateAnswer<M> {
  const [known, setKnown] = useState<Known<M>>({ failure: null });
  const askAgain = useRef(() => {});
  const question = JSON.stringify(input);

  useEffect(() => {
    let lastAsked = 0;
    const ask = () => {
      lastAsked += 1;
      const asked = lastAsked;
      call<M>(method, JSON.parse(question)).then(
        (answer) => asked === lastAsked && setKnown({ answer, failure: null }),
        (failure) => asked === lastAsked && setKnown((before) => ({ ...before, failure })),
      );
    };
    askAgain.current = ask;
    ask();
    const stops = [
      onEvent(({ event }) => {
        if (event === 'vaultLocked') {
          lastAsked += 1;
          setKnown({ failure: null });
          if (isPublicToo) ask();
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
  }, [method, question, on, isPublicToo]);

  return { ...known, answer: known.answer, retry: useCallback(() => askAgain.current(), []) };
}
