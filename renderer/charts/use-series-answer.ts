/**
 * The answer of a method of the contract that depends on series, events or views: asked for at first, when
 * the input changes, and whenever these or the facts below them are edited, here or elsewhere.
 *
 *     const { answer, failure, retry } = useSeriesAnswer('listViews', {});
 *
 * A null input asks nothing. The answer before stays until the next one is there.
 */
import { create } from 'zustand';
import type { Input, Method } from '../../shared/contract.ts';
import { onConnection, onEvent } from '../api.ts';
import { useFacts } from '../facts/facts-store.ts';
import { type Answer, useAnswer } from '../use-answer.ts';

export type SeriesAnswer<M extends Method> = Answer<M>;

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
  return useAnswer(method, input, follow);
}

function follow(ask: () => void): () => void {
  const stops = [
    useEdits.subscribe(ask),
    useFacts.subscribe((now, before) => {
      if (now.version !== before.version) ask();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
