/** A chart as a workbook: formulas that other programs calculate as it was drawn, a native chart, and its sources. */
import { join } from 'node:path';
import type { WorkBook } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { exportChart } from '../../electron/excel/chart-workbook.ts';
import type { ChartImport } from '../../electron/excel/imports-sheet.ts';
import type { TableFact } from '../../electron/excel/table-sources-sheet.ts';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import { chartTable } from '../../shared/charts/chart-table.ts';
import { type ChartInputs, drawnChart } from '../../shared/charts/drawn.ts';
import type { Fact } from '../../shared/facts.ts';
import { sameInBoth } from '../../shared/language.ts';
import { type Grain, ordinalOf } from '../../shared/periods.ts';
import type { Observations, Series } from '../../shared/series.ts';
import { findLibreOffice } from '../setup/find-libreoffice.ts';
import { cachedDifferences, formulaCount } from './compare.ts';
import { SOURCES, temporaryFolder } from './export-document.ts';
import { type Parts, readParts } from './look-in.ts';
import { readWorkbook, recalculate } from './recalculate.ts';

function seriesOf(id: string, grain: Grain, fields: Partial<Series> = {}): Series {
  return {
    id,
    origin: 'own',
    subjectId: id,
    metricId: 'downloads',
    market: '',
    platform: '',
    vendor: 'V',
    definition: '',
    grain,
    unit: '万次',
    fiscalYearEnd: 12,
    note: sameInBoth(''),
    ...fields,
  };
}

function observationsOf(series: Series, from: string, values: (number | null)[]): Observations {
  const first = ordinalOf(series.grain, from);
  const there = values.flatMap((value, at) => (value === null ? [] : [[first + at, value]]));
  return {
    seriesId: series.id,
    ordinals: there.map(([ordinal]) => ordinal),
    values: there.map(([, value]) => value),
    qualifiers: [{ at: 1, qualifier: '≈' }],
    origins: [{ at: 0, importId: 7, factId: null }],
  };
}

const [a, b] = [seriesOf('a', 'day'), seriesOf('b', 'day')];
const wave = (base: number) => Array.from({ length: 60 }, (_, at) => (at === 30 ? null : base + at + ((at * 7) % 5)));
const days: ChartInputs = {
  series: [a, b],
  observations: [observationsOf(a, '2024-01-01', wave(50)), observationsOf(b, '2024-01-03', wave(2000))],
  entities: [],
  facts: [],
  events: [],
  sources: ['V'],
};
const [meta, google] = ['meta', 'google'].map((id) =>
  seriesOf(id, 'quarter', { metricId: 'capital-expenditure', unit: '百万USD', vendor: '', subjectId: id }),
);
const revenue = ['meta', 'google'].map((id) =>
  seriesOf(`revenue/${id}`, 'quarter', { metricId: 'revenue', unit: '百万USD', vendor: '', subjectId: id }),
);
const quarters: ChartInputs = {
  ...days,
  series: [meta, google, ...revenue],
  observations: [
    observationsOf(meta, '2022Q1', [5000, 5200, 5600, 6100, 7092, 6354, 6763, 7899]),
    observationsOf(google, '2022Q1', [9786, 6828, 7276, 7595, 6289, 6888, 8055, 11019]),
    observationsOf(revenue[0], '2022Q1', [27908, 28822, 27714, 32165, 28645, 31999, 34146, 40111]),
    observationsOf(revenue[1], '2022Q1', [68011, 69685, 69092, 76048, 69787, 74604, 76693, 86310]),
  ],
};

function specOf(inputs: ChartInputs, fields: Partial<ChartSpec> = {}): ChartSpec {
  return {
    plumbline: 'chart',
    version: 1,
    screen: 'downloads',
    kind: 'lines',
    seriesIds: inputs.series.slice(0, 2).map(({ id }) => id),
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
    figure: {
      number: '图 7',
      title: { zh: '日均下载', en: 'Daily downloads' },
      source: sameInBoth(''),
      widthCm: 16,
      heightCm: 8,
    },
    language: 'en',
    ...fields,
  };
}

const IMPORT: ChartImport = { id: 7, fileName: 'v.csv', vendor: 'V', reference: '', knownFrom: '2024-08-01' };

async function exported(inputs: ChartInputs, fields: Partial<ChartSpec> = {}, facts: TableFact[] = [], name = 'chart') {
  const spec = specOf(inputs, fields);
  const path = join(await temporaryFolder(), `${name}.xlsx`);
  const order = { spec, inputs, facts, imports: [IMPORT], sources: SOURCES, path, language: spec.language };
  exportChart(order, path, () => {});
  return { path, workbook: readWorkbook(path), table: chartTable(drawnChart(spec, inputs)) };
}

/** What stands in the table of the first sheet, as the program that wrote it calculated it. */
function shownIn(workbook: WorkBook, width: number, height: number): unknown[][] {
  const sheet = workbook.Sheets[workbook.SheetNames[0]];
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => sheet[`${String.fromCharCode(65 + column)}${4 + row}`]?.v ?? null),
  );
}

const CASES: [name: string, inputs: ChartInputs, fields: Partial<ChartSpec>, formula: RegExp][] = [
  ['the figures themselves', days, {}, /^'Data'!\$B\$\d+$/],
  ['averages', days, { withAverage: true }, /^AVERAGE\('Data'!\$B\$4:\$B\$10\)$/],
  ['averages alone', days, { transform: 'ma7' }, /^AVERAGE\('Data'!/],
  [
    'changes on the week',
    days,
    { transform: 'wow', from: '2024-02-10' },
    /^\('Data'!\$B\$11-'Data'!\$B\$4\)\/'Data'!\$B\$4\*100$/,
  ],
  ['an index', days, { transform: 'index', basePeriod: '2024-01-10' }, /^'Data'!\$B\$\d+\/'Data'!\$B\$\d+\*100$/],
  ['an index on its own base', days, { transform: 'index' }, /^'Data'!/],
  ['shares', days, { transform: 'share' }, /^'Data'!\$B\$(\d+)\/SUM\('Data'!\$B\$\1:\$C\$\1\)\*100$/],
  ['months', days, { grain: 'month' }, /^'Data'!/],
  ['small multiples', days, { kind: 'small-multiples' }, /^'Data'!/],
  ['bars', quarters, { kind: 'grouped-bars' }, /^'Data'!/],
  [
    'sums of a year',
    quarters,
    { kind: 'stacked-bars', transform: 'ttm', from: '2023Q1' },
    /^SUM\('Data'!\$B\$4:\$B\$7\)$/,
  ],
  ['changes on the year', quarters, { transform: 'yoy' }, /\*100$/],
  ['changes on the quarter', quarters, { transform: 'qoq' }, /\*100$/],
  ['parts of revenue', quarters, { relativeTo: 'revenue' }, /^'Data'!\$B\$\d+\/'Data'!\$C\$\d+\*100$/],
  ['parts of a year’s revenue', quarters, { relativeTo: 'revenue', transform: 'ttm' }, /^SUM\(.*\)\/SUM\(.*\)\*100$/],
  [
    'a period beside another',
    quarters,
    { from: '2023Q1', to: '2023Q4', comparedTo: { from: '2022Q1', to: '2022Q4' } },
    /./,
  ],
];

describe('A chart’s workbook', () => {
  test.each(CASES)(
    'holds %s as formulas, and what the table under the chart shows',
    async (_, inputs, fields, formula) => {
      const { workbook, table } = await exported(inputs, fields);
      const sheet = workbook.Sheets.Chart;
      const formulas = Object.values(sheet).flatMap((cell) => (typeof cell?.f === 'string' ? [cell.f] : []));
      expect(formulas.some((each) => formula.test(each))).toBe(true);
      const expected = table.rows.map((cells) => cells.map(({ value }) => value));
      expect(shownIn(workbook, table.columns.length, table.rows.length)).toEqual(expected);
      expect(expected.flat().filter((value) => typeof value === 'number')).toHaveLength(formulas.length);
    },
  );

  test('says its title, its remarks and its source', async () => {
    const { workbook } = await exported(days);
    const texts = Object.values(workbook.Sheets.Chart).map((cell) => cell?.v);
    expect(workbook.Sheets.Chart.A1.v).toBe('图 7: Daily downloads');
    expect(texts).toContain('Source: V');
    expect(Object.values(workbook.Sheets['Imported files']).map((cell) => cell?.v)).toContain('v.csv');
  });

  test('of made-up figures says so on every sheet with figures', async () => {
    const series = days.series.map((each) => ({ ...each, origin: 'demonstration' as const }));
    const { workbook } = await exported({ ...days, series });
    for (const name of ['Chart', 'Data']) expect(workbook.Sheets[name].A1.v).toMatch(/Demonstration data, not real/);
  });

  test('has a sheet of the facts that its figures are', async () => {
    const fact: Fact = {
      id: 'capex/meta/2022Q1',
      origin: 'bundled',
      sourceId: '002',
      place: '002/1',
      subjectId: 'meta',
      metricId: 'capital-expenditure',
      setting: '',
      value: 5000,
      text: '',
      unit: '百万USD',
      qualifier: '=',
      date: '2022Q1',
      printed: '5000',
      wording: 'capital expenditures 5,000',
      confidence: 'printed',
      correction: null,
      note: sameInBoth(''),
    };
    const observations = quarters.observations.map((each, at) => ({
      ...each,
      origins: [{ at: 0, importId: null, factId: at === 0 ? fact.id : null }],
    }));
    const [subject, metric] = [sameInBoth('Meta'), sameInBoth('capex')];
    const { workbook } = await exported({ ...quarters, observations }, {}, [
      { fact, isRetired: false, subject, metric },
    ]);
    expect(Object.values(workbook.Sheets.Sources).map((cell) => cell?.v)).toContain('capital expenditures 5,000');
    expect(workbook.SheetNames).toEqual(['Chart', 'Data', 'Sources']);
  });

  test('has a native chart of each panel', async () => {
    const one = readParts((await exported(days)).path);
    const two = readParts((await exported(days, { kind: 'small-multiples' })).path);
    const stacked = readParts((await exported(quarters, { kind: 'stacked-bars' })).path);
    const charts = (parts: Parts) => Object.entries(parts).filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
    expect([charts(one).length, charts(two).length]).toEqual([1, 2]);
    expect(charts(stacked)[0][1]).toMatch(/<c:barChart>.*stacked/s);
    expect(charts(one)[0][1]).toMatch(/<c:lineChart>/);
  });

  test('is refused with the chart’s own sentence', async () => {
    await expect(exported(days, { seriesIds: ['gone'] })).rejects.toMatchObject({ code: 'invalid-value' });
  });
});

test('Another program calculates the same', async ({ skip }) => {
  if (!findLibreOffice()) skip('LibreOffice is not installed');
  const all = CASES.map(([, inputs, fields], index) => exported(inputs, fields, [], `chart${index}`));
  const paths = (await Promise.all(all)).map(({ path }) => path);
  const recalculated = await recalculate(paths);
  for (const [index, path] of paths.entries()) {
    const ours = readWorkbook(path);
    expect(formulaCount(ours)).toBeGreaterThan(0);
    expect(cachedDifferences(ours, recalculated[index])).toEqual([]);
  }
});
