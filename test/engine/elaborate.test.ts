/** Units in formulas: what fits, what is converted, and what is said where it does not fit. */
import { describe, expect, test } from 'vitest';
import { evaluateFormula } from '../../electron/engine/evaluate.ts';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { formatMessage } from '../../shared/messages.ts';
import { type CellValue, isCalcError } from '../../shared/values.ts';
import { documentOf, put, valuesOf } from './sheet-of.ts';

const values = {
  成本: '34.06 万元',
  收入: '1 亿元',
  元数: '347777 元',
  美元数: '20 USD',
  汇率: '6.86 CNY/USD',
  租金: '1.36 USD/(GPU*h)',
  用量: '100 GPU*h',
  功率: '6.5 kW',
  时长: '24 h',
  速度: '10 token/s',
  天数: '2 d',
  增长: '=20[%]',
  个数: '3',
  台: '130 GPU',
  每台: '8 GPU/server',
  面积: '9 h^2',
};

describe('results in their units', () => {
  test.each<[string, string, number | string | boolean, string]>([
    ['成本', '', 34.06, '万元'],
    ['成本', '元', 340_600, '元'],
    ['成本+收入', '', 10_034.06, '万元'],
    ['收入+成本', '', 1.003406, '亿元'],
    ['成本+0', '', 34.06, '万元'],
    ['成本+5[万元]', '', 39.06, '万元'],
    ['用量*租金', '', 136, 'USD'],
    ['用量*租金*汇率', '元', 932.96, '元'],
    ['功率*时长', '', 156, 'kWh'],
    ['速度*天数', '', 1_728_000, 'token'],
    ['成本*增长', '', 6.812, '万元'],
    ['1+增长', '', 1.2, ''],
    ['增长+1', '', 120, '%'],
    ['成本/收入', '', 0.003406, ''],
    ['成本/收入', '%', 0.3406, '%'],
    ['成本/收入-1', '', -0.996594, ''],
    ['时长^2', '', 576, 'h^2'],
    ['POWER(时长,2)', '', 576, 'h^2'],
    ['SQRT(面积)', '', 3, 'h'],
    ['时长^-1', '1/d', 1, '1/d'],
    ['-成本', '', -34.06, '万元'],
    ['成本>收入', '', false, ''],
    ['成本<1[亿元]', '', true, ''],
    ['成本&"x"', '', '34.06x', ''],
    ['IF(成本>0,成本,"无")', '元', 340_600, '元'],
    ['IF(成本<0,成本,"无")', '元', '无', '元'],
    ['CHOOSE(2,收入,成本)', '', 0.003406, '亿元'],
    ['IFERROR(成本/0,成本)', '', 34.06, '万元'],
    ['SWITCH(时长,1[d],成本,0)', '', 34.06, '万元'],
    ['SUM(成本:元数)', '', 10_068.8377, '万元'],
    ['MAX(成本:元数)', '亿元', 1, '亿元'],
    ['MAX(成本,收入)', '', 10_000, '万元'],
    ['COUNT(成本:时长)', '', 9, ''],
    ['ROUND(元数,0)', '万元', 35, '万元'],
    ['ROUND(元数,-1)', '', 347_780, '元'],
    ['ROUND(用量*租金,-2)', '', 100, 'USD'],
    ['CEILING(元数,100)', '万元', 100, '万元'],
    ['CEILING(元数,1[万元])', '', 350_000, '元'],
    ['CEILING(台,每台*1[server])', '', 136, 'GPU'],
    ['INT(时长/7[h])', '', 3, ''],
    ['MOD(时长,5[h])', '', 4, 'h'],
    ['SUMPRODUCT(用量,租金)', '', 136, 'USD'],
    ['PRODUCT(用量,租金,2)', '', 272, 'USD'],
    ['VAR.P(时长,2[d])', '', 144, 'h^2'],
    ['NPV(10%,成本,成本)', '', 59.11239669421488, '万元'],
    ['EXP(成本/成本-1)', '', 1, ''],
    ['收入*0', '元', 0, '元'],
  ])('%s in [%s] is %s %s', (formula, unit, value, shown) => {
    const result = evaluateFormula({ formula, let: values, unit });
    if (typeof value === 'number') expect(result.value).toBeCloseTo(value, 9);
    else expect(result.value).toBe(value);
    expect(result.unit).toBe(shown);
  });
});

describe('units that do not fit', () => {
  test.each([
    ['美元数+成本', '', 'USD and 万元 cannot be added or compared'],
    ['成本+5', '', 'write 5[万元]'],
    ['5+成本', '', 'write 5[万元]'],
    ['成本+个数', '', 'One side is in 万元'],
    ['成本>个数', '', 'One side is in 万元'],
    ['成本', 'USD', 'The formula gives 万元, but the unit of the line is USD'],
    ['个数', 'USD', 'The formula gives a number without unit, but the unit of the line is USD'],
    ['EXP(成本)', '', 'EXP takes a number without unit, but this one is in 万元'],
    ['2^成本', '', '^ takes a number without unit'],
    ['成本^个数', '', 'only be raised to a fixed'],
    ['IF(TRUE,成本,美元数)', '', '万元 and USD'],
    ['IFERROR(成本+美元数,0)', '', '万元 and USD'],
    ['SUM(成本:美元数)', '', '万元 and USD'],
    ['ROUND(成本,时长)', '', 'ROUND takes a number without unit'],
    ['1[frob]', '', 'There is no unit called “frob”'],
  ])('%s in [%s]: %s', (formula, unit, said) => {
    const { value } = evaluateFormula({ formula, let: values, unit });
    expect(isCalcError(value) && [value.error, formatMessage(value.message, 'en')]).toEqual([
      '#UNIT!',
      expect.stringContaining(said),
    ]);
  });

  test('begin where they are and pass through what reads them', () => {
    const document = documentOf([
      { name: 'a', unit: 'USD', cells: { 1: '1' } },
      { name: 'b', unit: 'CNY', cells: { 1: '=a' } },
      { name: 'c', cells: { 1: '=b*2' } },
      { name: 'd', cells: { 1: '=IFERROR(b, 7[CNY])' } },
    ]);
    const model = SheetModel.build(document);
    const value: CellValue = model.valueOf({ lineId: 3, scenarioId: 1, period: '' });
    expect(isCalcError(value) && value.origin.lineId).toBe(2);
    expect(valuesOf(document, model)).toEqual({ a: 1, b: '#UNIT!', c: '#UNIT!', d: 7 });
  });
});

describe('lines without a unit', () => {
  const document = documentOf([
    { name: 'price', unit: 'USD/(GPU*h)', cells: { 1: '2' } },
    { name: 'hours', unit: 'h', cells: { 1: '10' } },
    { name: 'cost', cells: { 1: '=price*hours' } },
    { name: 'total', cells: { 1: '=cost*gpus' } },
    { name: 'gpus', unit: 'GPU', cells: { 1: '4' } },
    { name: 'plain', cells: { 1: '3' } },
  ]);

  test('take the unit of their formula, and pass it on', () => {
    const model = SheetModel.build(document);
    expect(model.inferredUnits()).toEqual([
      { lineId: 3, unit: 'USD/GPU' },
      { lineId: 4, unit: 'USD' },
    ]);
  });

  test('follow when what they read changes its unit', () => {
    const model = SheetModel.build(document);
    const line = { ...document.lines[1], unit: 'd' };
    const { values, inferredUnits } = model.apply([{ change: 'putLine', line }]);
    expect(inferredUnits).toEqual([]);
    expect(values).toEqual([{ scenarioId: 1, period: '', lineIds: [3, 4], values: [480, 1920] }]);
    expect(model.apply([{ change: 'putLine', line: { ...line, unit: '' } }]).inferredUnits).toEqual([
      { lineId: 3, unit: 'USD/(GPU*h)' },
      { lineId: 4, unit: 'USD/h' },
    ]);
  });

  test('are not checked at all in a sheet without units', () => {
    const unitless = documentOf([
      ['a', '100'],
      ['b', '=a+5'],
      ['c', '=EXP(a/b)^a'],
    ]);
    const model = SheetModel.build(unitless);
    expect(valuesOf(unitless, model).b).toBe(105);
    model.apply([{ change: 'putLine', line: { ...unitless.lines[0], unit: 'USD' } }]);
    expect(valuesOf(unitless, model).b).toBe('#UNIT!');
    model.apply([{ change: 'putLine', line: unitless.lines[0] }]);
    expect(valuesOf(unitless, model).b).toBe(105);
  });

  test('that lead back to themselves are plain numbers', () => {
    const years = documentOf(
      [
        { name: 'users', cells: { '1@2023': '100', '1': '=users[-1]*1.5' } },
        { name: 'fee', unit: 'CNY', cells: { 1: '2' } },
        { name: 'revenue', cells: { 1: '=users*fee' } },
      ],
      { axis: { grain: 'year', start: '2023', count: 3 } },
    );
    const model = SheetModel.build(years);
    expect(valuesOf(years, model, 1, '2025')).toEqual({ users: 225, fee: 2, revenue: 450 });
    expect(model.inferredUnits()).toEqual([{ lineId: 3, unit: 'CNY' }]);
  });
});

test('units of the sheet itself are words like any', () => {
  const document = documentOf(
    [
      { name: 'racks', unit: '机架', cells: { 1: '3' } },
      { name: 'servers', unit: 'server', cells: { 1: '=racks' } },
    ],
    { customUnits: [{ name: '机架', definition: '8 server' }] },
  );
  const model = SheetModel.build(document);
  expect(valuesOf(document, model).servers).toBe(24);
  model.apply([
    { change: 'putSheet', sheet: { ...document.sheet, customUnits: [{ name: '机架', definition: '10 server' }] } },
  ]);
  expect(valuesOf(document, model).servers).toBe(30);
  model.apply([{ change: 'putSheet', sheet: { ...document.sheet, customUnits: [] } }]);
  expect(valuesOf(document, model)).toEqual({ racks: '#UNIT!', servers: '#UNIT!' });
});

test('what is typed is taken in the unit of its line', () => {
  const cells = (unit: string, typed: string) => valuesOf(documentOf([{ name: 'x', unit, cells: { 1: typed } }])).x;
  expect(cells('%', '12%')).toBe(12);
  expect(cells('%', '7%')).toBe(7);
  expect(cells('%', '12')).toBe(12);
  expect(cells('', '12%')).toBe(0.12);
  expect(cells('万元', '340600 元')).toBe(34.06);
  expect(cells('万元', '5 USD')).toBe('#UNIT!');
  expect(cells('万元', '无')).toBe('无');
  expect(cells('', '7 nm')).toBe('7 nm');
});

test('conversions are written out once, and as exact numbers', () => {
  const document = documentOf([
    { name: 'a', unit: '万元', cells: { 1: '33.2' } },
    { name: 'b', unit: '元', cells: { 1: '=a' } },
    { name: 'c', unit: '亿元', cells: { 1: '=a+b' } },
    { name: 'd', unit: '万元', cells: { 1: '=a' } },
  ]);
  const model = SheetModel.build(document);
  const formula = (lineId: number) => model.elaboratedFormula({ lineId, scenarioId: 1, period: '' });
  expect(formula(1)).toBeNull();
  expect(formula(2)).toMatchObject({ unit: '元', expression: { kind: 'scaled', ratio: { times: 10_000, over: 1 } } });
  expect(formula(3)?.expression).toMatchObject({
    kind: 'scaled',
    ratio: { times: 1, over: 10_000 },
    operand: { operands: [{ kind: 'reference' }, { kind: 'scaled', ratio: { times: 1, over: 10_000 } }] },
  });
  expect(formula(4)?.expression.kind).toBe('reference');
  expect(valuesOf(document, model)).toMatchObject({ b: 332_000, d: 33.2 });
  expect(model.apply([put(1, '33.3')]).values[0].values).toEqual([33.3, 333_000, expect.closeTo(0.00666, 12), 33.3]);
});
