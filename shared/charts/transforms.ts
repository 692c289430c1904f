/**
 * What is drawn of a series in place of its values: averages, changes, sums, index and share.
 *
 *     transformed('yoy', 'quarter', { ordinals: [8092, 8096], values: [100, 125] })
 *     // { points: { ordinals: [8096], values: [0.25] }, without: [{ ordinal: 8092, reason: 'missing' }] }
 *
 * Points are by ordinals (periods.ts). A period that is missing gives no value, never a zero; so does a
 * change against zero or a negative figure. Changes and shares are parts of one, not percent.
 */
import { type Grain, labelAt, ordinalOf } from '../periods.ts';
import type { Transform } from '../series.ts';

/** Ordinals ascending; as many values. */
export type Points = { ordinals: readonly number[]; values: readonly number[] };

/** Why a period that has a figure has no transformed one. */
export type NoValue = 'missing' | 'zero-base' | 'negative-base' | 'incomplete' | 'negative-part' | 'zero-total';
export type Without = { ordinal: number; reason: NoValue };

export type Transformed = { points: Points; without: readonly Without[] };

type Change = 'wow' | 'mom' | 'qoq' | 'yoy';

const CHANGES: readonly Transform[] = ['wow', 'mom', 'qoq', 'yoy'] satisfies Change[];
const LAGS: Record<Exclude<Grain, 'day'>, Partial<Record<Transform, number>>> = {
  week: { wow: 1, yoy: 52 },
  month: { mom: 1, qoq: 3, yoy: 12 },
  quarter: { qoq: 1, yoy: 4 },
  'fiscal-quarter': { qoq: 1, yoy: 4 },
  year: { yoy: 1 },
};
const MONTHS_OF_CHANGE: Partial<Record<Transform, number>> = { mom: 1, qoq: 3, yoy: 12 };
const AVERAGED_DAYS = 7;
const YEAR_OF: Partial<Record<Grain, number>> = { month: 12, quarter: 4, 'fiscal-quarter': 4 };

export function isChange(transform: Transform): boolean {
  return CHANGES.includes(transform);
}

/** Whether the transform has a meaning for periods of that grain: there is no change on the month of quarters. */
export function isTransformOf(transform: Transform, grain: Grain): boolean {
  switch (transform) {
    case 'none':
    case 'index':
    case 'share':
      return true;
    case 'ma7':
      return grain === 'day';
    case 'ttm':
      return YEAR_OF[grain] !== undefined;
    default:
      return grain === 'day' || LAGS[grain][transform] !== undefined;
  }
}

/**
 * The period that a change is measured against; null where the grain has no such change. Of a day a
 * month, quarter or year before it is the same day of that month, or its last where it is shorter; of a
 * week a year before it is the 52nd before.
 */
export function periodBefore(transform: Transform, grain: Grain, ordinal: number): number | null {
  if (grain !== 'day') {
    const lag = LAGS[grain][transform];
    return lag === undefined ? null : ordinal - lag;
  }
  if (transform === 'wow') return ordinal - 7;
  const months = MONTHS_OF_CHANGE[transform];
  return months === undefined ? null : sameDayBefore(ordinal, months);
}

/** How many periods one value is taken over: 7 of `ma7`, 4 or 12 of `ttm`, else 1. */
export function windowOf(transform: Transform, grain: Grain): number {
  if (transform === 'ma7') return AVERAGED_DAYS;
  return transform === 'ttm' ? (YEAR_OF[grain] ?? 1) : 1;
}

/** The earliest period that the transformed value of `ordinal` needs. */
export function firstNeeded(transform: Transform, grain: Grain, ordinal: number): number {
  if (isChange(transform)) return periodBefore(transform, grain, ordinal) ?? ordinal;
  return ordinal - windowOf(transform, grain) + 1;
}

/**
 * The points after a transform that `isTransformOf` the grain; `base` is the ordinal at which an index
 * is 100. `share` concerns several series: see `shares`.
 */
export function transformed(
  transform: Exclude<Transform, 'share'>,
  grain: Grain,
  points: Points,
  { base }: { base?: number } = {},
): Transformed {
  switch (transform) {
    case 'none':
      return { points, without: [] };
    case 'ma7':
      return overWindow(points, AVERAGED_DAYS, (sum) => sum / AVERAGED_DAYS);
    case 'ttm':
      return overWindow(points, windowOf('ttm', grain), (sum) => sum);
    case 'index':
      return indexed(points, base ?? points.ordinals[0]);
    default:
      return changes(points, (ordinal) => periodBefore(transform, grain, ordinal));
  }
}

/**
 * Each part of the total of all: a value only where every one of them has a figure, none of them is
 * negative, and the total is not zero.
 */
export function shares(all: readonly Points[]): Transformed[] {
  const figures = all.map(valuesByOrdinal);
  const reasons = new Map<number, NoValue>();
  const totals = new Map<number, number>();
  for (const ordinal of new Set(all.flatMap(({ ordinals }) => ordinals))) {
    let total = 0;
    for (const values of figures) {
      const value = values.get(ordinal);
      if (value === undefined) reasons.set(ordinal, 'missing');
      else if (value < 0 && !reasons.has(ordinal)) reasons.set(ordinal, 'negative-part');
      total += value ?? 0;
    }
    if (total === 0 && !reasons.has(ordinal)) reasons.set(ordinal, 'zero-total');
    totals.set(ordinal, total);
  }
  return all.map((points) =>
    mapped(points, (value, ordinal) => reasons.get(ordinal) ?? value / (totals.get(ordinal) ?? 1)),
  );
}

export function valuesByOrdinal({ ordinals, values }: Points): Map<number, number> {
  return new Map(ordinals.map((ordinal, at) => [ordinal, values[at]]));
}

function changes(points: Points, before: (ordinal: number) => number | null): Transformed {
  const figures = valuesByOrdinal(points);
  return mapped(points, (value, ordinal) => {
    const at = before(ordinal);
    const base = at === null ? undefined : figures.get(at);
    return over(base, () => (value - Number(base)) / Number(base));
  });
}

function indexed(points: Points, base: number): Transformed {
  const figure = valuesByOrdinal(points).get(base);
  return mapped(points, (value) => over(figure, () => (value / Number(figure)) * 100));
}

/** The quotient where there is a base that is above zero, else why there is none. */
function over(base: number | undefined, quotient: () => number): number | NoValue {
  if (base === undefined) return 'missing';
  if (base === 0) return 'zero-base';
  if (base < 0) return 'negative-base';
  const result = quotient();
  // A base that is as good as zero has no change that a number could hold.
  return Number.isFinite(result) ? result : 'zero-base';
}

/** Each window is summed anew: a running sum would carry its rounding on. */
function overWindow(points: Points, length: number, result: (sum: number) => number): Transformed {
  const { ordinals, values } = points;
  return mapped(points, (_, ordinal, at) => {
    if (ordinals[at - length + 1] !== ordinal - length + 1) return 'missing';
    let sum = 0;
    for (let back = length - 1; back >= 0; back--) sum += values[at - back];
    return result(sum);
  });
}

function mapped(
  { ordinals, values }: Points,
  resultOf: (value: number, ordinal: number, at: number) => number | NoValue,
): Transformed {
  const points = { ordinals: [] as number[], values: [] as number[] };
  const without: Without[] = [];
  ordinals.forEach((ordinal, at) => {
    const value = resultOf(values[at], ordinal, at);
    if (typeof value === 'string') {
      without.push({ ordinal, reason: value });
      return;
    }
    points.ordinals.push(ordinal);
    points.values.push(value);
  });
  return { points, without };
}

function sameDayBefore(ordinal: number, months: number): number {
  const [year, month, day] = labelAt('day', ordinal).split('-').map(Number);
  const target = year * 12 + month - 1 - months;
  const monthLabel = labelAt('month', target);
  const lastDay = ordinalOf('day', `${labelAt('month', target + 1)}-01`) - ordinalOf('day', `${monthLabel}-01`);
  return ordinalOf('day', `${monthLabel}-01`) + Math.min(day, lastDay) - 1;
}
