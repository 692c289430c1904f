/**
 * Daily price bars of securities, from the user's own files, adjusted or not as the user declared them.
 * The three are kept apart: a last price is unadjusted, a return over time wants adjusted ones.
 */
import { z } from 'zod';
import { securityIdSchema } from './securities.ts';

/** 不复权, 前复权, 后复权. */
export const ADJUSTMENTS = ['none', 'forward', 'backward'] as const;
export const adjustmentSchema = z.enum(ADJUSTMENTS);
export type Adjustment = z.infer<typeof adjustmentSchema>;

/** ISO date. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const figures = z.array(z.number().nullable());

/** Bars of one security in order of time; all arrays are as long as `days`. Prices in `currency`, volume in shares. */
export const barsSchema = z.object({
  securityId: securityIdSchema,
  adjustment: adjustmentSchema,
  /** '' where the file did not say it and the security has none. */
  currency: z.string(),
  /** Days since 1970-01-01 (periods.ts). */
  days: z.array(z.number().int()),
  open: figures,
  high: figures,
  low: figures,
  close: z.array(z.number()),
  volume: figures,
  /** Which import each bar is from: said at the index where it changes. */
  origins: z.array(z.object({ at: z.number().int(), importId: z.number().int() })),
});
export type Bars = z.infer<typeof barsSchema>;

/** Which bars there are of a security in one adjustment. */
export const barSeriesSchema = z.object({
  securityId: securityIdSchema,
  adjustment: adjustmentSchema,
  currency: z.string(),
  first: daySchema,
  last: daySchema,
  barCount: z.number().int(),
});
export type BarSeries = z.infer<typeof barSeriesSchema>;

/** What is last known of a security's price; from unadjusted bars where there are any. */
export const quoteSchema = z.object({
  securityId: securityIdSchema,
  adjustment: adjustmentSchema,
  currency: z.string(),
  day: daySchema,
  close: z.number(),
  /** Against the bar before, as a share of it, in forward-adjusted prices where they reach the same day; null of a single bar. */
  change: z.number().nullable(),
  /** In `currency`; null where no file had it. */
  marketCap: z.number().nullable(),
});
export type Quote = z.infer<typeof quoteSchema>;
