/**
 * Whether a chart can be drawn as it is asked for, and with what: its series, their names, periods, units
 * and panels. What is refused is refused with a sentence that says what to do.
 */
import { inBoth, textOf } from '../both-languages.ts';
import type { ChartSpec } from '../chart-spec.ts';
import { figureOf } from '../facts.ts';
import type { LocalText } from '../language.ts';
import { type Message, message } from '../messages.ts';
import type { Grain } from '../periods.ts';
import { type Series, TRANSFORMS } from '../series.ts';
import type { ChartInputs } from './drawn.ts';
import { convertedMeasure } from './input-points.ts';
import { canRegroup } from './regroup.ts';
import { dimensionOf, EntityNames, listed, seriesNames } from './series-names.ts';
import { isChange, isTransformOf } from './transforms.ts';
import { isCurrency, splitUnit } from './units.ts';

export type Plan = {
  series: Series[];
  names: LocalText[];
  entityNames: EntityNames;
  grain: Grain;
  /** Titles of panels, and which one each series is drawn in. */
  panels: LocalText[];
  panelOf: number[];
  rate: { factId: string; cnyPerUsd: number } | null;
  measureOf: (unit: string) => { unit: string; times: number };
};

export function planOf(spec: ChartSpec, inputs: ChartInputs): Plan | { refusals: Message[] } {
  const byId = new Map(inputs.series.map((each) => [each.id, each]));
  const ids = [...new Set(spec.seriesIds)];
  const missing = ids.filter((id) => !byId.has(id));
  if (missing.length > 0) return { refusals: missing.map((seriesId) => message('chart.seriesMissing', { seriesId })) };
  const series = ids.flatMap((id) => byId.get(id) ?? []);
  const entityNames = new EntityNames(inputs.entities);
  const panelBy = panelDimension(spec);
  const names = seriesNames(series, entityNames, panelBy === 'subjectId' || panelBy === null ? [] : [panelBy]);
  const rate = rateOf(spec, inputs);
  const refusals = [
    ...refusedOrigins(series),
    ...refusedGrains(spec, series, names),
    ...(rate instanceof Refused ? [rate.said] : refusedCurrencies(spec, series, names)),
  ];
  if (refusals.length > 0 || rate instanceof Refused) return { refusals };
  const grain = shownGrain(spec, series[0]);
  const { panels, panelOf } = panelsOf(series, panelBy, entityNames);
  const units = series.map(({ unit }) => convertedMeasure(unit, spec.currency, rate?.cnyPerUsd ?? null).unit);
  const late = [
    ...refusedTransform(spec, grain),
    ...refusedUnits(spec, units, names, panelOf),
    ...refusedSums(spec, series, names, entityNames),
    ...refusedRelation(spec, inputs, entityNames),
  ];
  if (late.length > 0) return { refusals: late };
  const measureOf = measureIn(spec, units, rate?.cnyPerUsd ?? null);
  return { series, names, entityNames, grain, panels, panelOf, rate, measureOf };
}

/** Quarters are shown by the calendar that the chart is in, whichever they were reported by. */
export function shownGrain(spec: Pick<ChartSpec, 'grain' | 'calendar'>, series: Series): Grain {
  const grain = spec.grain ?? series.grain;
  if (grain !== 'quarter' && grain !== 'fiscal-quarter') return grain;
  return spec.calendar === 'fiscal' ? 'fiscal-quarter' : 'quarter';
}

/** Whether what is drawn adds the series up. */
export function addsUp({ kind, transform }: Pick<ChartSpec, 'kind' | 'transform'>): boolean {
  return transform === 'share' || (kind === 'stacked-bars' && (transform === 'none' || transform === 'ttm'));
}

/** A metric of its own: the series to divide by, where there is one for the subject. */
export function relatedSeries(spec: ChartSpec, inputs: ChartInputs, series: Series): Series | undefined {
  return inputs.series.find(
    (other) =>
      other.metricId === spec.relativeTo &&
      other.subjectId === series.subjectId &&
      canRegroup(other.grain, shownGrain(spec, series)) &&
      splitUnit(other.unit).base === splitUnit(series.unit).base,
  );
}

type PanelDimension = 'subjectId' | 'market' | 'vendor';

function panelDimension({ kind, panelBy = 'subject' }: ChartSpec): PanelDimension | null {
  if (kind !== 'small-multiples') return null;
  return panelBy === 'subject' ? 'subjectId' : panelBy;
}

function panelsOf(series: readonly Series[], by: PanelDimension | null, names: EntityNames) {
  if (by === null) return { panels: [{ zh: '', en: '' }], panelOf: series.map(() => 0) };
  const keys = [...new Set(series.map((each) => each[by]))];
  const titleOf = (key: string): LocalText => {
    if (by === 'subjectId') return names.of(key);
    const first = series.find((each) => each[by] === key);
    return first === undefined || key === '' ? { zh: '', en: '' } : dimensionOf(first, by, names);
  };
  return { panels: keys.map(titleOf), panelOf: series.map((each) => keys.indexOf(each[by])) };
}

class Refused {
  readonly said: Message;

  constructor(said: Message) {
    this.said = said;
  }
}

function rateOf({ currency, rateFactId }: ChartSpec, { series, facts }: ChartInputs): Plan['rate'] | Refused {
  const needed = currency !== '' && series.some(({ unit }) => isCurrency(unit) && splitUnit(unit).base !== currency);
  if (!needed) return null;
  if (rateFactId === null) return new Refused(message('chart.rateMissing', { currency }));
  const fact = facts.find(({ id }) => id === rateFactId);
  const value = fact === undefined ? null : figureOf(fact).value;
  const [above, below] = (fact?.unit ?? '').split('/').map((unit) => splitUnit(unit).base);
  const isPair = (above === 'CNY' && below === 'USD') || (above === 'USD' && below === 'CNY');
  if (value === null || value <= 0 || !isPair) return new Refused(message('chart.rateNot', { factId: rateFactId }));
  return { factId: rateFactId, cnyPerUsd: above === 'CNY' ? value : 1 / value };
}

function refusedOrigins(series: readonly Series[]): Message[] {
  const made = series.filter(({ origin }) => origin === 'demonstration').length;
  return made > 0 && made < series.length ? [message('chart.demonstrationMixed')] : [];
}

function refusedGrains(spec: ChartSpec, series: readonly Series[], names: readonly LocalText[]): Message[] {
  const target = shownGrain(spec, series[0]);
  const fixed = series.flatMap((each, at) =>
    spec.grain !== null && !canRegroup(each.grain, target)
      ? [
          message('chart.notRegrouped', {
            ...inBoth('name', names[at]),
            ...inBoth('from', grainName(each.grain)),
            ...inBoth('to', grainName(target)),
          }),
        ]
      : [],
  );
  const other = series.findIndex((each) => shownGrain(spec, each) !== target);
  if (fixed.length > 0 || other === -1) return fixed.slice(0, 3);
  return [
    message('chart.grainsDiffer', {
      ...inBoth('first', names[0]),
      ...inBoth('firstGrain', grainName(series[0].grain)),
      ...inBoth('second', names[other]),
      ...inBoth('secondGrain', grainName(series[other].grain)),
    }),
  ];
}

export function grainName(grain: Grain): Message {
  return message(`chart.grain.${grain}`);
}

function refusedCurrencies({ currency }: ChartSpec, series: readonly Series[], names: readonly LocalText[]): Message[] {
  const at = series.findIndex(({ unit }) => isCurrency(unit) && !['CNY', 'USD'].includes(splitUnit(unit).base));
  if (currency === '' || at === -1) return [];
  return [message('chart.noRateFor', { ...inBoth('name', names[at]), unit: series[at].unit, currency })];
}

function refusedTransform({ transform }: ChartSpec, grain: Grain): Message[] {
  if (isTransformOf(transform, grain)) return [];
  const allowed = TRANSFORMS.filter((each) => isTransformOf(each, grain)).map((each) => transformName(each));
  const list = listed(allowed.map(textOf), { zh: '、', en: ', ' });
  return [
    message('chart.notOfGrain', {
      ...inBoth('grain', grainName(grain)),
      ...inBoth('transform', transformName(transform)),
      ...inBoth('allowed', list),
    }),
  ];
}

export function transformName(transform: ChartSpec['transform']): Message {
  return message(`chart.transform.${transform}`);
}

/** Changes and indexes have no unit; what has one must share it with what is drawn on the same axis or added to it. */
function refusedUnits(
  spec: ChartSpec,
  units: readonly string[],
  names: readonly LocalText[],
  panelOf: readonly number[],
): Message[] {
  const isPlain = spec.relativeTo !== undefined || isChange(spec.transform) || spec.transform === 'index';
  if (isPlain) return [];
  const base = (at: number) => splitUnit(units[at]).base;
  for (let at = 0; at < units.length; at++) {
    const first = addsUp(spec) ? 0 : panelOf.indexOf(panelOf[at]);
    if (base(first) === base(at)) continue;
    const [firstUnit, secondUnit] = [units[first], units[at]];
    const named = { ...inBoth('first', names[first]), ...inBoth('second', names[at]) };
    return [message('chart.unitsDiffer', { ...named, firstUnit, secondUnit })];
  }
  return [];
}

function refusedSums(
  spec: ChartSpec,
  series: readonly Series[],
  names: readonly LocalText[],
  entityNames: EntityNames,
): Message[] {
  if (!addsUp(spec)) return [];
  const [first] = series;
  const twice = series.flatMap((each, at) => {
    const other = series.findIndex((before) => overlap(before, each));
    return other < at ? [[other, at] as const] : [];
  })[0];
  if (twice !== undefined) {
    const [a, b] = twice;
    return [message('chart.subjectTwice', { ...inBoth('first', names[a]), ...inBoth('second', names[b]) })];
  }
  if (spec.isMixAllowed) return [];
  for (const [dimension, key, none] of [
    ['definition', 'chart.definitionsAdded', 'chart.noDefinition'],
    ['vendor', 'chart.vendorsAdded', 'chart.ownFigures'],
  ] as const) {
    const at = series.findIndex((each) => each[dimension] !== first[dimension]);
    if (at === -1) continue;
    const said = (of: Series) => (of[dimension] === '' ? message(none) : dimensionOf(of, dimension, entityNames));
    return [
      message(key, {
        ...inBoth('first', names[0]),
        ...inBoth('second', names[at]),
        ...inBoth('firstOf', said(first)),
        ...inBoth('secondOf', said(series[at])),
      }),
    ];
  }
  return [];
}

/** Whether adding both would count the same twice: '' is all markets or platforms. */
function overlap(a: Series, b: Series): boolean {
  const meet = (one: string, other: string) => one === other || one === '' || other === '';
  return (
    a.subjectId === b.subjectId && a.metricId === b.metricId && meet(a.market, b.market) && meet(a.platform, b.platform)
  );
}

function refusedRelation(spec: ChartSpec, inputs: ChartInputs, names: EntityNames): Message[] {
  if (spec.relativeTo === undefined) return [];
  const metric = inBoth('metric', names.of(spec.relativeTo));
  if (spec.transform !== 'none' && spec.transform !== 'ttm') return [message('chart.relativeTransform', metric)];
  const chosen = inputs.series.filter(({ id }) => spec.seriesIds.includes(id));
  return chosen.some((each) => relatedSeries(spec, inputs, each)) ? [] : [message('chart.noRelative', metric)];
}

/** One unit for all figures of one thing: the one they have, or the plain one where multiples differ. */
function measureIn(spec: ChartSpec, units: readonly string[], cnyPerUsd: number | null): Plan['measureOf'] {
  return (unit) => {
    const converted = convertedMeasure(unit, spec.currency, cnyPerUsd);
    const { times, base } = splitUnit(converted.unit);
    const alike = new Set(units.filter((other) => splitUnit(other).base === base));
    if (alike.size === 0 || (alike.size === 1 && alike.has(converted.unit))) return converted;
    const [first] = alike;
    if (alike.size === 1) return { unit: first, times: (converted.times * times) / splitUnit(first).times };
    return { unit: base, times: converted.times * times };
  };
}
