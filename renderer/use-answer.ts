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

export type Answer<M extends Method> = {
  answer: Output<M> | undefined;
  /** Whether the answer is one to the input as it is, not to the one before; true where nothing is asked. */
  isCurrent: boolean;
  /** What the last call threw; null where it answered. */
  failure: unknown;
  retry: () => void;
};

type Known<M extends Method> = { answer?: Output<M>; answered?: string; failure: unknown };

/** Of so long ago an answer may be another by now. */
const AHEAD_MS = 1000;
let ahead: { question: string; answer: Promise<unknown> } | null = null;

/** Asks before what shows the answer is rendered: the next one who asks the same takes this answer. */
export function askAhead<M extends Method>(method: M, input: Input<M>): void {
  const asked = { question: `${method} ${JSON.stringify(input)}`, answer: call(method, input) };
  // What it threw is told to who takes it.
  asked.answer.catch(() => {});
  ahead = asked;
  setTimeout(() => {
    if (ahead === asked) ahead = null;
  }, AHEAD_MS);
}

function takeAhead<M extends Method>(method: M, question: string): Promise<Output<M>> | null {
  if (ahead?.question !== `${method} ${question}`) return null;
  const { answer } = ahead;
  ahead = null;
  return answer as Promise<Output<M>>;
}

/** @param follow a constant function that has `ask` called after every edit, and returns how to stop that */
export function useAnswer<M extends Method>(
  method: M,
  input: Input<M> | null,
  follow: (ask: () => void) => () => void,
): Answer<M> {
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
    const ask = () => take(call<M>(method, JSON.parse(question)));
    askAgain.current = ask;
    take(takeAhead(method, question) ?? call<M>(method, JSON.parse(question)));
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
