/** What the screen of prices reckons: rows, steps over time, costs of a workload, stated against computed changes. */
import { describe, expect, test } from 'vitest';
import { priceRows } from '../../renderer/features/prices/price-rows.ts';
import { priceHistory } from '../../renderer/features/prices/price-series.ts';
import { percentText, priceNumber, printedOfRow } from '../../renderer/features/prices/price-text.ts';
import { AT_START, parseQuery, printQuery } from '../../renderer/features/prices/prices-query.ts';
import { changeVerdict } from '../../renderer/features/prices/stated-change.ts';
import { stepChart } from '../../renderer/features/prices/step-chart.ts';
import { parseCount, workloadCosts } from '../../renderer/features/prices/workload.ts';
import type { ChartColours } from '../../renderer/ui/chart.tsx';
import type { Price } from '../../shared/model-methods.ts';
import { cutOf, priceOf } from './prices-fixture.ts';

const FREE = { ...priceOf('x 2024-05 both 0'), text: '每天 50 次' };

function rowsOf(prices: Price[], withPast = false) {
  return priceRows(prices, [], withPast).map(({ modelId, setting, input, output, standing }) =>
    [modelId, setting, input?.factId ?? '–', output?.factId ?? '–', standing === 'current' ? '' : standing]
      .filter(Boolean)
      .join(' | '),
  );
}

describe('rows of the list', () => {
  const prices = ['a 2024-04 input 2', 'a 2024-05 input 1', 'a 2024-04 output 3', 'b - both 5', 'b 2024-06 both 4'];

  test('show what is in force, a price for both in each direction', () => {
    expect(rowsOf(prices.map((text) => priceOf(text)))).toEqual([
      'a | a 2024-05 input 1 | a 2024-04 output 3',
      'b | b 2024-06 both 4 | b 2024-06 both 4',
    ]);
  });

  test('show past prices on request, and what disagrees with one that is used', () => {
    const beside = priceOf('a 2024-05 input 9', { isUsed: false, conflict: 'open' });
    expect(rowsOf([...prices.map((text) => priceOf(text)), beside], true)).toEqual([
      'a | a 2024-05 input 1 | a 2024-04 output 3',
      'a | a 2024-05 input 9 | – | beside',
      'a | a 2024-04 input 2 | – | past',
      'b | b 2024-06 both 4 | b 2024-06 both 4',
      'b | b - both 5 | b - both 5 | past',
    ]);
  });

  test('keep conditions apart', () => {
    expect(rowsOf([priceOf('a 2024 both 2'), priceOf('a 2024 input 1', { setting: 'batch' })])).toEqual([
      'a | a 2024 both 2 | a 2024 both 2',
      'a | batch | a 2024 input 1 | –',
    ]);
  });

  test('say what is free to use, with the model’s prices or by itself', () => {
    const rows = priceRows([priceOf('a 2024 both 1')], [{ ...FREE, modelId: 'a' }, FREE], false);
    expect(rows.map(({ modelId, freeTiers }) => [modelId, freeTiers.length])).toEqual([
      ['a', 1],
      ['x', 1],
    ]);
  });
});

test.each([
  ['one for both', ['a 2024 both 1'], '1 元/百万词元', '1 CNY/million token'],
  ['two', ['a 2024 input 0.5', 'a 2024 output 2'], '0.5 / 2 元/百万词元', '0.5 / 2 CNY/million token'],
  ['free', ['a 2024 both 0'], '免费', 'free'],
])('a row is printed with its own unit: %s', (_, texts, zh, en) => {
  const [row] = priceRows(
    texts.map((text) => priceOf(text)),
    [],
    false,
  );
  expect([printedOfRow(row, 'zh'), printedOfRow(row, 'en')]).toEqual([zh, en]);
});

test('units that differ are each printed', () => {
  const prices = [priceOf('a 2024 input 1'), priceOf('a 2024 output 2', { unit: 'USD/百万token', qualifier: '≈' })];
  expect(printedOfRow(priceRows(prices, [], false)[0], 'en')).toBe('1 CNY/million token / ≈ 2 USD/million token');
});

test('numbers have as many digits as prices have', () => {
  expect([0, 0.0728862973, 514.5, 12345.678].map((value) => priceNumber(value, 'en'))).toEqual([
    'free',
    '0.07289',
    '514.5',
    '12,350',
  ]);
  expect([-0.97, -0.967, -1, 0.1, -0.005, 20].map(percentText)).toEqual([
    '−97%',
    '−96.7%',
    '−100%',
    '+10%',
    '−0.5%',
    '+2,000%',
  ]);
});

describe('a workload', () => {
  test.each([
    ['1亿', 1e8],
    ['2000万', 2e7],
    ['1.5 亿 tokens', 1.5e8],
    ['200M', 2e8],
    ['1,000', 1000],
    ['0', 0],
    ['', null],
    ['-5', null],
    ['12%', null],
    ['$5', null],
    ['3 GPU', null],
    ['many', null],
  ])('%s tokens', (typed, count) => {
    expect(parseCount(typed)).toBe(count);
  });

  const rows = priceRows(
    ['a 2024 input 1', 'a 2024 output 4', 'b 2024 both 2', 'free 2024 both 0', 'c 2024 input 1'].map((text) =>
      priceOf(text),
    ),
    [],
    false,
  );
  const costs = (tokensIn: number, tokensOut: number, currency: 'CNY' | 'USD' = 'CNY') =>
    workloadCosts(rows, { tokensIn, tokensOut, days: 30 }, currency).map(({ row, perDay, perMonth, missing }) =>
      missing.length > 0 ? `${row.modelId} lacks ${missing.join()}` : `${row.modelId} ${perDay} ${perMonth}`,
    );

  test('is ranked by what it costs a day, and a month of the days given', () => {
    expect(costs(10e6, 5e6)).toEqual(['free 0 0', 'a 30 900', 'b 30 900', 'c lacks output']);
    expect(costs(10e6, 1e6)).toEqual(['free 0 0', 'a 14 420', 'b 22 660', 'c lacks output']);
    expect(costs(7e6, 0, 'USD')).toEqual(['free 0 0', 'a 1 30', 'c 1 30', 'b 2 60']);
  });

  test('needs no price of tokens that it does not use', () => {
    expect(costs(10e6, 0)).toEqual(['free 0 0', 'a 10 300', 'c 10 300', 'b 20 600']);
  });

  test('says where only the exchange rate lacks', () => {
    const [row] = priceRows([priceOf('a 2024 both 1', { usdPerMillion: null })], [], false);
    const [cost] = workloadCosts([row], { tokensIn: 1, tokensOut: 1, days: 30 }, 'USD');
    expect([cost.perDay, cost.missing]).toEqual([null, ['rate']]);
  });
});

describe('steps over time', () => {
  const question = { direction: 'input', currency: 'CNY', isLogarithmic: false, models: [] } as const;
  const prices = [
    'a 2024-04-25 input 2',
    'a 2024-05 input 1',
    'a 2024-04-25 output 8',
    'b - both 5',
    'b 2024-05-11 both 1',
    'undated - both 3',
    'free 2024-05-21 both 0',
  ].map((text) => priceOf(text));
  const cuts = [
    cutOf('free', '2024-05-21', { toFactId: 'free 2024-05-21 both 0' }),
    cutOf('b', '2024-05-11', { fromFactId: 'b - both 5', toFactId: 'b 2024-05-11 both 1', change: -0.8 }),
    cutOf('a', '2024-05', {
      direction: 'input',
      fromFactId: 'a 2024-04-25 input 2',
      toFactId: 'a 2024-05 input 1',
      change: -0.5,
    }),
    cutOf('gone', '2024-05-13', { stated: { factId: 's', change: -0.5, qualifier: '=', agrees: null } }),
  ];
  const drawn = (changed: Partial<Parameters<typeof priceHistory>[2]> = {}) => {
    const history = priceHistory(prices, cuts, { ...question, ...changed });
    return {
      series: history.series.map(({ modelId, points }) => [
        modelId,
        points.map(({ day, value }) => `${day} ${value}`).join(', '),
      ]),
      marks: history.marks.map(({ day, value, change }) => `${day} ${value} ${change}`),
      undated: history.undated.map(({ modelId }) => modelId),
      withoutPrice: history.withoutPrice.map(({ modelId }) => modelId),
      free: history.free.map(({ modelId }) => modelId),
    };
  };

  test('stand at the first day of their date; what a cut began from stands on its day', () => {
    expect(drawn()).toEqual({
      series: [
        ['a', '2024-04-25 2, 2024-05-01 1'],
        ['b', '2024-05-11 5, 2024-05-11 1'],
        ['free', '2024-05-21 0'],
      ],
      marks: ['2024-05-21 0 null', '2024-05-11 1 -0.8', '2024-05-01 1 -0.5'],
      undated: ['undated'],
      withoutPrice: ['gone'],
      free: [],
    });
  });

  test('are of the direction and the models asked for', () => {
    expect(drawn({ direction: 'output' }).series[0]).toEqual(['a', '2024-04-25 8']);
    expect(drawn({ direction: 'output' }).marks).not.toContain('2024-05-01 1 -0.5');
    expect(drawn({ models: ['b'] })).toMatchObject({
      series: [['b', expect.anything()]],
      undated: [],
      withoutPrice: [],
    });
  });

  test('leave what is free out of a logarithmic axis, and say so', () => {
    const { series, free, marks } = drawn({ isLogarithmic: true });
    expect(series.map(([modelId]) => modelId)).toEqual(['a', 'b']);
    expect(free).toEqual(['free']);
    expect(marks).toHaveLength(2);
  });

  test('become a chart from zero, stepped, with each change marked and each line named', () => {
    const words = {
      unit: 'CNY',
      nameOf: ({ modelId }: { modelId: string }) => modelId,
      priceText: String,
      stated: 'stated',
      isLogarithmic: false,
    };
    const colours: ChartColours = {
      ink: '',
      inkSoft: '',
      hairline: '',
      paper: '',
      raised: '',
      font: '',
      series: ['#111'],
    };
    const option = stepChart(priceHistory(prices, cuts, question), words, colours);
    expect(option).toMatchObject({
      yAxis: { type: 'value', min: 0, name: 'CNY' },
      legend: undefined,
      series: [
        { name: 'a', step: 'end' },
        { name: 'a', endLabel: { show: true, formatter: 'a 1' }, lineStyle: { type: 'dotted' } },
        { name: 'b' },
        { name: 'b' },
        { name: 'free' },
        { name: 'free' },
        {
          type: 'scatter',
          data: [{ label: { formatter: '0' } }, { label: { formatter: '−80%' } }, { label: { formatter: '−50%' } }],
        },
      ],
    });
    const many = Array.from({ length: 5 }, (_, at) => priceOf(`m${at} 2024 both 1`));
    expect(stepChart(priceHistory(many, [], question), words, colours).legend).toMatchObject({ type: 'scroll' });
  });
});

test.each([
  ['no percentage stated', { change: -0.8 }, { verdict: 'computed' }],
  ['no two prices', { stated: statedAs(-0.97, null) }, { verdict: 'stated' }],
  ['both, alike', { change: -0.975, stated: statedAs(-0.97, true) }, { verdict: 'agrees' }],
  ['both, apart', { change: -0.975, stated: statedAs(-0.9, false) }, { verdict: 'differs', points: 7.5 }],
  ['free from a day on', { to: 0 }, { verdict: 'free' }],
] as const)('a change with %s', (_, fields, expected) => {
  expect(changeVerdict(cutOf('a', '2024', fields))).toEqual(expected);
});

function statedAs(change: number, agrees: boolean | null) {
  return { factId: 's', change, qualifier: '=' as const, agrees };
}

test('the address keeps what differs from the start, and reads anything', () => {
  expect(printQuery(AT_START)).toBe('');
  expect(parseQuery('')).toEqual(AT_START);
  const query = {
    ...AT_START,
    view: 'history' as const,
    currency: 'USD' as const,
    rate: '002/图表14/rate',
    isLogarithmic: true,
    withPast: true,
    direction: 'output' as const,
    models: ['a', 'b'],
    tokensIn: '1.5亿',
    text: 'qwen & co',
  };
  expect(parseQuery(printQuery(query))).toEqual(query);
  expect(parseQuery('view=nonsense&in=EUR&tokens=x&scale=y')).toEqual(AT_START);
});
