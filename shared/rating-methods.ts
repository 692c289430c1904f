/** The methods of the contract that concern ratings and how they came out. contract.ts takes them in. */
import { z } from 'zod';
import { messageSchema } from './messages.ts';
import { method, nothing } from './method.ts';
import { daySchema } from './price-bars.ts';
import { ratingStandingSchema } from './rating-state.ts';
import {
  benchmarkChoiceSchema,
  industryIndexSchema,
  ownRatingSchema,
  ratingScaleSchema,
  ratingSchema,
  ratingViewSchema,
} from './ratings.ts';
import { ratingPathSchema, scorecardFilterSchema, scorecardSchema, untoldSchema } from './scorecard.ts';
import { securityIdSchema } from './securities.ts';

const ratingId = ratingSchema.shape.id;
const scaleId = ratingScaleSchema.shape.id;

/** What undo and redo of ratings would do next. */
const ratingsStateSchema = z.object({ undo: messageSchema.nullable(), redo: messageSchema.nullable() });
export type RatingsState = z.infer<typeof ratingsStateSchema>;

const scalesSchema = z.object({
  scales: z.array(ratingScaleSchema),
  choices: z.array(benchmarkChoiceSchema),
  industryIndexes: z.array(industryIndexSchema),
});
export type Scales = z.infer<typeof scalesSchema>;

const listedRatingSchema = z.object({ rating: ratingViewSchema, standing: ratingStandingSchema });
export type ListedRating = z.infer<typeof listedRatingSchema>;

const listedOwnRatingSchema = z.object({ rating: ownRatingSchema, standing: ratingStandingSchema });
export type ListedOwnRating = z.infer<typeof listedOwnRatingSchema>;

export const ratingMethods = {
  listScales: method(nothing, scalesSchema),
  /** Makes a scale of the user's own, or changes it. Its bands must cover every return once; a grade in use stays. */
  putScale: method(z.object({ scale: ratingScaleSchema.omit({ origin: true }) }), ratingScaleSchema),
  /** Of the user's own, where no rating uses it. */
  deleteScale: method(z.object({ scaleId }), nothing),

  /** What brokers said, newest first and undated ones last, with how it stands on `day` (today if left out). */
  listRatings: method(
    z.object({ securityId: securityIdSchema.optional(), day: daySchema.optional() }),
    z.array(listedRatingSchema),
  ),
  /** Records what a broker said; with the id of one that the user recorded, in its place. */
  putRating: method(
    z.object({ rating: ratingSchema.omit({ origin: true, factId: true }).partial({ id: true }) }),
    ratingViewSchema,
  ),
  /** Of those that the user recorded. */
  deleteRating: method(z.object({ ratingId }), nothing),
  /** Gives a date to a bundled rating whose report has none; '' takes it away. */
  setRatingDate: method(z.object({ ratingId, date: ratingSchema.shape.date }), ratingViewSchema),
  /** Which index stands for the benchmark of a market; null for what the scale says. */
  setBenchmark: method(
    benchmarkChoiceSchema.extend({ securityId: securityIdSchema.nullable() }),
    z.array(benchmarkChoiceSchema),
  ),
  /** Which index is an industry's price; null for none. */
  setIndustryIndex: method(
    industryIndexSchema.extend({ securityId: securityIdSchema.nullable() }),
    z.array(industryIndexSchema),
  ),
  getRatingsState: method(nothing, ratingsStateSchema),
  /** Null where there is nothing to take back. */
  undoRatings: method(nothing, ratingsStateSchema.nullable()),
  redoRatings: method(nothing, ratingsStateSchema.nullable()),

  /**
   * How ratings came out, and what follows from them. Throws 'vault-locked' where own ones are asked for and it is. With
   * `jobId` it tells its progress and can be cancelled: then it throws 'cancelled'.
   */
  getScorecard: method(scorecardFilterSchema.extend({ jobId: z.string().min(1).max(100).optional() }), scorecardSchema),
  /** The excess return of one rating day by day; empty where nothing can be told, with why. */
  getRatingPath: method(
    z.object({ ratingId, isOwn: z.boolean() }),
    z.object({ untold: untoldSchema.nullable(), path: ratingPathSchema }),
  ),

  // --- the analyst's own, private ------------------------------------------------------------
  /** Newest first: of each security the first one is in force until it lapses. */
  listOwnRatings: method(
    z.object({ securityId: securityIdSchema.optional(), day: daySchema.optional() }),
    z.array(listedOwnRatingSchema),
  ),
  /** A new rating or target; what was said before stays in the history. With id and `createdAt` a deleted one is put back. */
  putOwnRating: method(z.object({ rating: ownRatingSchema.partial({ id: true, createdAt: true }) }), ownRatingSchema),
  /** Answers the one that was taken out. */
  deleteOwnRating: method(z.object({ ratingId }), ownRatingSchema),
} as const;
