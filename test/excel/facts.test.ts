/** Facts in a workbook: a sheet that says where each comes from, and links to it that other programs follow. */
import { describe, expect, test } from 'vitest';
import type { SheetFact } from '../../electron/excel/facts-sheet.ts';
import { findLibreOffice } from '../setup/find-libreoffice.ts';
import { cachedDifferences, differences } from './compare.ts';
import { exportDocuments } from './export-document.ts';
import { lookIn, readParts } from './look-in.ts';
import { readWorkbook, recalculate } from './recalculate.ts';
import { sheetOf } from './sheet-of.ts';

const name = (text: string) => ({ zh: text, en: text });

function factOf(id: string, figure: SheetFact['figure'], fields: Partial<SheetFact['fact']> = {}): SheetFact {
  const fact = {
    id,
    setting: '',
    qualifier: '=' as const,
    date: '',
    sourceId: '002',
    place: '002/图表14',
    printed: '',
    wording: '',
    correction: null,
    ...fields,
  };
  return { id, figure, fact, subject: name('A100'), metric: name('rent') };
}

const FACTS = [
  factOf('rent', { value: 1.36, unit: 'USD/(GPU*h)' }, { wording: '租金 1.36 美元', printed: '1.36', date: '2023-04' }),
  factOf('rate', { value: 6.86, unit: 'CNY/USD' }, { id: 'rate-2', qualifier: '≈' }),
  factOf(
    'score',
    { value: 88.6, unit: '%' },
    { printed: '83.6', correction: { value: 88.6, text: '', reason: name('The report prints it twice') } },
  ),
  factOf('licence', { value: '=Apache "2.0"', unit: '' }),
  factOf('gone', 'retired'),
];

const document = sheetOf(
  [
    { name: 'rent', unit: 'USD/(GPU*h)', cells: ['=FACT("rent")', '2'] },
    { name: 'daily', unit: 'USD/(GPU*d)', cells: ['=FACT("rent")', null] },
    { name: 'cost', unit: '万元', cells: ['=rent*1000[GPU*h]*FACT("rate")', null] },
    { name: 'share', unit: '', cells: ['=1-FACT("score")', null] },
    { name: 'licence', cells: ['=FACT("licence")', null] },
    { name: 'text', cells: ['=FACT("licence")&"!"', null] },
    { name: 'sum', cells: ['=SUM(FACT("licence"),2)', null] },
    { name: 'gone', cells: ['=FACT("gone")', null] },
    { name: 'caught', cells: ['=IFNA(FACT("gone"),5)', null] },
    { name: 'unknown', cells: ['=FACT("unknown")', null] },
    { name: 'computed', cells: ['=FACT("re"&"nt")', null] },
  ],
  { title: 'Model' },
);

async function exported() {
  const [path] = await exportDocuments([document], 'en', { facts: FACTS });
  return { path, workbook: readWorkbook(path) };
}

describe('A sheet that takes facts', () => {
  test('links to them, with conversions written out', async () => {
    const { workbook } = await exported();
    const { Model: sheet } = workbook.Sheets;
    const rows = document.lines.map((_, at) => 5 + at);
    expect(Object.fromEntries(rows.map((row) => [sheet[`B${row}`].v, sheet[`D${row}`].f]))).toEqual({
      rent: "'Facts'!$E$4",
      daily: "'Facts'!$E$4*24",
      cost: "D5*1000*'Facts'!$E$5/10000",
      share: "1-'Facts'!$E$6/100",
      licence: "'Facts'!$E$7",
      text: '\'Facts\'!$E$7&"!"',
      sum: "SUM('Facts'!$E$7,2)",
      gone: '#N/A',
      caught: 'IFNA(#N/A,5)',
      unknown: '#NAME?',
      computed: '#VALUE!',
    });
  });

  test('has a sheet of them that says where each was read, what was corrected and what was chosen', async () => {
    const { workbook } = await exported();
    const { Facts: sheet } = workbook.Sheets;
    const row = (number: number) => [...'ABCDEFGHIJKLM'].map((column) => sheet[`${column}${number}`]?.v ?? '');
    expect(row(4)).toEqual([
      'rent',
      'A100',
      'rent',
      '',
      1.36,
      'USD/(GPU*h)',
      '=',
      '2023-04',
      '1.36',
      '',
      '开源模型报告',
      '图表14',
      '租金 1.36 美元',
    ]);
    expect(row(5).slice(4, 10)).toEqual([6.86, 'CNY/USD', '≈', '', '', 'Chosen in a conflict: rate-2']);
    expect(row(6).slice(4, 10)).toEqual([88.6, '%', '=', '', '83.6', 'The report prints it twice']);
    expect([sheet.E7.t, sheet.E7.v, sheet.E7.f]).toEqual(['s', '=Apache "2.0"', undefined]);
    expect(sheet.E8.v).toBe('Retired');
  });

  test('names the sources of its facts on the sources sheet, and beside the line', async () => {
    const { workbook } = await exported();
    const { Sources: sheet, Model: model } = workbook.Sheets;
    expect([sheet.B4.v, sheet.C4.v, sheet.F4.v, sheet.G4.v]).toEqual([
      'rent',
      '开源模型报告',
      '图表14',
      '租金 1.36 美元',
    ]);
    expect(model.I5.v).toBe('图表14: 租金 1.36 美元');
  });

  test('shows links to facts in green, inputs in blue and other formulas in black', async () => {
    const { path } = await exported();
    const parts = readParts(path);
    expect(['D5', 'E5', 'D6', 'D7'].map((address) => lookIn(parts, address).colour)).toEqual([
      '00803C',
      '0000FF',
      '00803C',
      '000000',
    ]);
  });

  test('is calculated by LibreOffice as here', async ({ skip }) => {
    if (!findLibreOffice()) skip('LibreOffice is not installed');
    const { path, workbook } = await exported();
    const [recalculated] = await recalculate([path]);
    expect(differences(document, recalculated, FACTS)).toEqual([]);
    expect(cachedDifferences(workbook, recalculated)).toEqual([]);
  });
});

test('A sheet without facts has no sheet of them', async () => {
  const [path] = await exportDocuments([sheetOf([{ name: 'x', cells: ['=1+1'] }])], 'en');
  expect(readWorkbook(path).SheetNames).toEqual(['Test', 'Chart']);
});
