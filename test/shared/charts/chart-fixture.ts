/** Small charts for tests: series with figures by label of period, and the rest as it is mostly. */
import type { ChartSpec } from '../../../shared/chart-spec.ts';
import { type ChartInputs, type Drawn, drawnChart } from '../../../shared/charts/drawn.ts';
import type { Entity, FactView } from '../../../shared/facts.ts';
import { formatMessage } from '../../../shared/messages.ts';
import { ordinalOf } from '../../../shared/periods.ts';
import type { Observations, Series } from '../../../shared/series.ts';

export const SPEC: ChartSpec = {
  plumbline: 'chart',
  version: 1,
  screen: 'downloads',
  kind: 'lines',
  seriesIds: [],
  from: '',
  to: '',
  grain: null,
  calendar: 'calendar',
  transform: 'none',
  basePeriod: '',
  withAverage: false,
  isLogarithmic: false,
  currency: '',
  rateFactId: null,
  asKnownOn: '',
  withEvents: false,
  withBounds: false,
  withPeaks: false,
  withGuidance: false,
  comparedTo: null,
  figure: { number: '', title: { zh: '', en: '' }, source: { zh: '', en: '' }, widthCm: 16, heightCm: 9 },
  language: 'en',
};

const SERIES: Series = {
  id: '',
  origin: 'own',
  subjectId: '',
  metricId: 'capital-expenditure',
  market: '',
  platform: '',
  vendor: '',
  definition: '',
  grain: 'quarter',
  unit: '百万USD',
  fiscalYearEnd: 12,
  note: { zh: '', en: '' },
};

export type Figures = Record<string, number>;
export type Given = { series: Series; figures: Figures };

/** Its id is that of its subject where none is given. */
export function seriesOf(subjectId: string, figures: Figures, more: Partial<Series> = {}): Given {
  return { series: { ...SERIES, id: subjectId, subjectId, ...more }, figures };
}

/** Days from `first` on. */
export function daysOf(first: string, values: readonly (number | null)[]): Figures {
  const start = Date.parse(first);
  return Object.fromEntries(
    values.flatMap((value, at) =>
      value === null ? [] : [[new Date(start + at * 86_400_000).toISOString().slice(0, 10), value]],
    ),
  );
}

export function inputsOf(given: readonly Given[], more: Partial<ChartInputs> = {}): ChartInputs {
  return {
    series: given.map(({ series }) => series),
    observations: given.map(({ series, figures }): Observations => {
      const entries = Object.entries(figures).toSorted(([a], [b]) => (a < b ? -1 : 1));
      return {
        seriesId: series.id,
        ordinals: entries.map(([label]) => ordinalOf(series.grain, label)),
        values: entries.map(([, value]) => value),
        qualifiers: [],
        origins: entries.map(([label], at) => ({ at, importId: null, factId: `source/${series.id}/${label}` })),
      };
    }),
    entities: [...new Set(given.map(({ series }) => series.subjectId))].map(entityOf),
    facts: [],
    events: [],
    sources: [],
    ...more,
  };
}

export function entityOf(id: string): Entity {
  const name = id.charAt(0).toUpperCase() + id.slice(1);
  return {
    id,
    origin: 'bundled',
    kind: 'other',
    name: { zh: name, en: name },
    aliases: [],
    organisationId: '',
    unit: '',
    better: '',
  };
}

export function factOf(id: string, more: Partial<FactView>): FactView {
  return {
    id,
    origin: 'bundled',
    sourceId: 'source',
    place: '',
    printed: '',
    wording: '',
    subjectId: '',
    metricId: '',
    setting: '',
    value: null,
    text: '',
    unit: '',
    qualifier: '=',
    date: '',
    confidence: 'printed',
    note: { zh: '', en: '' },
    correction: null,
    bundled: null,
    isRetired: false,
    topic: '',
    conflict: 'none',
    ...more,
  };
}

/** One side of what a company says it will spend in a period. */
export function guidanceOf(subjectId: string, qualifier: '≥' | '≤', value: number, date = '2024'): FactView {
  const metricId = 'capital-expenditure-guidance';
  return factOf(`${date}/${qualifier}`, { subjectId, metricId, value, unit: '亿USD', qualifier, date });
}

/** All given series in one chart. */
export function draw(given: readonly Given[], spec: Partial<ChartSpec> = {}, more: Partial<ChartInputs> = {}): Drawn {
  return drawnChart(specOf(given, spec), inputsOf(given, more));
}

export function specOf(given: readonly Given[], spec: Partial<ChartSpec> = {}): ChartSpec {
  return { ...SPEC, seriesIds: given.map(({ series }) => series.id), ...spec };
}

/** What is drawn as `label value` by column. */
export function valuesOf({ columns, periods }: Drawn): Record<string, string[]> {
  return Object.fromEntries(
    columns.map(({ key, values }) => [
      key,
      values.flatMap((value, at) => (value === null ? [] : [`${periods[at]} ${Number(value.toPrecision(8))}`])),
    ]),
  );
}

export function refusalsOf({ refusals }: Drawn): string[] {
  return refusals.map((said) => formatMessage(said, 'en'));
}

export function remarksOf({ remarks }: Drawn): string[] {
  return remarks.map(({ said }) => formatMessage(said, 'en'));
}
