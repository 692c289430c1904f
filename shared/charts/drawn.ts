/**
 * What a chart shows, as data: the one thing from which the chart, the table below it, TSV, CSV,
 * Excel and the commentary are made, so that they cannot differ.
 *
 *     const drawn = drawnChart(spec, { series, observations, entities, facts, events });
 *     if (drawn.refusals.length > 0) …                  // nothing is drawn; each says why and what to do
 *     chartOption(drawn, { theme: PRINT_THEME, … })     // chart-option.ts
 *     chartTable(drawn)                                 // chart-table.ts
 */
import { inBoth } from '../both-languages.ts';
import type { ChartSpec } from '../chart-spec.ts';
import type { Entity, FactView, Qualifier } from '../facts.ts';
import type { LocalText } from '../language.ts';
import { type Message, message } from '../messages.ts';
import { type Grain, labelAt } from '../periods.ts';
import type { ChartEvent, Observations, Series } from '../series.ts';
import { type Axis, axisOf, type Comparison, comparisonOf, periodsOn } from './axis.ts';
import { type Calculation, calculate, type Refused } from './calculation.ts';
import { averageColumn, comparedColumn, drawnInput, type Source, valueColumn } from './columns.ts';
import { bandsOf, boundsOf, eventsOf, lastGuided, peaksOf } from './marks.ts';
import { methodBreaks } from './method-breaks.ts';
import { transformName } from './plan.ts';
import { columnRemarks, remarksOf, sourcesOf } from './remarks.ts';
import { firstNeeded } from './transforms.ts';

export type ChartInputs = {
  series: readonly Series[];
  /** As far as there are: changes and averages look back behind the first period shown. */
  observations: readonly Observations[];
  /** At least those that series, facts and events name. */
  entities: readonly Entity[];
  /** In use: of the series' subjects and metrics (bounds), guidance, and the exchange rate. */
  facts: readonly FactView[];
  events: readonly ChartEvent[];
  /** Titles of the documents and names of the vendors that the observations are from. */
  sources: readonly string[];
};

export type DrawnColumn = {
  /** Stable over transforms and ranges: `seriesId`, `seriesId average`, `seriesId compared`. */
  key: string;
  seriesId: string;
  subjectId: string;
  /** `average`: of the value column of the same series; `compared`: the same in the second period. */
  role: 'value' | 'average' | 'compared';
  /** What distinguishes it from the other columns: the subject, and market, vendor … where they differ. */
  name: LocalText;
  /** `%` of changes and shares (in percent), '' of an index. */
  unit: string;
  /** Index of the panel that it is drawn in. */
  panel: number;
  /** By index of `periods`; null is a gap. */
  values: (number | null)[];
  /** Of values that are not plain `=`. */
  qualifiers: { at: number; qualifier: Qualifier }[];
  /** Where runs of values came from, each from index `at` to the next one's. */
  origins: { at: number; importId: number | null; factId: string | null }[];
  /** Why there is no value where the series has a figure, by index. */
  without: { at: number; reason: Message }[];
  /** What holds for the whole column: its definition, its fiscal year … */
  remarks: Message[];
  /** Periods to add to one of the axis for the period that the value is of; 0 but of `compared`. */
  offset: number;
  /** The column of `drawnInputs` that it is computed from. */
  inputKey: string;
};

/** A series as it goes into the transform: in the unit and periods shown, with what lies before them. */
export type DrawnInput = Pick<DrawnColumn, 'key' | 'seriesId' | 'name' | 'unit' | 'values' | 'qualifiers' | 'origins'>;

/** What the columns are computed from, over their own periods. */
export type DrawnInputs = { inputs: DrawnInput[]; inputPeriods: string[] };

/** A figure with a bound (`>74万`) or a peak: a fact, drawn as what it says over the periods that it is of. */
export type DrawnBound = {
  factId: string;
  subjectId: string;
  panel: number;
  qualifier: Qualifier;
  value: number;
  /** Indexes of `periods`, both inclusive. */
  first: number;
  last: number;
  printed: string;
  setting: string;
  name: LocalText;
};

/** Of events, and of where a vendor changed its method, which is shown in any case. */
export type DrawnEvent = { eventId: string; at: number; title: LocalText; subjectId: string; factId: string | null };
export type DrawnPeak = { columnKey: string; at: number; value: number };

/** Guidance from `low` to `high` over periods; null where that side is open. */
export type DrawnBand = {
  subjectId: string;
  panel: number;
  name: LocalText;
  first: number;
  last: number;
  low: number | null;
  high: number | null;
  /** Of how many periods it is the average: 4 where guidance of a year is drawn by quarters. */
  parts: number;
  factIds: string[];
};

export type DrawnRemark = { said: Message; columnKeys: string[] };

export type Drawn = {
  spec: ChartSpec;
  grain: Grain;
  /** Labels on the axis. */
  periods: string[];
  ordinals: number[];
  /** Titles of the panels in order; one without a title where there are no panels. */
  panels: LocalText[];
  columns: DrawnColumn[];
  bounds: DrawnBound[];
  events: DrawnEvent[];
  peaks: DrawnPeak[];
  bands: DrawnBand[];
  /** To be read with the chart wherever it goes: mixed definitions, the rate of conversion … */
  remarks: DrawnRemark[];
  /** Where there is one, nothing else is drawn. */
  refusals: Message[];
  isDemonstration: boolean;
  /** Of all value columns where it is the same; '' otherwise. */
  unit: string;
  /** The exchange rate that values were converted at. */
  rate: { factId: string; cnyPerUsd: number } | null;
  /** The period at which an index is 100; '' of what is no index. */
  base: string;
  /** What stands after 资料来源. */
  sources: LocalText;
};

/** Everything that the chart shows; with refusals, and nothing else, where it cannot be drawn as asked for. */
export function drawnChart(spec: ChartSpec, inputs: ChartInputs): Drawn {
  return drawnOver(calculate(spec, inputs), spec);
}

/** The same of a calculation, over a range that may be another one than that of its spec. */
export function drawnOver(calculation: Calculation | Refused, { from, to }: Pick<ChartSpec, 'from' | 'to'>): Drawn {
  const spec = { ...calculation.spec, from, to };
  const { inputs } = calculation;
  if ('refusals' in calculation) return nothingDrawn(spec, inputs, calculation.refusals);
  const placed = placedOn(calculation, spec);
  if ('key' in placed) return nothingDrawn(spec, inputs, [placed]);
  const { plan, sources, unrelated, base } = calculation;
  const { axis } = placed;
  const columns = columnsOf(spec, calculation, placed);
  const scene = { spec, plan, axis, sources };
  const bands = bandsOf(scene, inputs.facts);
  const units = new Set(columns.map(({ unit }) => unit));
  const isDemonstration = plan.series.some(({ origin }) => origin === 'demonstration');
  const baseLabel = base === undefined ? '' : labelAt(plan.grain, base);
  return {
    spec,
    grain: plan.grain,
    ...periodsOn(axis),
    panels: plan.panels,
    columns,
    bounds: boundsOf(scene, inputs.facts, columns),
    events: [
      ...eventsOf(scene, inputs.events, inputs.entities),
      ...methodBreaks({ axis, sources, names: plan.entityNames }),
    ].toSorted((one, other) => one.at - other.at),
    peaks: peaksOf(spec, columns),
    bands,
    remarks: remarksOf({ spec, plan, sources, columns, bands, base: baseLabel, unrelated }),
    refusals: [],
    isDemonstration,
    unit: units.size === 1 ? columns[0].unit : '',
    rate: plan.rate,
    base: baseLabel,
    sources: sourcesOf(spec, sources, inputs.sources, isDemonstration),
  };
}

/** What the columns of a chart are computed from; of a ratio each series and, behind it, what it is divided by. */
export function drawnInputs(spec: ChartSpec, inputs: ChartInputs): DrawnInputs {
  const calculation = calculate(spec, inputs);
  const placed = 'refusals' in calculation ? null : placedOn(calculation, spec);
  if ('refusals' in calculation || placed === null || 'key' in placed) return { inputs: [], inputPeriods: [] };
  const axis = inputAxisOf(spec, calculation, placed);
  return {
    inputs: calculation.sources.flatMap((source) => inputsOf(source, axis)),
    inputPeriods: periodsOn(axis).periods,
  };
}

type Placed = { axis: Axis; comparison: Comparison };

/** The axis of a range, or why there is none. */
function placedOn({ calendar, plan, sources, points, inputs }: Calculation, spec: ChartSpec): Placed | Message {
  const guided = lastGuided({ spec, plan, sources }, inputs.facts);
  const drawn = points.map((each) => each.points);
  const axis = axisOf(spec, calendar, drawn, guided);
  if ('refusal' in axis) {
    const figures = sources.map(({ input }) => input.points);
    const ofFigures = axisOf(spec, calendar, figures, guided);
    // There may be figures, but nothing that can be computed of them.
    if (!('refusal' in ofFigures)) return emptyReason(spec, sources, message('chart.noValues'));
    // An index without a base begins with the range: beyond all figures there is none at all.
    const refused = axis.refusal.key === 'chart.noValues' ? ofFigures : axis;
    return emptyReason(spec, sources, refused.refusal);
  }
  const comparison = comparisonOf(spec, calendar, axis);
  return comparison !== null && 'key' in comparison ? comparison : { axis, comparison };
}

function nothingDrawn(spec: ChartSpec, inputs: ChartInputs, refusals: Message[]): Drawn {
  const chosen = inputs.series.filter(({ id }) => spec.seriesIds.includes(id));
  return {
    spec,
    grain: spec.grain ?? chosen[0]?.grain ?? 'day',
    periods: [],
    ordinals: [],
    panels: [],
    columns: [],
    bounds: [],
    events: [],
    peaks: [],
    bands: [],
    remarks: [],
    refusals,
    isDemonstration: chosen.some(({ origin }) => origin === 'demonstration'),
    unit: '',
    rate: null,
    base: '',
    sources: spec.figure.source,
  };
}

/** Where there are figures but no transformed ones, that is what is said. */
function emptyReason(spec: ChartSpec, sources: readonly Source[], refusal: Message): Message {
  const hasFigures = sources.some(({ input }) => input.points.ordinals.length > 0);
  if (refusal.key !== 'chart.noValues') return refusal;
  if (!hasFigures && spec.asKnownOn !== '') return message('chart.nothingKnown', { date: spec.asKnownOn });
  if (!hasFigures || spec.transform === 'none') return refusal;
  return message('chart.noTransformed', inBoth('transform', transformName(spec.transform)));
}

function columnsOf(
  spec: ChartSpec,
  { plan, sources, points, averages, base }: Calculation,
  { axis, comparison }: Placed,
): DrawnColumn[] {
  return sources.flatMap((source, at) => {
    const remarks = columnRemarks(source.input.series);
    const value = { ...valueColumn(source, points[at], { axis, plan, spec, base }), remarks };
    return [
      value,
      ...(averages === null ? [] : [averageColumn(value, averages[at], axis)]),
      ...(comparison === null ? [] : [comparedColumn(value, points[at].points, source.input, { axis, ...comparison })]),
    ];
  });
}

/** From the first figure that anything drawn needs to the last one. */
function inputAxisOf(
  spec: ChartSpec,
  { plan, sources, averages, base }: Calculation,
  { axis, comparison }: Placed,
): Axis {
  const starts = sources.flatMap(({ input: { points } }) => points.ordinals.slice(0, 1));
  const transform = averages === null ? spec.transform : 'ma7';
  const needed = firstNeeded(transform, plan.grain, axis.first);
  const compared = comparison === null ? needed : firstNeeded(transform, plan.grain, axis.first + comparison.offset);
  const first = Math.max(Math.min(needed, compared, base ?? needed), Math.min(axis.first, ...starts));
  const lastCompared = comparison === null ? axis.last : Math.min(comparison.last, axis.last + comparison.offset);
  return { grain: axis.grain, first, last: Math.max(axis.last, lastCompared) };
}

function inputsOf(source: Source, axis: Axis): DrawnInput[] {
  const { input, relative } = source;
  const divisor = relative === undefined ? [] : [drawnInput({ input: relative, name: source.name }, axis)];
  return [drawnInput({ input, name: source.name }, axis), ...divisor];
}
