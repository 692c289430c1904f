/**
 * The answer of a method of the contract that depends on series, events or views: asked for at first, when
 * the input changes, and whenever these or the facts below them are edited, here or elsewhere.
 *
 *     const { answer, failure, retry } = useSeriesAnswer('listViews', {});
 *
 * A null input asks nothing. The answer before stays until the next one is there.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { call, onConnection, onEvent } from '../api.ts';
import { useFacts } from '../facts/facts-store.ts';

export type SeriesAnswer<M extends Method> = {
  answer: Output<M> | undefined;
  /** Whether the answer is one to the input as it is, not to the one before; true where nothing is asked. */
  isCurrent: boolean;
  /** What the last call threw; null where it answered. */
  failure: unknown;
  retry: () => void;
};

type Known<M extends Method> = { answer?: Output<M>; answered?: string; failure: unknown };

const useEdits = create<{ count: number }>(() => ({ count: 0 }));

/** To be called after an own edit of events or views: the workbench tells it to the others only. */
export function seriesWereEdited(): void {
  useEdits.setState(({ count }) => ({ count: count + 1 }));
}

/** Hears what changes series, as long as a screen of charts is shown; returns how to stop. */
export function followSeries(): () => void {
  const stops = [
    onEvent(({ event }) => {
      if (event === 'seriesEdited' || event === 'chartsEdited') seriesWereEdited();
    }),
    onConnection((isConnected) => {
      if (isConnected) seriesWereEdited();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

export function useSeriesAnswer<M extends Method>(method: M, input: Input<M> | null): SeriesAnswer<M> {
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
        (answer) => asked === lastAsked && setKnown({ answer, answered: question, failure: null }),
        (failure) => asked === lastAsked && setKnown((before) => ({ ...before, failure })),
      );
    };
    askAgain.current = ask;
    ask();
    const stops = [
      useEdits.subscribe(ask),
      useFacts.subscribe((now, before) => {
        if (now.version !== before.version) ask();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      lastAsked = -1;
    };
  }, [method, question]);

  return {
    answer: known?.answer,
    isCurrent: question === null || known?.answered === question,
    failure: known?.failure ?? null,
    retry: useCallback(() => askAgain.current(), []),
  };
}
