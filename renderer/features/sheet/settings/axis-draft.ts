/**
 * A time axis as it is being typed: the beginning for each grain, what is wrong with it, and what of
 * the sheet it would leave out.
 */
import { type Grain, isPeriodLabel, periodsOf, type TimeAxis } from '../../../../shared/periods.ts';

export type AxisDraft = { grain: Grain | 'none'; start: string; count: string };

export type AxisReading =
  | { ok: true; axis: TimeAxis | null }
  /** The field that cannot be taken; `end` where start and count are right each but go too far. */
  | { ok: false; wrong: 'start' | 'count' | 'end' };

export const MOST_PERIODS = 5000;

const FIRST_OF_YEAR: Record<Grain, (year: string) => string> = {
  day: (year) => `${year}-01-01`,
  week: (year) => `${year}W01`,
  month: (year) => `${year}-01`,
  quarter: (year) => `${year}Q1`,
  'fiscal-quarter': (year) => `FY${year.slice(2)}Q1`,
  year: (year) => year,
};

const USUAL_COUNT: Record<Grain, number> = { day: 30, week: 12, month: 12, quarter: 8, 'fiscal-quarter': 8, year: 5 };

/** The first period of the year in the form of the grain. */
export function firstPeriodOf(grain: Grain, year: number): string {
  return FIRST_OF_YEAR[grain](String(year));
}

export function draftOf(axis: TimeAxis | null): AxisDraft {
  return axis === null ? { grain: 'none', start: '', count: '' } : { ...axis, count: String(axis.count) };
}

/** What a grain begins with when it is chosen: the sheet's own axis where it has that grain, else `year`'s beginning. */
export function draftFor(grain: AxisDraft['grain'], own: TimeAxis | null, year: number): AxisDraft {
  if (grain === 'none') return draftOf(null);
  if (grain === own?.grain) return draftOf(own);
  return { grain, start: firstPeriodOf(grain, year), count: String(USUAL_COUNT[grain]) };
}

export function readAxis({ grain, start, count }: AxisDraft): AxisReading {
  if (grain === 'none') return { ok: true, axis: null };
  const axis: TimeAxis = { grain, start: start.trim().toUpperCase(), count: Number(count) };
  if (!isPeriodLabel(grain, axis.start)) return { ok: false, wrong: 'start' };
  if (!Number.isInteger(axis.count) || axis.count < 1 || axis.count > MOST_PERIODS)
    return { ok: false, wrong: 'count' };
  // Past 9999 there are no labels, and fiscal years, with two digits, come round again.
  const periods = new Set(periodsOf(axis));
  const areLabels = [...periods].every((period) => isPeriodLabel(grain, period));
  return periods.size === axis.count && areLabels ? { ok: true, axis } : { ok: false, wrong: 'end' };
}

/** How many of the cells, by `cellKey`, are in periods that the axis does not have. */
export function cellsOutside(cells: ReadonlyMap<string, string>, axis: TimeAxis | null): number {
  const kept = new Set(['', ...periodsOf(axis)]);
  return [...cells.keys()].filter((key) => !kept.has(key.slice(key.lastIndexOf('/') + 1))).length;
}
