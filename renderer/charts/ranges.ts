/** The ranges that one click shows: so many months up to the last period there is. */
import { daysOfLabel, daysOfPeriod, periodOfDay } from '../../shared/period-days.ts';
import { type Grain, labelAt, ordinalOf } from '../../shared/periods.ts';

export type Extent = { grain: Grain; first: string; last: string };
export type RangePreset = { key: '1M' | '3M' | '6M' | '1Y' | '3Y' | 'all'; months: number | null };

const SHORT: readonly RangePreset[] = [
  { key: '1M', months: 1 },
  { key: '3M', months: 3 },
  { key: '1Y', months: 12 },
  { key: 'all', months: null },
];
const LONG: readonly RangePreset[] = [
  { key: '1Y', months: 12 },
  { key: '3Y', months: 36 },
  { key: 'all', months: null },
];
const CALENDAR = 12;

/** Quarters and years are not looked at by the month. */
export function presetsOf(grain: Grain): readonly RangePreset[] {
  return grain === 'day' || grain === 'week' || grain === 'month' ? SHORT : LONG;
}

/** From the day after the one so many months before the last; '' on both sides for all there is. */
export function rangeOfPreset({ months }: RangePreset, { grain, last }: Extent): { from: string; to: string } {
  if (months === null || last === '') return { from: '', to: '' };
  const end = new Date(daysOfPeriod(grain, ordinalOf(grain, last), CALENDAR).last * DAY_MS);
  const month = end.getUTCMonth() - months;
  // The 31st of a month without one is its last day.
  const day = Math.min(end.getUTCDate(), new Date(Date.UTC(end.getUTCFullYear(), month + 1, 0)).getUTCDate());
  const before = Date.UTC(end.getUTCFullYear(), month, day) / DAY_MS;
  return { from: labelAt(grain, periodOfDay(grain, before + 1, CALENDAR)), to: '' };
}

/** The same days in periods of another grain, when the frequency of a chart changes; '' stays as it is. */
export function rangeInGrain({ from, to }: { from: string; to: string }, grain: Grain): { from: string; to: string } {
  const first = daysOfLabel(from, CALENDAR)?.first;
  const last = daysOfLabel(to, CALENDAR)?.last;
  return {
    from: first === undefined ? '' : labelAt(grain, periodOfDay(grain, first, CALENDAR)),
    to: last === undefined ? '' : labelAt(grain, periodOfDay(grain, last, CALENDAR)),
  };
}

const DAY_MS = 86_400_000;
