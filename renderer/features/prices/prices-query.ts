/** What the screen of prices keeps of itself in the address. Reads anything, and writes only what differs from the start. */
import { PRICE_CURRENCIES, type PriceCurrency, type TokenDirection } from '../../../shared/prices.ts';

export const VIEWS = ['table', 'history', 'workload'] as const;
export type View = (typeof VIEWS)[number];

export type PricesQuery = {
  view: View;
  currency: PriceCurrency;
  /** The fact of the exchange rate; '' for the latest. */
  rate: string;
  /** Words that the table is narrowed to. */
  text: string;
  /** Prices that are no longer in force too. */
  withPast: boolean;
  direction: TokenDirection;
  isLogarithmic: boolean;
  /** Models of the chart; none for all. */
  models: readonly string[];
  /** Tokens a day, as typed: `1.5亿`; '' for the number to begin with. */
  tokensIn: string;
  tokensOut: string;
  /** Days of a month, as typed. */
  days: string;
};

export const AT_START: PricesQuery = {
  view: 'table',
  currency: 'CNY',
  rate: '',
  text: '',
  withPast: false,
  direction: 'input',
  isLogarithmic: false,
  models: [],
  tokensIn: '',
  tokensOut: '',
  days: '30',
};

export function parseQuery(query: string): PricesQuery {
  const params = new URLSearchParams(query);
  const text = (key: string, usual: string) => params.get(key) ?? usual;
  return {
    view: VIEWS.find((view) => view === params.get('view')) ?? AT_START.view,
    currency: PRICE_CURRENCIES.find((currency) => currency === params.get('in')) ?? AT_START.currency,
    rate: text('rate', ''),
    text: text('q', ''),
    withPast: params.get('past') === '1',
    direction: params.get('tokens') === 'output' ? 'output' : 'input',
    isLogarithmic: params.get('scale') === 'log',
    models: text('models', '').split(',').filter(Boolean),
    tokensIn: text('input', AT_START.tokensIn),
    tokensOut: text('output', AT_START.tokensOut),
    days: text('days', AT_START.days),
  };
}

export function printQuery(query: PricesQuery): string {
  const params = new URLSearchParams();
  const put = (key: string, value: string, usual = '') => {
    if (value !== usual) params.set(key, value);
  };
  put('view', query.view, AT_START.view);
  put('in', query.currency, AT_START.currency);
  put('rate', query.rate);
  put('q', query.text);
  put('past', query.withPast ? '1' : '');
  put('tokens', query.direction, AT_START.direction);
  put('scale', query.isLogarithmic ? 'log' : '');
  put('models', query.models.join());
  put('input', query.tokensIn, AT_START.tokensIn);
  put('output', query.tokensOut, AT_START.tokensOut);
  put('days', query.days, AT_START.days);
  return params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
}
