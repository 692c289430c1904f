/**
 * Series: figures of one thing over time, and their observations.
 *
 * A series is subject × metric × market × platform × vendor × definition at a grain; two series that
 * differ in vendor or definition are never added or compared without saying so. An observation keeps
 * its qualifier and where it came from. A later import that changes a value keeps the former one as a
 * restatement, so that the series can be read as it was known on a date. Capital expenditure comes
 * with the program as series over its facts; downloads come from the user's own files.
 */
import { z } from 'zod';
import { entitySchema, factSchema, idSchema, originSchema, qualifierSchema } from './facts.ts';
import { localTextSchema } from './language.ts';
import { grainSchema } from './periods.ts';

/** `demonstration`: made-up numbers that show the screens; marked wherever they appear and in every export. */
export const seriesOriginSchema = z.union([originSchema, z.literal('demonstration')]);

const dimension = z.string().max(200);

export const seriesSchema = z.object({
  /** `capital-expenditure/meta/…`, `downloads/chatgpt/overseas/ios/点点数据`: stands in formulas, `SERIES("id")`. */
  id: idSchema,
  origin: seriesOriginSchema,
  subjectId: entitySchema.shape.id,
  metricId: entitySchema.shape.id,
  /** '' for all, or where it does not apply. */
  market: dimension,
  platform: dimension,
  /** Who measured or estimated it; '' for the company's own figures. */
  vendor: dimension,
  /** What is counted, where there is more than one way: `incl. finance leases`, `net of proceeds`. */
  definition: dimension,
  grain: grainSchema,
  unit: z.string().max(200),
  /** The month in which the company's fiscal year ends; 12 for calendar years. */
  fiscalYearEnd: z.number().int().min(1).max(12),
  note: localTextSchema,
});
export type Series = z.infer<typeof seriesSchema>;

export const seriesSummarySchema = seriesSchema.extend({
  /** Labels of the first and last period with a value; '' of an empty series. */
  first: z.string(),
  last: z.string(),
  observationCount: z.number().int(),
  restatementCount: z.number().int(),
});
export type SeriesSummary = z.infer<typeof seriesSummarySchema>;

/**
 * Observations of one series in order of time. `ordinals` count periods of the grain (periods.ts:
 * days, months, quarters … since their beginning); periods without a value are left out: a gap is a gap.
 */
export const observationsSchema = z.object({
  seriesId: idSchema,
  ordinals: z.array(z.number().int()),
  /** In the series' unit. */
  values: z.array(z.number()),
  /** Of the observations that are not plain `=`; `at` is their index. */
  qualifiers: z.array(z.object({ at: z.number().int(), qualifier: qualifierSchema })),
  /** Where runs of observations came from, each from index `at` to the next one's. */
  origins: z.array(
    z.object({ at: z.number().int(), importId: z.number().int().nullable(), factId: factSchema.shape.id.nullable() }),
  ),
});
export type Observations = z.infer<typeof observationsSchema>;

/** A value that a later import replaced. Days are ISO dates: known from one, replaced on the other. */
export const restatementSchema = z.object({
  period: z.string(),
  /** Null where there was none: it had been taken away. */
  former: z.number().nullable(),
  /** Null where it was taken away. */
  value: z.number().nullable(),
  knownFrom: z.string(),
  replacedOn: z.string(),
  importId: z.number().int(),
});
export type Restatement = z.infer<typeof restatementSchema>;

export const TRANSFORMS = ['none', 'ma7', 'wow', 'mom', 'qoq', 'yoy', 'ttm', 'index', 'share'] as const;
export const transformSchema = z.enum(TRANSFORMS);
/**
 * ma7: mean of the day and the six before it, all seven there. wow, mom, qoq, yoy: change against 7 days,
 * a month, a quarter, a year before, as a share of it. ttm: sum of the last four quarters or twelve months.
 * index: 100 at a base period. share: part of the total of what is shown.
 */
export type Transform = z.infer<typeof transformSchema>;

/** Those of one series, which `SERIES("id", , "ttm")` can take. */
export const SERIES_TRANSFORMS = ['ttm', 'ma7', 'yoy', 'qoq', 'mom', 'wow'] as const satisfies readonly Transform[];

const timeOfDay = z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]);

/** A marker on the time axis: from facts (releases, price cuts, policy) or the user's own. */
export const chartEventSchema = z.object({
  id: z.string().min(1).max(200),
  origin: originSchema,
  /** ISO date. */
  date: z.string().max(20),
  title: localTextSchema,
  subjectId: z.union([entitySchema.shape.id, z.literal('')]),
  factId: factSchema.shape.id.nullable(),
  /** The last day of one of several days; '' of one day. */
  endDate: z.string().max(20).default(''),
  /** HH:MM where the user is; '' of a whole day, and of one without an end. */
  time: timeOfDay.default(''),
  endTime: timeOfDay.default(''),
  note: z.string().max(10_000).default(''),
  /** Of the user's own, where it is about one security. */
  securityId: z.union([idSchema, z.literal('')]).default(''),
});
export type ChartEvent = z.infer<typeof chartEventSchema>;

/** What a day and a title leave out. */
export const PLAIN_EVENT = { endDate: '', time: '', endTime: '', note: '', securityId: '' } as const;
