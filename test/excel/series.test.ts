/** Series in a workbook: a sheet of what is taken of them, and formulas over it that other programs calculate alike. */
import { describe, expect, test } from 'vitest';
import type { SheetSeries } from '../../electron/excel/series-sheet.ts';
import { sameInBoth } from '../../shared/language.ts';
import { type Grain, ordinalOf } from '../../shared/periods.ts';
import { documentOf } from '../engine/sheet-of.ts';
import { findLibreOffice } from '../setup/find-libreoffice.ts';
import { cachedDifferences, differences } from './compare.ts';
import { exportDocuments } from './export-document.ts';
import { readWorkbook, recalculate } from './recalculate.ts';

function seriesOf(id: string, grain: Grain, from: string, values: (number | null)[], unit: string): SheetSeries {
  const first = ordinalOf(grain, from);
  const there = values.flatMap((value, at) => (value === null ? [] : [{ ordinal: first + at, value }]));
  const [ordinals, known] = [there.map(({ ordinal }) => ordinal), there.map(({ value }) => value)];
  return {
    series: {
      id,
      origin: 'own',
      subjectId: 'meta',
      metricId: 'capital-expenditure',
      market: '',
      platform: '',
      vendor: '',
      definition: 'gross',
      grain,
      unit,
      fiscalYearEnd: 12,
      note: sameInBoth(''),
    },
    held: { grain, fiscalYearEnd: 12, unit, ordinals, values: known },
    subject: sameInBoth('Meta'),
    metric: sameInBoth('Capital expenditure'),
    qualifiers: [{ at: 2, qualifier: '≈' }],
    origins: [
      { at: 0, ref: { sourceId: '002', place: '002/图表14', wording: 'so it says' } },
      { at: 3, ref: { sourceId: 'filing.json', place: '2024-05-01', wording: '' } },
    ],
  };
}

const SERIES = [
  seriesOf('capex', 'quarter', '2022Q1', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], '亿USD'),
  seriesOf('gaps', 'quarter', '2023Q1', [1, null, 3], ''),
  seriesOf('days', 'day', '2023-01-01', [...Array(95).keys()], '万次'),
];

const document = documentOf(
  [
    { name: 'now', unit: '百万USD', cells: { '1': '=SERIES("capex")', '1@2023Q4': '1' } },
    { name: 'year', cells: { '1': '=SERIES("capex",,"ttm")/2' } },
    { name: 'growth', unit: '%', cells: { '1': '=SERIES("capex",,"yoy")' } },
    { name: 'twice', cells: { '1': '=1+2*SERIES("capex",,"qoq")^2' } },
    { name: 'mean', cells: { '1': '=SERIES("capex",,"average")' } },
    { name: 'one', cells: { '1': '=SERIES("capex","2022Q2")+SERIES("capex","latest")' } },
    {
      name: 'days',
      cells: { '1@2023Q1': '=SERIES("days",,"sum")+SERIES("days",,"mean")+SERIES("days","2023-01-09","ma7")' },
    },
    { name: 'gap', cells: { '1': '=IFNA(SERIES("gaps"),7)' } },
    { name: 'gaps', cells: { '1': '=SERIES("gaps")+SERIES("gaps",,"average")' } },
    { name: 'sum', cells: { '1': '=SUM(SERIES("capex"),SERIES("capex","2022Q1"))' } },
    { name: 'unknown', cells: { '1': '=SERIES("unknown")' } },
    { name: 'wrong', cells: { '1': '=SERIES("capex","soon")' } },
    { name: 'computed', cells: { '1': '=SERIES("cap"&"ex")' } },
  ],
  { axis: { grain: 'quarter', start: '2023Q1', count: 4 } },
);

async function exported(series = SERIES) {
  const [path] = await exportDocuments([document], 'en', { series });
  return { path, workbook: readWorkbook(path) };
}

describe('A sheet that takes series', () => {
  test('calculates over the cells that hold them', async () => {
    const { workbook } = await exported();
    const sheet = workbook.Sheets[workbook.SheetNames[0]];
    const formulas = document.lines.map(({ name }, at) => [name, sheet[`D${6 + at}`].f ?? sheet[`D${6 + at}`].v]);
    expect(Object.fromEntries(formulas)).toEqual({
      now: "'Series'!$F$8*100",
      year: "SUM('Series'!$F$5:$F$8)/2",
      growth: "('Series'!$F$8-'Series'!$F$4)/'Series'!$F$4*100",
      twice: "1+2*(('Series'!$F$8-'Series'!$F$7)/'Series'!$F$7)^2",
      mean: "AVERAGE('Series'!$F$8:$F$11)",
      one: "'Series'!$F$5+'Series'!$F$13",
      days: "SUM('Series'!$F$16:$F$105)+AVERAGE('Series'!$F$16:$F$105)+AVERAGE('Series'!$F$18:$F$24)",
      gap: "IFNA('Series'!$F$14,7)",
      gaps: "'Series'!$F$14+AVERAGE('Series'!$F$14:$F$15)",
      sum: "SUM('Series'!$F$8,'Series'!$F$4)",
      unknown: '#NAME?',
      wrong: '#VALUE!',
      computed: '#VALUE!',
    });
  });

  test('has a sheet of what it takes, each period with its source', async () => {
    const { workbook } = await exported();
    const { Series: sheet, Sources: sources } = workbook.Sheets;
    const row = (number: number) => [...'ABCDEFGHIJK'].map((column) => sheet[`${column}${number}`]?.v ?? '');
    const named = ['capex', 'Meta', 'Capital expenditure', 'gross'];
    expect(row(6)).toEqual([...named, '2022Q3', 3, '亿USD', '≈', '开源模型报告', '图表14', 'so it says']);
    expect(row(7)).toEqual([...named, '2022Q4', 4, '亿USD', '=', 'filing.json', '2024-05-01', '']);
    expect([sheet.E14.v, sheet.E15.v, sheet.E16.v, sheet.E105.v, sheet.E106]).toEqual([
      '2023Q1',
      '2023Q3',
      '2023-01-01',
      '2023-03-31',
      undefined,
    ]);
    expect([sources.B4.v, sources.C4.v, sources.F4.v, sources.C5.v]).toEqual([
      'now',
      '开源模型报告',
      '图表14',
      'filing.json',
    ]);
  });

  test('of made-up numbers says so at the top of its sheets', async () => {
    const made = SERIES.map(({ series, ...rest }) => ({
      ...rest,
      series: { ...series, origin: 'demonstration' as const },
    }));
    const { workbook } = await exported(made);
    expect(workbook.Sheets[workbook.SheetNames[0]].A1.v).toMatch(/^【Demonstration data, not real】/);
    expect(workbook.Sheets.Series.A1.v).toMatch(/Demonstration data, not real/);
    expect(workbook.Sheets.Series.D4.v).toMatch(/Demonstration data, not real/);
  });

  test('is calculated by LibreOffice as here', async ({ skip }) => {
    if (!findLibreOffice()) skip('LibreOffice is not installed');
    const { path, workbook } = await exported();
    const [recalculated] = await recalculate([path]);
    expect(differences(document, recalculated, [], SERIES)).toEqual([]);
    expect(cachedDifferences(workbook, recalculated)).toEqual([]);
  });
});
