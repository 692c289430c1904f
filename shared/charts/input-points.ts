/**
 * Series on their way into a chart: their observations in the unit and the periods that are shown,
 * with where each figure came from.
 */
import type { Qualifier } from '../facts.ts';
import type { Grain } from '../periods.ts';
import type { Observations, Series } from '../series.ts';
import { type Calendar, regrouped } from './regroup.ts';
import type { Points, Without } from './transforms.ts';
import { inBase, isFlow, splitUnit, withoutNoise } from './units.ts';

export type Origin = { importId: number | null; factId: string | null };

export type InputPoints = {
  series: Series;
  unit: string;
  points: Points;
  without: readonly Without[];
  /** By ordinal, of figures that are not plain `=`. */
  qualifiers: ReadonlyMap<number, Qualifier>;
  originAt: (ordinal: number) => Origin | undefined;
};

export type Shown = {
  grain: Grain;
  calendar: Calendar;
  /** What figures of each unit are multiplied with, and the unit they then have. */
  measureOf: (unit: string) => { unit: string; times: number };
};

export function inputPoints(series: Series, observations: Observations | undefined, shown: Shown): InputPoints {
  const { unit, times } = shown.measureOf(series.unit);
  const { ordinals = [], values = [], qualifiers = [], origins = [] } = observations ?? {};
  const converted = times === 1 ? values : values.map((value) => withoutNoise(value * times));
  const own = { ordinals, values: converted };
  const how = aggregationOf(series.unit, series.grain, shown.grain);
  const { fiscalYearEnd } = series;
  const regrouping = { from: series.grain, to: shown.grain, calendar: shown.calendar, fiscalYearEnd, how } as const;
  const { points, without } = regrouped(own, regrouping);
  const isOneToOne = isRelabelled(series.grain, shown.grain);
  const ownPeriods = isOneToOne ? points.ordinals : ordinals;
  return {
    series,
    unit,
    points,
    without,
    // Of sums and means of periods nothing more exact can be said than that they are about right.
    qualifiers: isOneToOne
      ? new Map(qualifiers.map(({ at, qualifier }) => [ownPeriods[at], qualifier]))
      : qualifiedGroups(own, qualifiers, regrouping, points),
    originAt: isOneToOne ? originsOf(points.ordinals, origins) : () => soleImport(origins),
  };
}

/** Days become weeks as their mean, all else that adds up as a sum; users and rates are averaged. */
export function aggregationOf(unit: string, from: Grain, to: Grain): 'sum' | 'mean' {
  return isFlow(unit) && !(from === 'day' && to === 'week') ? 'sum' : 'mean';
}

/** Whether each period shown is one of the series' own under another name, and no group of them. */
export function isRelabelled(from: Grain, to: Grain): boolean {
  const isQuarter = (grain: Grain) => grain === 'quarter' || grain === 'fiscal-quarter';
  return from === to || (isQuarter(from) && isQuarter(to));
}

/** How figures in a currency become another's: `cnyPerUsd` goes one way or the other. */
export function convertedMeasure(
  unit: string,
  currency: 'CNY' | 'USD' | '',
  cnyPerUsd: number | null,
): { unit: string; times: number } {
  const { base } = splitUnit(unit);
  if (currency === '' || base === currency || cnyPerUsd === null || (base !== 'CNY' && base !== 'USD')) {
    return { unit, times: 1 };
  }
  return { unit: inBase(unit, currency), times: currency === 'CNY' ? cnyPerUsd : 1 / cnyPerUsd };
}

function qualifiedGroups(
  own: Points,
  qualifiers: Observations['qualifiers'],
  regrouping: Parameters<typeof regrouped>[1],
  shown: Points,
): Map<number, Qualifier> {
  if (qualifiers.length === 0) return new Map();
  const marks = own.ordinals.map(() => 0);
  for (const { at } of qualifiers) marks[at] = 1;
  const counts = regrouped({ ordinals: own.ordinals, values: marks }, { ...regrouping, how: 'sum' });
  return new Map(
    shown.ordinals.flatMap((ordinal, at) => (counts.points.values[at] > 0 ? [[ordinal, '≈' as const]] : [])),
  );
}

function originsOf(ordinals: readonly number[], runs: Observations['origins']): InputPoints['originAt'] {
  const starts = runs.map(({ at }) => ordinals[at] ?? Number.POSITIVE_INFINITY);
  return (ordinal) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= ordinal) low = middle + 1;
      else high = middle;
    }
    const run = runs[low - 1];
    return run && { importId: run.importId, factId: run.factId };
  };
}

/** A figure made of several facts or imports hangs from none of them alone. */
function soleImport(runs: Observations['origins']): Origin | undefined {
  const imports = new Set(runs.map(({ importId }) => importId));
  const [importId = null] = imports;
  return imports.size === 1 && importId !== null ? { importId, factId: null } : undefined;
}
