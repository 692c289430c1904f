/**
 * Bars as a chart draws them: one place for each, and empty places where days are missing, so that a gap is seen
 * as one; and two securities set to 100 on the first day that both have.
 */
import { findGaps, findJumps, type Gap, type Jump } from '../../shared/bar-checks.ts';
import { labelAt } from '../../shared/periods.ts';
import type { Bars } from '../../shared/price-bars.ts';

/** `at` is the place in the bars; null of an empty one. */
export type Place = { day: string; at: number | null };

/** A gap of years needs no more room than this. */
const MOST_EMPTY = 20;

export function placesOf({ days }: Pick<Bars, 'days'>, from: number, to: number): Place[] {
  const missing = new Map(findGaps(days).map((gap) => [gap.at, gap.missing]));
  const places: Place[] = [];
  for (const [at, day] of days.entries()) {
    if (day < from || day > to) continue;
    const gap = places.length === 0 ? 0 : Math.min(MOST_EMPTY, missing.get(at) ?? 0);
    const before = days[at - 1];
    for (let step = 1; step <= gap; step += 1) {
      const between = Math.round(before + ((day - before) * step) / (gap + 1));
      places.push({ day: labelAt('day', between), at: null });
    }
    places.push({ day: labelAt('day', day), at });
  }
  return places;
}

export type Indexed = { days: string[]; values: (number | null)[][]; base: string };

/** Closes of each on the days that any was traded, as 100 on the first day in the range that all have; null where there is none. */
export function indexed(all: readonly Pick<Bars, 'days' | 'close'>[], from: number, to: number): Indexed | null {
  const days = [...new Set(all.flatMap((bars) => bars.days))].filter((day) => day >= from && day <= to);
  days.sort((a, b) => a - b);
  const closes = all.map((bars) => new Map(bars.days.map((day, at) => [day, bars.close[at]])));
  const base = days.find((day) => closes.every((close) => close.has(day)));
  if (base === undefined) return null;
  const shown = days.filter((day) => day >= base);
  const values = closes.map((close) => {
    const start = close.get(base) ?? Number.NaN;
    return shown.map((day) => {
      const value = close.get(day);
      return value === undefined ? null : (value / start) * 100;
    });
  });
  return { days: shown.map((day) => labelAt('day', day)), values, base: labelAt('day', base) };
}

/** What looks odd in the bars, the latest first. */
export function oddities(bars: Bars): { jumps: Jump[]; gaps: Gap[] } {
  const jumps = bars.adjustment === 'none' ? findJumps(bars) : [];
  return { jumps: jumps.toReversed(), gaps: findGaps(bars.days).toReversed() };
}

/** The first day of a range of so many months up to `last`. */
export function rangeStart(last: number, months: number | null): number {
  if (months === null) return Number.NEGATIVE_INFINITY;
  const date = new Date(last * 86_400_000);
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate()) / 86_400_000);
}
