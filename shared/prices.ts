/**
 * Prices of models on both sides of the contract: which one is in force, and what a workload costs.
 *
 *     currentPrice(pricesOfOneModelAndSetting, 'input')   // the latest; one without a date only where no other is
 */
import { firstDay } from './fact-dates.ts';
import type { Price } from './model-methods.ts';

export const PRICE_CURRENCIES = ['CNY', 'USD'] as const;
export type PriceCurrency = (typeof PRICE_CURRENCIES)[number];

/** What tokens go in and come out as. */
export type TokenDirection = 'input' | 'output';

type Converted = Pick<Price, 'cnyPerMillion' | 'usdPerMillion'>;

/** Per million tokens; null where the exchange rate is missing. */
export function perMillion(price: Converted, currency: PriceCurrency): number | null {
  return currency === 'CNY' ? price.cnyPerMillion : price.usdPerMillion;
}

/** The latest price of tokens in that direction; a price for both counts for each. */
export function currentPrice<P extends Pick<Price, 'direction' | 'date' | 'isUsed'>>(
  prices: readonly P[],
  direction: TokenDirection,
): P | undefined {
  const candidates = prices.filter((price) => price.isUsed && isOfDirection(price, direction));
  return candidates.reduce<P | undefined>(
    (latest, price) => (latest === undefined || firstDay(price.date) > firstDay(latest.date) ? price : latest),
    undefined,
  );
}

export function isOfDirection(price: Pick<Price, 'direction'>, direction: TokenDirection): boolean {
  return price.direction === 'both' || price.direction === direction;
}
