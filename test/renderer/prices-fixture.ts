/** Prices for tests: `priceOf('a 2024-05 input 1')` is 1 CNY per million input tokens of model `a`, at 7 CNY per USD. */
import type { Output } from '../../shared/contract.ts';
import type { Price, PriceCut } from '../../shared/model-methods.ts';
import { factOf } from './fact-fixture.ts';

export function priceOf(text: string, fields: Partial<Price> = {}): Price {
  const [modelId, date, direction, value] = text.split(' ');
  const cnyPerMillion = Number(value);
  return {
    factId: text,
    modelId,
    direction: direction === 'input' || direction === 'output' ? direction : 'both',
    setting: '',
    date: date === '-' ? '' : date,
    value: cnyPerMillion,
    unit: 'CNY/百万token',
    qualifier: '=',
    cnyPerMillion,
    usdPerMillion: cnyPerMillion / 7,
    isUsed: true,
    sourceId: '003',
    place: '003/降价时间线',
    isCorrected: false,
    isChanged: false,
    isOwn: false,
    conflict: 'none',
    ...fields,
  };
}

export function cutOf(modelId: string, date: string, fields: Partial<PriceCut> = {}): PriceCut {
  return {
    modelId,
    date,
    direction: 'both',
    setting: '',
    fromFactId: null,
    toFactId: null,
    from: null,
    to: null,
    change: null,
    stated: null,
    ...fields,
  };
}

export const RATE = factOf({
  id: '002/图表14/rate',
  sourceId: '000',
  place: '000/图表14',
  subjectId: 'usd-cny',
  metricId: 'exchange-rate',
  setting: '',
  value: 7,
  printed: '7',
  unit: 'CNY/USD',
});

export function answerOf(fields: Partial<Output<'getPrices'>> = {}): Output<'getPrices'> {
  return { rate: RATE, cnyPerUsd: 7, rates: [RATE], prices: [], cuts: [], freeTiers: [], leftOut: [], ...fields };
}
