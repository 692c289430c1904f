/** A cell without content takes its parent's: numbers and formulas, over any number of generations. */
import { expect, test } from 'vitest';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { documentOf, put, scenarioOf, valuesOf } from './sheet-of.ts';

const document = documentOf(
  [
    { name: 'price', cells: { 1: '10', 2: '8' } },
    { name: 'volume', cells: { 1: '5', 3: '=price*2' } },
    { name: 'revenue', cells: { 1: '=price*volume' } },
    { name: 'note', cells: { 3: 'low' } },
  ],
  { scenarios: 3 },
);
const column = (model: SheetModel, scenarioId: number) => valuesOf(document, model, scenarioId);

test('an inherited formula is calculated with the values of the scenario that inherits it', () => {
  const model = SheetModel.build(document);
  expect(column(model, 1)).toEqual({ price: 10, volume: 5, revenue: 50, note: null });
  expect(column(model, 2)).toEqual({ price: 8, volume: 5, revenue: 40, note: null });
  expect(column(model, 3)).toEqual({ price: 10, volume: 20, revenue: 200, note: 'low' });
});

test('an edit reaches the scenarios that inherit it, and no other', () => {
  const model = SheetModel.build(document);
  const { values } = model.apply([put(1, '11')]);
  expect(values).toEqual([
    { scenarioId: 1, period: '', lineIds: [1, 3], values: [11, 55] },
    { scenarioId: 3, period: '', lineIds: [1, 2, 3], values: [11, 22, 242] },
  ]);
});

test('an override that goes falls back to the parent', () => {
  const model = SheetModel.build(document);
  expect(model.apply([put(1, null, 2)]).values).toEqual([
    { scenarioId: 2, period: '', lineIds: [1, 3], values: [10, 50] },
  ]);
  expect(model.contentOf({ lineId: 1, scenarioId: 2, period: '' })).toEqual({
    content: '10',
    scenarioId: 1,
    period: '',
  });
});

test('another parent, a new scenario and one that goes', () => {
  const model = SheetModel.build(document);
  expect(model.apply([{ change: 'putScenario', scenario: scenarioOf(3, 2) }]).values).toEqual([
    { scenarioId: 3, period: '', lineIds: [1, 2, 3], values: [8, 16, 128] },
  ]);
  expect(model.apply([{ change: 'putScenario', scenario: scenarioOf(4, 2) }]).values).toEqual([
    { scenarioId: 4, period: '', lineIds: [1, 2, 3, 4], values: [8, 5, 40, null] },
  ]);
  model.apply([
    { change: 'putScenario', scenario: scenarioOf(3, 1) },
    { change: 'putScenario', scenario: scenarioOf(4, 1) },
    put(1, null, 2),
    { change: 'dropScenario', scenarioId: 2 },
  ]);
  expect(column(model, 4)).toEqual({ price: 10, volume: 5, revenue: 50, note: null });
  expect(model.valueOf({ lineId: 1, scenarioId: 2, period: '' })).toBeNull();
});
