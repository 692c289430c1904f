/** The sheet as it calculates: names that come and go, ranges, and no more work than an edit makes. */
import { describe, expect, test } from 'vitest';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { changed, documentOf, lineOf, put, valuesOf } from './sheet-of.ts';

const at = (lineId: number) => ({ lineId, scenarioId: 1, period: '' });

describe('names', () => {
  const document = documentOf([
    ['Umsatz', '5'],
    ['b', '=UMSATZ*2'],
    ['c', '=not_there+1'],
  ]);

  test('are found whatever their case, and missing ones are #NAME?', () => {
    expect(valuesOf(document)).toEqual({ Umsatz: 5, b: 10, c: '#NAME?' });
  });

  test('heal when a line of that name comes, and break when it goes', () => {
    const model = SheetModel.build(document);
    const added = lineOf(4, 'not_there');
    expect(model.apply([{ change: 'putLine', line: added }, put(4, '41')]).values).toEqual([
      { scenarioId: 1, period: '', lineIds: [4, 3], values: [41, 42] },
    ]);
    model.apply([put(4, null), { change: 'dropLine', lineId: 4 }]);
    expect(valuesOf(document, model).c).toBe('#NAME?');
    model.apply([{ change: 'putLine', line: { ...document.lines[0], name: 'not_there' } }]);
    expect(valuesOf(document, model)).toEqual({ Umsatz: 5, b: '#NAME?', c: 6 });
  });

  test('which cells a rename has to rewrite', () => {
    const model = SheetModel.build(
      documentOf([
        ['a', '1'],
        ['b', '=a'],
        ['c', '=SUM(a:b)'],
        ['d', '=c'],
      ]),
    );
    expect(model.cellsNaming(1)).toEqual([at(2), at(3)]);
    expect(model.cellsNaming(2)).toEqual([at(3)]);
    model.apply([put(2, '=2')]);
    expect(model.cellsNaming(1)).toEqual([at(3)]);
  });
});

describe('ranges', () => {
  const document = documentOf([
    ['a', '1'],
    ['b', '2'],
    ['c', '4'],
    ['sum', '=SUM(a:c)'],
    ['back', '=SUM(c:a)'],
  ]);

  test('take the lines between their ends, in either direction', () => {
    expect(valuesOf(document)).toMatchObject({ sum: 7, back: 7 });
  });

  test('follow lines that are inserted, moved and removed', () => {
    const model = SheetModel.build(document);
    const heading = { ...lineOf(7, '', '', 1.7), kind: 'heading' as const };
    model.apply([
      { change: 'putLine', line: lineOf(6, 'new', '', 1.5) },
      put(6, '8'),
      { change: 'putLine', line: heading },
    ]);
    expect(valuesOf(document, model)).toMatchObject({ sum: 15, back: 15 });
    model.apply([{ change: 'putLine', line: lineOf(2, 'b', '', 10) }]);
    expect(valuesOf(document, model)).toMatchObject({ sum: 13, back: 13 });
    model.apply([put(6, null), { change: 'dropLine', lineId: 6 }]);
    expect(valuesOf(document, model)).toMatchObject({ sum: 5, back: 5 });
    model.apply([put(3, null), { change: 'dropLine', lineId: 3 }]);
    expect(valuesOf(document, model).sum).toBe('#NAME?');
  });

  test('lead to and from every line in them', () => {
    const model = SheetModel.build(document);
    expect(model.precedents(at(4))).toEqual([at(1), at(2), at(3)]);
    expect(new Set(model.dependents(at(2)).map(({ lineId }) => lineId))).toEqual(new Set([4, 5]));
  });

  test('thousands of running totals do not become millions of edges', () => {
    const count = 4000;
    const lines = Array.from({ length: count }, (_, row): [string, string] => [`x${row}`, '1']);
    const totals = Array.from({ length: count }, (_, row): [string, string] => [`t${row}`, `=COUNT(x0:x${row})`]);
    const running = documentOf([...lines, ...totals]);
    const model = SheetModel.build(running);
    const { values } = model.apply([put(count, 'text')]);
    expect(values).toEqual([{ scenarioId: 1, period: '', lineIds: [count, 2 * count], values: ['text', count - 1] }]);
  });
});

describe('an edit', () => {
  const document = documentOf([
    ['a', '5'],
    ['b', '=IF(a>3,1,0)'],
    ['c', '=b*10'],
    ['d', '=a'],
  ]);

  test('gives the values that changed and only those', () => {
    const model = SheetModel.build(document);
    expect(model.apply([put(1, '6')]).values).toEqual([{ scenarioId: 1, period: '', lineIds: [1, 4], values: [6, 6] }]);
    expect(model.apply([put(1, '6')]).values).toEqual([]);
    expect(model.apply([put(1, '6.0')]).values).toEqual([]);
  });

  test('of many cells is one calculation, in whatever order they come', () => {
    const model = SheetModel.build(documentOf([]));
    const count = 20_000;
    const changes = Array.from({ length: count }, (_, index) => [
      { change: 'putLine' as const, line: lineOf(index + 1, `x${index}`) },
      put(index + 1, index === count - 1 ? '1' : `=x${index + 1}+1`),
    ]).flat();
    model.apply(changes);
    expect(model.valueOf(at(1))).toBe(count);
  });

  test('that is no formula stays where it is, and says why', () => {
    const broken = changed(document, [put(2, '=1+')]);
    const model = SheetModel.build(broken);
    expect(valuesOf(broken, model)).toMatchObject({ b: '#NAME?', c: '#NAME?', d: 5 });
    expect(model.valueOf(at(3))).toMatchObject({ origin: at(2), message: { key: 'engine.valueMissingAfter' } });
  });

  test('of a cell, line or scenario that is not there does nothing', () => {
    const model = SheetModel.build(document);
    expect(model.apply([put(99, '1'), put(1, '1', 99), { change: 'dropLine', lineId: 99 }]).values).toEqual([]);
    expect(model.valueOf(at(99))).toBeNull();
    expect(model.elaboratedFormula(at(99))).toBeNull();
  });
});
