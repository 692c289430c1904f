/** Calculation without a sheet. */
import type { Handlers } from '../dispatch.ts';
import { evaluateFormula } from '../engine/evaluate.ts';

export function evaluateHandlers(): Pick<Handlers, 'evaluate'> {
  return { evaluate: (input) => evaluateFormula(input) };
}
