import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { functionTable, lazyFunctions } from '../../electron/engine/functions/table.ts';
import { functionCatalogue } from '../../shared/formula/function-catalogue.ts';
import { formatMessage } from '../../shared/messages.ts';
import { calculate, type Values } from './constant-formula.ts';

type Row = [formula: string, expected: number | string | boolean];

/** `tolerance` is relative; 0 wants the very same double. */
function table(rows: Row[], tolerance = 0, values: Values = {}) {
  test.each(rows)('%s is %s', (formula, expected) => {
    const result = calculate(formula, values);
    if (tolerance > 0 && typeof expected === 'number' && typeof result === 'number') {
      expect(Math.abs(result - expected)).toBeLessThanOrEqual(Math.abs(expected) * tolerance);
    } else {
      expect(result).toBe(expected);
    }
  });
}

describe('rounding', () => {
  table([
    ['ROUND(2.5,0)', 3],
    ['ROUND(-2.5,0)', -3],
    ['ROUND(2.675,2)', 2.68],
    ['ROUND(1.005,2)', 1.01],
    ['ROUND(-1.005,2)', -1.01],
    ['ROUND(1234.5678,2)', 1234.57],
    ['ROUND(1234,-2)', 1200],
    ['ROUND(1250,-2)', 1300],
    ['ROUND(0.285,2)', 0.29],
    ['ROUND(1e300,2)', 1e300],
    ['ROUND(5e-310,3)', 0],
    ['ROUND(2.345,2.9)', 2.35],
    ['ROUND(49,-2)', 0],
    ['ROUND(50,-2)', 100],
    ['ROUND(123,-400)', 0],
    ['ROUND(1/3,400)', 1 / 3],
    ['ROUND(TRUE,0)', 1],
    ['ROUND("2.5",0)', 3],
    ['ROUND("zwei",0)', '#VALUE!'],
    ['ROUND(2.5,)', 3],
    ['ROUNDUP(3.2,0)', 4],
    ['ROUNDUP(-3.2,0)', -4],
    ['ROUNDUP(31415.92654,-2)', 31500],
    ['ROUNDUP(0.57*100,0)', 57],
    ['ROUNDUP(2.14159,3)', 2.142],
    ['ROUNDDOWN(3.99,0)', 3],
    ['ROUNDDOWN(-3.14159,1)', -3.1],
    ['ROUNDDOWN(4.35*100,0)', 435],
    ['TRUNC(8.9)', 8],
    ['TRUNC(-8.9)', -8],
    ['TRUNC(1.2345,2)', 1.23],
    ['INT(8.9)', 8],
    ['INT(-8.9)', -9],
    ['INT(-0.1)', -1],
    ['CEILING(2.5,1)', 3],
    ['CEILING(-2.5,-2)', -4],
    ['CEILING(-2.5,2)', -2],
    ['CEILING(2.5,-2)', '#NUM!'],
    ['CEILING(2.5,0)', 0],
    ['CEILING(0,-2)', 0],
    ['CEILING(0.234,0.01)', 0.24],
    ['CEILING(0.3,0.1)', 0.3],
    ['CEILING(1.1*3,1.1)', 3.3],
    ['FLOOR(2.5,1)', 2],
    ['FLOOR(-2.5,-2)', -2],
    ['FLOOR(-2.5,2)', -4],
    ['FLOOR(2.5,-2)', '#NUM!'],
    ['FLOOR(2.5,0)', '#DIV/0!'],
    ['FLOOR(0,0)', 0],
    ['FLOOR(0.3,0.1)', 0.3],
    ['MROUND(10,3)', 9],
    ['MROUND(-10,-3)', -9],
    ['MROUND(7.5,5)', 10],
    ['MROUND(5,-2)', '#NUM!'],
    ['MROUND(5,0)', 0],
    ['MROUND(6.05,0.1)', 6],
    ['EVEN(1.5)', 2],
    ['EVEN(-1)', -2],
    ['EVEN(2)', 2],
    ['ODD(1.5)', 3],
    ['ODD(0)', 1],
    ['ODD(-2)', -3],
    ['MOD(3,2)', 1],
    ['MOD(-3,2)', 1],
    ['MOD(3,-2)', -1],
    ['MOD(-3,-2)', -1],
    ['MOD(3,0)', '#DIV/0!'],
    ['MOD(5.5,2)', 1.5],
    ['MOD(-5.5,2)', 0.5],
    ['QUOTIENT(-10,3)', -3],
    ['QUOTIENT(1,0)', '#DIV/0!'],
    ['SIGN(-3)', -1],
    ['ABS(-3)', 3],
  ]);

  it('rounds every decimal as its digits say', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 9 }), (digits, places) => {
        const tens = Math.trunc(Math.abs(digits) / 10);
        const last = Math.abs(digits) % 10;
        const rounded = (size: number) => Number(`${Math.sign(digits) * size}e${1 - places}`) + 0;
        const of = (name: string) => calculate(`${name}(${digits}e-${places},${places - 1})`);
        expect(of('ROUND')).toBe(rounded(last >= 5 ? tens + 1 : tens));
        expect(of('ROUNDUP')).toBe(rounded(last > 0 ? tens + 1 : tens));
        expect(of('ROUNDDOWN')).toBe(rounded(tens));
      }),
      { numRuns: 3000 },
    );
  });

  it('never gives a negative zero', () => {
    for (const formula of ['ROUND(-0.2,0)', 'INT(-0)', 'CEILING(-0.5,1)', 'TRUNC(-0.5)', 'MOD(-4,2)', '0*-1', '-0']) {
      expect(Object.is(calculate(formula), 0), formula).toBe(true);
    }
  });
});

describe('powers and logarithms', () => {
  table(
    [
      ['SQRT(16)', 4],
      ['SQRT(-1)', '#NUM!'],
      ['EXP(1)', Math.E],
      ['EXP(1000)', '#NUM!'],
      ['LN(0)', '#NUM!'],
      ['LN(EXP(2))', 2],
      ['LOG(1000)', 3],
      ['LOG(8,2)', 3],
      ['LOG(86,2.7182818)', 4.454347342888],
      ['LOG(8,1)', '#DIV/0!'],
      ['LOG(8,0)', '#NUM!'],
      ['LOG(-8,2)', '#NUM!'],
      ['LOG(8,)', '#NUM!'],
      ['LOG10(0.01)', -2],
      ['POWER(2,10)', 1024],
      ['POWER(0,0)', '#NUM!'],
      ['POWER(-8,1/3)', '#NUM!'],
      ['POWER(0,-1)', '#DIV/0!'],
      ['PI()', Math.PI],
    ],
    1e-12,
  );
});

describe('cells and typed arguments', () => {
  const cells: Values = {
    a: [1, 2, null, '7', 'text', true, 4],
    empty: [null, null],
    texts: ['x', '', true],
    wrong: [1, { error: '#N/A', message: { key: 'engine.notAvailable', params: {} }, origin: null }, 3],
    cell: '5',
    none: null,
    col: [1, 2, 3],
    two: [4, 5],
  };
  table(
    [
      ['SUM(a)', 7],
      ['SUM(cell)', 0],
      ['SUM("5",TRUE,2)', 8],
      ['SUM("five")', '#VALUE!'],
      ['SUM({1,"2",TRUE})', 1],
      ['SUM(empty)', 0],
      ['SUM(wrong)', '#N/A'],
      ['SUM(1,#DIV/0!,#N/A)', '#DIV/0!'],
      ['PRODUCT(a)', 8],
      ['PRODUCT(empty)', 0],
      ['SUMSQ(3,4)', 25],
      ['AVERAGE(a)', 7 / 3],
      ['AVERAGE(empty)', '#DIV/0!'],
      ['AVERAGE(1,)', 0.5],
      ['MAX(empty)', 0],
      ['MIN(texts)', 0],
      ['MIN(a)', 1],
      ['MAX(-5,-3)', -3],
      ['MAX("9",TRUE)', 9],
      ['COUNT(a)', 3],
      ['COUNT(a,"5","x",TRUE)', 5],
      ['COUNT(1,)', 2],
      ['COUNT(wrong)', 2],
      ['COUNTA(a)', 6],
      ['COUNTA(texts)', 3],
      ['COUNTA(none)', 0],
      ['MEDIAN(empty)', '#NUM!'],
      ['MEDIAN(3,1,2)', 2],
      ['MEDIAN(4,1,2,3)', 2.5],
      ['SUMPRODUCT(col,{1;2;3})', 14],
      ['SUMPRODUCT(col,two)', '#VALUE!'],
      ['SUMPRODUCT({1,2},{1;2})', '#VALUE!'],
      ['SUMPRODUCT({1,"x",TRUE},{2,2,2})', 2],
      ['SUMPRODUCT(3,4)', 12],
      ['ABS(cell)', 5],
      ['ABS(col)', '#VALUE!'],
      ['ROUND(none,0)', 0],
      ['AND(TRUE,1)', true],
      ['AND(col,0)', false],
      ['AND(texts)', true],
      ['AND(empty)', '#VALUE!'],
      ['AND("TRUE")', true],
      ['AND("yes")', '#VALUE!'],
      ['OR(FALSE,0)', false],
      ['OR(FALSE,)', false],
      ['OR(col)', true],
      ['XOR(TRUE,TRUE,TRUE)', true],
      ['XOR(TRUE,TRUE)', false],
      ['NOT(0)', true],
      ['NOT("FALSE")', true],
      ['NOT("no")', '#VALUE!'],
      ['ISBLANK(none)', true],
      ['ISBLANK("")', false],
      ['ISERROR(1/0)', true],
      ['ISERROR(1)', false],
      ['ISNA(NA())', true],
      ['ISNA(1/0)', false],
      ['ISNUMBER("5")', false],
      ['ISTEXT(cell)', true],
      ['ISLOGICAL(1=1)', true],
      ['CONCAT("a",1/4,TRUE,two)', 'a0.25TRUE45'],
      ['LEN("汉字ab")', 4],
      ['LEFT("汉字ab")', '汉'],
      ['LEFT("abc",9)', 'abc'],
      ['LEFT("abc",-1)', '#VALUE!'],
      ['RIGHT("abc",2)', 'bc'],
      ['RIGHT("abc",0)', ''],
      ['MID("abcdef",2,3)', 'bcd'],
      ['MID("abc",0,1)', '#VALUE!'],
      ['MID("abc",9,1)', ''],
    ],
    1e-14,
    cells,
  );
});

describe('order and spread', () => {
  table(
    [
      ['LARGE({3,5,3,5,4},3)', 4],
      ['LARGE({3,5},3)', '#NUM!'],
      ['SMALL({3,5,3},2)', 3],
      ['SMALL({3,5},0)', '#NUM!'],
      ['RANK.EQ(7,{7,3.5,3.5,1,2})', 1],
      ['RANK.EQ(3.5,{7,3.5,3.5,1,2})', 2],
      ['RANK.EQ(3.5,{7,3.5,3.5,1,2},1)', 3],
      ['RANK.EQ(9,{7,3.5})', '#N/A'],
      ['PERCENTILE.INC({1,2,3,4},0.3)', 1.9],
      ['PERCENTILE.INC({1,2,3,4},0)', 1],
      ['PERCENTILE.INC({1,2,3,4},1)', 4],
      ['PERCENTILE.INC({1,2,3,4},1.1)', '#NUM!'],
      ['STDEV.S({1345,1301,1368,1322,1310,1370,1318,1350,1303,1299})', 27.463915719843],
      ['STDEV.P({1345,1301,1368,1322,1310,1370,1318,1350,1303,1299})', 26.054558142482],
      ['VAR.S({1,2,3,4})', 5 / 3],
      ['VAR.P({1,2,3,4})', 1.25],
      ['VAR.S(1)', '#DIV/0!'],
      ['STDEV.S({1000000001,1000000002,1000000003})', 1],
      ['GEOMEAN({4,5,8,7,11,4,3})', 5.476986969656],
      ['GEOMEAN({1,0})', '#NUM!'],
    ],
    1e-11,
  );
});

describe('finance', () => {
  table(
    [
      ['NPV(0.1,-10000,3000,4200,6800)', 1188.443412335221],
      ['NPV(0.08,{8000,9200,10000,12000,14500})-40000', 1922.061554932363],
      ['NPV(-1,1)', '#DIV/0!'],
      ['IRR(flows)', 0.086630948036],
      ['IRR({-70000,12000,15000,18000,21000})', -0.021244848273],
      ['IRR({-70000,12000,15000},-0.1)', -0.443506941334],
      ['IRR({1,2,3})', '#NUM!'],
      ['IRR({-1,1e9})', 999999999],
      ['IRR({-100,1})', -0.99],
      ['PMT(0.08/12,10,10000)', -1037.032089359163],
      ['PMT(0.08/12,10,10000,0,1)', -1030.164327177977],
      ['PMT(0,10,10000)', -1000],
      ['PMT(0.1,0,1000)', '#NUM!'],
      ['PV(0.08/12,12*20,500)', -59777.14585118783],
      ['PV(0,10,100)', -1000],
      ['FV(0.06/12,10,-200,-500,1)', 2581.403374056896],
      ['FV(0,10,-100)', 1000],
      ['NPER(0.01,-100,-1000,10000,1)', 59.673865674294],
      ['NPER(0,-100,1000)', 10],
      ['NPER(0,0,1000)', '#NUM!'],
      ['NPER(0.1,-50,1000)', '#NUM!'],
      ['RATE(48,-200,8000)', 0.007701472488],
      ['RATE(10,-100,1000)', 0],
      ['RATE(10,100,1000)', '#NUM!'],
      ['RATE(0,100,1000)', '#NUM!'],
      ['RATE(10,0,-1000,2000)', 0.071773462536],
    ],
    1e-10,
    { flows: [-70000, 12000, 15000, 18000, 21000, 26000] },
  );

  test.each([
    [0.05, 12, -300, 2500, 0],
    [0.0001, 360, -300, 200000, 1],
    [1.5, 6, -20, 100, 0],
    [-0.02, 24, -50, 1000, 1],
  ])('the annuity functions agree with each other: %s %s %s %s %s', (rate, nper, pmt, pv, type) => {
    const fv = calculate(`FV(${rate},${nper},${pmt},${pv},${type})`);
    const near = (formula: string, expected: number) =>
      expect(Math.abs(Number(calculate(formula)) / expected - 1), formula).toBeLessThan(1e-8);
    near(`PV(${rate},${nper},${pmt},${fv},${type})`, pv);
    near(`PMT(${rate},${nper},${pv},${fv},${type})`, pmt);
    near(`NPER(${rate},${pmt},${pv},${fv},${type})`, nper);
    near(`RATE(${nper},${pmt},${pv},${fv},${type})`, rate);
  });
});

describe('the table of functions', () => {
  it('has what the catalogue names, no more and no less', () => {
    expect([...functionTable.keys(), ...lazyFunctions].sort()).toEqual([...functionCatalogue.keys()].sort());
  });

  it.each([...functionTable])('%s answers every kind of argument and explains its faults', (name, { areas, run }) => {
    const { minArguments, maxArguments } = functionCatalogue.get(name) ?? { minArguments: 0, maxArguments: 0 };
    const nasty = [null, 'text', '', true, 0, -1, 1e308, -1e308, 1e-308, 0.5];
    for (const first of nasty) {
      for (const second of nasty) {
        for (let count = minArguments; count <= Math.min(maxArguments, minArguments + 2); count++) {
          const args = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? first : second));
          const cells = args.map((value) => ({ area: true as const, values: [value, first], columns: 1 }));
          for (const result of [run(args), areas ? run(cells) : null]) {
            if (typeof result === 'number') expect(Number.isFinite(result), `${name}(${args})`).toBe(true);
            if (typeof result === 'object' && result !== null) {
              const sentence = formatMessage(result.message, 'zh') + formatMessage(result.message, 'en');
              expect(sentence).not.toContain('{{');
              if (!['NA', 'POWER', 'CONCAT'].includes(name)) expect(sentence).toContain(name);
            }
          }
        }
      }
    }
  });
});
