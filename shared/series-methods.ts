/** The methods of the contract that concern series: observations, imports, events, saved views. contract.ts takes them in. */
import { z } from 'zod';
import { chartQuestionSchema, chartSpecSchema, savedViewSchema } from './chart-spec.ts';
import { entitySchema, factViewSchema } from './facts.ts';
import { importModeSchema } from './import-file.ts';
import { languageSchema } from './language.ts';
import { method, nothing } from './method.ts';
import {
  chartEventSchema,
  observationsSchema,
  restatementSchema,
  seriesSchema,
  seriesSummarySchema,
} from './series.ts';
import { importOutcomeSchema, importPreviewSchema, seriesMappingSchema } from './series-import.ts';

const seriesId = seriesSchema.shape.id;
const path = z.string().min(1).max(4096);
const jobId = z.string().min(1).max(100);
/** ISO date. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const importSchema = z.object({
  id: z.number().int(),
  /** ISO 8601, UTC. */
  at: z.string(),
  fileName: z.string(),
  vendor: z.string(),
  rowCount: z.number().int(),
  added: z.number().int(),
  restated: z.number().int(),
  isWithdrawn: z.boolean(),
});
export type SeriesImport = z.infer<typeof importSchema>;

export const seriesMethods = {
  listSeries: method(
    z.object({
      metricIds: z.array(entitySchema.shape.id).optional(),
      subjectIds: z.array(entitySchema.shape.id).optional(),
    }),
    z.array(seriesSummarySchema),
  ),
  /** Labels of periods, both inclusive; '' or left out for as far as it goes. Unknown ids are left out of the answer. */
  getObservations: method(
    z.object({
      seriesIds: z.array(seriesId).min(1).max(1000),
      from: z.string().max(20).default(''),
      to: z.string().max(20).default(''),
      asKnownOn: day.optional(),
    }),
    z.array(observationsSchema),
  ),
  /** What a chart is drawn from (`ChartInputs` of charts/drawn.ts); unknown ids are left out of the answer. */
  getChartInputs: method(
    chartQuestionSchema,
    z.object({
      series: z.array(seriesSchema),
      observations: z.array(observationsSchema),
      entities: z.array(entitySchema),
      facts: z.array(factViewSchema),
      events: z.array(chartEventSchema),
      sources: z.array(z.string()),
    }),
  ),
  listRestatements: method(z.object({ seriesId }), z.array(restatementSchema)),
  /** Makes a series or changes what is said of it; its observations stay. */
  putSeries: method(z.object({ series: seriesSchema.omit({ origin: true }) }), seriesSummarySchema),
  /** Of the user's own, with its observations. */
  deleteSeries: method(z.object({ seriesId }), nothing),
  /** Observations typed by hand, as one restatable change; null takes one away. */
  setObservations: method(
    z.object({
      seriesId,
      observations: z
        .array(z.object({ period: z.string(), value: z.number().nullable() }))
        .min(1)
        .max(10_000),
    }),
    z.object({ added: z.number().int(), restated: z.number().int(), unchanged: z.number().int() }),
  ),

  // --- import ------------------------------------------------------------------------------
  /** Without a mapping the one kept or guessed; one without columns (`columns` and `valueColumns` empty) has them guessed anew. */
  previewSeriesImport: method(z.object({ path, mapping: seriesMappingSchema.optional() }), importPreviewSchema),
  /** A job: progress with rows per second, cancelled with nothing changed. */
  importSeries: method(
    z.object({
      path,
      mapping: seriesMappingSchema,
      mode: importModeSchema,
      jobId,
      /** Where every bad row goes as CSV; the answer has the first 1,000 alone. */
      badRowsFile: z.object({ path, language: languageSchema }).optional(),
    }),
    importOutcomeSchema,
  ),
  /** The file of made-up numbers that comes with the program, for `previewSeriesImport`. */
  getDemonstration: method(nothing, z.object({ path })),
  /** A companyfacts file as a user saved it from the SEC: capex, revenue, cash flow with the filing as source. */
  importCompanyFacts: method(
    z.object({ path, mode: z.enum(['dry-run', 'all-or-nothing']), jobId }),
    importOutcomeSchema,
  ),
  listSeriesImports: method(nothing, z.array(importSchema)),
  /** Takes an import back: what it added goes, what it restated is again as before. */
  withdrawSeriesImport: method(z.object({ importId: z.number().int() }), nothing),

  // --- events and views --------------------------------------------------------------------
  listEvents: method(
    z.object({
      from: z.string().max(20).default(''),
      to: z.string().max(20).default(''),
      subjectIds: z.array(entitySchema.shape.id).optional(),
    }),
    z.array(chartEventSchema),
  ),
  putEvent: method(z.object({ event: chartEventSchema.omit({ origin: true, factId: true }) }), chartEventSchema),
  deleteEvent: method(z.object({ eventId: chartEventSchema.shape.id }), nothing),
  listViews: method(nothing, z.array(savedViewSchema)),
  putView: method(z.object({ view: savedViewSchema }), savedViewSchema),
  deleteView: method(z.object({ viewId: savedViewSchema.shape.id }), nothing),

  // --- out ---------------------------------------------------------------------------------
  /** Data, formulas for the derived columns and a native chart, as a job like exportWorkbook. */
  exportChartWorkbook: method(
    z.object({ spec: chartSpecSchema, path: z.string().max(4096).nullable(), language: languageSchema, jobId }),
    z.object({ path: z.string(), downloadUrl: z.string().nullable(), cellCount: z.number().int() }),
  ),
} as const;
