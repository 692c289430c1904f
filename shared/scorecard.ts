/**
 * The scorecard: what a rating said would happen, what happened so far and at its horizon, and what follows from
 * many of them. The engine (electron/engine/scorecard.ts) says how each figure is calculated.
 *
 * Nothing is concluded from fewer than `FEWEST_ENDED` ratings that have ended and do not overlap on one security.
 */
import { z } from 'zod';
import { adjustmentSchema, daySchema } from './price-bars.ts';
import { ratingStandingSchema } from './rating-state.ts';
import { gradeSchema, ratingSchema } from './ratings.ts';
import { securityIdSchema } from './securities.ts';

/** So many ended ratings that are independent of each other are needed before a share or a mean is given. */
export const FEWEST_ENDED = 10;

/** How many days old the close may be that a rating starts from, or that stands for the end of its horizon: the longest closing of the Chinese exchanges is eleven. */
export const OLDEST_START_DAYS = 15;

const gradeId = gradeSchema.shape.id;

/** Why nothing can be told of a rating. */
export const UNTOLD = [
  'undated',
  'no-scale', // the scale of a private rating is gone
  'no-view', // a grade without a band
  'no-benchmark', // the scale leaves the index open, and the user has chosen none
  'no-prices', // of the security
  'no-benchmark-prices',
  'no-start', // no close of both within OLDEST_START_DAYS before the rating
  'no-days-after', // none after its day yet
  'suspected-split', // prices jump as by a split
] as const;
export const untoldSchema = z.enum(UNTOLD);
export type Untold = z.infer<typeof untoldSchema>;

/** Closes of security and benchmark on a day that both have. */
export const closesSchema = z.object({ day: daySchema, close: z.number(), benchmarkClose: z.number() });
export type Closes = z.infer<typeof closesSchema>;

/** What had happened by a day. Shares: 0.2 is 20 %. */
export const readingSchema = closesSchema.extend({
  securityReturn: z.number(),
  benchmarkReturn: z.number(),
  excess: z.number(),
  inBand: z.boolean(),
  /** The grade whose band the excess return lies in; null where the scale has none for it. */
  earnedGradeId: gradeId.nullable(),
});
export type Reading = z.infer<typeof readingSchema>;

/**
 * At one end of the horizon: `pending` until its day, `no-days` where bars do not reach it though it is past,
 * `suspected-split` where prices jump before it.
 */
export const horizonReadingSchema = z.object({
  on: daySchema,
  state: z.enum(['ended', 'pending', 'no-days', 'suspected-split']),
  reading: readingSchema.nullable(),
});
export type HorizonReading = z.infer<typeof horizonReadingSchema>;

export const targetOutcomeSchema = z.object({
  /** `missed`: not reached within the horizon; `unknown`: see `reason`. */
  state: z.enum(['reached', 'open', 'missed', 'unknown']),
  /** The first close at or beyond it. */
  day: daySchema.nullable(),
  /** What the target promised from the start, as a share of the price. */
  promised: z.number().nullable(),
  reason: z.enum(['', 'other-currency', 'no-traded-price', 'suspected-split', 'not-told']),
});
export type TargetOutcome = z.infer<typeof targetOutcomeSchema>;

/** What the reader must know of a row: `recorded-later` is an own rating that was written down after its day. */
export const REMARKS = ['unadjusted', 'old-start', 'recorded-later', 'dated-by-user', 'overlaps'] as const;
export const remarkSchema = z.enum(REMARKS);
export type Remark = z.infer<typeof remarkSchema>;

export const outcomeSchema = z.object({
  /** Null where it can be told. */
  untold: untoldSchema.nullable(),
  /** Of the prices that returns are calculated from; null where nothing is. */
  adjustment: adjustmentSchema.nullable(),
  start: closesSchema.nullable(),
  /** By the last day that both have, not after the horizon. */
  soFar: readingSchema.nullable(),
  /** Null where the scale gives one end alone. */
  atFrom: horizonReadingSchema.nullable(),
  /** Null of what has no date. */
  atTo: horizonReadingSchema.nullable(),
  target: targetOutcomeSchema.nullable(),
  /** Where prices jump. */
  splitDay: daySchema.nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const scorecardRowSchema = ratingSchema
  .pick({ id: true, securityId: true, scaleId: true, gradeId: true, date: true, targetPrice: true, currency: true })
  .extend({
    isOwn: z.boolean(),
    /** '' of the analyst's own. */
    brokerId: z.string(),
    sourceId: ratingSchema.shape.sourceId,
    factId: ratingSchema.shape.factId,
    standing: ratingStandingSchema,
    /** Whose prices are the security's: of an industry the index that the user chose. */
    priceId: securityIdSchema,
    benchmarkId: securityIdSchema.nullable(),
    outcome: outcomeSchema,
    remarks: z.array(remarkSchema),
  });
export type ScorecardRow = z.infer<typeof scorecardRowSchema>;

export const GROUPINGS = ['all', 'broker', 'grade', 'year', 'quarter'] as const;

export const scoreGroupSchema = z.object({
  isOwn: z.boolean(),
  by: z.enum(GROUPINGS),
  /** A broker's id, `SCALE/GRADE`, `2024`, `2024Q1`; '' of all. */
  key: z.string(),
  ratings: z.number().int(),
  /** With an excess return at the end of the horizon. */
  ended: z.number().int(),
  /** Told so far, not ended. */
  running: z.number().int(),
  untold: z.number().int(),
  /** Ended ratings that do not overlap on one security: as many as can be counted. */
  independent: z.number().int(),
  /** Null below FEWEST_ENDED independent ones. */
  conclusion: z
    .object({
      /** Of the ended in their band, as a share, with Wilson's 95 % interval for as many observations as are independent. */
      share: z.number(),
      low: z.number(),
      high: z.number(),
      meanExcess: z.number(),
      medianExcess: z.number(),
    })
    .nullable(),
});
export type ScoreGroup = z.infer<typeof scoreGroupSchema>;

/** How often a grade was given and which one it earned at the horizon: counts alone. */
export const earnedSchema = z.object({
  isOwn: z.boolean(),
  scaleId: ratingSchema.shape.scaleId,
  gradeId,
  earnedGradeId: gradeId.nullable(),
  count: z.number().int(),
});
export type Earned = z.infer<typeof earnedSchema>;

export const scorecardSchema = z.object({
  /** ISO date of the day that states are of. */
  today: daySchema,
  rows: z.array(scorecardRowSchema),
  groups: z.array(scoreGroupSchema),
  earned: z.array(earnedSchema),
});
export type Scorecard = z.infer<typeof scorecardSchema>;

/** Excess return day by day, from the start to the end of the horizon. */
export const ratingPathSchema = z.object({
  days: z.array(daySchema),
  excess: z.array(z.number()),
  securityReturn: z.array(z.number()),
  benchmarkReturn: z.array(z.number()),
});
export type RatingPath = z.infer<typeof ratingPathSchema>;

export const scorecardFilterSchema = z.object({
  /** `own` and `all` need the vault open. */
  include: z.enum(['brokers', 'own', 'all']).default('brokers'),
  brokerIds: z.array(z.string().max(200)).max(1000).optional(),
  securityId: securityIdSchema.optional(),
  gradeId: gradeId.optional(),
  /** Dates of ratings, both inclusive; with either of them undated ones are left out. */
  from: daySchema.optional(),
  to: daySchema.optional(),
});
export type ScorecardFilter = z.output<typeof scorecardFilterSchema>;
