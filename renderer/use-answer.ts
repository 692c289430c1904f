/**
 * The answer of a method of the contract: asked for at first, when the input changes, and whenever `follow` says so.
 *
 *     const { answer, failure, retry } = useAnswer('listViews', {}, followEdits);
 *
 * A null input asks nothing. The answer before stays until the next one is there.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Method, Output } from '../shared/contract.ts';
import { call } from './api.ts';
import { takeAhead } from './ask-ahead.ts';
import type { Follow } from './follow.ts';

export type Answer<M extends Method> = {
  answer: Output<M> | undefined;
  /** Whether the answer is one to the input as it is, not to the one before; true where nothing is asked. */
  isCurrent: boolean;
  /** What the last call threw; null where it answered. */
  failure: unknown;
  retry: () => void;
};

type Known<M extends Method> = { answer?: Output<M>; answered?: string; failure: unknown };

/** `follow` is to be a constant. */
export function useAnswer<M extends Method>(method: M, input: Input<M> | null, follow: Follow): Answer<M> {
  const [known, setKnown] = useState<Known<M> | null>(null);
  const askAgain = useRef(() => {});
  const question = input === null ? null : JSON.stringify(input);

  useEffect(() => {
    if (question === null) {
      setKnown(null);
      return;
    }
    let lastAsked = 0;
    const take = (asking: Promise<Output<M>>) => {
      lastAsked += 1;
      const asked = lastAsked;
      asking.then(
        (answer) => asked === lastAsked && setKnown({ answer, answered: question, failure: null }),
        (failure) => asked === lastAsked && setKnown((before) => ({ ...before, failure })),
      );
    };
    const asked: Input<M> = JSON.parse(question);
    const ask = () => take(call<M>(method, asked));
    askAgain.current = ask;
    take(takeAhead(method, asked) ?? call<M>(method, asked));
    const stop = follow(ask);
    return () => {
      stop();
      lastAsked = -1;
    };
  }, [method, question, follow]);

  return {
    answer: known?.answer,
    isCurrent: question === null || known?.answered === question,
    failure: known?.failure ?? null,
    retry: useCallback(() => askAgain.current(), []),
  };
}
