/** A target price, and how far it is from the last close where both are in one currency. */
import type { Quote } from '../../shared/price-bars.ts';
import type { Rating } from '../../shared/ratings.ts';
import { useTexts } from '../texts.ts';
import { fullNumber } from '../ui/number-text.ts';
import { excessText } from './rating-words.ts';
import classes from './ratings.module.css';
import { ratingsTexts } from './ratings-texts.ts';

type TargetCellProps = {
  rating: Pick<Rating, 'targetPrice' | 'currency' | 'date'>;
  /** The last close; null where it is not known or of no use. */
  price: Pick<Quote, 'close' | 'currency' | 'day'> | null;
};

export function TargetCell({ rating: { targetPrice, currency, date }, price }: TargetCellProps) {
  const t = useTexts(ratingsTexts);
  if (targetPrice === null) return null;
  // A close from before the rating says nothing of how far there is to go.
  const isComparable = price !== null && price.day >= date && (price.currency === '' || price.currency === currency);
  return (
    <>
      {fullNumber(targetPrice)} {currency}
      {isComparable && (
        <span className={classes.aside} title={t('upsideFrom', { day: price.day, close: fullNumber(price.close) })}>
          {' '}
          · {`${t('upside')} ${excessText(targetPrice / price.close - 1)}`}
        </span>
      )}
    </>
  );
}
