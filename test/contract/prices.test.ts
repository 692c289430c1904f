/** Prices through dispatch: what facts become at which rate, and how corrections, choices and edits are followed. */
import { describe, expect, it, test } from 'vitest';
import { DataFolder, ENTITIES, type Reports } from './reports-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const METRICS = {
  'price-input': { kind: 'measure', unit: 'CNY/token' },
  'price-output': { kind: 'measure', unit: 'CNY/token' },
  'price-change': { kind: 'measure', unit: '%' },
  'free-quota': { kind: 'measure' },
  'exchange-rate': { kind: 'measure', unit: 'CNY/USD' },
  'usd-cny': { kind: 'currency' },
};

const RATE = { subject: 'usd-cny', metric: 'exchange-rate', value: 7, unit: 'CNY/USD' };
const INPUT = { metric: 'price-input', unit: 'CNY/百万token' };

function workbenchOver(reports: Reports): TestWorkbench {
  return new DataFolder(reports, { ...ENTITIES, ...METRICS }).workbench();
}

async function pricesOf(workbench: TestWorkbench, rateFactId?: string) {
  const { prices } = await workbench.call('getPrices', { rateFactId });
  return prices.map(({ factId, cnyPerMillion, usdPerMillion, isUsed }) => [
    factId,
    cnyPerMillion,
    usdPerMillion,
    ...(isUsed ? [] : ['beside']),
  ]);
}

describe('the exchange rate', () => {
  it('is the latest fact of it, or the one asked for', async () => {
    const workbench = workbenchOver({
      r1: {
        't/undated': RATE,
        't/old': { ...RATE, value: 6.5, date: '2023' },
        't/new': { ...RATE, value: 8, date: '2024Q2' },
        't/other': { ...RATE, subject: 'm' },
        't/price': { ...INPUT, value: 56 },
      },
    });
    const { rate, rates, cnyPerUsd } = await workbench.call('getPrices', {});
    expect(rates.map(({ id }) => id)).toEqual(['r1/t/new', 'r1/t/old', 'r1/t/undated']);
    expect([rate?.id, cnyPerUsd]).toEqual(['r1/t/new', 8]);
    expect(await pricesOf(workbench)).toEqual([['r1/t/price', 56, 7]]);
    expect(await pricesOf(workbench, 'r1/t/undated')).toEqual([['r1/t/price', 56, 8]]);
    expect((await workbench.call('getPrices', { rateFactId: 'r1/t/gone' })).rate?.id).toBe('r1/t/new');
  });

  it('is read the right way round', async () => {
    const workbench = workbenchOver({ r1: { 't/rate': { ...RATE, value: 0.125, unit: 'USD/CNY' } } });
    expect((await workbench.call('getPrices', {})).cnyPerUsd).toBe(8);
  });

  it('leaves the other currency empty where there is none', async () => {
    const workbench = workbenchOver({
      r1: { 't/cny': { ...INPUT, value: 7 }, 't/usd': { ...INPUT, subject: 'n', value: 3, unit: 'USD/百万token' } },
    });
    expect((await workbench.call('getPrices', {})).rate).toBeNull();
    expect(await pricesOf(workbench)).toEqual([
      ['r1/t/cny', 7, null],
      ['r1/t/usd', null, 3],
    ]);
  });

  it('is the user’s own before what came with the program, and an overlay is followed', async () => {
    const workbench = workbenchOver({ r1: { 't/rate': RATE, 't/price': { ...INPUT, value: 56 } } });
    await workbench.call('updateFact', { factId: 'r1/t/rate', fields: { value: 8 } });
    expect(await pricesOf(workbench)).toEqual([['r1/t/price', 56, 7]]);
    const draft = { sourceId: 'r1', subject: 'usd-cny', metric: 'exchange-rate', value: 5.6, unit: 'CNY/USD' };
    const { factId } = await workbench.call('addFact', { draft: { ...draft, setting: 'assumption' } });
    expect((await workbench.call('getPrices', {})).rate?.id).toBe(factId);
    await workbench.call('setFactsRetired', { factIds: [factId, 'r1/t/rate'], isRetired: true });
    expect((await workbench.call('getPrices', {})).rates).toEqual([]);
    await workbench.call('undoFacts', {});
    expect((await workbench.call('getPrices', {})).rate?.id).toBe(factId);
  });
});

describe('prices', () => {
  const twoSay = {
    r1: { 't/a': { ...INPUT, value: 4, date: '2024-05' } },
    r2: { 't/a': { ...INPUT, value: 5, date: '2024-05' } },
  };

  it('use one of two that disagree and keep the other until the user chooses', async () => {
    const workbench = workbenchOver(twoSay);
    expect(await pricesOf(workbench)).toEqual([
      ['r1/t/a', 4, null],
      ['r2/t/a', 5, null, 'beside'],
    ]);
    const [{ topic }] = await workbench.call('listConflicts', {});
    await workbench.call('chooseFact', { topic, factId: 'r2/t/a' });
    expect(await pricesOf(workbench)).toEqual([['r2/t/a', 5, null]]);
    await workbench.call('chooseFact', { topic, factId: null });
    expect(await pricesOf(workbench)).toHaveLength(2);
  });

  it('are those corrected, and not those retired', async () => {
    const workbench = workbenchOver({
      r1: {
        't/misprint': { ...INPUT, value: 400, correction: { value: 4, reason: 'a digit too many' } },
        't/fine': { ...INPUT, subject: 'n', value: 1 },
      },
    });
    const { prices } = await workbench.call('getPrices', {});
    expect(prices[0]).toMatchObject({ value: 4, cnyPerMillion: 4, isCorrected: true });
    await workbench.call('setFactsRetired', { factIds: ['r1/t/fine'], isRetired: true });
    expect(await pricesOf(workbench)).toEqual([['r1/t/misprint', 4, null]]);
  });

  it('leave out what is no price of tokens, and say so', async () => {
    const workbench = workbenchOver({
      r1: {
        't/a': { metric: 'price-input', value: 3, unit: 'EUR/百万token' },
        't/b': { metric: 'price', text: '面议' },
      },
    });
    const { prices, leftOut } = await workbench.call('getPrices', {});
    expect(prices).toEqual([]);
    expect(leftOut.map(({ factId, unit }) => [factId, unit])).toEqual([
      ['r1/t/a', 'EUR/百万token'],
      ['r1/t/b', ''],
    ]);
  });

  it('come with what is said of free use', async () => {
    const workbench = workbenchOver({
      r1: { 't/free': { metric: 'free-quota', text: '每天 50 次', date: '2024-05' } },
    });
    expect((await workbench.call('getPrices', {})).freeTiers).toMatchObject([
      { factId: 'r1/t/free', modelId: 'm', text: '每天 50 次', date: '2024-05' },
    ]);
  });
});

test('the reports’ own prices, cuts and rate', async () => {
  const workbench = new TestWorkbench();
  const { prices, cuts, freeTiers, leftOut, cnyPerUsd, rate } = await workbench.call('getPrices', {});
  expect([rate?.sourceId, cnyPerUsd]).toEqual(['002', 6.86]);
  expect(leftOut).toEqual([]);
  const shown = (modelId: string) =>
    prices
      .filter((price) => price.modelId === modelId)
      .map(({ direction, cnyPerMillion }) => [direction, cnyPerMillion]);
  expect(shown('doubao-pro-32k')).toEqual([['both', 0.8]]);
  expect(shown('claude-3-opus')).toEqual([
    ['input', 102.9],
    ['output', 514.5],
  ]);
  expect(cuts.find(({ modelId }) => modelId === 'glm-3-turbo')).toMatchObject({ from: 5, to: 1, change: -0.8 });
  expect(cuts.find(({ modelId }) => modelId === 'qwen-long')).toMatchObject({ to: 0.5, stated: { change: -0.97 } });
  expect(cuts.find(({ modelId }) => modelId === 'gpt-4o')).toMatchObject({ toFactId: null, stated: { change: -0.5 } });
  expect(freeTiers.map(({ modelId }) => modelId)).toContain('gpt-4o');
});
