/** Ratings as marks on the chart of prices: the grade on its day, and the target where it says one. */
import type { Rating } from '../../../shared/ratings.ts';
import type { PriceMarker } from '../../bars/price-option.ts';

type Rated = Pick<Rating, 'date' | 'targetPrice'>;

/** @param said who and which grade, '' for what has none; one without a date has no place on the chart */
export function ratingMarkers<R extends Rated>(
  ratings: readonly R[],
  { isOwn, said, targetText }: { isOwn: boolean; said: (rating: R) => string; targetText: (price: number) => string },
): PriceMarker[] {
  return ratings.flatMap((rating): PriceMarker[] => {
    const { date: day, targetPrice } = rating;
    if (day === '') return [];
    const mark: PriceMarker = { day, label: said(rating), kind: 'rating', isOwn };
    if (targetPrice === null) return [mark];
    return [mark, { day, label: targetText(targetPrice), kind: 'target', price: targetPrice, isOwn }];
  });
}
