/** `SERIES("id")` in formulas: the value of a period, transforms, regrouping, what is said where there is none, and what a change of a series does. */
import { describe, expect, test } from 'vitest';
import type { EngineSeries } from '../../electron/engine/series.ts';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { sameInBoth } from '../../shared/language.ts';
import { cannotTake, lineOfSeries } from '../../shared/line-of-series.ts';
import { formatMessage } from '../../shared/messages.ts';
import { periodOfDay } from '../../shared/period-days.ts';
import { type Grain, grainSchema, labelAt, ordinalOf, type TimeAxis } from '../../shared/periods.ts';
import { SERIES_TRANSFORMS } from '../../shared/series.ts';
import { isCalcError } from '../../shared/values.ts';
import { documentOf, put } from './sheet-of.ts';

function seriesOf(grain: Grain, from: string, values: (number | null)[], unit = '', fiscalYearEnd = 12): EngineSeries {
  const first = ordinalOf(grain, from);
  const there = values.flatMap((value, at) => (value === null ? [] : [{ ordinal: first + at, value }]));
  return {
    grain,
    fiscalYearEnd,
    unit,
    ordinals: there.map(({ ordinal }) => ordinal),
    values: there.map(({ value }) => value),
  };
}

const days = Array.from({ length: 60 }, (_, at) => at + 1);

const known = (): Map<string, EngineSeries> =>
  new Map([
    ['capex/a', seriesOf('quarter', '2022Q4', [10, 20, 30, 40, 50, 60, null, 80], '百万USD')],
    ['fiscal', seriesOf('fiscal-quarter', 'FY24Q1', [1, 2, 3, 4], '亿USD', 6)],
    ['odd year', seriesOf('fiscal-quarter', 'FY24Q1', [1, 2, 3, 4], '', 1)],
    ['downloads', seriesOf('day', '2024-01-01', days, '万次')],
    ['below zero', seriesOf('quarter', '2023Q1', [-5, 0, 5, 10, 20])],
    ['nothing yet', seriesOf('month', '2024-01', [])],
  ]);

const QUARTERS: TimeAxis = { grain: 'quarter', start: '2023Q1', count: 8 };
const FISCAL: TimeAxis = { grain: 'fiscal-quarter', start: 'FY24Q1', count: 4 };
const MONTHS: TimeAxis = { grain: 'month', start: '2024-01', count: 3 };
const YEARS: TimeAxis = { grain: 'year', start: '2023', count: 2 };

function build(formula: string, axis: TimeAxis | null, unit = '') {
  const map = known();
  return SheetModel.build(documentOf([{ name: 'y', unit, cells: { '1': formula } }], { axis }), undefined, {
    find: (id) => map.get(id),
  });
}

type Case = [formula: string, axis: TimeAxis | null, unit: string, period: string, expected: number, inferred: string];

describe('what is taken of a series', () => {
  test.each<Case>([
    ['=SERIES("capex/a")', QUARTERS, '', '2023Q1', 20, '百万USD'],
    ['=series(“capex/a”)', QUARTERS, '亿USD', '2023Q1', 0.2, ''],
    ['=SERIES("capex/a","2022Q4")', QUARTERS, '', '2024Q4', 10, '百万USD'],
    ['=SERIES("capex/a","2022Q4")', null, '', '', 10, '百万USD'],
    ['=SERIES("capex/a","latest")', null, '', '', 80, '百万USD'],
    ['=SERIES("capex/a",,"ttm")', QUARTERS, '', '2023Q3', 100, '百万USD'],
    ['=SERIES("capex/a","","TTM")', QUARTERS, '', '2023Q4', 140, '百万USD'],
    ['=SERIES("capex/a","2023Q4","yoy")', null, '', '', 4, ''],
    ['=SERIES("capex/a",,"qoq")', QUARTERS, '%', '2023Q2', 50, ''],
    ['=SERIES("capex/a","2023","sum")', null, '', '', 140, '百万USD'],
    ['=SERIES("capex/a",2023,"mean")', null, '', '', 35, '百万USD'],
    ['=SERIES("capex/a",,"sum")', YEARS, '亿USD', '2023', 1.4, ''],
    ['=SERIES("capex/a",,"sum")', QUARTERS, '', '2023Q1', 20, '百万USD'],
    ['=SERIES("capex/a",,"average")', QUARTERS, '', '2023Q1', (20 + 30 + 40 + 50 + 60 + 80) / 6, '百万USD'],
    ['=SERIES("capex/a",,"average")', null, '', '', (10 + 20 + 30 + 40 + 50 + 60 + 80) / 7, '百万USD'],
    ['=SERIES("fiscal")', FISCAL, '', 'FY24Q2', 2, '亿USD'],
    ['=SERIES("fiscal")', QUARTERS, '', '2023Q3', 1, '亿USD'],
    ['=SERIES("fiscal","2024Q2")', null, '', '', 4, '亿USD'],
    ['=SERIES("capex/a","FY23Q4")', null, '', '', 50, '百万USD'],
    ['=SERIES("odd year","2023Q2")', null, '', '', 1, ''],
    ['=SERIES("downloads",,"sum")', MONTHS, '', '2024-01', (31 * 32) / 2, '万次'],
    ['=SERIES("downloads",,"mean")', MONTHS, '', '2024-02', (32 + 60) / 2, '万次'],
    ['=SERIES("downloads","2024-01-07","ma7")', MONTHS, '', '2024-01', 4, '万次'],
    ['=SERIES("downloads","2024-01-08","wow")', null, '', '', 7, ''],
    ['=SERIES("below zero","2024Q1","qoq")', null, '', '', 1, ''],
    ['=IFNA(SERIES("capex/a"),0)+SERIES("capex/a","latest")', QUARTERS, '', '2024Q2', 80, '百万USD'],
    ['=SUM(SERIES("capex/a"),SERIES("fiscal"))', QUARTERS, '', '2023Q3', 140, '百万USD'],
  ])('%s on %j in %s: %s is %s', (formula, axis, unit, period, expected, inferred) => {
    const model = build(formula, axis, unit);
    expect(model.valueOf({ lineId: 1, scenarioId: 1, period })).toBeCloseTo(expected, 10);
    expect(model.inferredUnitOf(1)).toBe(inferred);
  });
});

describe('where there is no value', () => {
  test.each<[formula: string, axis: TimeAxis | null, unit: string, period: string, error: string, said: RegExp]>([
    ['=SERIES("unknown")', QUARTERS, '', '2023Q1', '#NAME?', /no series with the id “unknown”/],
    ['=SERIES("unknown")+1', QUARTERS, '万元', '2023Q1', '#NAME?', /no series with the id “unknown”/],
    ['=SERIES("capex/a")', QUARTERS, '', '2024Q2', '#N/A', /no value for 2024Q2 \(it goes from 2022Q4 to 2024Q3\)/],
    ['=SERIES("capex/a",,"ttm")', QUARTERS, '', '2024Q3', '#N/A', /lacks a period/],
    ['=SERIES("capex/a","2024","sum")', null, '', '', '#N/A', /lacks a period/],
    ['=SERIES("capex/a")', null, '', '', '#VALUE!', /no time axis.*"2024Q3"/],
    ['=SERIES("capex/a","soon")', QUARTERS, '', '2023Q1', '#VALUE!', /“soon” is no period: write one like "2024Q3"/],
    ['=SERIES("capex/a",,"ma7")', QUARTERS, '', '2023Q1', '#VALUE!', /can be ttm, yoy, qoq, sum, mean, average/],
    ['=SERIES("capex/a")', MONTHS, '', '2024-01', '#VALUE!', /cannot be brought to 2024-01/],
    ['=SERIES("capex/a",,"sum")', MONTHS, '', '2024-01', '#VALUE!', /cannot be brought to 2024-01/],
    ['=SERIES("downloads")', MONTHS, '', '2024-01', '#VALUE!', /finer than 2024-01.*"sum".*"mean"/],
    [
      '=SERIES("downloads",,"yoy")',
      MONTHS,
      '',
      '2024-01',
      '#VALUE!',
      /own periods of “downloads”.*for 2024-01\. Take =SERIES\("downloads", , "sum"\) in a line.*=x\/x\[-12\]-1 here/,
    ],
    [
      '=SERIES("capex/a",,"yoy")',
      YEARS,
      '',
      '2023',
      '#VALUE!',
      /such as 2024Q3; here it is wanted for 2023\..*=x\/x\[-1\]-1 here/,
    ],
    [
      '=SERIES("capex/a",,"qoq")',
      YEARS,
      '',
      '2023',
      '#VALUE!',
      /for 2023\. Name one of its own: SERIES\("capex\/a", "2024Q3", "qoq"\)/,
    ],
    [
      '=SERIES("downloads",,"average")',
      MONTHS,
      '',
      '2024-01',
      '#VALUE!',
      /=SERIES\("downloads", , "sum"\).*=AVERAGE\(x\[\*\]\)/,
    ],
    ['=SERIES("downloads",,"sum")', MONTHS, '', '2024-03', '#N/A', /lacks a period/],
    ['=SERIES("below zero","2023Q2","qoq")', null, '', '', '#N/A', /zero or negative/],
    ['=SERIES("below zero","2023Q3","qoq")', null, '', '', '#N/A', /zero or negative/],
    ['=SERIES("nothing yet","latest")', null, '', '', '#N/A', /no value yet/],
    ['=SERIES("nothing yet")', MONTHS, '', '2024-01', '#N/A', /no value yet/],
    ['=SERIES("capex/a","latest","average")', QUARTERS, '', '2023Q1', '#VALUE!', /takes no period/],
    ['=SERIES("cap"&"ex/a")', QUARTERS, '', '2023Q1', '#VALUE!', /written in the formula itself/],
    ['=SERIES("capex/a",y)', QUARTERS, '', '2023Q1', '#CIRC!', /./],
    ['=SERIES("capex/a")', QUARTERS, 'GPU', '2023Q1', '#UNIT!', /USD/],
    ['=SERIES("capex/a",,"qoq")', QUARTERS, '万元', '2023Q1', '#UNIT!', /./],
  ])('%s on %j in %s: %s is %s', (formula, axis, unit, period, error, said) => {
    const value = build(formula, axis, unit).valueOf({ lineId: 1, scenarioId: 1, period });
    if (!isCalcError(value)) throw new Error(`${formula} is ${value}`);
    expect(value.error).toBe(error);
    expect(formatMessage(value.message, 'en')).toMatch(said);
    expect(formatMessage(value.message, 'zh')).toMatch(/[一-龥]/);
  });
});

test('the sheets that are said to take nothing of a series are those where its line is an error', () => {
  const day = Date.UTC(2023, 5, 15) / 86_400_000;
  const grains = grainSchema.options;
  const ways = ['none', ...SERIES_TRANSFORMS, 'average'] as const;
  const said: string[] = [];
  for (const own of grains) {
    const first = periodOfDay(own, day - 1500, 12);
    const count = periodOfDay(own, day + 600, 12) - first;
    const held = seriesOf(
      own,
      labelAt(own, first),
      Array.from({ length: count }, (_, at) => at + 1),
    );
    for (const grain of [null, ...grains]) {
      const axis = grain === null ? null : { grain, start: labelAt(grain, periodOfDay(grain, day, 12)), count: 1 };
      for (const way of ways) {
        const series = { id: 'x', grain: own, unit: '', market: '', platform: '', vendor: '', definition: '' };
        const nobody = { name: sameInBoth('') };
        const { cells = [] } = lineOfSeries(series, nobody, nobody, { scenarioId: 1, grain, way });
        const document = documentOf([['line', cells[0].content]], { axis });
        const model = SheetModel.build(document, undefined, { find: () => held });
        const value = model.valueOf({ lineId: 1, scenarioId: 1, period: axis?.start ?? '' });
        const reason = cannotTake(series, { grain, way });
        expect(reason !== null, `${way} of ${own} by ${grain}: ${JSON.stringify(value)}`).toBe(isCalcError(value));
        if (reason !== null) said.push(formatMessage(reason, 'en'));
      }
    }
  }
  expect(said).toContain('This sheet is by year, but YoY is computed by quarter. Put in “Values” and compute it there');
  expect(said).toContain('This sheet is by month; a series by week cannot be brought to that');
});

test('what is advised for growth in longer periods gives it', () => {
  const years: TimeAxis = { grain: 'year', start: '2023', count: 2 };
  const held = seriesOf('quarter', '2023Q1', [1, 2, 3, 4, 2, 4, 6, 8]);
  const lines: Parameters<typeof documentOf>[0] = [
    ['x', '=SERIES("s", , "sum")'],
    ['growth', '=x/x[-1]-1'],
    ['average', '=AVERAGE(x[*])'],
  ];
  const model = SheetModel.build(documentOf(lines, { axis: years }), undefined, { find: () => held });
  const at2024 = (lineId: number) => model.valueOf({ lineId, scenarioId: 1, period: '2024' });
  expect([2, 3].map(at2024)).toEqual([1, 15]);
});

describe('a change of a series', () => {
  const document = documentOf(
    [
      { name: 'now', cells: { '1': '=SERIES("capex/a")' } },
      { name: 'double', cells: { '1': '=now*2' } },
      { name: 'other', cells: { '1': '=SERIES("fiscal")' } },
      { name: 'year', cells: { '1': '=SERIES("capex/a",,"ttm")' } },
    ],
    { axis: QUARTERS },
  );

  test('recalculates what it leads to and nothing else', () => {
    const map = known();
    const model = SheetModel.build(document, undefined, { find: (id) => map.get(id) });
    map.set('capex/a', seriesOf('quarter', '2022Q4', [10, 20, 30, 40, 55, 60, 70, 80], '百万USD'));
    const { values } = model.refresh({ seriesIds: ['capex/a', 'never used'] });
    const all = values.flatMap(({ period, lineIds, values: now }) => lineIds.map((id, at) => [period, id, now[at]]));
    expect(all.sort(([a, x], [b, y]) => `${a}${x}`.localeCompare(`${b}${y}`))).toEqual([
      ['2023Q4', 1, 55],
      ['2023Q4', 2, 110],
      ['2023Q4', 4, 145],
      ['2024Q1', 4, 185],
      ['2024Q2', 1, 70],
      ['2024Q2', 2, 140],
      ['2024Q2', 4, 225],
      ['2024Q3', 4, 265],
    ]);
    expect(model.refresh({ seriesIds: ['capex/a'] })).toEqual({ values: [], inferredUnits: [] });
  });

  test('changes the unit, comes and goes', () => {
    const map = known();
    const model = SheetModel.build(document, undefined, { find: (id) => map.get(id) });
    map.set('capex/a', seriesOf('quarter', '2023Q1', [1], '亿CNY'));
    const { inferredUnits } = model.refresh({ seriesIds: ['capex/a'] });
    expect(inferredUnits.toSorted((a, b) => a.lineId - b.lineId)).toEqual(
      [1, 2, 4].map((lineId) => ({ lineId, unit: '亿CNY' })),
    );
    map.delete('capex/a');
    model.refresh({ seriesIds: ['capex/a'] });
    const value = model.valueOf({ lineId: 2, scenarioId: 1, period: '2023Q1' });
    expect(isCalcError(value) && value.error).toBe('#NAME?');
  });

  test('is of no concern once no formula takes it', () => {
    const map = known();
    const model = SheetModel.build(document, undefined, { find: (id) => map.get(id) });
    expect(model.usedSeries()).toEqual(['capex/a', 'fiscal']);
    model.apply([put(3, '1')]);
    expect(model.usedSeries()).toEqual(['capex/a']);
    map.delete('fiscal');
    expect(model.refresh({ seriesIds: ['fiscal'] })).toEqual({ values: [], inferredUnits: [] });
  });
});

test('a cell comes from the periods that its formula takes', () => {
  const map = known();
  const document = documentOf(
    [
      { name: 'growth', cells: { '1': '=SERIES("capex/a",,"yoy")' } },
      { name: 'total', cells: { '1': '=SERIES("fiscal")+growth[-1]' } },
    ],
    { axis: QUARTERS },
  );
  const model = SheetModel.build(document, undefined, { find: (id) => map.get(id) });
  const { series } = model.origins({ lineId: 2, scenarioId: 1, period: '2024Q1' });
  const q = (label: string) => ordinalOf('quarter', label);
  expect([...series].map(([id, ordinals]) => [id, [...ordinals]])).toEqual([
    ['fiscal', [ordinalOf('fiscal-quarter', 'FY24Q3')]],
    ['capex/a', [q('2022Q4'), q('2023Q4')]],
  ]);
});
