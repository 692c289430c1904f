import { beforeEach, describe, expect, test } from 'vitest';
import { originOf } from '../../renderer/features/sheet/editing/cell-content.ts';
import { cellFace } from '../../renderer/features/sheet/grid/cell-face.ts';
import { addressAt, columnsOf, rowsOf } from '../../renderer/features/sheet/grid/columns.ts';
import { fillTarget, scrollStep } from '../../renderer/features/sheet/grid/pointer.ts';
import { clampSelection, edgeFrom, rectangleOf } from '../../renderer/features/sheet/grid/selection.ts';
import { countVerdicts } from '../../renderer/features/sheet/grid/verdicts.ts';
import { indexSnapshot, type SheetData } from '../../renderer/features/sheet/sheet-data.ts';
import { selectionStatistics } from '../../renderer/features/sheet/status-bar/selection-statistics.ts';
import { BASE, HIGH, LOW, lineOf, snapshotOf } from './sheet-fixture.ts';

/** `.` is an empty cell, `x` a filled one, one string a row. */
const ISLANDS = ['xx.x', '....', 'x..x', 'x...', 'x...'];

describe('Ctrl+arrow goes', () => {
  test.each([
    ['to the end of a run', [0, 0], [0, 1], [0, 1]],
    ['across a gap', [0, 1], [0, 1], [0, 3]],
    ['from an empty cell to the next filled one', [1, 3], [1, 0], [2, 3]],
    ['down a run', [2, 0], [1, 0], [4, 0]],
    ['to the edge where nothing follows', [2, 3], [1, 0], [4, 3]],
    ['nowhere from the edge', [4, 0], [1, 0], [4, 0]],
    ['up and left as well', [4, 0], [-1, 0], [2, 0]],
  ])('%s', (_what, from, step, expected) => {
    const place = ([row, column]: number[]) => ({ row, column });
    const isFilled = ({ row, column }: { row: number; column: number }) => ISLANDS[row][column] === 'x';
    expect(edgeFrom(place(from), place(step), { rows: 5, columns: 4 }, isFilled)).toEqual(place(expected));
  });
});

test('a selection has one rectangle whichever way it was drawn, and never leaves the sheet', () => {
  const drawn = { anchor: { row: 3, column: 4 }, focus: { row: 1, column: 2 } };
  expect(rectangleOf(drawn)).toEqual({ top: 1, bottom: 3, left: 2, right: 4 });
  expect(rectangleOf(clampSelection(drawn, { rows: 3, columns: 4 }))).toEqual({ top: 1, bottom: 2, left: 2, right: 3 });
});

describe('the fill handle of B2:C3 dragged to', () => {
  const source = { top: 1, bottom: 2, left: 1, right: 2 };
  test.each([
    ['below', { row: 5, column: 1 }, { top: 3, bottom: 5, left: 1, right: 2 }],
    ['above', { row: 0, column: 2 }, { top: 0, bottom: 0, left: 1, right: 2 }],
    ['the right', { row: 3, column: 9 }, { top: 1, bottom: 2, left: 3, right: 9 }],
    ['the left', { row: 1, column: 0 }, { top: 1, bottom: 2, left: 0, right: 0 }],
    ['itself', { row: 2, column: 2 }, null],
  ])('%s', (_where, place, expected) => {
    expect(fillTarget(source, place)).toEqual(expected);
  });
});

describe('of a sheet', () => {
  let data: SheetData;
  beforeEach(() => {
    data = indexSnapshot(
      snapshotOf([
        { line: lineOf({ id: 10, kind: 'heading', name: '' }), values: [] },
        { line: lineOf({ id: 11, unit: 'h' }), values: [1, 2, 1], contents: ['1', '2', null] },
        {
          line: lineOf({ id: 12, unit: 'h', reported: { value: 4, text: '4', step: 1, period: '' } }),
          values: [3.6, 4, null],
          contents: ['=line11*3.6', null, null],
        },
        { line: lineOf({ id: 13, kind: 'heading', name: '' }), values: [] },
        { line: lineOf({ id: 14, unit: 'd' }), values: [10, 'text', true], contents: ['10', 'text', 'TRUE'] },
      ]),
    );
  });

  test('scenarios are columns between the line’s own and what is reported', () => {
    expect(columnsOf(data, null).map(({ key }) => key)).toEqual([
      'label',
      'name',
      'unit',
      `value/${BASE}/`,
      `value/${LOW}/`,
      `value/${HIGH}/`,
      'reported',
      'verdict',
    ]);
  });

  test('with a time axis the periods of the scenario shown are', () => {
    data.sheet = { ...data.sheet, timeAxis: { grain: 'quarter', start: '2024Q4', count: 2 } };
    data.periods = ['2024Q4', '2025Q1'];
    const columns = columnsOf(data, LOW).slice(3, 6);
    expect(columns.map((column) => addressAt({ lineId: 11 }, column))).toEqual([
      { lineId: 11, scenarioId: LOW, period: '' },
      { lineId: 11, scenarioId: LOW, period: '2024Q4' },
      { lineId: 11, scenarioId: LOW, period: '2025Q1' },
    ]);
  });

  test.each([
    ['all lines and an empty row', [], 0, [10, 11, 12, 13, 14, null]],
    ['not what is folded', [10], 0, [10, 13, 14, null]],
    ['an empty row more for a line that is being made', [], 1, [10, 11, 12, 13, 14, null, null]],
  ])('%s show', (_what, folded, expected, lineIds) => {
    expect(rowsOf(data, new Set(folded), expected).map(({ lineId }) => lineId)).toEqual(lineIds);
  });

  test.each([
    [11, BASE, 'own'],
    [11, LOW, 'override'],
    [11, HIGH, 'inherited'],
    [12, LOW, 'inherited'],
    [10, BASE, 'empty'],
  ] as const)('line %i in scenario %i is %s', (lineId, scenarioId, expected) => {
    expect(originOf(data, lineId, { kind: 'value', key: '', scenarioId, period: '' })).toBe(expected);
  });

  test.each([
    ['numbers of one unit', { top: 1, bottom: 2, left: 3, right: 4 }, [10.6, 2.65, 1, 4], 4, 'h'],
    ['numbers of two units', { top: 1, bottom: 4, left: 3, right: 3 }, [14.6, 14.6 / 3, 1, 10], 3, null],
    ['text and TRUE count but are no numbers', { top: 4, bottom: 4, left: 4, right: 5 }, null, 2, null],
    ['names and units do not count', { top: 1, bottom: 2, left: 0, right: 2 }, null, 0, null],
  ])('the status bar adds up %s', (_what, rectangle, numbers, count, unit) => {
    const found = selectionStatistics(data, rowsOf(data, new Set()), columnsOf(data, null), rectangle);
    expect(found).toMatchObject({ count, unit });
    const { sum, average, minimum, maximum } = found.numbers ?? {};
    expect(numbers === null ? [sum] : [sum, average, minimum, maximum]).toEqual(
      numbers === null ? [undefined] : numbers.map((number) => expect.closeTo(number, 12)),
    );
  });

  test.each([
    ['zh', false, '743,000'],
    ['zh', true, '74.3万'],
    ['en', true, '743k'],
  ] as const)(
    'a number in %s, shortened %s, reads %s and is whole where the mouse rests',
    (language, compact, text) => {
      const line = lineOf({ id: 15, unit: 'h' });
      const own = indexSnapshot(snapshotOf([{ line, values: [743_000, 1, 1], contents: ['743000'] }]));
      const face = cellFace(own, line, columnsOf(own, null)[3], { language, compact, t: (key) => key });
      expect(face).toMatchObject({ text, title: '743000 h' });
    },
  );

  test('verdicts are counted from the base scenario', () => {
    expect(countVerdicts(data)).toEqual({ agrees: 0, 'agrees-as-rounded': 1, differs: 0, 'no-number': 0 });
  });
});

test.each([
  ['between the edges', 300, 0],
  ['on the edge', 500, 0],
  ['just below', 504, 5],
  ['far below', 2000, 56],
  ['above', 60, -14],
])('a drag %s scrolls', (_where, position, step) => {
  expect(scrollStep(position, 100, 500)).toBe(step);
});
