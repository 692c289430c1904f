/**
 * How a rating came out against the prices of its security and its benchmark index.
 *
 *     const outcome = assessRating({ date, scale, gradeId, … , security: [forward, none], benchmark: [none] }, today);
 *     outcome.soFar?.excess
 *
 * The excess return over the same days, as a share:
 *
 *     excess(t) = (P(t) / P(start) − 1) − (I(t) / I(start) − 1)
 *
 * P are closes of the security, adjusted for splits and dividends where there are such bars, I those of the index.
 * The start is the last day on or before the rating's date on which both have a close, OLDEST_START_DAYS old at
 * most. An end of the horizon is read on the last day that both have on or before it, and only once both have a
 * close on or after it; it may be as old as the start. Bars that come later change nothing that was told before. Nothing is told from the day on which prices jump as by a
 * split. A price index leaves dividends
 * out and adjusted prices have them in; the difference stays in the excess return.
 */
import { labelAt, ordinalOf } from '../../shared/periods.ts';
import type { Adjustment } from '../../shared/price-bars.ts';
import { horizonDays } from '../../shared/rating-state.ts';
import type { Grade, RatingScale } from '../../shared/ratings.ts';
import {
  type Closes,
  type HorizonReading,
  OLDEST_START_DAYS,
  type Outcome,
  type RatingPath,
  type Reading,
  type TargetOutcome,
  type Untold,
} from '../../shared/scorecard.ts';

/** Closes in one adjustment in the order of time. Days since 1970-01-01. */
export type PriceLine = {
  adjustment: Adjustment;
  /** '' where it is not known. */
  currency: string;
  days: readonly number[];
  closes: readonly number[];
  /** Days on which unadjusted prices jump as by a split (bar-checks.ts); none of adjusted ones. */
  jumpDays: readonly number[];
};

export type RatingCase = {
  /** ISO date; '' of an undated one. */
  date: string;
  /** Undefined where it is gone. */
  scale: RatingScale | undefined;
  gradeId: string;
  targetPrice: number | null;
  currency: string;
  /** Of the security, in every adjustment that there is. */
  security: readonly PriceLine[];
  /** Of the index; null where none is chosen. */
  benchmark: readonly PriceLine[] | null;
};

/** Adjusted prices are what a holder had. An index knows no splits: it is taken as it was published. */
const FOR_RETURNS: readonly Adjustment[] = ['forward', 'backward', 'none'];
const FOR_INDEX: readonly Adjustment[] = ['none', 'forward', 'backward'];

/** Returns that differ by less than closes are printed are the same: 11 / 10 − 1 is 0.1. */
const FINEST = 1e9;

const NOTHING: Omit<Outcome, 'untold'> = {
  adjustment: null,
  start: null,
  soFar: null,
  atFrom: null,
  atTo: null,
  target: null,
  splitDay: null,
};

type Span = { pair: Pair; start: number };
type Pair = {
  days: number[];
  closes: number[];
  benchmark: number[];
  adjustment: Adjustment;
  jumpDays: readonly number[];
};
type Dated = { scale: RatingScale; from: number | null; to: number; day: number };

/** @param today ISO date: what has not ended by then is pending */
export function assessRating(rating: RatingCase, today: string): Outcome {
  const dated = datesOf(rating);
  if (typeof dated === 'string') return { untold: dated, ...NOTHING };
  const target = rating.targetPrice === null ? null : targetOutcome(rating, dated, today);
  const without = (day: number) => unread(day, today);
  const ends = { atFrom: dated.from === null ? null : without(dated.from), atTo: without(dated.to) };
  const untold = (why: Untold): Outcome => ({ untold: why, ...NOTHING, ...ends, target });
  const grade = dated.scale.grades.find(({ id }) => id === rating.gradeId);
  if (grade === undefined || grade.band === null) return untold('no-view');
  const span = spanOf(rating, dated);
  if (typeof span === 'string') return untold(span);
  const { pair, start } = span;
  const last = lastNotAfter(pair.days, dated.to);
  if (last <= start) return { ...untold('no-days-after'), adjustment: pair.adjustment, start: closesAt(pair, start) };
  const split = firstJump(pair, pair.days[start], pair.days[last]);
  const readAt = (at: number) =>
    split !== null && pair.days[at] >= split ? null : readingAt(span, at, grade, dated.scale);
  const ended = (day: number) => horizonReading(pair.days, day, today, readAt);
  return {
    untold: split === null ? null : 'suspected-split',
    adjustment: pair.adjustment,
    start: closesAt(pair, start),
    soFar: readAt(last),
    atFrom: dated.from === null ? null : ended(dated.from),
    atTo: ended(dated.to),
    target,
    splitDay: split === null ? null : labelAt('day', split),
  };
}

/** Excess return on every day from the start to the end of the horizon, or why it cannot be told. */
export function ratingPath(rating: RatingCase): RatingPath | Untold {
  const dated = datesOf(rating);
  if (typeof dated === 'string') return dated;
  const span = spanOf(rating, dated);
  if (typeof span === 'string') return span;
  const { pair, start } = span;
  const path: RatingPath = { days: [], excess: [], securityReturn: [], benchmarkReturn: [] };
  for (let at = start; at <= lastNotAfter(pair.days, dated.to); at += 1) {
    const { securityReturn, benchmarkReturn, excess } = returnsAt(span, at);
    path.days.push(labelAt('day', pair.days[at]));
    path.securityReturn.push(securityReturn);
    path.benchmarkReturn.push(benchmarkReturn);
    path.excess.push(excess);
  }
  return path;
}

/** The grade whose band has the return: low ≤ return < high, so that a bound counts to the better grade. */
export function earnedGrade({ grades }: Pick<RatingScale, 'grades'>, excess: number): Grade | undefined {
  return grades.find(({ band }) => band !== null && isInBand(band, excess));
}

function isInBand({ low, high }: NonNullable<Grade['band']>, excess: number): boolean {
  return (low === null || excess >= low) && (high === null || excess < high);
}

function datesOf({ date, scale }: RatingCase): Dated | Untold {
  if (scale === undefined) return 'no-scale';
  if (date === '') return 'undated';
  const { from, to } = horizonDays(scale.horizon, date);
  const dayOf = (label: string) => ordinalOf('day', label);
  return { scale, from: from === null ? null : dayOf(from), to: dayOf(to), day: dayOf(date) };
}

/** The days that security and benchmark both have, and where the rating starts among them. */
function spanOf({ security, benchmark }: RatingCase, { day, to }: Dated): Span | Untold {
  if (benchmark === null) return 'no-benchmark';
  const index = inOrder(benchmark, FOR_INDEX)[0];
  const lines = inOrder(security, FOR_RETURNS);
  if (lines.length === 0) return 'no-prices';
  if (index === undefined) return 'no-benchmark-prices';
  for (const line of lines) {
    const pair = pairOf(line, index, day - OLDEST_START_DAYS, to);
    const start = lastNotAfter(pair.days, day);
    if (start >= 0) return { pair, start };
  }
  return 'no-start';
}

/** Lines that have days, the preferred first. A line with a price that is not above zero has no returns. */
function inOrder(lines: readonly PriceLine[], order: readonly Adjustment[]): PriceLine[] {
  return lines
    .filter(({ days, closes }) => days.length > 0 && closes.every((close) => close > 0))
    .sort((a, b) => order.indexOf(a.adjustment) - order.indexOf(b.adjustment));
}

/** The days from `first` on that both have, up to the first one on or after `end`. */
function pairOf(line: PriceLine, index: PriceLine, first: number, end: number): Pair {
  const { adjustment, jumpDays } = line;
  const pair: Pair = { days: [], closes: [], benchmark: [], adjustment, jumpDays };
  let other = lastNotAfter(index.days, first - 1) + 1;
  for (let at = lastNotAfter(line.days, first - 1) + 1; at < line.days.length; at += 1) {
    const day = line.days[at];
    while (other < index.days.length && index.days[other] < day) other += 1;
    if (index.days[other] !== day) continue;
    pair.days.push(day);
    pair.closes.push(line.closes[at]);
    pair.benchmark.push(index.closes[other]);
    if (day >= end) break;
  }
  return pair;
}

/** The index of the last of ascending `days` that is not after `day`; -1 where there is none. */
function lastNotAfter(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function closesAt({ days, closes, benchmark }: Pair, at: number): Closes {
  return { day: labelAt('day', days[at]), close: closes[at], benchmarkClose: benchmark[at] };
}

function returnsAt({ pair: { closes, benchmark }, start }: Span, at: number) {
  const securityReturn = closes[at] / closes[start] - 1;
  const benchmarkReturn = benchmark[at] / benchmark[start] - 1;
  return {
    securityReturn: exact(securityReturn),
    benchmarkReturn: exact(benchmarkReturn),
    excess: exact(securityReturn - benchmarkReturn),
  };
}

function exact(share: number): number {
  return Math.round(share * FINEST) / FINEST;
}

function readingAt(span: Span, at: number, { band }: Grade, scale: RatingScale): Reading {
  const returns = returnsAt(span, at);
  return {
    ...closesAt(span.pair, at),
    ...returns,
    inBand: band !== null && isInBand(band, returns.excess),
    earnedGradeId: earnedGrade(scale, returns.excess)?.id ?? null,
  };
}

function horizonReading(
  days: readonly number[],
  day: number,
  today: string,
  readAt: (at: number) => Reading | null,
): HorizonReading {
  const at = lastNotAfter(days, day);
  if (days[days.length - 1] >= day && days[at] >= day - OLDEST_START_DAYS) {
    const reading = readAt(at);
    return { on: labelAt('day', day), state: reading === null ? 'suspected-split' : 'ended', reading };
  }
  return unread(day, today);
}

/** An end of the horizon that no bars reach. */
function unread(day: number, today: string): HorizonReading {
  const on = labelAt('day', day);
  return { on, state: today < on ? 'pending' : 'no-days', reading: null };
}

/**
 * Whether a close came to the target within the horizon. The target is a price as it was traded on the rating's
 * day: what it promised is a share of the close traded then, and that share is looked for in adjusted prices, so
 * that a split or dividend on the way does not count for or against it.
 */
function targetOutcome(rating: RatingCase, { day, to }: Dated, today: string): TargetOutcome {
  const { targetPrice, currency, security } = rating;
  const unknown = (reason: TargetOutcome['reason']): TargetOutcome => ({
    state: 'unknown',
    day: null,
    promised: null,
    reason,
  });
  const lines = inOrder(security, FOR_RETURNS);
  const traded = lines.find(({ adjustment }) => adjustment === 'none');
  if (targetPrice === null || lines.length === 0) return unknown('not-told');
  if (traded === undefined) return unknown('no-traded-price');
  if (traded.currency !== '' && currency !== '' && traded.currency !== currency) return unknown('other-currency');
  const tradedStart = startOf(traded, day);
  if (tradedStart === null) return unknown('not-told');
  const promised = exact(targetPrice / traded.closes[tradedStart] - 1);
  const line = lines.find((each) => startOf(each, day) !== null) ?? traded;
  const start = startOf(line, day) ?? tradedStart;
  const last = lastNotAfter(line.days, to);
  const split = firstJump(line, line.days[start], line.days[Math.max(last, start)]);
  for (let at = start + 1; at <= last && line.days[at] < (split ?? Infinity); at += 1) {
    const done = exact(line.closes[at] / line.closes[start] - 1);
    if (promised >= 0 ? done >= promised : done <= promised) {
      return { state: 'reached', day: labelAt('day', line.days[at]), promised, reason: '' };
    }
  }
  if (split !== null) return { ...unknown('suspected-split'), promised };
  const isOver = line.days[line.days.length - 1] >= to;
  const state = isOver ? 'missed' : ordinalOf('day', today) < to ? 'open' : 'unknown';
  return { state, day: null, promised, reason: state === 'unknown' ? 'not-told' : '' };
}

/** The first day after `from`, `to` included, on which prices jump as by a split. */
function firstJump({ jumpDays }: Pick<PriceLine, 'jumpDays'>, from: number, to: number): number | null {
  return jumpDays.find((day) => day > from && day <= to) ?? null;
}

function startOf({ days }: PriceLine, day: number): number | null {
  const start = lastNotAfter(days, day);
  return start >= 0 && days[start] >= day - OLDEST_START_DAYS ? start : null;
}
