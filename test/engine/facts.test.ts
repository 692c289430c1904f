/** `FACT("id")` in formulas: the figure in its unit, what is said where there is none, and what a change of facts does. */
import { describe, expect, test } from 'vitest';
import type { EngineFact } from '../../electron/engine/facts.ts';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { formatMessage } from '../../shared/messages.ts';
import { isCalcError } from '../../shared/values.ts';
import { documentOf, put, shown, valuesOf } from './sheet-of.ts';

const known = (): Map<string, EngineFact> =>
  new Map<string, EngineFact>([
    ['002/图表14/汇率', { value: 6.86, unit: 'CNY/USD' }],
    ['rent', { value: 1.36, unit: 'USD/(GPU*h)' }],
    ['score', { value: 88.6, unit: '%' }],
    ['shots', { value: 5, unit: '' }],
    ['nothing', { value: 0, unit: '' }],
    ['licence', { value: 'Apache 2.0', unit: '' }],
    ['odd', { value: 1, unit: '不存在的单位' }],
    ['gone', 'retired'],
  ]);

function sourceOf(facts: ReadonlyMap<string, EngineFact>) {
  return { find: (factId: string) => facts.get(factId) };
}

function build(formula: string, unit: string) {
  const document = documentOf([
    { name: '用量', unit: 'GPU*h', cells: { '1': '100' } },
    { name: 'y', unit, cells: { '1': formula } },
  ]);
  return SheetModel.build(document, sourceOf(known()));
}

const Y = { lineId: 2, scenarioId: 1, period: '' };

describe('the figure of a fact', () => {
  test.each<[formula: string, unit: string, expected: number | string | boolean, inferred: string]>([
    ['=FACT("002/图表14/汇率")', '', 6.86, 'CNY/USD'],
    ['=fact(“rent”)', 'USD/(GPU*d)', 32.64, ''],
    ['=用量*FACT("rent")*FACT("002/图表14/汇率")', '万元', 0.093296, ''],
    ['=FACT("score")', '', 88.6, '%'],
    ['=1-FACT("score")', '', 0.114, ''],
    ['=FACT("shots")+1', '', 6, ''],
    ['=FACT("nothing")+用量', 'GPU*h', 100, ''],
    ['=FACT("licence")', '', 'Apache 2.0', ''],
    ['=FACT("licence")&" ("&FACT("shots")&")"', '', 'Apache 2.0 (5)', ''],
    ['=SUM(FACT("licence"),FACT("shots"))', '', 5, ''],
    ['=IFERROR(FACT("unknown"),7)', '', 7, ''],
    ['=IFNA(FACT("gone"),FACT("rent"))', '', 1.36, 'USD/(GPU*h)'],
  ])('%s in %s is %s', (formula, unit, expected, inferred) => {
    const model = build(formula, unit);
    const value = model.valueOf(Y);
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 12);
    else expect(value).toBe(expected);
    expect(model.inferredUnitOf(2)).toBe(inferred);
  });
});

describe('where there is none', () => {
  test.each<[formula: string, unit: string, error: string, said: RegExp]>([
    ['=FACT("unknown")', '', '#NAME?', /no fact with the id “unknown”/],
    ['=FACT("unknown")*用量', 'USD', '#NAME?', /no fact with the id “unknown”/],
    ['=FACT("gone")', 'USD', '#N/A', /“gone” is retired/],
    ['=FACT("gone")*用量', 'USD', '#N/A', /“gone” is retired/],
    ['=FACT("ro"&"nt")', '', '#VALUE!', /in quotes, written in the formula itself/],
    ['=FACT(用量)', '', '#VALUE!', /in quotes, written in the formula itself/],
    ['=SUM(FACT(1),2)', '', '#VALUE!', /in quotes, written in the formula itself/],
    ['=FACT("rent")+1', '', '#UNIT!', /1 has no unit/],
    ['=FACT("rent")', '万元', '#UNIT!', /gives USD\/\(GPU\*h\), but the unit of the line is 万元/],
    ['=FACT("odd")', '', '#UNIT!', /no unit called “不存在的单位”/],
    ['=-FACT("licence")', '', '#VALUE!', /“Apache 2.0” is text/],
  ])('%s is %s', (formula, unit, error, said) => {
    const value = build(formula, unit).valueOf(Y);
    if (!isCalcError(value)) throw new Error(`not an error: ${value}`);
    expect(value.error).toBe(error);
    expect(value.origin).toEqual(Y);
    expect(formatMessage(value.message, 'en')).toMatch(said);
  });

  test('a sheet that is given no facts knows none', () => {
    expect(valuesOf(documentOf([['x', '=FACT("rent")']]))).toEqual({ x: '#NAME?' });
  });
});

describe('a change of facts', () => {
  const document = documentOf(
    [
      ['rent', '=FACT("rent")'],
      ['double', '=rent*2'],
      ['shots', '=FACT("shots")'],
      { name: 'fixed', unit: 'USD/(GPU*h)', cells: { '1': '=FACT("rent")' } },
    ],
    { scenarios: 2 },
  );

  test('recalculates what uses it, and nothing else', () => {
    const facts = known();
    const model = SheetModel.build(document, sourceOf(facts));
    facts.set('rent', { value: 2, unit: 'USD/(GPU*h)' });
    const { values } = model.refresh({ factIds: ['rent', 'shots', 'never used'] });
    expect(values.map(({ scenarioId, lineIds }) => [scenarioId, lineIds.toSorted()])).toEqual([
      [1, [1, 2, 4]],
      [2, [1, 2, 4]],
    ]);
    expect(valuesOf(document, model)).toEqual({ rent: 2, double: 4, shots: 5, fixed: 2 });
    expect(model.refresh({ factIds: ['rent'] })).toEqual({ values: [], inferredUnits: [] });
  });

  test('takes the new unit along, and says where it no longer fits', () => {
    const facts = known();
    const model = SheetModel.build(document, sourceOf(facts));
    facts.set('rent', { value: 15, unit: 'CNY/(GPU*h)' });
    const { inferredUnits } = model.refresh({ factIds: ['rent'] });
    expect(inferredUnits.toSorted((a, b) => a.lineId - b.lineId)).toEqual([
      { lineId: 1, unit: 'CNY/(GPU*h)' },
      { lineId: 2, unit: 'CNY/(GPU*h)' },
    ]);
    expect(valuesOf(document, model)).toEqual({ rent: 15, double: 30, shots: 5, fixed: '#UNIT!' });
    facts.set('rent', 'retired');
    model.refresh({ factIds: ['rent'] });
    expect(valuesOf(document, model)).toEqual({ rent: '#N/A', double: '#N/A', shots: 5, fixed: '#N/A' });
  });

  test('does not reach a formula that uses it no longer', () => {
    const facts = known();
    const model = SheetModel.build(document, sourceOf(facts));
    expect(model.usedFacts().sort()).toEqual(['rent', 'shots']);
    model.apply([put(1, '1'), put(4, null)]);
    expect(model.usedFacts()).toEqual(['shots']);
    facts.set('rent', 'retired');
    expect(model.refresh({ factIds: ['rent'] })).toEqual({ values: [], inferredUnits: [] });
    model.apply([put(3, '=FACT("rent")')]);
    expect(shown(model.valueOf({ lineId: 3, scenarioId: 1, period: '' }))).toBe('#N/A');
  });
});

test('the facts of a cell are those of its formula, once each, inherited or its own', () => {
  const document = documentOf(
    [{ name: 'x', cells: { '1': '=FACT("b")+FACT("a")+FACT("b")', '2': '5' } }, ['y', '=x']],
    { scenarios: 3 },
  );
  const model = SheetModel.build(document, sourceOf(known()));
  const factsOf = (lineId: number, scenarioId: number) => model.factsOf({ lineId, scenarioId, period: '' });
  expect([factsOf(1, 1), factsOf(1, 2), factsOf(1, 3), factsOf(2, 1), factsOf(9, 1)]).toEqual([
    ['b', 'a'],
    [],
    ['b', 'a'],
    [],
    [],
  ]);
});
