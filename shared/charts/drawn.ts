/**
 * What a chart shows, as data: the one thing from which the chart, the table below it, TSV, CSV,
 * Excel and the commentary are made, so that they cannot differ.
 *
 *     const drawn = drawnChart(spec, { series, observations, entities, facts, events });
 *     if (drawn.refusals.length > 0) …                  // nothing is drawn; each says why and what to do
 *     chartOption(drawn, { theme: PRINT_THEME, … })     // chart-option.ts
 *     chartTable(drawn)                                 // chart-table.ts
 */
import type { ChartSpec } from '../chart-spec.ts';
import type { Entity, FactView, Qualifier } from '../facts.ts';
import type { LocalText } from '../language.ts';
import type { Message } from '../messages.ts';
import type { Grain } from '../periods.ts';
import type { ChartEvent, Observations, Series } from '../series.ts';

export type ChartInputs = {
  series: readonly Series[];
  /** Over `neededRange(spec)`: changes and averages look back behind the first period shown. */
  observations: readonly Observations[];
  /** At least those that series, facts and events name. */
  entities: readonly Entity[];
  /** In use: of the series' subjects and metrics (bounds), guidance, and the exchange rate. */
  facts: readonly FactView[];
  events: readonly ChartEvent[];
  /** Titles of the sources of bundled series and of imports, for the line below the chart. */
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
  /** The column of `inputs` that it is computed from. */
  inputKey: string;
};

/** A series as it goes into the transform: in the unit and periods shown, with what lies before them. */
export type DrawnInput = { key: string; seriesId: string; name: LocalText; unit: string; values: (number | null)[] };

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
  /** What the columns are computed from, over `inputPeriods`. */
  inputs: DrawnInput[];
  inputPeriods: string[];
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
  /** What stands after 资料来源. */
  sources: LocalText;
};
