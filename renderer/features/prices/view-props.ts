/** What every view of the screen of prices is given. */
import type { Output } from '../../../shared/contract.ts';
import type { PricesQuery } from './prices-query.ts';

export type PricesAnswer = Output<'getPrices'>;

export type ViewProps = {
  answer: PricesAnswer;
  query: PricesQuery;
  onChange: (changed: Partial<PricesQuery>) => void;
};
