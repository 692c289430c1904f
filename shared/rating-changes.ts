/**
 * The changes of which every edit of ratings consists: what the store applies, keeps in the history, and takes
 * back with a list of the same kind. Bundled scales and ratings are never changed: a date is laid beside them.
 */
import { z } from 'zod';
import {
  benchmarkChoiceSchema,
  industryIndexSchema,
  type RatingScale,
  ratingScaleSchema,
  ratingSchema,
} from './ratings.ts';

const ratingId = ratingSchema.shape.id;

export const ratingChangeSchema = z.discriminatedUnion('change', [
  /** Of the user's own. */
  z.object({ change: z.literal('putScale'), scale: ratingScaleSchema }),
  z.object({ change: z.literal('dropScale'), scaleId: ratingScaleSchema.shape.id }),
  /** What a broker said, as the user recorded it. */
  z.object({ change: z.literal('putRating'), rating: ratingSchema }),
  z.object({ change: z.literal('dropRating'), ratingId }),
  /** Of a bundled rating whose report has no date; '' takes it away. */
  z.object({ change: z.literal('setRatingDate'), ratingId, date: ratingSchema.shape.date }),
  /** Null takes the choice away. */
  z.object({
    change: z.literal('setBenchmark'),
    ...benchmarkChoiceSchema.shape,
    securityId: benchmarkChoiceSchema.shape.securityId.nullable(),
  }),
  z.object({
    change: z.literal('setIndustryIndex'),
    ...industryIndexSchema.shape,
    securityId: industryIndexSchema.shape.securityId.nullable(),
  }),
]);
export type RatingChange = z.infer<typeof ratingChangeSchema>;

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
