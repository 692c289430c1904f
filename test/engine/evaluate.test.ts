/** One formula over named values. */
import { describe, expect, test } from 'vitest';
import { type EvaluateInput, evaluateFormula } from '../../electron/engine/evaluate.ts';
import { AppError } from '../../shared/errors.ts';
import { shown } from './sheet-of.ts';

function evaluate(formula: string, values: EvaluateInput['let'] = {}, unit = '') {
  const { value, unit: given } = evaluateFormula({ formula, let: values, unit });
  return [shown(value), given];
}

test.each<[string, EvaluateInput['let'], string, unknown, string]>([
  ['1+2', {}, '', 3, ''],
  ['=1+2', {}, '', 3, ''],
  ['a+b', { a: 1, b: '2' }, '', 3, ''],
  ['a+b', { a: '1,234.5', b: '12%' }, '', 1234.62, ''],
  ['a', { a: '74.3万' }, '', 743_000, ''],
  ['a&"!"', { a: "'b" }, '', 'b!', ''],
  ['a&"!"', { a: '"b"' }, '', 'b!', ''],
  ['a&"!"', { a: 'two words' }, '', 'two words!', ''],
  ['b', { a: 4, b: 'a*2' }, '', 8, ''],
  ['b', { b: '=a*2', a: 4 }, '', 8, ''],
  ['a', { a: true }, '', true, ''],
  ['a+1', { a: null }, '', 1, ''],
  ['ISBLANK(a)', { a: '' }, '', true, ''],
  ['SUM(a:c)', { a: 1, b: 2, c: 4 }, '', 7, ''],
  ['a*b', { a: '36512 GPU*h', b: '1.5 USD/(GPU*h)' }, '', 54_768, 'USD'],
  ['a', { a: '34.06 万元' }, '元', 340_600, '元'],
  ['5[h]', {}, 'min', 300, 'min'],
  ['IFERROR(a,1)', { a: '=b', b: '=a' }, '', 1, ''],
  ['a', { a: '=a' }, '', '#CIRC!', ''],
  ['nobody', {}, '', '#NAME?', ''],
  ['{1,2}', {}, '', '#VALUE!', ''],
  ['IF(0,1)', {}, '', false, ''],
  ['IF(1,,2)', {}, '', 0, ''],
  ['IFS(0,1,1,2)', {}, '', 2, ''],
  ['IFS(0,1)', {}, '', '#N/A', ''],
  ['SWITCH("B","a",1,"b",2,3)', {}, '', 2, ''],
  ['SWITCH(9,1,2)', {}, '', '#N/A', ''],
  ['SWITCH(9,1,2,7)', {}, '', 7, ''],
  ['CHOOSE(2.9,1,5)', {}, '', 5, ''],
  ['CHOOSE(3,1,5)', {}, '', '#VALUE!', ''],
  ['IFNA(1/0,2)', {}, '', '#DIV/0!', ''],
  ['IFNA(NA(),2)', {}, '', 2, ''],
  ['IF(1,2,1/0)', {}, '', 2, ''],
])('%s over %j in [%s] is %s %s', (formula, values, unit, expected, given) => {
  expect(evaluate(formula, values, unit)).toEqual([expected, given]);
});

describe('what cannot be read is refused', () => {
  test.each<[EvaluateInput, string, unknown]>([
    [{ formula: '1+', let: {}, unit: '' }, 'formula-syntax', { position: 1, length: 1 }],
    [{ formula: 'a', let: { a: '=1+' }, unit: '' }, 'formula-syntax', { position: 2, length: 1 }],
    [{ formula: '1', let: {}, unit: 'frob' }, 'invalid-unit', { position: 0, length: 4 }],
    [{ formula: 'a', let: { a: '3 frob' }, unit: '' }, 'invalid-unit', { position: 0, length: 4 }],
    [{ formula: '1', let: { '1a': 1 }, unit: '' }, 'invalid-name', {}],
    [{ formula: '1', let: { a: 1, A: 2 }, unit: '' }, 'invalid-name', {}],
  ])('%j: %s', (input, code, details) => {
    let thrown: unknown;
    try {
      evaluateFormula(input);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject({ code, details });
  });
});
