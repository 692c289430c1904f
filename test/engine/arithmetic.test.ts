import { describe, expect, it, test } from 'vitest';
import { add, order } from '../../electron/engine/arithmetic.ts';
import { numberToText, toLogical, toNumber } from '../../electron/engine/coercion.ts';
import { fault, isFault } from '../../electron/engine/scalar.ts';
import { message } from '../../shared/messages.ts';
import { calculate } from './constant-formula.ts';

describe('operators', () => {
  test.each([
    ['=1+2*3', 7],
    ['=(1+2)*3', 9],
    ['=-2^2', 4],
    ['=2^-2', 0.25],
    ['=2^3^2', 64],
    ['=0-2^2', -4],
    ['=-(2^2)', -4],
    ['=10%', 0.1],
    ['=200*10%', 20],
    ['=50%%', 0.005],
    ['=2^50%', Math.SQRT2],
    ['=-50%', -0.5],
    ['=8/4/2', 1],
    ['=8-4-2', 2],
    ['=1-2+3', 2],
    ['=1&2+3', '15'],
    ['="a"&1=1&"a"', false],
    ['=1+1=2', true],
    ['=1<2=TRUE', true],
    ['=3>2>1', true],
    ['=--"5"', 5],
    ['=+"abc"', 'abc'],
    ['=-"abc"', '#VALUE!'],
    ['=1/0', '#DIV/0!'],
    ['=0/0', '#DIV/0!'],
    ['=0^0', '#NUM!'],
    ['=0^-1', '#DIV/0!'],
    ['=(-8)^(1/3)', '#NUM!'],
    ['=(-2)^3', -8],
    ['=1e300*1e300', '#NUM!'],
    ['=1e308+1e308', '#NUM!'],
    ['=-1e308-1e308', '#NUM!'],
    ['=1e300/1e-300', '#NUM!'],
    ['=10^400', '#NUM!'],
    ['=TRUE+TRUE', 2],
    ['="1,234"+1', 1235],
    ['=" 5 "*2', 10],
    ['="12%"*100', 12],
    ['="(5)"+0', -5],
    ['="1e3"+0', 1000],
    ['="$5"+1', 6],
    ['="TRUE"+1', '#VALUE!'],
    ['=""+1', '#VALUE!'],
    ['="1,23"+1', '#VALUE!'],
    ['="12万"+1', '#VALUE!'],
    ['="5 GPU"+1', '#VALUE!'],
    ['=空+1', 1],
    ['=空&"x"', 'x'],
    ['=空=0', true],
    ['=空=""', true],
    ['=空=FALSE', true],
    ['=空<1', true],
    ['=#N/A+1/0', '#N/A'],
    ['=1/0+#N/A', '#DIV/0!'],
    ['="a"+#N/A', '#VALUE!'],
    ['=#N/A=#N/A', '#N/A'],
    ['="a"&#NUM!', '#NUM!'],
    ['="a"="A"', true],
    ['="a"<"B"', true],
    ['="abc"<"abd"', true],
    ['=99<"1"', true],
    ['="z"<FALSE', true],
    ['=FALSE<TRUE', true],
    ['=TRUE>1e300', true],
    ['="1"=1', false],
    ['=1<>2', true],
    ['=2>=2', true],
    ['=2<=1', false],
  ])('%s is %s', (formula, expected) => {
    expect(calculate(formula)).toBe(expected);
  });
});

describe('15 significant digits', () => {
  test.each([
    ['=0.1+0.2-0.3', 0],
    ['=1.1-1-0.1', 0],
    ['=0.1+0.2=0.3', true],
    ['=0.1*3<=0.3', true],
    ['=0.1*3>0.3', false],
    ['=1=1.00000000000001', false],
    ['=1=1.000000000000001', true],
    ['=1e-300=2e-300', false],
    ['=1000000000000000-999999999999999', 1],
    ['=1e20+1-1e20', 0],
    ['=0.3-0.1*3+5', 5],
  ])('%s is %s', (formula, expected) => {
    expect(calculate(formula)).toBe(expected);
  });

  test.each([
    [0, '0'],
    [100, '100'],
    [-0.1, '-0.1'],
    [1 / 3, '0.333333333333333'],
    [2 / 3, '0.666666666666667'],
    [0.1 + 0.2, '0.3'],
    [1234567.891, '1234567.891'],
    [123456789012345, '123456789012345'],
    [1e15, '1E+15'],
    [1.25e20, '1.25E+20'],
    [1e100, '1E+100'],
    [0.0001, '0.0001'],
    [0.00001, '0.00001'],
    [1 / 30000, '3.33333333333333E-05'],
    [-1.5e-100, '-1.5E-100'],
    [99999999999999.9, '99999999999999.9'],
    [999999999999999.9, '1E+15'],
  ])('%s as text is %s', (number, text) => {
    expect(numberToText(number)).toBe(text);
  });
});

describe('coercion', () => {
  test.each([
    ['TRUE', true],
    ['false', false],
    [2, true],
    [0, false],
    [null, false],
  ])('%s as a truth value is %s', (value, expected) => {
    expect(toLogical(value)).toBe(expected);
  });

  it('explains which text is no number, and keeps a fault as it is', () => {
    expect(toNumber('abc')).toEqual(fault('#VALUE!', message('engine.textNotNumber', { text: 'abc' })));
    const na = { ...fault('#N/A', message('engine.notAvailable')), origin: { lineId: 1, scenarioId: 2, period: '' } };
    expect(add(1, na)).toBe(na);
    expect(isFault(toLogical('yes'))).toBe(true);
  });

  it('orders numbers before texts before truth values', () => {
    const values = [true, 'b', 3, 'A', false, -1];
    expect(values.toSorted(order)).toEqual([-1, 3, 'A', 'b', false, true]);
  });
});
