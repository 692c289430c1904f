/** A stated change of a price beside the one that the two prices give. */
import type { PriceCut } from '../../../shared/model-methods.ts';

export type ChangeVerdict =
  | { verdict: 'agrees' }
  /** In percentage points, stated less computed. */
  | { verdict: 'differs'; points: number }
  | { verdict: 'computed' }
  | { verdict: 'stated' }
  /** Free from that day on, and what it cost before is not given. */
  | { verdict: 'free' };

export function changeVerdict({ change, stated, to }: PriceCut): ChangeVerdict {
  if (stated === null) return change === null && to === 0 ? { verdict: 'free' } : { verdict: 'computed' };
  if (change === null || stated.agrees === null) return { verdict: 'stated' };
  if (stated.agrees) return { verdict: 'agrees' };
  return { verdict: 'differs', points: Number(((stated.change - change) * 100).toPrecision(10)) };
}
