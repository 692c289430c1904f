/**
 * Points brought to coarser periods, and fiscal quarters to calendar ones or back.
 *
 *     regrouped(days, { from: 'day', to: 'month', calendar: 'calendar', fiscalYearEnd: 12, how: 'sum' })
 *
 * A period lies in the coarser one that it ends in. One of which a part is missing has no value.
 */
import { type Days, daysOfPeriod, periodOfDay } from '../period-days.ts';
import type { Grain } from '../periods.ts';
import type { Points, Transformed, Without } from './transforms.ts';

export type Calendar = 'calendar' | 'fiscal';

export type Regrouping = {
  from: Grain;
  to: Grain;
  /** Of years: whether calendar years or the company's own. */
  calendar: Calendar;
  /** The month in which fiscal years end. */
  fiscalYearEnd: number;
  /** Flows are added up; weeks, levels (users) and rates are averaged. */
  how: 'sum' | 'mean';
};

const COARSER: Record<Grain, readonly Grain[]> = {
  day: ['week', 'month', 'quarter', 'fiscal-quarter', 'year'],
  week: [],
  month: ['quarter', 'fiscal-quarter', 'year'],
  quarter: ['fiscal-quarter', 'year'],
  'fiscal-quarter': ['quarter', 'year'],
  year: [],
};

/** Weeks lie across months; nothing becomes finer. */
export function canRegroup(from: Grain, to: Grain): boolean {
  return from === to || COARSER[from].includes(to);
}

export function regrouped(points: Points, regrouping: Regrouping): Transformed {
  const { from, to, fiscalYearEnd, how } = regrouping;
  if (from === to) return { points, without: [] };
  const groups = new Map<number, { count: number; sum: number }>();
  points.ordinals.forEach((ordinal, at) => {
    const day = daysOfPeriod(from, ordinal, fiscalYearEnd).last;
    const target = shownPeriodOfDay(regrouping, day);
    const group = groups.get(target) ?? { count: 0, sum: 0 };
    groups.set(target, { count: group.count + 1, sum: group.sum + points.values[at] });
  });
  const shown = { ordinals: [] as number[], values: [] as number[] };
  const without: Without[] = [];
  for (const [ordinal, { count, sum }] of groups) {
    if (count < partsOf(regrouping, ordinal)) {
      without.push({ ordinal, reason: 'incomplete' });
      continue;
    }
    shown.ordinals.push(ordinal);
    shown.values.push(how === 'sum' ? sum : sum / count);
  }
  return { points: shown, without };
}

/** The days of a period as shown; years are the company's own in the fiscal calendar. */
export function daysShown({ to, calendar, fiscalYearEnd }: Omit<Regrouping, 'from' | 'how'>, ordinal: number): Days {
  if (to !== 'year' || calendar === 'calendar') return daysOfPeriod(to, ordinal, fiscalYearEnd);
  const firstQuarter = (ordinal - 2000) * 4;
  return {
    first: daysOfPeriod('fiscal-quarter', firstQuarter, fiscalYearEnd).first,
    last: daysOfPeriod('fiscal-quarter', firstQuarter + 3, fiscalYearEnd).last,
  };
}

/** The ordinal of the shown period that a day lies in. */
export function shownPeriodOfDay(
  { to, calendar, fiscalYearEnd }: Omit<Regrouping, 'from' | 'how'>,
  day: number,
): number {
  if (to !== 'year' || calendar === 'calendar') return periodOfDay(to, day, fiscalYearEnd);
  return 2000 + Math.floor(periodOfDay('fiscal-quarter', day, fiscalYearEnd) / 4);
}

/** How many periods of the finer grain end in it. */
function partsOf(regrouping: Regrouping, ordinal: number): number {
  const { from, fiscalYearEnd } = regrouping;
  const { first, last } = daysShown(regrouping, ordinal);
  const firstPart = periodOfDay(from, first, fiscalYearEnd);
  const lastPart = periodOfDay(from, last, fiscalYearEnd);
  const endsWithin = daysOfPeriod(from, lastPart, fiscalYearEnd).last <= last;
  return lastPart - firstPart + (endsWithin ? 1 : 0);
}
