/**
 * What looks odd in prices, though it may be right: jumps that look like a split or a bonus issue in prices that are
 * said to be unadjusted, and gaps longer than the market is ever closed.
 */

/** Places in the arrays that were given: `at` is the bar after the jump or gap. */
export type Jump = { at: number; factor: number };
export type Gap = { at: number; missing: number };

/** Old shares to new ones: 10转3 is 1.3, 2:1 is 2, a reverse split 1:10 is 0.1. */
const FACTORS = [1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.5, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 50];
const REVERSE_FACTORS = [0.5, 1 / 3, 0.25, 0.2, 0.125, 0.1, 0.05, 0.04, 0.02, 0.01];
/** The market moves on that day as well. */
const TOLERANCE = 0.035;
/** Moves between them are as good as no split: almost all are. */
const LEAST_FACTOR = Math.min(...FACTORS) * Math.exp(-TOLERANCE);
const MOST_REVERSE = Math.max(...REVERSE_FACTORS) * Math.exp(TOLERANCE);
/** A dividend takes less than this. */
const LEAST_TOLD = 1.1;
/** Trading days. No market has ever been closed for so long by a holiday. */
const LONGEST_GAP = 10;

export type Prices = {
  /** Days since 1970-01-01, ascending. */
  days: ArrayLike<number>;
  close: ArrayLike<number>;
  /** Of each day, null or NaN where not known. */
  open?: ArrayLike<number | null>;
  /** The close before as the vendor has it, which is already divided on the day of a split. */
  previousClose?: ArrayLike<number | null>;
};

/** Overnight, from close to open where it is known; `factor` is how many shares one became. */
export function findJumps({ close, open, previousClose, days }: Prices): Jump[] {
  const jumps: Jump[] = [];
  for (let at = 1; at < days.length; at += 1) {
    const said = given(previousClose?.[at]);
    if (said !== null) {
      const factor = close[at - 1] / said;
      if (factor >= LEAST_TOLD || factor <= 1 / LEAST_TOLD) jumps.push({ at, factor });
      continue;
    }
    const factor = splitNear(close[at - 1] / (given(open?.[at]) ?? close[at]));
    if (factor !== undefined) jumps.push({ at, factor });
  }
  return jumps;
}

/** The split that the move overnight is as good as; undefined where it is none. */
function splitNear(move: number): number | undefined {
  if (move > MOST_REVERSE && move < LEAST_FACTOR) return undefined;
  const known = move > 1 ? FACTORS : REVERSE_FACTORS;
  const distance = (factor: number) => Math.abs(Math.log(move / factor));
  const nearest = known.reduce((best, factor) => (distance(factor) < distance(best) ? factor : best));
  return distance(nearest) < TOLERANCE ? nearest : undefined;
}

function given(price: number | null | undefined): number | null {
  return price === null || price === undefined || !(price > 0) ? null : price;
}

/**
 * `missing` counts trading days between two bars: those on which `hasTraded` says that others did, or else weekdays.
 * Of bars that are rarer than days (weekly ones) the usual distance counts as one.
 */
export function findGaps(
  days: ArrayLike<number>,
  tradedBetween?: (first: number, last: number) => number | undefined,
): Gap[] {
  const gaps: Gap[] = [];
  const usual = usualDistance(days);
  for (let at = 1; at < days.length; at += 1) {
    // Not worth counting: at most so many weekdays lie between.
    if (days[at] - days[at - 1] <= LONGEST_GAP) continue;
    const count = tradedBetween?.(days[at - 1] + 1, days[at] - 1) ?? weekdaysBetween(days[at - 1], days[at]);
    const missing = Math.round((count + 1) / usual) - 1;
    if (missing > LONGEST_GAP) gaps.push({ at, missing });
  }
  return gaps;
}

/** Weekdays from one bar to the next, as most of them have it. */
function usualDistance(days: ArrayLike<number>): number {
  const steps = Array.from({ length: Math.max(0, days.length - 1) }, (_, at) => days[at + 1] - days[at]);
  const middle = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 1;
  return Math.max(1, Math.round((middle * 5) / 7));
}

/** Between two days, without them. 1970-01-01 was a Thursday. */
function weekdaysBetween(first: number, last: number): number {
  const upTo = (day: number) => {
    const monday = day + 3;
    return Math.floor(monday / 7) * 5 + Math.min(5, (((monday % 7) + 7) % 7) + 1);
  };
  return upTo(last - 1) - upTo(first);
}

/** Old shares to new ones: `1:2`, `10:13`, `10:1`. */
export function splitRatio(factor: number): string {
  const round = (value: number) => Number(value.toFixed(2));
  if (factor < 1) return `${round(1 / factor)}:1`;
  return Number.isInteger(round(factor)) ? `1:${round(factor)}` : `10:${round(factor * 10)}`;
}
