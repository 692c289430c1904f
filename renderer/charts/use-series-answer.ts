/**
 * The answer of a method of the contract that depends on series, events or views: asked for at first, when
 * the input changes, and whenever these or the facts below them are edited, here or elsewhere.
 *
 *     const { answer, failure, retry } = useSeriesAnswer('listViews', {});
 *
 * A null input asks nothing. The answer before stays until the next one is there.
 */
import type { Input, Method } from '../../shared/contract.ts';
import { useFacts } from '../facts/facts-store.ts';
import { useSeries } from '../series/series-store.ts';
import { type Answer, useAnswer } from '../use-answer.ts';

export type SeriesAnswer<M extends Method> = Answer<M>;

export function useSeriesAnswer<M extends Method>(method: M, input: Input<M> | null): SeriesAnswer<M> {
  return useAnswer(method, input, follow);
}

function follow(ask: () => void): () => void {
  const askOfOther = (now: { version: number }, before: { version: number }) => {
    if (now.version !== before.version) ask();
  };
  const stops = [useSeries.subscribe(askOfOther), useFacts.subscribe(askOfOther)];
  return () => {
    for (const stop of stops) stop();
  };
}
