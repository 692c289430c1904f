/** #CIRC! begins on exactly the cells of a cycle, and goes when the cycle does. */
import { expect, test } from 'vitest';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { isCalcError } from '../../shared/values.ts';
import { documentOf, type LineSpec, put, valuesOf } from './sheet-of.ts';

/** Ids of the lines on which the errors that are shown began. */
function origins(model: SheetModel, lineIds: number[]) {
  return lineIds.map((lineId) => {
    const value = model.valueOf({ lineId, scenarioId: 1, period: '' });
    return isCalcError(value) ? value.origin.lineId : null;
  });
}

const lines: [name: string, content: string][] = [
  ['a', '=b+1'],
  ['b', '=c'],
  ['c', '=IF(FALSE,a,1)'],
  ['reader', '=a*2'],
  ['caught', '=IFERROR(reader,7)'],
  ['free', '3'],
];

test('the cells of the cycle, whatever IF would do, and those that read them', () => {
  const model = SheetModel.build(documentOf(lines));
  expect(origins(model, [1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 1, null, null]);
  expect(valuesOf(documentOf(lines), model)).toMatchObject({ reader: '#CIRC!', caught: 7, free: 3 });
});

test('heals when it is broken, wherever that is', () => {
  for (const [lineId, content] of [
    [1, '5'],
    [2, '=free'],
    [3, '=1'],
  ] as const) {
    const model = SheetModel.build(documentOf(lines));
    model.apply([put(lineId, content)]);
    expect(Object.values(valuesOf(documentOf(lines), model))).not.toContain('#CIRC!');
    model.apply([put(lineId, lines[lineId - 1][1])]);
    expect(origins(model, [1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 1, null, null]);
  }
});

test('a member that leaves for another cycle releases the others', () => {
  const document = documentOf([
    ['x', '=y'],
    ['y', '=x'],
    ['z', '=x'],
  ]);
  const model = SheetModel.build(document);
  model.apply([put(1, '=z')]);
  expect(origins(model, [1, 2, 3])).toEqual([1, 1, 3]);
});

test.each<[string, LineSpec[], Record<string, unknown>]>([
  ['itself', [['a', '=a']], { a: '#CIRC!' }],
  [
    'itself in a range',
    [
      ['a', '1'],
      ['b', '=SUM(a:c)'],
      ['c', '2'],
    ],
    { a: 1, b: '#CIRC!', c: 2 },
  ],
  [
    'a range next to itself',
    [
      ['a', '1'],
      ['b', '2'],
      ['c', '=SUM(a:b)'],
    ],
    { a: 1, b: 2, c: 3 },
  ],
  [
    'a range of readers',
    [
      ['a', '=SUM(b:c)'],
      ['b', '1'],
      ['c', '=a'],
    ],
    { a: '#CIRC!', b: 1, c: '#CIRC!' },
  ],
  [
    'a range beside a cycle',
    [
      ['a', '=b'],
      ['b', '=a'],
      ['c', '5'],
      ['d', '=SUM(b:c)'],
    ],
    { a: '#CIRC!', b: '#CIRC!', c: 5, d: '#CIRC!' },
  ],
])('%s', (_, specs, expected) => {
  expect(valuesOf(documentOf(specs))).toEqual(expected);
});

test('of 50,000 lines', () => {
  const count = 50_000;
  const document = documentOf(Array.from({ length: count }, (_, at) => [`x${at}`, `=x${(at + 1) % count}+1`]));
  const model = SheetModel.build(document);
  expect(origins(model, [1, count])).toEqual([1, count]);
  model.apply([put(count, '1')]);
  expect(model.valueOf({ lineId: 1, scenarioId: 1, period: '' })).toBe(count);
});
