/** The columns of a chart: each series after its transform, its average, and the period it is compared to. */
import { inBoth, textOf } from '../both-languages.ts';
import type { ChartSpec } from '../chart-spec.ts';
import type { Qualifier } from '../facts.ts';
import type { LocalText } from '../language.ts';
import { message } from '../messages.ts';
import { type Axis, originsOn, valuesOn } from './axis.ts';
import type { DrawnColumn, DrawnInput } from './drawn.ts';
import type { InputPoints } from './input-points.ts';
import type { Plan } from './plan.ts';
import {
  firstNeeded,
  isChange,
  type Points,
  periodBefore,
  shares,
  type Transformed,
  transformed,
  valuesByOrdinal,
} from './transforms.ts';
import { withoutNoise } from './units.ts';

/** A series with its figures, and what it is divided by where a ratio is drawn. */
export type Source = { input: InputPoints; relative: InputPoints | undefined; name: LocalText; panel: number };

/** What is drawn of each source, not yet on the axis. In percent where it is a change, share or ratio. */
export function drawnPoints(spec: ChartSpec, plan: Plan, sources: readonly Source[], base: number | undefined) {
  if (spec.transform === 'share') {
    return shares(sources.map(({ input }) => input.points)).map(inPercent);
  }
  const transform = spec.transform;
  return sources.map(({ input, relative }) => {
    const result = transformed(transform, plan.grain, input.points, { base });
    if (relative !== undefined) {
      return inPercent(ratio(result, transformed(transform, plan.grain, relative.points)));
    }
    return isChange(transform) ? inPercent(result) : result;
  });
}

export function unitOf(spec: ChartSpec, { input }: Source): string {
  if (spec.relativeTo !== undefined || spec.transform === 'share' || isChange(spec.transform)) return '%';
  return spec.transform === 'index' ? '' : input.unit;
}

export function hasAverage({ withAverage, transform, kind }: ChartSpec, { grain }: Pick<Plan, 'grain'>): boolean {
  return withAverage && transform === 'none' && grain === 'day' && (kind === 'lines' || kind === 'small-multiples');
}

/** The first period at which every series can be 100, or else any. */
export function firstBase(sources: readonly Source[], from: number): number | undefined {
  const positive = sources.map(({ input: { points } }) =>
    points.ordinals.filter((ordinal, at) => ordinal >= from && points.values[at] > 0),
  );
  const inAll = positive[0]?.find((ordinal) => positive.every((ordinals) => ordinals.includes(ordinal)));
  return inAll ?? positive.find((ordinals) => ordinals.length > 0)?.[0];
}

export type Placed = { axis: Axis; plan: Plan; spec: ChartSpec; base: number | undefined };

export function valueColumn(source: Source, drawn: Transformed, { axis, plan, spec, base }: Placed): DrawnColumn {
  const { input, name, panel } = source;
  const { series } = input;
  const values = valuesOn(axis, drawn.points);
  const isPlain = spec.transform === 'none' && spec.relativeTo === undefined;
  return {
    key: series.id,
    seriesId: series.id,
    subjectId: series.subjectId,
    role: 'value',
    name,
    unit: unitOf(spec, source),
    panel,
    values,
    qualifiers: qualifiersOn(axis, values, source, (ordinal) =>
      isPlain ? input.qualifiers.get(ordinal) : derivedQualifier(source, ordinal, { plan, spec, base }),
    ),
    origins: isPlain ? originsOn(values, (at) => input.originAt(axis.first + at)) : [],
    without: [...input.without, ...drawn.without]
      .filter(({ ordinal }) => ordinal >= axis.first && ordinal <= axis.last)
      .toSorted((a, b) => a.ordinal - b.ordinal)
      .map(({ ordinal, reason }) => ({ at: ordinal - axis.first, reason: message(`chart.without.${reason}`) })),
    remarks: [],
    offset: 0,
    inputKey: series.id,
  };
}

export function averageColumn(value: DrawnColumn, { points, without }: Transformed, axis: Axis): DrawnColumn {
  return {
    ...value,
    key: `${value.seriesId} average`,
    role: 'average',
    name: textOf(message('chart.averageOf', inBoth('name', value.name))),
    values: valuesOn(axis, points),
    qualifiers: [],
    origins: [],
    without: without
      .filter(({ ordinal }) => ordinal >= axis.first && ordinal <= axis.last)
      .map(({ ordinal, reason }) => ({ at: ordinal - axis.first, reason: message(`chart.without.${reason}`) })),
  };
}

/** The same in the second period; `last` is the last ordinal of that period. */
export function comparedColumn(
  value: DrawnColumn,
  points: Points,
  input: InputPoints,
  { axis, offset, last }: { axis: Axis; offset: number; last: number },
): DrawnColumn {
  const count = points.ordinals.findLastIndex((ordinal) => ordinal <= last) + 1;
  const within = { ordinals: points.ordinals.slice(0, count), values: points.values.slice(0, count) };
  const values = valuesOn(axis, within, offset);
  const isPlain = value.origins.length > 0;
  return {
    ...value,
    key: `${value.seriesId} compared`,
    role: 'compared',
    name: textOf(message('chart.comparedOf', inBoth('name', value.name))),
    values,
    qualifiers: [],
    origins: isPlain ? originsOn(values, (at) => input.originAt(axis.first + at + offset)) : [],
    without: [],
    offset,
  };
}

export function drawnInput({ input, name }: Pick<Source, 'input' | 'name'>, axis: Axis): DrawnInput {
  const { series, unit, points } = input;
  const values = valuesOn(axis, points);
  return {
    key: series.id,
    seriesId: series.id,
    name,
    unit,
    values,
    qualifiers: qualifiersOn(axis, values, { input, relative: undefined }, (ordinal) => input.qualifiers.get(ordinal)),
    origins: originsOn(values, (at) => input.originAt(axis.first + at)),
  };
}

function qualifiersOn(
  { first }: Axis,
  values: readonly (number | null)[],
  { input, relative }: Pick<Source, 'input' | 'relative'>,
  qualifierOf: (ordinal: number) => Qualifier | undefined,
): DrawnColumn['qualifiers'] {
  if (input.qualifiers.size === 0 && (relative?.qualifiers.size ?? 0) === 0) return [];
  return values.flatMap((value, at) => {
    const qualifier = value === null ? undefined : qualifierOf(first + at);
    return qualifier === undefined || qualifier === '=' ? [] : [{ at, qualifier }];
  });
}

/** What is computed of an inexact figure is about right at best. */
function derivedQualifier(
  { input, relative }: Source,
  ordinal: number,
  { plan: { grain }, spec: { transform }, base }: Omit<Placed, 'axis'>,
): Qualifier | undefined {
  const has = (each: number) => input.qualifiers.has(each) || relative?.qualifiers.has(each) === true;
  if (isChange(transform))
    return has(ordinal) || has(periodBefore(transform, grain, ordinal) ?? ordinal) ? '≈' : undefined;
  if (transform === 'index') return has(ordinal) || has(base ?? ordinal) ? '≈' : undefined;
  for (let each = firstNeeded(transform, grain, ordinal); each <= ordinal; each++) if (has(each)) return '≈';
  return undefined;
}

function inPercent({ points: { ordinals, values }, without }: Transformed): Transformed {
  return { points: { ordinals, values: values.map((value) => withoutNoise(value * 100)) }, without };
}

function ratio({ points, without }: Transformed, divisor: Transformed): Transformed {
  const below = valuesByOrdinal(divisor.points);
  const missing = points.ordinals.filter((ordinal) => !((below.get(ordinal) ?? 0) > 0));
  const kept = points.ordinals.flatMap((ordinal, at) => {
    const base = below.get(ordinal);
    return base === undefined || base <= 0 ? [] : [[ordinal, points.values[at] / base] as const];
  });
  return {
    points: { ordinals: kept.map(([ordinal]) => ordinal), values: kept.map(([, value]) => value) },
    without: [
      ...without,
      ...missing.map((ordinal) => {
        const base = below.get(ordinal);
        const reason = base === undefined ? 'missing' : base === 0 ? 'zero-base' : 'negative-base';
        return { ordinal, reason } as const;
      }),
    ],
  };
}
