/**
 * Ratings: each broker's scale as its report prints it, what brokers said by it, and how that came out.
 *
 * A scale's grade promises a return of the security relative to its market's benchmark index within a band,
 * over a horizon in months after the rating's date; after the horizon the rating has lapsed. The analyst's own
 * ratings and targets are private (vault.ts) and have the same form.
 *
 * Scales print a bound twice: "above 20 %" and "10 % to 20 %" both have 20 %. Here what lies exactly on a
 * bound counts to the better of the two grades, since 以上 includes the figure.
 */
import { z } from 'zod';
import { entitySchema, factSchema, idSchema, originSchema, sourceSchema } from './facts.ts';
import { localTextSchema } from './language.ts';
import { daySchema } from './price-bars.ts';
import { type Market, marketOf, marketSchema, type Security, securityIdSchema } from './securities.ts';

/** A share: 0.2 is 20 %. Null is without end on that side. */
const bound = z.number().min(-1).max(10).nullable();

const factId = factSchema.shape.id;
/** As the report prints it, or as the user describes it in a scale of their own. */
const words = z.string().max(2000);

export const gradeSchema = z.object({
  id: z.string().min(1).max(50),
  name: localTextSchema,
  /** Relative to the benchmark: low ≤ excess return < high. Null of a grade without a view (无评级). */
  band: z.object({ low: bound, high: bound }).nullable(),
  words,
  factId: factId.nullable(),
});
export type Grade = z.infer<typeof gradeSchema>;

const months = z.number().int().min(1).max(120);

export const horizonSchema = z.object({
  /** Months after the rating's date; `from` is null where the scale gives one end alone. */
  from: months.nullable(),
  to: months,
  words,
  factIds: z.array(factId).max(10),
});
export type Horizon = z.infer<typeof horizonSchema>;

export const ratingScaleSchema = z.object({
  /** `tianfeng/stock`. */
  id: idSchema,
  origin: originSchema,
  /** Whose it is; '' of the analyst's own. */
  brokerId: z.union([entitySchema.shape.id, z.literal('')]),
  subjectKind: z.enum(['stock', 'industry']),
  name: localTextSchema,
  sourceId: z.union([sourceSchema.shape.id, z.literal('')]),
  horizon: horizonSchema,
  /** Best first. */
  grades: z.array(gradeSchema).min(1).max(20),
  /** Which index by market; more than one where the scale leaves it open, none where it names none ("大盘"). */
  benchmarks: z
    .array(
      z.object({
        market: marketSchema,
        securityIds: z.array(securityIdSchema).max(10),
        words,
        factId: factId.nullable(),
      }),
    )
    .max(20),
  note: localTextSchema,
});
export type RatingScale = z.infer<typeof ratingScaleSchema>;

const target = {
  /** In `currency`; null where there is none. */
  targetPrice: z.number().positive().nullable(),
  currency: z.string().max(3),
};

/** What a broker said, from a report that comes with the program or as the user recorded it. */
export const ratingSchema = z.object({
  id: idSchema,
  origin: originSchema,
  /** A stock, or an industry. */
  securityId: securityIdSchema,
  brokerId: entitySchema.shape.id,
  scaleId: idSchema,
  gradeId: gradeSchema.shape.id,
  /** '' where the report has no date: then nothing can be said of how it came out. */
  date: z.union([daySchema, z.literal('')]),
  ...target,
  sourceId: z.union([sourceSchema.shape.id, z.literal('')]),
  factId: factId.nullable(),
  note: z.string().max(10_000),
});
export type Rating = z.infer<typeof ratingSchema>;

/** A rating as the program uses it. */
export const ratingViewSchema = ratingSchema.extend({
  /** Whether `date` is the user's, given to a rating whose report has none. */
  isDatedByUser: z.boolean(),
});
export type RatingView = z.infer<typeof ratingViewSchema>;

/** The index that the user chose as the benchmark of a market. */
export const benchmarkChoiceSchema = z.object({
  scaleId: idSchema,
  market: marketSchema,
  securityId: securityIdSchema,
});
export type BenchmarkChoice = z.infer<typeof benchmarkChoiceSchema>;

/** The index that the user chose as an industry's price. */
export const industryIndexSchema = z.object({ industryId: securityIdSchema, securityId: securityIdSchema });
export type IndustryIndex = z.infer<typeof industryIndexSchema>;

/** The analyst's own; the latest by date is in force, those before are its history. Private. */
export const ownRatingSchema = z.object({
  id: z.uuid(),
  securityId: securityIdSchema,
  scaleId: idSchema,
  gradeId: gradeSchema.shape.id,
  date: daySchema,
  ...target,
  note: z.string().max(10_000),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
});
export type OwnRating = z.infer<typeof ownRatingSchema>;

/** The market whose index a rating is measured by. An industry without an exchange is the mainland's: the brokers are. */
export function marketOfRating({ kind, exchange }: Pick<Security, 'kind' | 'exchange'>): Market {
  return kind === 'industry' && exchange === 'other' ? 'A' : marketOf(exchange);
}
