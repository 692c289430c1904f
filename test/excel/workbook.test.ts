/** What stands in the workbook, read from its parts: formulas, looks, names, comments, texts. */
import { describe, expect, test } from 'vitest';
import type { SheetDocument } from '../../shared/sheet.ts';
import { exportDocuments } from './export-document.ts';
import { lookIn, readParts } from './look-in.ts';
import { readWorkbook } from './recalculate.ts';
import { type Row, sheetOf } from './sheet-of.ts';

async function partsOf(document: SheetDocument): Promise<Record<string, string>> {
  const [path] = await exportDocuments([document], 'en');
  return readParts(path);
}

async function cellsOf(document: SheetDocument) {
  const [path] = await exportDocuments([document], 'en');
  const workbook = readWorkbook(path);
  return { workbook, model: workbook.Sheets[workbook.SheetNames[0]] };
}

/** Without a time axis the first line stands in row 5, and the base in column D. */
describe('Formulas', () => {
  const rows: Row[] = [
    { name: 'a', cells: ['2', null] },
    { name: 'b', cells: ['3', '4'] },
    { heading: 'Results' },
    { name: 'c', cells: ['=a*(b+1)-b^2', null] },
    { name: 'd', cells: ['=SUM(a:c)&""', null] },
    { name: 'e', cells: ['=STDEV.S(a:b)', null] },
    { name: 'f', cells: ['=nothing+1', null] },
    { name: 'g', cells: ['=h', null] },
    { name: 'h', cells: ['=g', null] },
    { name: 'i', cells: ['=ROUND(a:b,1)', null] },
    { name: 'j', cells: ['=', null] },
  ];

  test.each([
    ['an input', 'D5', undefined, 2],
    ['an inherited input is a link', 'E5', 'D5', 2],
    ['an override', 'E6', undefined, 4],
    ['a formula', 'D8', 'D5*(D6+1)-D6^2', -1],
    ['an inherited formula reads its own column', 'E8', 'E5*(E6+1)-E6^2', -6],
    ['a range of lines, headings within', 'D9', 'SUM(D5:D8)&""', '4'],
    ['a function of later date', 'D10', '_xlfn.STDEV.S(D5:D6)', Math.SQRT1_2],
    ['an unknown name', 'D11', '#NAME?+1', '#NAME?'],
    ['a cycle', 'D12', 'NA()', '#N/A'],
    ['a range where one value is wanted', 'D14', 'ROUND(#VALUE!,1)', '#VALUE!'],
    ['a formula that cannot be read', 'D15', '#NAME?', '#NAME?'],
  ])('%s (%s)', async (_, address, formula, value) => {
    const { model } = await cellsOf(sheetOf(rows));
    const { f, v, w, t } = model[address];
    expect(f?.replace(/^STDEV/, '_xlfn.STDEV')).toBe(formula);
    if (typeof value === 'number') expect(v).toBeCloseTo(value, 12);
    else expect(t === 'e' ? w : v).toBe(value);
  });

  test('read periods in the columns beside, and an empty cell outside of the time axis', async () => {
    const timeAxis = { grain: 'year', start: '2023', count: 3 } as const;
    const document = sheetOf(
      [
        { name: 'x', cells: ['5', null] },
        { name: 'change', cells: ['=x-x[-1]', null] },
        { name: 'total', cells: ['=SUM(x[*])', null] },
        { name: 'recent', cells: ['=SUM(x[-1:0])+x[2023]', null] },
      ],
      { timeAxis },
    );
    const { model } = await cellsOf(document);
    const formulas = (row: number) => ['D', 'E', 'F', 'G'].map((column) => model[column + row].f);
    expect([6, 7, 8, 9].map(formulas)).toEqual([
      [undefined, 'D6', 'D6', 'D6'],
      ['D6-$D$3', 'E6-D6', 'F6-E6', 'G6-$D$3'],
      ['SUM(D6:F6)', 'SUM(D6:F6)', 'SUM(D6:F6)', 'SUM(G6:I6)'],
      ['SUM(D6:D6)+D6', 'SUM(D6:E6)+D6', 'SUM(E6:F6)+D6', 'SUM(G6:G6)+G6'],
    ]);
    expect(model.D3).toBeUndefined();
  });

  test('write conversions between units out; units that do not fit are #N/A with a comment', async () => {
    const document = sheetOf([
      { name: 'rent', unit: 'USD/h', cells: ['2'] },
      { name: 'hours', unit: 'h', cells: ['1000'] },
      { name: 'rate', unit: 'CNY/USD', cells: ['7'] },
      { name: 'cost', unit: '万元', cells: ['=rent*hours*rate'] },
      { name: 'budget', unit: '亿元', cells: ['1'] },
      { name: 'total', unit: 'CNY', cells: ['=SUM(cost:budget)'] },
      { name: 'wrong', unit: 'CNY', cells: ['=cost+hours'] },
      { name: 'after', unit: '', cells: ['=IFERROR(wrong,0)'] },
    ]);
    const { model } = await cellsOf(document);
    expect(model.D8).toMatchObject({ f: 'D5*D6*D7/10000', v: 1.4 });
    expect(model.D10).toMatchObject({ f: 'SUM(D8,D9*10000)*10000', v: 100_014_000 });
    expect(model.D11).toMatchObject({ f: 'NA()', w: '#N/A' });
    expect(model.D12).toMatchObject({ f: 'IFERROR(D11,0)', v: 0 });
    const { 'xl/comments1.xml': comments } = await partsOf(document);
    expect(comments).toMatch(/ref="D11"/);
  });

  test('that are too long for Excel are values with a comment', async () => {
    const document = sheetOf([
      { name: 'x', cells: ['2'] },
      { name: 'y', cells: [`=x${'+x'.repeat(3000)}`] },
    ]);
    const { model } = await cellsOf(document);
    expect(model.D6).toMatchObject({ v: 6002 });
    expect(model.D6.f).toBeUndefined();
    const { 'xl/comments1.xml': comments } = await partsOf(document);
    expect(comments).toMatch(/ref="D6".*9002 characters; Excel takes 8192/s);
  });
});

describe('Texts', () => {
  test.each(['=1+1', '+1', '-cmd', '@SUM(A1)', '{=1}', "'quoted"])('%s stays text', async (text) => {
    const document = sheetOf([{ name: 'x', label: text, note: text, cells: [`="${text}"`, `'${text}`] }], {
      title: text,
    });
    const { model } = await cellsOf(document);
    for (const address of ['A1', 'A5', 'H5', 'E5']) {
      expect([address, model[address].f, model[address].t, model[address].v]).toEqual([address, undefined, 's', text]);
    }
    expect([model.D5.t, model.D5.v]).toEqual(['s', text]);
  });

  test.each([
    ['12', 's'],
    ['TRUE', 's'],
    ['', 's'],
    ['#N/A', 's'],
  ])('a formula that gives the text "%s" is cached as text', async (text, kind) => {
    const { model } = await cellsOf(sheetOf([{ name: 'x', cells: [`="${text}"`] }]));
    expect([model.D5.t, model.D5.v]).toEqual([kind, text]);
  });

  test.each([
    ['a\u0001b', 'a\ufffdb'],
    ['half \ud800', 'half \ufffd'],
    ['😀 <b>&"', '😀 <b>&"'],
    ['a\r\nb', 'a\nb'],
    ['x'.repeat(10_000), 'x'.repeat(10_000)],
  ])('%j is written as a cell can hold it', async (label, written) => {
    const { model } = await cellsOf(sheetOf([{ name: 'x', label, cells: ['1'] }]));
    expect(model.A5.v).toBe(written);
  });
});

describe('Names', () => {
  test('of sheets keep to the rules of Excel and differ', async () => {
    const reported = { value: 1, text: '1', step: 0, period: '' };
    const sources = [{ sourceId: '002', place: '', wording: '' }];
    const row = { name: 'x', cells: ['1'], reported, sources };
    const namesFor = async (title: string) => (await cellsOf(sheetOf([row], { title }))).workbook.SheetNames;
    expect(await namesFor("[a]:b*c?/\\ it's")).toEqual(['a b c it’s', 'Reconciliation', 'Sources']);
    expect(await namesFor('sources')).toEqual(['sources', 'Reconciliation', 'Sources 2']);
    expect(await namesFor('History')).toEqual(['History 2', 'Reconciliation', 'Sources']);
    expect(await namesFor('')).toEqual(['Model', 'Reconciliation', 'Sources']);
    expect((await namesFor('长'.repeat(40)))[0]).toBe('长'.repeat(31));
  });

  test('of lines mean their cell in the base scenario', async () => {
    const names = ['营收', 'A1', 'r1c1', 'R', 'FY24', 'Ｗｉｄｅ', '_xlfn', '_A1', '𠀀'];
    const { workbook } = await cellsOf(sheetOf(names.map((name) => ({ name, cells: ['1', null] }))));
    const defined = workbook.Workbook?.Names?.filter(({ Name }) => !Name.startsWith('_xlnm')) ?? [];
    expect(Object.fromEntries(defined.map(({ Name, Ref }) => [Name, Ref]))).toEqual({
      营收: "'Test'!$D$5",
      _A1: "'Test'!$D$6",
      _r1c1: "'Test'!$D$7",
      _R: "'Test'!$D$8",
      _FY24: "'Test'!$D$9",
      Wide: "'Test'!$D$10",
      __xlfn: "'Test'!$D$11",
      _A1_2: "'Test'!$D$12",
      _: "'Test'!$D$13",
    });
  });
});

describe('Looks', () => {
  const rows: Row[] = [
    { heading: 'Inputs' },
    { name: 'x', unit: '%', note: 'Why so', cells: ['35', '40'], format: { decimals: 1, grouping: true } },
    { heading: 'Results' },
    { name: 'y', cells: ['=x*2', null], format: { decimals: 0, grouping: true } },
  ];

  const lookOf = async (address: string) => lookIn(await partsOf(sheetOf(rows)), address);

  test.each([
    ['an input is blue', 'D6', { colour: '0000FF', fill: undefined, format: '#,##0.0"%"' }],
    ['an override is on yellow', 'E6', { colour: '0000FF', fill: 'FFF2CC', format: '#,##0.0"%"' }],
    ['a formula is black', 'D8', { colour: '000000', fill: undefined }],
  ])('%s', async (_, address, look) => {
    expect(await lookOf(address)).toMatchObject(look);
  });

  test('panes are frozen below the header and beside the unit', async () => {
    const { 'xl/worksheets/sheet1.xml': xml } = await partsOf(sheetOf(rows));
    expect(xml).toContain('<pane xSplit="3" ySplit="4" topLeftCell="D5" activePane="bottomRight" state="frozen"/>');
  });

  test('lines fold under their heading, with the button beside it', async () => {
    const { 'xl/worksheets/sheet1.xml': xml } = await partsOf(sheetOf(rows));
    expect(xml).toContain('<outlinePr summaryBelow="0"/>');
    expect([...xml.matchAll(/<row r="(\d+)"[^>]*outlineLevel="1"/g)].map(([, row]) => row)).toEqual(['6', '8']);
  });

  test('prints landscape, one page wide, with the header on each page', async () => {
    const { 'xl/worksheets/sheet1.xml': xml, 'xl/workbook.xml': workbook } = await partsOf(sheetOf(rows));
    expect(xml).toMatch(/<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/);
    expect(xml).toContain('<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter>');
    expect(workbook).toMatch(/<definedName name="_xlnm.Print_Titles" localSheetId="0">Test!\$4:\$4</);
  });

  test('a note is a comment on the line', async () => {
    const { 'xl/comments1.xml': xml } = await partsOf(sheetOf(rows));
    expect(xml).toMatch(/ref="A6".*Why so/s);
  });

  test('a column of Chinese labels is wide enough for them', async () => {
    const { 'xl/worksheets/sheet1.xml': xml } = await partsOf(
      sheetOf([{ name: 'x', label: '训练算力成本合计', cells: ['1'] }]),
    );
    expect(Number(/<col min="1" max="1" width="([\d.]+)"/.exec(xml)?.[1])).toBeGreaterThan(16);
  });

  test('the chart shows results of one unit by scenario', async () => {
    const parts = await partsOf(
      sheetOf([
        { name: 'x', cells: ['1', '2'] },
        ...['y', 'z'].map((name) => ({ name, label: name, unit: '', cells: ['=x*2', null] })),
      ]),
    );
    const chart = parts['xl/charts/chart1.xml'];
    expect(chart.match(/<c:ser>/g)).toHaveLength(2);
    expect(chart).toContain('<c:f>Chart!$A$4:$A$5</c:f>');
    const cached = [...chart.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text]) => text);
    expect(cached.slice(0, 4)).toEqual(['Test', 'Base', 'y', 'z']);
  });
});

describe('Reconciliation', () => {
  test.each([
    [100, 0, 'Agrees'],
    [100.4, 1, 'Agrees as rounded'],
    [103, 1, 'Differs by -2.913%'],
    [0, 1, 'Differs'],
  ])('a model of 100 against a reported %d, printed in steps of %d: %s', async (value, step, verdict) => {
    const reported = { value, step, text: `≈ ${value}`, period: '' };
    const { workbook, model } = await cellsOf(sheetOf([{ name: 'x', cells: ['=10^2'], reported }]));
    expect(model.F5.v).toBe(verdict);
    expect(model.F5.f).toBe("'Reconciliation'!$J$8");
    expect(workbook.Sheets.Reconciliation.G8).toMatchObject({ f: "'Test'!$D$5", v: 100 });
  });
});
