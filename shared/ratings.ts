/**
 * Ratings: each broker's scale as its report prints it, what brokers said by it, and how that came out.
 *
 * A scale's grade promises a return of the security relative to its market's benchmark index within a band,
 * over a horizon in months after the rating's date; after the horizon the rating has lapsed. The analyst's own
 * ratings and targets are private (vault.ts) and have the same form.
 */
import { z } from 'zod';
import { entitySchema, factSchema, idSchema, originSchema, sourceSchema } from './facts.ts';
import { localTextSchema } from './language.ts';
import { daySchema } from './price-bars.ts';
import { marketSchema, securityIdSchema } from './securities.ts';

/** A share: 0.2 is 20 %. Null is without end on that side. */
const bound = z.number().nullable();

export const gradeSchema = z.object({
  id: z.string().min(1).max(50),
  name: localTextSchema,
  /** Relative to the benchmark: low ≤ excess return < high, the ends where it is open included. Null of a grade without a view (无评级). */
  band: z.object({ low: bound, high: bound }).nullable(),
  /** Where the report prints it. */
  factId: factSchema.shape.id.nullable(),
});
export type Grade = z.infer<typeof gradeSchema>;

export const ratingScaleSchema = z.object({
  /** `tianfeng/stock`. */
  id: idSchema,
  origin: originSchema,
  /** Whose it is; '' of the analyst's own. */
  brokerId: z.union([entitySchema.shape.id, z.literal('')]),
  subjectKind: z.enum(['stock', 'industry']),
  name: localTextSchema,
  sourceId: z.union([sourceSchema.shape.id, z.literal('')]),
  /** Months after the rating's date; `from` is null where the scale gives one horizon. */
  horizon: z.object({ from: z.number().int().positive().nullable(), to: z.number().int().positive() }),
  /** Best first. */
  grades: z.array(gradeSchema).min(1).max(20),
  /** Which index by market; more than one where the scale leaves it open, none where it does not say. */
  benchmarks: z.array(
    z.object({
      market: marketSchema,
      securityIds: z.array(securityIdSchema).min(1),
      factId: factSchema.shape.id.nullable(),
    }),
  ),
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
  factId: factSchema.shape.id.nullable(),
  note: z.string().max(10_000),
});
export type Rating = z.infer<typeof ratingSchema>;

/** The analyst's own; the latest by date is in force, those before are its history. Private. */
export const ownRatingSchema = z.object({
  id: idSchema,
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

/** How a rating stands: within its horizon, past it, replaced by a newer one of the same broker, or without a date. */
export const ratingStateSchema = z.enum(['in-force', 'lapsed', 'replaced', 'undated']);
export type RatingState = z.infer<typeof ratingStateSchema>;
