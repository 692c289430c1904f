/**
 * What stands in the brackets after a name: `x[-1]`, `x[2024Q1]`, `x[-3:0]`, `x[*]`.
 *
 * A number with a sign, or of up to three digits, is an offset from the period at hand; four digits
 * are a year. Labels are those of periods.ts.
 */
import { type Grain, isPeriodLabel } from '../periods.ts';
import type { PeriodPoint, PeriodSelector } from './ast.ts';

const OFFSET = /^(?:[+-]\s*\d{1,5}|\d{1,3})$/;
const GRAINS: Grain[] = ['year', 'quarter', 'fiscal-quarter', 'month', 'week', 'day'];

/** The periods that `text` (without brackets, in ASCII) selects; null where it is none of the forms. */
export function parsePeriods(text: string): PeriodSelector | null {
  if (text === '*') return { kind: 'all' };
  const colon = text.indexOf(':');
  if (colon < 0) return parsePoint(text);
  const from = parsePoint(text.slice(0, colon));
  const to = parsePoint(text.slice(colon + 1));
  return from === null || to === null ? null : { kind: 'between', from, to };
}

function parsePoint(text: string): PeriodPoint | null {
  const point = text.trim();
  if (OFFSET.test(point)) return { kind: 'offset', by: Number(point.replace(/\s+/, '')) || 0 };
  const label = point.toUpperCase();
  return GRAINS.some((grain) => isPeriodLabel(grain, label)) ? { kind: 'fixed', label } : null;
}
