/** Size classes, in which the reports compare models: small, middle, and large or unknown (closed models say no size). */
import type { ModelSummary } from '../../../shared/fact-methods.ts';

export type SizeClass = 0 | 1 | 2;

const BILLION = 1e9;

/** `bounds` are the upper ones of the first two, in billions of parameters. */
export function sizeClassOf(
  { parameters }: Pick<ModelSummary, 'parameters'>,
  bounds: readonly [number, number],
): SizeClass {
  const size = parameters?.value;
  if (size === null || size === undefined) return 2;
  if (size <= bounds[0] * BILLION) return 0;
  return size <= bounds[1] * BILLION ? 1 : 2;
}
