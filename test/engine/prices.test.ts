import { describe, expect, test } from 'vitest';
import { measure } from '../../electron/engine/fact-agreement.ts';
import {
  findCuts,
  inBothCurrencies,
  readExchangeRate,
  readPerMillion,
  type StatedChange,
} from '../../electron/engine/prices.ts';
import { firstDay } from '../../shared/fact-dates.ts';
import type { Price } from '../../shared/model-methods.ts';
import { currentPrice } from '../../shared/prices.ts';

test.each([
  [0.0008, 'CNY/千token', { currency: 'CNY', value: 0.8 }],
  [0.0008, '元/千tokens', { currency: 'CNY', value: 0.8 }],
  [1, 'CNY/百万token', { currency: 'CNY', value: 1 }],
  [12, 'CNY/万token', { currency: 'CNY', value: 1200 }],
  [0.15, 'USD/百万token', { currency: 'USD', value: 0.15 }],
  [0, 'CNY/百万token', { currency: 'CNY', value: 0 }],
  [2, 'EUR/百万token', null],
  [2, 'CNY/千character', null],
  [20, 'USD/month', null],
  [5, 'CNY', null],
])('%s %s per million tokens', (value, unit, expected) => {
  expect(readPerMillion(value, unit)).toEqual(expected);
});

test.each([
  [6.86, 'CNY/USD', 6.86],
  [0.125, 'USD/CNY', 8],
  [0, 'CNY/USD', null],
  [7, 'CNY/EUR', null],
  [7, '', null],
])('%s %s as an exchange rate', (value, unit, expected) => {
  expect(readExchangeRate(value, unit)).toBe(expected);
});

test('without a rate only the currency of the price is known', () => {
  expect(inBothCurrencies({ currency: 'USD', value: 3 }, 7)).toEqual({ cnyPerMillion: 21, usdPerMillion: 3 });
  expect(inBothCurrencies({ currency: 'CNY', value: 21 }, 7)).toEqual({ cnyPerMillion: 21, usdPerMillion: 3 });
  expect(inBothCurrencies({ currency: 'USD', value: 3 }, null)).toEqual({ cnyPerMillion: null, usdPerMillion: 3 });
  expect(inBothCurrencies({ currency: 'CNY', value: 3 }, null)).toEqual({ cnyPerMillion: 3, usdPerMillion: null });
});

test.each([
  ['', ''],
  ['2024', '2024-01-01'],
  ['2024Q2', '2024-04-01'],
  ['2024Q4', '2024-10-01'],
  ['2024-05', '2024-05-01'],
  ['2024-05-21', '2024-05-21'],
  ['2024-07-19/2024-07-25', '2024-07-19'],
])('%s begins on %s', (date, day) => {
  expect(firstDay(date)).toBe(day);
});

/** In CNY per million tokens, of model `m` at place `r/t` unless said otherwise. */
function priceOf(factId: string, date: string, value: number, fields: Partial<Price> = {}): Price {
  return {
    factId,
    modelId: 'm',
    direction: 'both',
    setting: '',
    date,
    value,
    unit: 'CNY/百万token',
    qualifier: '=',
    cnyPerMillion: value,
    usdPerMillion: value / 7,
    isUsed: true,
    sourceId: 'r',
    place: 'r/t',
    isCorrected: false,
    isChanged: false,
    isOwn: false,
    conflict: 'none',
    ...fields,
  };
}

/** In percent, as printed. */
function statedOf(percent: number, date: string, fields: Partial<StatedChange> = {}): StatedChange {
  const { qualifier = '=' } = fields;
  const printed = `${Math.abs(percent)}%`;
  const measured = measure({ value: percent, text: '', unit: '%', qualifier, printed, correction: null });
  return { factId: 's', modelId: 'm', setting: '', date, qualifier, change: percent / 100, measured, ...fields };
}

function cutsOf(prices: Price[], stated: StatedChange[] = []) {
  return findCuts(prices, stated).map(({ date, direction, fromFactId, toFactId, change, stated: said }) => ({
    at: `${date} ${direction} ${fromFactId} → ${toFactId}`,
    change,
    ...(said === null ? {} : { said: said.change, agrees: said.agrees }),
  }));
}

describe('changes of prices', () => {
  test('go from one date to the next, the latest first; the same price again is none', () => {
    const prices = [priceOf('b', '2024-05-21', 1), priceOf('a', '2024', 4), priceOf('c', '2024-06', 1)];
    expect(cutsOf(prices)).toEqual([{ at: '2024-05-21 both a → b', change: -0.75 }]);
    expect(cutsOf([...prices, priceOf('d', '2024-07', 2)])[0]).toEqual({ at: '2024-07 both c → d', change: 1 });
  });

  test('are of one model, setting and direction', () => {
    expect(
      cutsOf([
        priceOf('a', '2024-05', 4, { setting: 'batch' }),
        priceOf('b', '2024-06', 2),
        priceOf('c', '2024-06', 1, { modelId: 'n' }),
      ]),
    ).toEqual([]);
    expect(
      cutsOf([priceOf('a', '2024-05', 4, { direction: 'input' }), priceOf('b', '2024-06', 2, { direction: 'output' })]),
    ).toEqual([]);
  });

  test('a price for both directions follows one for each', () => {
    expect(
      cutsOf([
        priceOf('in', '2024-05', 4, { direction: 'input' }),
        priceOf('out', '2024-05', 8, { direction: 'output' }),
        priceOf('both', '2024-06', 2),
      ]),
    ).toEqual([
      { at: '2024-06 input in → both', change: -0.5 },
      { at: '2024-06 output out → both', change: -0.75 },
    ]);
  });

  test('what stands undated in the same place was the price before', () => {
    const dated = priceOf('b', '2024-05-11', 1);
    expect(cutsOf([priceOf('a', '', 5), dated])).toEqual([{ at: '2024-05-11 both a → b', change: -0.8 }]);
    expect(cutsOf([priceOf('a', '', 5, { place: 'r/u' }), dated])).toEqual([]);
    expect(cutsOf([priceOf('a', '', 5, { sourceId: 'q' }), dated])).toEqual([]);
    expect(cutsOf([priceOf('a', '', 5)])).toEqual([]);
  });

  test('what became free is named, with the percentage where the price before is known', () => {
    expect(cutsOf([priceOf('b', '2024-05-21', 0)])).toEqual([{ at: '2024-05-21 both null → b', change: null }]);
    expect(cutsOf([priceOf('a', '2024-04', 2), priceOf('b', '2024-05-21', 0)])).toEqual([
      { at: '2024-05-21 both a → b', change: -1 },
    ]);
    expect(cutsOf([priceOf('a', '2024-04', 0), priceOf('b', '2024-05-21', 2)])[0]).toEqual({
      at: '2024-05-21 both a → b',
      change: null,
    });
  });

  test('need the exchange rate only across currencies', () => {
    const usd = (factId: string, date: string, value: number) =>
      priceOf(factId, date, value, { cnyPerMillion: null, usdPerMillion: value });
    const cny = priceOf('c', '2024-07', 1, { usdPerMillion: null });
    expect(cutsOf([usd('a', '2024-05', 4), usd('b', '2024-06', 2), cny])).toEqual([
      { at: '2024-06 both a → b', change: -0.5 },
    ]);
  });

  test('prices that another one is used for do not count', () => {
    const passed = priceOf('x', '2024-05', 9, { isUsed: false });
    expect(cutsOf([priceOf('a', '2024-05', 4), passed, priceOf('b', '2024-06', 2)])).toEqual([
      { at: '2024-06 both a → b', change: -0.5 },
    ]);
  });

  test.each([
    ['exactly', -80, '=', true],
    ['with a digit that does not fit', -80.4, '=', false],
    ['far from it', -83, '=', false],
    ['as a bound that holds', -70, '<', true],
    ['as a bound that does not hold', -90, '<', false],
  ] as const)('a percentage stated %s is compared with the computed one', (_, percent, qualifier, agrees) => {
    const prices = [priceOf('a', '', 5), priceOf('b', '2024-05-11', 1)];
    expect(cutsOf(prices, [statedOf(percent, '2024-05-11', { qualifier })])).toEqual([
      { at: '2024-05-11 both a → b', change: -0.8, said: percent / 100, agrees },
    ]);
  });

  test('a stated percentage is rounded as printed', () => {
    const prices = [priceOf('a', '2024-04', 20), priceOf('b', '2024-05', 0.5)];
    expect(cutsOf(prices, [statedOf(-97, '2024-05')])[0]).toMatchObject({ change: -0.975, agrees: true });
    expect(cutsOf(prices, [statedOf(-98, '2024-05')])[0]).toMatchObject({ change: -0.975, agrees: true });
    expect(cutsOf(prices, [statedOf(-96, '2024-05')])[0]).toMatchObject({ agrees: false });
  });

  test('a percentage without both prices stands by itself, with the price of the day', () => {
    expect(cutsOf([priceOf('b', '2024-05-21', 0.5)], [statedOf(-97, '2024-05-21')])).toEqual([
      { at: '2024-05-21 both null → b', change: null, said: -0.97, agrees: null },
    ]);
    expect(cutsOf([], [statedOf(-50, '')])).toEqual([
      { at: ' both null → null', change: null, said: -0.5, agrees: null },
    ]);
    expect(cutsOf([priceOf('b', '', 3)], [statedOf(-50, '')])).toEqual([
      { at: ' both null → null', change: null, said: -0.5, agrees: null },
    ]);
  });
});

test.each([
  ['the latest', ['2024-04', '2024-06', '2024-05'], '2024-06'],
  ['one without a date only where no other is', ['', '2024-05'], '2024-05'],
  ['one without a date', [''], ''],
])('the current price is %s', (_, dates, expected) => {
  const prices = dates.map((date) => priceOf(date, date, 1));
  expect(currentPrice(prices, 'input')?.date).toBe(expected);
  expect(
    currentPrice(
      prices.map((price) => ({ ...price, isUsed: false })),
      'input',
    ),
  ).toBeUndefined();
  expect(
    currentPrice(
      prices.map((price) => ({ ...price, direction: 'output' as const })),
      'input',
    ),
  ).toBeUndefined();
});
