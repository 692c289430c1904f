/** Formula trees as Excel formulas, with conversions between units written out. */
import { describe, expect, test } from 'vitest';
import type { FormulaTree } from '../../electron/engine/graph.ts';
import { LineTable } from '../../electron/engine/line-table.ts';
import type { Ratio } from '../../electron/engine/units/unit.ts';
import { type AreaCell, type PrintedFormula, printFormula } from '../../electron/excel/print-formula.ts';
import { parseFormula } from '../../shared/formula/parse.ts';

type AreaTree = Extract<FormulaTree, { kind: 'reference' | 'range' }>;

const NAME = new LineTable().mention('x');
const cell: AreaTree = { kind: 'reference', line: NAME, periods: { kind: 'same' } };
const lines: AreaTree = {
  kind: 'range',
  range: { from: NAME, to: NAME, uses: [], outOfUse: 0 },
  periods: { kind: 'same' },
  ratios: null,
};
const number = (value: number): FormulaTree => ({ kind: 'number', value, unit: null });
const scaled = (operand: FormulaTree, times: number, over = 1): FormulaTree => ({
  kind: 'scaled',
  operand,
  ratio: { times, over },
});
const call = (name: string, ...args: FormulaTree[]): FormulaTree => ({ kind: 'call', name, args });

/** A cell is D5, the range D5:D7 in these units. */
function print(
  tree: FormulaTree,
  ratios: (Ratio | null)[] = [null, null, null],
  holds: AreaCell['holds'] = 'number',
): PrintedFormula {
  const resolve: Parameters<typeof printFormula>[1] = ({ kind }) => {
    const cells = ratios.map((ratio, index) => ({ address: `D${5 + index}`, ratio, holds }));
    const isMixed = ratios.some((ratio) => ratio !== null);
    return kind === 'reference'
      ? { address: 'D5', count: 1, oddity: '', isMixed: false, cells: () => cells.slice(0, 1) }
      : { address: 'D5:D7', count: ratios.length, oddity: '', isMixed, cells: () => cells };
  };
  return printFormula(tree, resolve, {
    addressOfFact: (factId) => `Facts!$C$${factId}`,
    formulaOfSeries: ({ series, period }) => `(Series!${series.id}-Series!${period})/Series!${period}`,
  });
}

/** The tree of a formula without names. */
function treeOf(formula: string): FormulaTree {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(parsed.error.message.key);
  const tree = parsed.expression;
  if (tree.kind === 'reference' || tree.kind === 'range') throw new Error('Formulas without names only');
  return JSON.parse(JSON.stringify(tree));
}

describe('Operators keep their order', () => {
  test.each([
    ['=1+2*3', '1+2*3'],
    ['=(1+2)*3', '(1+2)*3'],
    ['=1-(2-3)', '1-(2-3)'],
    ['=(1-2)-3', '1-2-3'],
    ['=8/(4/2)', '8/(4/2)'],
    ['=-2^2', '-2^2'],
    ['=-(2^2)', '-(2^2)'],
    ['=2^3^2', '2^3^2'],
    ['=2^(3^2)', '2^(3^2)'],
    ['=50%^2', '50%^2'],
    ['=(1+2)%', '(1+2)%'],
    ['=1&2=12', '1&2=12'],
    ['="a""b"', '"a""b"'],
    ['=1E+30', '1E+30'],
    ['=0.0000001', '1E-7'],
    ['=IF(TRUE,,2)', 'IF(TRUE,,2)'],
    ['=SUM({1,2;3,4})', 'SUM({1,2;3,4})'],
    ['=XOR(TRUE,IFNA(#N/A,1))', '_xlfn.XOR(TRUE,_xlfn.IFNA(#N/A,1))'],
    ['=#UNIT!', '#N/A'],
  ])('%s', (formula, printed) => {
    expect(print(treeOf(formula))).toEqual({ ok: true, formula: printed });
  });

  test('a text longer than Excel takes is joined from pieces', () => {
    const printed = print({ kind: 'text', value: '长'.repeat(300) });
    expect(printed).toEqual({ ok: true, formula: `("${'长'.repeat(255)}"&"${'长'.repeat(45)}")` });
  });
});

describe('Conversions between units', () => {
  const toYuan = { times: 10_000, over: 1 };
  const toHundredMillion = { times: 1, over: 10_000 };

  test.each<[string, FormulaTree, string]>([
    ['at a reference', scaled(cell, 10_000), 'D5*10000'],
    ['at the result', scaled(call('ROUND', cell, number(1)), 1, 10_000), 'ROUND(D5,1)/10000'],
    ['of a sum', scaled({ kind: 'chain', operators: ['+'], operands: [cell, number(1)] }, 7, 3), '(D5+1)*7/3'],
    ['within a product', { kind: 'chain', operators: ['/'], operands: [cell, scaled(cell, 24)] }, 'D5/(D5*24)'],
    ['of a whole range', call('SUM', scaled(lines, 24)), 'SUM(D5*24,D6*24,D7*24)'],
  ])('%s', (_, tree, formula) => {
    expect(print(tree)).toEqual({ ok: true, formula });
  });

  test.each<[string, FormulaTree, string]>([
    ['SUM cell by cell', call('SUM', lines), 'SUM(D5*10000,D6,D7/10000)'],
    ['COUNT as they are', call('COUNT', lines), 'COUNT(D5:D7)'],
  ])('%s over lines in different units', (_, tree, formula) => {
    expect(print(tree, [toYuan, null, toHundredMillion])).toEqual({ ok: true, formula });
  });

  test('a range in different units where Excel takes one range only is refused', () => {
    const printed = print(call('LARGE', lines, number(1)), [toYuan, null, toHundredMillion]);
    expect(printed).toMatchObject({ ok: false, reason: { key: 'excel.mixedUnits' } });
  });

  test('more cells than Excel takes arguments are refused', () => {
    const printed = print(
      call('SUM', lines),
      Array.from({ length: 256 }, () => toYuan),
    );
    expect(printed).toMatchObject({ ok: false, reason: { key: 'excel.tooManyArguments', params: { count: 256 } } });
  });

  test('a text is not multiplied', () => {
    expect(print(scaled(cell, 10_000), [null], 'text')).toEqual({ ok: true, formula: 'D5' });
  });
});

test('An area where one value is wanted is #VALUE!, as Excel would take one of its cells', () => {
  expect(print({ kind: 'chain', operators: ['+'], operands: [lines, number(1)] })).toEqual({
    ok: true,
    formula: '#VALUE!+1',
  });
});
