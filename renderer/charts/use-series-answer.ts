/**
 * The answer of a method of the contract that depends on series, events or views: asked for at first, when
 * the input changes, and whenever these or the facts below them are edited, here or elsewhere.
 *
 *     const { answer, failure, retry } = useSeriesAnswer('listViews', {});
 *
 * A null input asks nothing. The answer before stays until the next one is there.
 */
import type { Input, Method } from '../../shared/contract.ts';
import { followFactEdits } from '../facts/facts-store.ts';
import { together } from '../follow.ts';
import { followSeriesEdits } from '../series/series-store.ts';
import { type Answer, useAnswer } from '../use-answer.ts';

export const followChartEdits = together(followSeriesEdits, followFactEdits);

export function useSeriesAnswer<M extends Method>(method: M, input: Input<M> | null): Answer<M> {
  return useAnswer(method, input, followChartEdits);
}
