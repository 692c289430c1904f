/**
 * A chart of series as a document: what a saved view keeps, what `chart SPEC.json FILE.svg` draws on
 * the command line, and what the screens of downloads and capex edit. Chart and table are made from
 * the same spec (shared/charts/), so that the table shows exactly what is drawn.
 */
import { z } from 'zod';
import { entitySchema, factSchema, idSchema } from './facts.ts';
import { languageSchema, localTextSchema } from './language.ts';
import { grainSchema } from './periods.ts';
import { transformSchema } from './series.ts';

const periodLabel = z.string().max(20);

export const chartSpecSchema = z.object({
  plumbline: z.literal('chart'),
  version: z.literal(1),
  screen: z.enum(['downloads', 'capex']),
  kind: z.enum(['lines', 'grouped-bars', 'stacked-bars', 'small-multiples']),
  /** What each panel of small multiples holds: one subject where left out, one market (abroad and China side by side), one vendor. */
  panelBy: z.enum(['subject', 'market', 'vendor']).optional(),
  seriesIds: z.array(idSchema).min(1).max(200),
  /** Labels of the first and last period shown; '' for as far as the data goes. */
  from: periodLabel,
  to: periodLabel,
  /** Periods shown: days added up to weeks' means or months, quarters to years; the series' own where null. */
  grain: grainSchema.nullable(),
  /** Whether fiscal quarters are shown as the company's own or moved to the calendar quarter they end in. */
  calendar: z.enum(['calendar', 'fiscal']),
  transform: transformSchema,
  /** Of transform `index`. */
  basePeriod: periodLabel,
  /** A seven-day average over daily values that are drawn pale. */
  withAverage: z.boolean(),
  isLogarithmic: z.boolean(),
  /** '' leaves each series' own; another currency is converted at the rate of the fact. */
  currency: z.enum(['', 'CNY', 'USD']),
  rateFactId: factSchema.shape.id.nullable(),
  /** ISO date; '' for what is known now. */
  asKnownOn: z.string().max(10),
  withEvents: z.boolean(),
  withBounds: z.boolean(),
  withPeaks: z.boolean(),
  withGuidance: z.boolean(),
  /** The user insists on adding up figures of different definitions or vendors: it is remarked wherever they go. */
  isMixAllowed: z.boolean().optional(),
  /** Each series in percent of the one of the same subject with this metric: capital expenditure to `revenue`. */
  relativeTo: entitySchema.shape.id.optional(),
  /** A second period beside the first, aligned at its start; null for none. */
  comparedTo: z.object({ from: periodLabel, to: periodLabel }).nullable(),
  figure: z.object({
    /** `图 7`; '' for none. */
    number: z.string().max(50),
    title: localTextSchema,
    /** What stands after 资料来源; empty for the names of the sources themselves. */
    source: localTextSchema,
    widthCm: z.number().min(4).max(60),
    heightCm: z.number().min(3).max(60),
  }),
  language: languageSchema,
});
export type ChartSpec = z.infer<typeof chartSpecSchema>;

/** The parts of a spec on which it depends what is read from the store; all others are reckoned with afterwards. */
export const chartQuestionSchema = chartSpecSchema.pick({
  seriesIds: true,
  relativeTo: true,
  asKnownOn: true,
  rateFactId: true,
  withEvents: true,
});
export type ChartQuestion = z.infer<typeof chartQuestionSchema>;

export const savedViewSchema = z.object({ id: idSchema, title: z.string().min(1).max(200), spec: chartSpecSchema });
export type SavedView = z.infer<typeof savedViewSchema>;
