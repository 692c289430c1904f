/**
 * Time axes of sheets and the labels of their periods.
 *
 * A label is what formulas, cells and headings use: `2024-07-19` (day), `2024W29` (ISO week), `2024-07` (month), `2024Q1`
 * (calendar quarter), `FY24Q2` (fiscal quarter), `2024` (year). A sheet without an axis has the
 * single period `''`.
 */
import { z } from 'zod';

export const NO_PERIOD = '';

export const grainSchema = z.enum(['day', 'week', 'month', 'quarter', 'fiscal-quarter', 'year']);
export type Grain = z.infer<typeof grainSchema>;

export const timeAxisSchema = z.object({
  grain: grainSchema,
  /** Label of the first period. */
  start: z.string(),
  count: z.number().int().min(1).max(5000),
});
export type TimeAxis = z.infer<typeof timeAxisSchema>;

const LABEL: Record<Grain, RegExp> = {
  day: /^(\d{4})-(\d{2})-(\d{2})$/,
  week: /^(\d{4})W(\d{2})$/,
  month: /^(\d{4})-(\d{2})$/,
  quarter: /^(\d{4})Q([1-4])$/,
  'fiscal-quarter': /^FY(\d{2})Q([1-4])$/,
  year: /^(\d{4})$/,
};

/** Whether `label` is a period of `grain`, a real calendar day included. */
export function isPeriodLabel(grain: Grain, label: string): boolean {
  return LABEL[grain].test(label) && labelAt(grain, ordinalOf(grain, label)) === label;
}

/** Labels of all periods of the axis in order; `['']` for no axis. */
export function periodsOf(axis: TimeAxis | null): string[] {
  if (axis === null) return [NO_PERIOD];
  const first = ordinalOf(axis.grain, axis.start);
  return Array.from({ length: axis.count }, (_, offset) => labelAt(axis.grain, first + offset));
}

const DAY_MS = 86_400_000;

/** Which period of its grain `label` is, counted from one for all series and axes; days and weeks from 1970. */
export function ordinalOf(grain: Grain, label: string): number {
  const [, first, second, third] = (LABEL[grain].exec(label) ?? []).map(Number);
  switch (grain) {
    case 'day':
      return Math.round(Date.UTC(first, second - 1, third) / DAY_MS);
    case 'week':
      return firstWeekOf(first) + second - 1;
    case 'month':
      return first * 12 + second - 1;
    case 'quarter':
    case 'fiscal-quarter':
      return first * 4 + second - 1;
    case 'year':
      return first;
  }
}

/** The label of the period with that ordinal; '' of a day outside the calendar. */
export function labelAt(grain: Grain, ordinal: number): string {
  const twoDigits = (n: number) => String(n).padStart(2, '0');
  switch (grain) {
    case 'day':
      return Number.isFinite(ordinal) ? new Date(ordinal * DAY_MS).toISOString().slice(0, 10) : '';
    case 'week':
      return weekLabel(ordinal);
    case 'month':
      return `${Math.floor(ordinal / 12)}-${twoDigits((ordinal % 12) + 1)}`;
    case 'quarter':
      return `${Math.floor(ordinal / 4)}Q${(ordinal % 4) + 1}`;
    case 'fiscal-quarter':
      return `FY${twoDigits(Math.floor(ordinal / 4) % 100)}Q${(ordinal % 4) + 1}`;
    case 'year':
      return String(ordinal);
  }
}

/** 1 January 1970 was a Thursday: the Monday of its week is three days before. */
const MONDAY_OFFSET = 3;

/** ISO 8601: the first week of a year is the one with 4 January in it. */
function firstWeekOf(year: number): number {
  return Math.floor((Date.UTC(year, 0, 4) / DAY_MS + MONDAY_OFFSET) / 7);
}

function weekLabel(ordinal: number): string {
  const thursday = new Date(ordinal * 7 * DAY_MS);
  const year = thursday.getUTCFullYear();
  return `${year}W${String(ordinal - firstWeekOf(year) + 1).padStart(2, '0')}`;
}
