/** One value for each period, and formulas that look at other periods. */
import { describe, expect, test } from 'vitest';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import type { TimeAxis } from '../../shared/periods.ts';
import { documentOf, type LineSpec, put, shown } from './sheet-of.ts';

const axis: TimeAxis = { grain: 'quarter', start: '2024Q1', count: 4 };
const LABELS = ['2024Q1', '2024Q2', '2024Q3', '2024Q4'];
const capex: LineSpec = {
  name: 'capex',
  cells: { '1@2024Q1': '10', '1@2024Q2': '20', '1@2024Q3': '30', '1@2024Q4': '40' },
};

function row(model: SheetModel, lineId: number) {
  return LABELS.map((period) => shown(model.valueOf({ lineId, scenarioId: 1, period })));
}

describe('what a formula takes of another line', () => {
  test.each<[string, (number | string | null)[]]>([
    ['=capex', [10, 20, 30, 40]],
    ['=capex[0]', [10, 20, 30, 40]],
    ['=capex[-1]', [0, 10, 20, 30]],
    ['=capex[+1]', [20, 30, 40, 0]],
    ['=capex[2024Q3]', [30, 30, 30, 30]],
    ['=capex[2025Q1]', ['#N/A', '#N/A', '#N/A', '#N/A']],
    ['=capex/capex[-1]-1', ['#DIV/0!', 1, 0.5, 40 / 30 - 1]],
    ['=SUM(capex[*])', [100, 100, 100, 100]],
    ['=SUM(capex[-1:0])', [10, 30, 50, 70]],
    ['=SUM(capex[2024Q2:0])', [0, 20, 50, 90]],
    ['=SUM(capex[2024Q1:2024Q3])', [60, 60, 60, 60]],
    ['=SUM(capex:capex[-1])', [0, 10, 20, 30]],
    ['=result[-1]+capex', [10, 30, 60, 100]],
    ['=result+capex', ['#CIRC!', '#CIRC!', '#CIRC!', '#CIRC!']],
    ['=SUM(result[*])', ['#CIRC!', '#CIRC!', '#CIRC!', '#CIRC!']],
    ['=IF(1,result[+1],0)', [0, 0, 0, 0]],
    ['=capex[*]', ['#VALUE!', '#VALUE!', '#VALUE!', '#VALUE!']],
  ])('%s', (formula, expected) => {
    const model = SheetModel.build(documentOf([capex, ['result', formula]], { axis }));
    expect(row(model, 2)).toEqual(expected);
  });
});

test('content for one period comes before content for all', () => {
  const growth: LineSpec = { name: 'users', cells: { '1@2024Q1': '100', '1': '=users[-1]*2' } };
  const model = SheetModel.build(documentOf([growth], { axis }));
  expect(row(model, 1)).toEqual([100, 200, 400, 800]);
  expect(model.contentOf({ lineId: 1, scenarioId: 1, period: '2024Q2' })?.period).toBe('');
  const { values } = model.apply([put(1, '7', 1, '2024Q3')]);
  expect(values).toEqual([
    { scenarioId: 1, period: '2024Q3', lineIds: [1], values: [7] },
    { scenarioId: 1, period: '2024Q4', lineIds: [1], values: [14] },
  ]);
});

test('an edit recalculates the periods that look at it, and no other', () => {
  const model = SheetModel.build(documentOf([capex, ['last', '=capex[-1]']], { axis }));
  expect(model.apply([put(1, '21', 1, '2024Q2')]).values).toEqual([
    { scenarioId: 1, period: '2024Q2', lineIds: [1], values: [21] },
    { scenarioId: 1, period: '2024Q3', lineIds: [2], values: [21] },
  ]);
  const cell = { lineId: 2, scenarioId: 1, period: '2024Q3' };
  expect(model.precedents(cell)).toEqual([{ lineId: 1, scenarioId: 1, period: '2024Q2' }]);
  expect(model.dependents({ lineId: 1, scenarioId: 1, period: '2024Q2' })).toEqual([cell]);
});

test('a sheet without a time axis has no other periods, and can get some', () => {
  const document = documentOf([
    ['a', '5'],
    ['b', '=a[-1]'],
  ]);
  const model = SheetModel.build(document);
  expect(shown(model.valueOf({ lineId: 2, scenarioId: 1, period: '' }))).toBe('#N/A');
  model.apply([{ change: 'putSheet', sheet: { ...document.sheet, timeAxis: axis } }]);
  expect(row(model, 1)).toEqual([5, 5, 5, 5]);
  expect(row(model, 2)).toEqual([0, 5, 5, 5]);
});
