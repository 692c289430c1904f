/**
 * How ratings stand on a day: within their horizon, past it, replaced by a newer one, or without a date.
 *
 *     const states = ratingStates(ratings, scales, '2024-07-01');
 *     states.get(rating.id)                   // { state: 'lapsed', from: null, to: '2024-09-09', replacedBy: null }
 */
import { z } from 'zod';
import { labelAt, ordinalOf } from './periods.ts';
import { daySchema } from './price-bars.ts';
import type { Horizon, RatingScale } from './ratings.ts';

/** `replaced` while it was in force; one that had lapsed before the next one came has lapsed. */
export const ratingStateSchema = z.enum(['in-force', 'lapsed', 'replaced', 'undated']);
export type RatingState = z.infer<typeof ratingStateSchema>;

export const ratingStandingSchema = z.object({
  state: ratingStateSchema,
  /** Where the horizon begins and ends; null where the scale has no such end, or the rating no date. ISO dates. */
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /** The next rating of the same broker (or of the analyst) for the same security. */
  replacedBy: z.string().nullable(),
});
export type RatingStanding = z.infer<typeof ratingStandingSchema>;

/** What a standing follows from. `createdAt` orders what has the same date. */
export type StandingRating = {
  id: string;
  securityId: string;
  /** Left out of the analyst's own. */
  brokerId?: string;
  scaleId: string;
  date: string;
  createdAt?: string;
};

/**
 * The day `months` after `date`, or the last of that month where it has no such day: six months after
 * 2024-08-31 is 2025-02-28.
 * @param date ISO date
 */
export function monthsAfter(date: string, months: number): string {
  const month = ordinalOf('month', date.slice(0, 7)) + months;
  const day = Number(date.slice(8));
  const last = ordinalOf('day', `${labelAt('month', month + 1)}-01`) - 1;
  return labelAt('day', Math.min(ordinalOf('day', `${labelAt('month', month)}-01`) + day - 1, last));
}

export function horizonDays({ from, to }: Pick<Horizon, 'from' | 'to'>, date: string) {
  return { from: from === null ? null : monthsAfter(date, from), to: monthsAfter(date, to) };
}

/** `horizonDays` that remembers: thousands of ratings have few dates, and counting takes longer than looking up. */
export function horizonCounter(): typeof horizonDays {
  const horizons = new Map<string, ReturnType<typeof horizonDays>>();
  return (horizon, date) => {
    const key = `${horizon.from} ${horizon.to} ${date}`;
    const days = horizons.get(key) ?? horizonDays(horizon, date);
    horizons.set(key, days);
    return days;
  };
}

/** How a rating stands that no newer one replaces. */
export function standingAlone(
  { date }: Pick<StandingRating, 'date'>,
  horizon: Pick<Horizon, 'from' | 'to'> | undefined,
  today: string,
  horizonOf = horizonDays,
): RatingStanding {
  if (date === '' || horizon === undefined) return { state: 'undated', from: null, to: null, replacedBy: null };
  const { from, to } = horizonOf(horizon, date);
  return { state: today > to ? 'lapsed' : 'in-force', from, to, replacedBy: null };
}

/**
 * Ratings dated after `today` are not counted as newer ones yet.
 * @param today ISO date
 */
export function ratingStates(
  ratings: readonly StandingRating[],
  scales: ReadonlyMap<string, Pick<RatingScale, 'horizon'>>,
  today: string,
): Map<string, RatingStanding> {
  const standings = new Map<string, RatingStanding>();
  const horizonOf = horizonCounter();
  const groups = Map.groupBy(ratings, ({ brokerId, securityId }) => `${brokerId ?? ''}\n${securityId}`);
  for (const group of groups.values()) {
    const dated = group.filter(({ date }) => date !== '').sort(byDate);
    for (const rating of group) {
      const alone = standingAlone(rating, scales.get(rating.scaleId)?.horizon, today, horizonOf);
      const next = dated[dated.indexOf(rating) + 1];
      const isReplaced = alone.to !== null && next !== undefined && next.date <= today && next.date <= alone.to;
      standings.set(rating.id, isReplaced ? { ...alone, state: 'replaced', replacedBy: next.id } : alone);
    }
  }
  return standings;
}

function byDate(a: StandingRating, b: StandingRating): number {
  return compare(a.date, b.date) || compare(a.createdAt ?? '', b.createdAt ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
