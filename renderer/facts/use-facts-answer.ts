/**
 * The answer of a method of the contract that depends on facts: asked for at first, when the input
 * changes, and whenever facts are edited. The answer before stays until the next one is there.
 *
 *     const { answer, failure, retry } = useFactsAnswer('getExhibit', { exhibitId });
 */
import type { Input, Method } from '../../shared/contract.ts';
import { type Answer, useAnswer } from '../use-answer.ts';
import { followFactEdits } from './facts-store.ts';

export function useFactsAnswer<M extends Method>(method: M, input: Input<M>): Answer<M> {
  return useAnswer(method, input, followFactEdits);
}
