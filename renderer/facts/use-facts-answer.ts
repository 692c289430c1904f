/**
 * The answer of a method of the contract that depends on facts: asked for at first, when the input
 * changes, and whenever facts are edited. The answer before stays until the next one is there.
 *
 *     const { answer, failure, retry } = useFactsAnswer('getExhibit', { exhibitId });
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { call } from '../api.ts';
import { useFacts } from './facts-store.ts';

export type FactsAnswer<M extends Method> = {
  /** Of the input as it is now, or as it was before; undefined until there is one. */
  answer: Output<M> | undefined;
  /** False while the answer is still of another input. */
  isCurrent: boolean;
  /** What the last call threw; null where it answered. */
  failure: unknown;
  retry: () => void;
};

type Known<M extends Method> = { question: string; answer?: Output<M>; failure: unknown };

export function useFactsAnswer<M extends Method>(method: M, input: Input<M>): FactsAnswer<M> {
  const [known, setKnown] = useState<Known<M> | null>(null);
  const askAgain = useRef(() => {});
  const question = JSON.stringify(input);

  useEffect(() => {
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
    const stop = useFacts.subscribe((now, before) => {
      if (now.version !== before.version) ask();
    });
    return () => {
      stop();
      lastAsked = -1;
    };
  }, [method, question]);

  return {
    answer: known?.answer,
    isCurrent: known?.question === question,
    failure: known?.failure ?? null,
    retry: useCallback(() => askAgain.current(), []),
  };
}
