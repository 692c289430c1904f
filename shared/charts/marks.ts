/** What stands in a chart beside its lines: facts with bounds, guidance, events and peaks. */
import { inBoth, textOf } from '../both-languages.ts';
import type { ChartSpec } from '../chart-spec.ts';
import { type Entity, type FactView, figureOf, type Qualifier } from '../facts.ts';
import { message } from '../messages.ts';
import { type Days, daysOfLabel } from '../period-days.ts';
import { type Grain, isPeriodLabel, ordinalOf } from '../periods.ts';
import type { ChartEvent } from '../series.ts';
import type { Axis } from './axis.ts';
import type { Source } from './columns.ts';
import type { DrawnBand, DrawnBound, DrawnColumn, DrawnEvent, DrawnPeak } from './drawn.ts';
import type { Plan } from './plan.ts';
import { shownPeriodOfDay } from './regroup.ts';
import { rescaled } from './units.ts';

type Scene = { spec: ChartSpec; plan: Plan; axis: Axis; sources: readonly Source[] };

const BOUNDS: readonly Qualifier[] = ['>', '≥', '<', '≤', 'peak'];
const LOWER: readonly Qualifier[] = ['>', '≥'];
const UPPER: readonly Qualifier[] = ['<', '≤'];
/** What a fact's setting says of the periods that its figure is of. */
const PERIOD_WORDS: readonly (readonly [RegExp, Grain])[] = [
  [/\bdaily\b|日度|单日/i, 'day'],
  [/\bweekly\b|周度/i, 'week'],
  [/\bmonthly\b|月度/i, 'month'],
  [/\bquarterly\b|季度/i, 'quarter'],
  [/\bannual\b|全年|年度/i, 'year'],
];

export function isInUse({ isRetired, conflict }: FactView): boolean {
  return !isRetired && conflict !== 'passed-over';
}

/** Facts with bounds about what is drawn, as they stand; none where changes or sums are drawn. */
export function boundsOf(scene: Scene, facts: readonly FactView[], columns: readonly DrawnColumn[]): DrawnBound[] {
  const { spec, plan, axis, sources } = scene;
  if (!spec.withBounds || spec.transform !== 'none' || spec.relativeTo !== undefined) return [];
  const observed = new Set(columns.flatMap(({ origins }) => origins.map(({ factId }) => factId)));
  return facts.filter(isInUse).flatMap((fact) => {
    const { subjectId, metricId } = fact;
    const source = sources.find(
      ({ input: { series } }) => series.subjectId === subjectId && series.metricId === metricId,
    );
    const value = source && figureIn(fact, source, plan);
    if (source === undefined || value === undefined || observed.has(fact.id) || !BOUNDS.includes(fact.qualifier))
      return [];
    const days = daysOfFact(fact.date);
    if (days === null || !isOfGrain(fact, source, axis.grain)) return [];
    const span = spanOf(days, scene, source);
    if (span === null) return [];
    // What a report states is of the app, not of the vendor whose line it stands by.
    const name = plan.entityNames.of(subjectId);
    const { id: factId, qualifier, printed, setting } = fact;
    return [{ factId, subjectId, panel: source.panel, qualifier, value, ...span, printed, setting, name }];
  });
}

/** A peak of days says nothing about months; without a word on it a figure is of the period of its date. */
function isOfGrain({ setting, date }: FactView, { input: { series } }: Source, grain: Grain): boolean {
  if (series.grain !== grain && grain !== 'fiscal-quarter' && grain !== 'quarter') return false;
  const said = PERIOD_WORDS.find(([word]) => word.test(setting))?.[1];
  if (said !== undefined) return said === grain;
  return grain === 'day' || isPeriodLabel(grain, date);
}

/** Guidance of a year: whole where years or sums of twelve months are drawn, by quarters as their average. */
export function bandsOf(scene: Scene, facts: readonly FactView[]): DrawnBand[] {
  const { spec, axis, plan, sources } = scene;
  const isDrawn = spec.transform === 'none' || spec.transform === 'ttm';
  if (!spec.withGuidance || !isDrawn || spec.relativeTo !== undefined || spec.kind === 'stacked-bars') return [];
  const groups = Map.groupBy(facts.filter(isInUse), ({ subjectId, metricId, sourceId, setting, date }) =>
    [subjectId, metricId, sourceId, setting, date].join(' '),
  );
  return [...groups.values()].flatMap((group) => {
    const [fact] = group;
    const source = sources.find(
      ({ input: { series } }) =>
        series.subjectId === fact.subjectId && fact.metricId === guidanceMetric(series.metricId),
    );
    const days = daysOfFact(fact.date);
    if (source === undefined || days === null) return [];
    const span = spanOf(days, scene, source);
    if (span === null) return [];
    const parts = partsOf(fact.date, spec.transform, axis.grain);
    if (parts === undefined) return [];
    const sides = group.flatMap((each) => {
      const value = figureIn(each, source, plan);
      return value === undefined ? [] : [{ value: value / parts, qualifier: each.qualifier, factId: each.id }];
    });
    const low = sides.filter(({ qualifier }) => !UPPER.includes(qualifier)).map(({ value }) => value);
    const high = sides.filter(({ qualifier }) => !LOWER.includes(qualifier)).map(({ value }) => value);
    if (sides.length === 0) return [];
    return [
      {
        subjectId: fact.subjectId,
        panel: source.panel,
        name: textOf(message('chart.guidanceOf', inBoth('name', plan.entityNames.of(fact.subjectId)))),
        ...(spec.transform === 'ttm' ? { first: span.last, last: span.last } : span),
        low: low.length === 0 ? null : Math.min(...low),
        high: high.length === 0 ? null : Math.max(...high),
        parts,
        factIds: sides.map(({ factId }) => factId),
      },
    ];
  });
}

/** By how many its figure is divided; undefined where guidance of that date says nothing of what is drawn. */
function partsOf(date: string, transform: ChartSpec['transform'], grain: Grain): number | undefined {
  if (isPeriodLabel('year', date)) return transform === 'ttm' ? 1 : PARTS_OF_YEAR[grain];
  const isQuarter = isPeriodLabel('quarter', date) || isPeriodLabel('fiscal-quarter', date);
  return isQuarter && (transform === 'ttm' || grain === 'year') ? undefined : 1;
}

const PARTS_OF_YEAR: Partial<Record<Grain, number>> = { quarter: 4, 'fiscal-quarter': 4, year: 1 };

export function guidanceMetric(metricId: string): string {
  return `${metricId}-guidance`;
}

/** The last period that guidance of the series' subjects reaches. */
export function lastGuided(
  { spec, plan, sources }: Omit<Scene, 'axis'>,
  facts: readonly FactView[],
): number | undefined {
  if (!spec.withGuidance || spec.kind === 'stacked-bars' || PARTS_OF_YEAR[plan.grain] === undefined) return undefined;
  const ends = facts.filter(isInUse).flatMap((fact) => {
    const source = sources.find(
      ({ input: { series } }) =>
        series.subjectId === fact.subjectId && fact.metricId === guidanceMetric(series.metricId),
    );
    const days = daysOfFact(fact.date);
    if (source === undefined || days === null || figureOf(fact).value === null) return [];
    return [shownPeriodOfDay(calendarOf(spec, plan, source), days.last)];
  });
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** Events about what is drawn or its makers, and the user's own; in order of time. */
export function eventsOf(scene: Scene, events: readonly ChartEvent[], entities: readonly Entity[]): DrawnEvent[] {
  const { spec, plan, axis, sources } = scene;
  if (!spec.withEvents) return [];
  const makers = new Map(entities.map(({ id, organisationId }) => [id, organisationId]));
  const wholes = (id: string) => [id, makers.get(id) ?? ''].filter((each) => each !== '');
  const about = new Set(sources.flatMap(({ input: { series } }) => wholes(series.subjectId)));
  return events
    .filter(({ subjectId }) => subjectId === '' || wholes(subjectId).some((id) => about.has(id)))
    .filter(({ date }) => isPeriodLabel('day', date))
    .map(({ id, date, title, subjectId, factId }) => {
      const ordinal = shownPeriodOfDay(calendarOf(spec, plan, sources[0]), ordinalOf('day', date));
      return { eventId: id, at: ordinal - axis.first, title, subjectId, factId };
    })
    .filter(({ at }) => at >= 0 && at <= axis.last - axis.first)
    .toSorted((a, b) => a.at - b.at);
}

/** The highest value of each series in the periods shown. */
export function peaksOf({ withPeaks, kind }: ChartSpec, columns: readonly DrawnColumn[]): DrawnPeak[] {
  // In a stack a part does not stand at its own height.
  if (!withPeaks || kind === 'stacked-bars') return [];
  return columns
    .filter(({ role }) => role === 'value')
    .flatMap(({ key, values }) => {
      let at = -1;
      values.forEach((value, index) => {
        if (value !== null && (at === -1 || value > (values[at] ?? 0))) at = index;
      });
      const value = values[at] ?? null;
      return value === null ? [] : [{ columnKey: key, at, value }];
    });
}

/** Days of a fact's date; a week is written as its first and last day. */
export function daysOfFact(date: string): Days | null {
  const [first, last = first] = date.split('/').map((label) => (label === '' ? null : daysOfLabel(label, 12)));
  return first && last ? { first: first.first, last: last.last } : null;
}

function figureIn(fact: FactView, { input }: Source, plan: Plan): number | undefined {
  const { value } = figureOf(fact);
  if (value === null) return undefined;
  const { unit, times } = plan.measureOf(fact.unit);
  return rescaled(value * times, unit, input.unit);
}

function spanOf(days: Days, { spec, plan, axis }: Scene, source: Source): { first: number; last: number } | null {
  const calendar = calendarOf(spec, plan, source);
  const first = Math.max(0, shownPeriodOfDay(calendar, days.first) - axis.first);
  const last = Math.min(axis.last - axis.first, shownPeriodOfDay(calendar, days.last) - axis.first);
  return first > last ? null : { first, last };
}

function calendarOf({ calendar }: ChartSpec, { grain }: Plan, { input: { series } }: Source) {
  return { to: grain, calendar, fiscalYearEnd: series.fiscalYearEnd };
}
