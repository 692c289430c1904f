import { beforeEach, describe, expect, test } from 'vitest';
import { copySelection } from '../../renderer/features/sheet/clipboard/clipboard-events.ts';
import { parseOwnHtml, parseTsv, printHtml } from '../../renderer/features/sheet/clipboard/clipboard-formats.ts';
import { planPaste } from '../../renderer/features/sheet/clipboard/paste-block.ts';
import { columnsOf, rowsOf } from '../../renderer/features/sheet/grid/columns.ts';
import { indexSnapshot, type SheetData } from '../../renderer/features/sheet/sheet-data.ts';
import { useSheetStore } from '../../renderer/features/sheet/sheet-store.ts';
import { printTsv } from '../../renderer/ui/tsv.ts';
import { BASE, HIGH, LOW, lineOf, snapshotOf } from './sheet-fixture.ts';

describe('text from a spreadsheet', () => {
  test.each([
    ['one cell', '1,234', [['1,234']]],
    [
      'the line break at the end',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['empty cells', '\t\t\n', [['', '', '']]],
    ['quotes around a line break and a tab', '"a\nb\tc"\td', [['a\nb\tc', 'd']]],
    ['doubled quotes', '"say ""yes"""', [['say "yes"']]],
    ['a quote within', 'a "b" c\t5" disk', [['a "b" c', '5" disk']]],
    ['a quote that never closes', '"a\tb', [['"a', 'b']]],
    ['rows of different length', 'a\nb\tc', [['a'], ['b', 'c']]],
  ])('is read with %s', (_what, text, expected) => {
    expect(parseTsv(text)).toEqual(expected);
  });

  test.each([
    [
      [
        ['a', '', 'c'],
        ['x\ny', 'q"q', 't\tt'],
      ],
    ],
    [[['=SUM(a:b)', '中文', '-1']]],
  ])('is written so that it reads back: %j', (table) => {
    expect(parseTsv(printTsv(table))).toEqual(table);
  });
});

test('formulas travel in the HTML beside the values, and foreign HTML has none', () => {
  const contents = [['=a<b & "c"', '两\n行']];
  expect(parseOwnHtml(printHtml({ texts: [['TRUE', 'x']], contents, marks: [''] }))).toEqual(contents);
  expect(parseOwnHtml('<table><tr><td>1</td></tr></table>')).toBeNull();
});

test('rows with made-up numbers leave with the mark behind them, and come back without', () => {
  const data = indexSnapshot({
    ...snapshotOf([
      { line: lineOf({ id: 11 }), values: [1, 2, 3], contents: ['1'] },
      { line: lineOf({ id: 12 }), values: [4, 5, 6], contents: ['=SERIES("d")'] },
    ]),
    demonstration: [{ scenarioId: LOW, period: '', lineIds: [12] }],
  });
  const copied = (left: number, right: number) => {
    const [rows, columns] = [rowsOf(data, new Set()), columnsOf(data, null)];
    const selection = { anchor: { row: 0, column: left }, focus: { row: 1, column: right } };
    useSheetStore.setState({ data, rows, columns, selection });
    const taken = new Map<string, string>();
    const clipboardData = { setData: (type: string, text: string) => taken.set(type, text) };
    copySelection({ clipboardData, preventDefault: () => {} });
    return taken;
  };
  expect(copied(4, 5).get('text/plain')).toBe('2\t3\n5\t6\tDemonstration data, not real');
  expect(copied(5, 5).get('text/plain')).toBe('3\n6');
  const html = copied(2, 4).get('text/html') ?? '';
  expect(html).toContain('>Demonstration data, not real</td></tr></table>');
  expect(parseOwnHtml(html)).toEqual([
    ['', '1', '1'],
    ['', '=SERIES("d")', '=SERIES("d")'],
  ]);
});

describe('a paste', () => {
  let data: SheetData;
  beforeEach(() => {
    data = indexSnapshot(
      snapshotOf([
        { line: lineOf({ id: 10, kind: 'heading', name: '' }), values: [] },
        { line: lineOf({ id: 11 }), values: [1], contents: ['1'] },
        { line: lineOf({ id: 12 }), values: [2], contents: ['2'] },
      ]),
    );
  });

  /** Columns: 0 label, 1 name, 2 unit, 3 BASE, 4 LOW, 5 HIGH, 6 reported, 7 verdict. Rows: 0 heading, 1 and 2 lines, 3 new. */
  const paste = (table: string[][], top: number, left: number, bottom = top, right = left) =>
    planPaste(table, {
      data,
      rows: rowsOf(data, new Set()),
      columns: columnsOf(data, null),
      rectangle: { top, bottom, left, right },
      language: 'en',
    });
  const cell = (lineId: number, scenarioId: number, content: string | null) => ({
    lineId,
    scenarioId,
    period: '',
    content,
  });

  test('goes into cells as typed, and an empty field falls back', () => {
    expect(
      paste(
        [
          ['1,234', '12%'],
          ['=line11*2', ''],
        ],
        1,
        3,
      ),
    ).toMatchObject({
      ok: true,
      block: {
        lines: [],
        newLines: [],
        cells: [cell(11, BASE, '1,234'), cell(11, LOW, '12%'), cell(12, BASE, '=line11*2'), cell(12, LOW, null)],
      },
    });
  });

  test('below the end makes lines, with the rest of the block in them', () => {
    expect(
      paste(
        [
          ['甲', '', 'h', '5'],
          ['乙', 'b', '', ''],
        ],
        3,
        0,
      ),
    ).toMatchObject({
      block: {
        cells: [],
        newLines: [
          { label: { zh: '甲', en: '甲' }, unit: 'h', cells: [{ scenarioId: BASE, period: '', content: '5' }] },
          { label: { zh: '乙', en: '乙' }, name: 'b' },
        ],
      },
      pasted: { top: 3, bottom: 4, left: 0, right: 3 },
    });
  });

  test('changes label, name and unit of lines that are there', () => {
    expect(paste([['A', 'a', 'GPU']], 2, 0)).toMatchObject({
      block: { lines: [{ lineId: 12, fields: { label: { zh: 'A', en: 'A' }, name: 'a', unit: 'GPU' } }] },
    });
  });

  test('of one cell fills the selection', () => {
    expect(paste([['7']], 1, 3, 2, 5)).toMatchObject({
      block: { cells: [11, 12].flatMap((id) => [BASE, LOW, HIGH].map((scenario) => cell(id, scenario, '7'))) },
    });
  });

  test.each([
    ['a formula that is malformed', [['1'], ['=1+(']], 1, 3, { row: 2, column: 1, text: '=1+(' }],
    ['a value for a heading', [['x', '', '', '5']], 0, 0, { row: 1, column: 4, text: '5' }],
    ['a value for the verdict', [['5']], 1, 7, { row: 1, column: 1, text: '5' }],
    ['a value beyond the last column', [['', '', '5']], 1, 6, { row: 1, column: 3, text: '5' }],
  ])('with %s is refused as a whole, and says where', (_what, table, top, left, refusal) => {
    expect(paste(table, top, left)).toMatchObject({ ok: false, refusal });
  });
});
