/** A table of a screen as a workbook: as another program reads it, with its notes, looks and sources. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TableFact } from '../../electron/excel/table-sources-sheet.ts';
import { exportTable } from '../../electron/excel/table-workbook.ts';
import type { Fact } from '../../shared/facts.ts';
import { sameInBoth } from '../../shared/language.ts';
import type { Table, TableCell } from '../../shared/table.ts';
import { findLibreOffice } from '../setup/find-libreoffice.ts';
import { SOURCES, temporaryFolder } from './export-document.ts';
import { lookIn, readParts } from './look-in.ts';
import { plainValue, readWorkbook, recalculate } from './recalculate.ts';

const cell = (value: TableCell['value'], more: Partial<TableCell> = {}): TableCell => ({
  value,
  unit: '',
  factId: null,
  remark: '',
  isBold: false,
  ...more,
});

function factOf(id: string, more: Partial<Fact> = {}): TableFact {
  const fact: Fact = {
    id,
    origin: 'bundled',
    sourceId: '002',
    place: '002/图表14',
    subjectId: 'llama',
    metricId: 'mmlu',
    setting: '5-shot',
    value: 63.4,
    text: '',
    unit: '%',
    qualifier: '≈',
    date: '2023-02',
    confidence: 'printed',
    note: sameInBoth(''),
    correction: null,
    printed: '约 63.4',
    wording: 'MMLU 约 63.4',
    ...more,
  };
  return { fact, isRetired: false, subject: sameInBoth('LLaMA 65B'), metric: sameInBoth('MMLU') };
}

const correction = { value: 64.3, text: '', reason: sameInBoth('Digits swapped') };
const FACTS = [factOf('a'), factOf('b', { value: 63.4, correction, wording: '=1+1' })];

/** Text that a spreadsheet would calculate, were it typed in. */
const DANGEROUS = ['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', "'quoted", '=HYPERLINK("http://x","y")'];

const TABLE: Table = {
  title: sameInBoth('=Scores: 2023/24'),
  columns: [
    { heading: 'Model', unit: '' },
    { heading: 'MMLU', unit: '%' },
    { heading: 'Price', unit: '' },
    { heading: '=Year', unit: '' },
  ],
  rows: [
    [cell('Large', { isBold: true }), cell(null), cell(null), cell(null)],
    [cell('LLaMA 65B'), cell(63.4, { factId: 'a' }), cell(0.002, { unit: 'CNY/token' }), cell(2023)],
    [
      cell('LLaMA 33B'),
      cell(64.3, { factId: 'b', isBold: true, remark: '已更正：0-shot' }),
      cell(1234.5, { unit: '万元' }),
      cell(2024),
    ],
    ...DANGEROUS.map((text) => [cell(text), cell(null), cell('开源', { factId: 'a' }), cell('', { remark: 'empty' })]),
  ],
};

async function exported(table = TABLE, facts = FACTS) {
  const path = join(await temporaryFolder(), 'table.xlsx');
  const done = exportTable({ table, facts, sources: SOURCES, path, language: 'en' }, path, () => {});
  return { path, done, workbook: readWorkbook(path) };
}

describe('A table as a workbook', () => {
  test('holds the title, headings with units, and every cell as what it is', async () => {
    const { workbook, done } = await exported();
    const [name, sources] = workbook.SheetNames;
    expect([name, sources]).toEqual(['=Scores 2023 24', 'Sources']);
    const sheet = workbook.Sheets[name];
    const at = (address: string) => plainValue(sheet[address]);
    expect(at('A1')).toBe('=Scores: 2023/24');
    expect(['A3', 'B3', 'C3', 'D3'].map(at)).toEqual(['Model', 'MMLU (%)', 'Price', '=Year']);
    expect(['A5', 'B5', 'C5', 'D5'].map(at)).toEqual(['LLaMA 65B', 63.4, 0.002, 2023]);
    expect(DANGEROUS.map((_, index) => sheet[`A${7 + index}`])).toMatchObject(
      DANGEROUS.map((text) => ({ t: 's', v: text })),
    );
    expect(Object.values(sheet).filter((each) => each?.f !== undefined)).toEqual([]);
    expect(done.cellCount).toBe(1 + 4 + 4 + 2 * DANGEROUS.length);
    expect(sheet.B6.c?.[0].t).toBe('已更正：0-shot');
    expect(sheet.D7.c?.[0].t).toBe('empty');
  });

  test('shows numbers in formats that fit, bold as bold, and facts green', async () => {
    const parts = readParts((await exported()).path);
    expect(['B5', 'C5', 'C6', 'D5'].map((address) => lookIn(parts, address).format)).toEqual([
      '#,##0.0',
      '#,##0.000" CNY/token"',
      '#,##0.0" 万元"',
      '0',
    ]);
    expect(lookIn(parts, 'B5').colour).toBe('00803C');
    expect(lookIn(parts, 'C5').colour).not.toBe('00803C');
  });

  test('links each cell to the line that says where its fact comes from', async () => {
    const { workbook } = await exported();
    const [name, sources] = workbook.SheetNames;
    const sheet = workbook.Sheets[name];
    expect(sheet.B5.l?.Target).toMatch(/Sources'?!\$?A\$?4$/);
    expect(sheet.B6.l?.Target).toMatch(/Sources'?!\$?A\$?5$/);
    expect(sheet.C7.l?.Target).toMatch(/Sources'?!\$?A\$?4$/);
    const line = (row: number) =>
      [...'ABCDEFGHIJKLMNO'].map((letter) => plainValue(workbook.Sheets[sources][letter + row]));
    const shared = ['LLaMA 65B', 'MMLU', '5-shot'];
    const place = ['%', '≈', '2023-02', '开源模型报告', '研究所', '图表14', '约 63.4'];
    expect(line(4)).toEqual(['a', ...shared, 63.4, ...place, 'MMLU 约 63.4', null, null]);
    expect(line(5)).toEqual(['b', ...shared, 64.3, ...place, '=1+1', 63.4, 'Digits swapped']);
  });

  test('of more cells than Excel has links for still opens', async () => {
    const rows = Array.from({ length: 66_000 }, (_, index) => [cell(index, { factId: 'a' })]);
    const { workbook } = await exported({ title: sameInBoth('Many'), columns: [{ heading: 'n', unit: '' }], rows });
    const sheet = workbook.Sheets.Many;
    expect([sheet.A65533.l === undefined, sheet.A65534.l === undefined, sheet.A66003.v]).toEqual([false, true, 65_999]);
  });

  test.skipIf(findLibreOffice() === null)('is read by LibreOffice to the same cells', async () => {
    const { path, workbook } = await exported();
    const [again] = await recalculate([path]);
    for (const name of workbook.SheetNames) {
      const [before, after] = [workbook.Sheets[name], again.Sheets[name]];
      for (const address of Object.keys(before).filter((key) => /^[A-Z]+\d+$/.test(key))) {
        expect([address, plainValue(after[address])]).toEqual([address, plainValue(before[address])]);
      }
    }
  });
});
