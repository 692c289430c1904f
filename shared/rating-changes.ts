/**
 * The changes of which every edit of ratings consists: what the store applies, keeps in the history, and takes
 * back with a list of the same kind. Bundled scales and ratings are never changed: a date is laid beside them.
 */
import type { BenchmarkChoice, IndustryIndex, Rating, RatingScale } from './ratings.ts';

/** Null takes the choice away. */
type Choice<T> = Omit<T, 'securityId'> & { securityId: string | null };

export type RatingChange =
  /** Of the user's own. */
  | { change: 'putScale'; scale: RatingScale }
  | { change: 'dropScale'; scaleId: string }
  /** What a broker said, as the user recorded it. */
  | { change: 'putRating'; rating: Rating }
  | { change: 'dropRating'; ratingId: string }
  /** Of a bundled rating whose report has no date; '' takes it away. */
  | { change: 'setRatingDate'; ratingId: string; date: string }
  | ({ change: 'setBenchmark' } & Choice<BenchmarkChoice>)
  | ({ change: 'setIndustryIndex' } & Choice<IndustryIndex>);

export type ScaleFault =
  | 'grade-repeated'
  | 'name-missing'
  | 'band-empty'
  | 'bands-overlap'
  | 'bands-leave-gap'
  | 'horizon';

/** What is wrong with a scale of the user's own: its bands must cover every return once. Null where nothing is. */
export function scaleFault({ grades, horizon }: Pick<RatingScale, 'grades' | 'horizon'>): ScaleFault | null {
  if (new Set(grades.map(({ id }) => id)).size < grades.length) return 'grade-repeated';
  if (grades.some(({ name }) => name.zh.trim() === '' && name.en.trim() === '')) return 'name-missing';
  if (horizon.from !== null && horizon.from > horizon.to) return 'horizon';
  const bands = grades
    .flatMap(({ band }) => (band === null ? [] : [{ low: band.low ?? -Infinity, high: band.high ?? Infinity }]))
    .sort((a, b) => a.low - b.low);
  if (bands.some(({ low, high }) => low >= high)) return 'band-empty';
  let reached = -Infinity;
  for (const { low, high } of bands) {
    if (low < reached) return 'bands-overlap';
    if (low > reached) return 'bands-leave-gap';
    reached = high;
  }
  return reached === Infinity ? null : 'bands-leave-gap';
}
