/**
 * Reconciliation: does what a sheet computes agree with what its source printed?
 */
import type { ReportedValue } from './sheet.ts';
import { type CellValue, isCalcError } from './values.ts';

export type Verdict =
  | { kind: 'agrees' }
  /** Rounding the computed value to the printed precision gives the printed value. */
  | { kind: 'agrees-as-rounded' }
  /** `difference` is computed less reported, in the line's unit; `relative` is that over the reported value (null for a reported 0). */
  | { kind: 'differs'; difference: number; relative: number | null }
  /** The line has an error or no number to compare. */
  | { kind: 'no-number' };

/** Equal but for the noise of binary floating point. */
const AGREES_WITHIN = 1e-12;

/** Compares a computed value (in the line's unit) with the reported one of the same line. */
export function reconcile(computed: CellValue, reported: ReportedValue): Verdict {
  if (typeof computed !== 'number' || isCalcError(computed)) return { kind: 'no-number' };
  const difference = computed - reported.value;
  const noise = AGREES_WITHIN * Math.max(Math.abs(computed), Math.abs(reported.value));
  if (Math.abs(difference) <= noise) return { kind: 'agrees' };
  // Half a step away rounds up in size, so it agrees from below only.
  const excess = Math.sign(reported.value || 1) * difference - reported.step / 2;
  if (Math.abs(difference) <= reported.step / 2 + noise && excess < -noise) return { kind: 'agrees-as-rounded' };
  return { kind: 'differs', difference, relative: reported.value === 0 ? null : difference / Math.abs(reported.value) };
}
