/**
 * The methods of the contract that concern facts: sources, exhibits, search, conflicts, models,
 * prices, and the user's own changes. contract.ts takes them in.
 */
import { z } from 'zod';
import { FACT_COLUMN_FIELDS } from './fact-columns.ts';
import {
  choiceSchema,
  entityKindSchema,
  entitySchema,
  exhibitSchema,
  factFieldsSchema,
  factSchema,
  factViewSchema,
  qualifierSchema,
  sourceSchema,
} from './facts.ts';
import { languageSchema, localTextSchema } from './language.ts';
import { messageSchema } from './messages.ts';
import { method, nothing } from './method.ts';
import { tableSchema } from './table.ts';

const factId = factSchema.shape.id;
const sourceId = sourceSchema.shape.id;
const topic = z.string().min(1).max(1000);
const exhibitId = exhibitSchema.shape.id;
const entityId = entitySchema.shape.id;
const limit = z.number().int().min(1).max(10_000);

/** Where the facts stand: counts edits, and what undo and redo would do next. */
export const factsStateSchema = z.object({
  revision: z.number().int(),
  undo: messageSchema.nullable(),
  redo: messageSchema.nullable(),
});
export type FactsState = z.infer<typeof factsStateSchema>;

/** What an edit of facts did. `facts` are all whose view changed, those of the same topic included (1,000 at most). */
const factsResultSchema = z.object({ facts: z.array(factViewSchema), state: factsStateSchema });
export type FactsResult = z.infer<typeof factsResultSchema>;

const exhibitSummarySchema = exhibitSchema
  .pick({ id: true, sourceId: true, kind: true, title: true })
  .extend({ factCount: z.number(), conflictCount: z.number(), correctionCount: z.number(), overlayCount: z.number() });
export type ExhibitSummary = z.infer<typeof exhibitSummarySchema>;

const sourceSummarySchema = sourceSchema.extend({ exhibitCount: z.number(), factCount: z.number() });
export type SourceSummary = z.infer<typeof sourceSummarySchema>;

/**
 * A fact as a person writes it: subject and metric by id or by any of their names; a name that nothing has
 * yet becomes an entity of the user's own, of the kind given. An empty `id` is made from place, metric and subject.
 */
export const factDraftSchema = factFieldsSchema
  .omit({ subjectId: true, metricId: true })
  .partial()
  .extend({
    id: factId.optional(),
    sourceId,
    place: factSchema.shape.place.default(''),
    subject: z.string().min(1).max(200),
    subjectKind: entityKindSchema.default('other'),
    metric: z.string().min(1).max(200),
    metricKind: entityKindSchema.default('measure'),
    printed: factSchema.shape.printed.default(''),
    wording: factSchema.shape.wording.default(''),
  });
export type FactDraft = z.input<typeof factDraftSchema>;
export type ParsedFactDraft = z.output<typeof factDraftSchema>;

export const factFilterSchema = z.object({
  sourceId: sourceId.optional(),
  exhibitId: exhibitId.optional(),
  subjectIds: z.array(entityId).max(1000).optional(),
  metricIds: z.array(entityId).max(1000).optional(),
  /** Words as in `search`. */
  text: z.string().max(500).optional(),
  state: z.enum(['all', 'in-use', 'own', 'changed', 'retired', 'corrected', 'in-conflict']).default('all'),
});
export type FactFilter = z.input<typeof factFilterSchema>;
export type ParsedFactFilter = z.output<typeof factFilterSchema>;

/** A conflict: facts of one topic that disagree, or facts that agree in value but were measured in other settings. */
const conflictSchema = z.object({
  topic: z.string(),
  /** `setting`: the same figure for the same thing, but the sources print different settings for it. */
  kind: z.enum(['value', 'setting']),
  facts: z.array(factViewSchema).min(2),
  /** The largest difference in percent of the smaller value; null where the facts are text. */
  spread: z.number().nullable(),
  choice: choiceSchema.nullable(),
});
export type Conflict = z.infer<typeof conflictSchema>;

const hitSchema = z.object({
  kind: z.enum(['security', 'entity', 'source', 'exhibit', 'list', 'group', 'fact', 'sheet']),
  id: z.string(),
  title: localTextSchema,
  detail: localTextSchema,
  /** Of a fact. */
  fact: factViewSchema.nullable(),
});
export type Hit = z.infer<typeof hitSchema>;

/** A figure with the fact it hangs from: what screens show of a model. */
const figureSchema = z.object({
  factId: z.string(),
  value: z.number().nullable(),
  text: z.string(),
  unit: z.string(),
  qualifier: qualifierSchema,
  setting: z.string(),
  date: z.string(),
  conflict: factViewSchema.shape.conflict,
});
export type Figure = z.infer<typeof figureSchema>;

const modelSchema = z.object({
  entityId,
  organisationId: z.string(),
  /** In `parameter`: 70 billion is 7e10. */
  parameters: figureSchema.nullable(),
  /** In `token`. */
  contextLength: figureSchema.nullable(),
  /** `open`, `closed` or '' as far as a source says it, of the model or of the family that it is one of. */
  openness: z.enum(['open', 'closed', '']),
  opennessFactId: z.string().nullable(),
  /** A text: `2024-07-23`. */
  releaseDate: figureSchema.nullable(),
});
export type ModelSummary = z.infer<typeof modelSchema>;

/** How a figure stands to the one that is used of all that say the same thing; `older`: of an earlier date. */
const standingSchema = z.enum(['used', 'agrees', 'disagrees', 'older']);
export type Standing = z.infer<typeof standingSchema>;

const scoreSchema = z.object({
  factId: z.string(),
  modelId: entityId,
  benchmarkId: entityId,
  /** Spelled alike throughout a benchmark: `5-shot, CoT` also where a source prints `CoT, 5-Shot`. */
  setting: z.string(),
  /** In the benchmark's unit. */
  value: z.number(),
  qualifier: qualifierSchema,
  /** Among the scores of the same model, benchmark and setting. */
  standing: standingSchema,
  sourceId: z.string(),
  place: z.string(),
  date: z.string(),
  isCorrected: z.boolean(),
  conflict: factViewSchema.shape.conflict,
});
export type Score = z.infer<typeof scoreSchema>;

const priceSchema = z.object({
  factId: z.string(),
  modelId: entityId,
  direction: z.enum(['input', 'output', 'both']),
  setting: z.string(),
  /** '' where the source gives no date. */
  date: z.string(),
  /** As printed, or as corrected, with its own unit. */
  value: z.number(),
  unit: z.string(),
  qualifier: qualifierSchema,
  /** Null where the price is in the other currency and there is no exchange rate. */
  cnyPerMillion: z.number().nullable(),
  usdPerMillion: z.number().nullable(),
  /** False of a price that another one of the same thing and date is used for: it agrees, or the two are in conflict. */
  isUsed: z.boolean(),
  sourceId: z.string(),
  place: z.string(),
  isCorrected: z.boolean(),
  isChanged: z.boolean(),
  isOwn: z.boolean(),
  conflict: factViewSchema.shape.conflict,
});
export type Price = z.infer<typeof priceSchema>;

const priceCutSchema = z.object({
  modelId: entityId,
  direction: priceSchema.shape.direction,
  setting: z.string(),
  date: z.string(),
  fromFactId: z.string().nullable(),
  toFactId: z.string().nullable(),
  /** CNY per million tokens; null where the source gives only the percentage. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** −0.97 for a cut by 97 %, from the two prices; null where one is missing, and of what was free before. */
  change: z.number().nullable(),
  /** What a source says of the change itself; `agrees` is null where there are no two prices to see by. */
  stated: z
    .object({
      factId: z.string(),
      change: z.number(),
      qualifier: qualifierSchema,
      agrees: z.boolean().nullable(),
    })
    .nullable(),
});
export type PriceCut = z.infer<typeof priceCutSchema>;

/** What a source says of use without payment, in its words. */
const freeTierSchema = priceSchema
  .pick({ factId: true, modelId: true, setting: true, date: true, sourceId: true, place: true, conflict: true })
  .extend({ text: z.string() });
export type FreeTier = z.infer<typeof freeTierSchema>;

/** The bytes of a file that the user chose, as base64: 30 MB at most. */
const chosenFile = {
  fileName: z.string().min(1).max(255),
  base64: z.string().max(40_000_000),
  /** The worksheet that is wanted of a workbook; the first that holds anything where left out. */
  sheet: z.string().max(255).optional(),
};

/**
 * What a column of the file is: a field of facts; `figures`, in a matrix with metrics down one column and
 * subjects along the headings (or the other way round); '' where it is not taken.
 */
export const importColumnSchema = z.enum([...FACT_COLUMN_FIELDS, 'figures', '']);
export type ImportColumn = z.infer<typeof importColumnSchema>;

/** One for each column of the file; those that are left out at the end are not taken. */
const importMappingSchema = z.array(importColumnSchema).max(20_000);

const rowErrorSchema = z.object({
  /** As spreadsheets count, from 1. */
  row: z.number().int(),
  /** Its heading; '' where the row as a whole is wrong. */
  column: z.string(),
  /** From 0; null where the row as a whole is wrong. */
  columnIndex: z.number().int().nullable(),
  value: z.string(),
  reason: messageSchema,
});
export type RowError = z.infer<typeof rowErrorSchema>;

const importPreviewSchema = z.object({
  /** Of a text file; '' of a workbook. */
  encoding: z.string(),
  /** The worksheet that was read, and those there are; '' and none of a text file. */
  sheet: z.string(),
  sheets: z.array(z.string()),
  /** One fact in each row, or a matrix. */
  layout: z.enum(['list', 'matrix']),
  canBeMatrix: z.boolean(),
  /** Of the row that holds them, from 1. */
  headings: z.array(z.string()),
  headingRow: z.number().int(),
  mapping: importMappingSchema,
  /** What the mapping lacks; null where it will do. Nothing is counted until then. */
  problem: messageSchema.nullable(),
  rowCount: z.number().int(),
  /** Facts that the import would add, change and find as they are already, and rows with errors. */
  counts: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    badRows: z.number().int(),
  }),
  /** Names that nothing has yet, of which the import makes subjects and metrics (100 at most). */
  newNames: z.array(z.string()),
  /** The first rows, and the first of those with errors. */
  rows: z.array(
    z.object({
      row: z.number().int(),
      cells: z.array(z.string()),
      state: z.enum(['added', 'changed', 'unchanged', 'bad', 'empty']),
    }),
  ),
  /** The first facts as they would be taken. */
  drafts: z.array(factDraftSchema),
  /** In the order of the rows, 5,000 at most. */
  errors: z.array(rowErrorSchema),
  errorCount: z.number().int(),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const factMethods = {
  // --- sources and exhibits ----------------------------------------------------------------
  listSources: method(nothing, z.array(sourceSummarySchema)),
  putSource: method(z.object({ source: sourceSchema.omit({ origin: true }) }), factsResultSchema),
  /** Where the user's copy of the document lies, of bundled sources too; '' takes it away. */
  setSourceLink: method(z.object({ sourceId, link: sourceSchema.shape.link }), factsResultSchema),
  /** Of the user's own, and only one that nothing hangs from. */
  deleteSource: method(z.object({ sourceId }), factsResultSchema),
  listExhibits: method(z.object({ sourceId: sourceId.optional() }), z.array(exhibitSummarySchema)),
  getExhibit: method(
    z.object({ exhibitId }),
    z.object({ exhibit: exhibitSchema, source: sourceSchema, facts: z.array(factViewSchema) }),
  ),

  // --- entities ----------------------------------------------------------------------------
  listEntities: method(
    z.object({ kind: entityKindSchema.optional() }),
    z.array(entitySchema.extend({ factCount: z.number() })),
  ),
  putEntity: method(z.object({ entity: entitySchema.omit({ origin: true }) }), factsResultSchema),
  /** The user's own further names of an entity, all of them. */
  setAliases: method(z.object({ entityId, aliases: entitySchema.shape.aliases }), factsResultSchema),

  // --- facts -------------------------------------------------------------------------------
  findFacts: method(
    z.object({ filter: factFilterSchema, offset: z.number().int().min(0).default(0), limit: limit.default(200) }),
    /** `total` stops counting at 10,000. */
    z.object({ facts: z.array(factViewSchema), total: z.number().int() }),
  ),
  getFact: method(
    z.object({ factId }),
    z.object({
      fact: factViewSchema,
      subject: entitySchema,
      metric: entitySchema,
      source: sourceSchema,
      exhibitTitle: localTextSchema.nullable(),
      /** Others of the same topic that disagree with it. */
      conflict: conflictSchema.nullable(),
      uses: z.array(
        z.object({ sheetId: z.string(), sheetTitle: localTextSchema, lineId: z.number(), lineLabel: localTextSchema }),
      ),
      edits: z.array(
        z.object({ at: z.string(), label: messageSchema, state: z.enum(['done', 'undone', 'discarded']) }),
      ),
    }),
  ),
  addFact: method(z.object({ draft: factDraftSchema }), factsResultSchema.extend({ factId })),
  /** Of a bundled fact: the fields become the user's overlay. */
  updateFact: method(z.object({ factId, fields: factFieldsSchema.partial() }), factsResultSchema),
  /** Shows a bundled fact again as it came. */
  resetFact: method(z.object({ factId }), factsResultSchema),
  setFactsRetired: method(
    z.object({ factIds: z.array(factId).min(1).max(10_000), isRetired: z.boolean() }),
    factsResultSchema,
  ),
  getFactsState: method(nothing, factsStateSchema),
  undoFacts: method(nothing, factsResultSchema.nullable()),
  redoFacts: method(nothing, factsResultSchema.nullable()),
  search: method(
    z.object({ text: z.string().max(500), kinds: z.array(hitSchema.shape.kind).optional(), limit: limit.default(50) }),
    /** Best first; `isComplete` is false where there is more. */
    z.object({ hits: z.array(hitSchema), isComplete: z.boolean() }),
  ),

  // --- conflicts ---------------------------------------------------------------------------
  listConflicts: method(z.object({ state: z.enum(['all', 'open', 'chosen']).default('all') }), z.array(conflictSchema)),
  /** `factId: null` takes the choice back. */
  chooseFact: method(
    z.object({
      topic,
      factId: factId.nullable(),
      note: choiceSchema.shape.note.default(''),
    }),
    factsResultSchema,
  ),

  /** One side each of several conflicts, in one edit. */
  chooseFacts: method(
    z.object({
      choices: z.array(z.object({ topic, factId })).min(1).max(10_000),
      note: choiceSchema.shape.note.default(''),
    }),
    factsResultSchema,
  ),

  // --- models and prices -------------------------------------------------------------------
  /** Models with a score or with something of what `modelSchema` tells; whatever has a score counts as one, people too. */
  getBenchmarks: method(
    nothing,
    z.object({ models: z.array(modelSchema), benchmarks: z.array(entitySchema), scores: z.array(scoreSchema) }),
  ),
  /** At the exchange rate of the fact `rateFactId`; the latest one where that is left out or no rate any more. */
  getPrices: method(
    z.object({ rateFactId: factId.optional() }),
    z.object({
      /** CNY per USD; null where no such fact is there. */
      rate: factViewSchema.nullable(),
      /** Its figure, the right way round where it is printed as USD per CNY. */
      cnyPerUsd: z.number().nullable(),
      rates: z.array(factViewSchema),
      /** In use, those passed over in a conflict left out; by model, direction, setting and date. */
      prices: z.array(priceSchema),
      /** The latest first. */
      cuts: z.array(priceCutSchema),
      freeTiers: z.array(freeTierSchema),
      /** Prices in what is no currency per token that can be converted. */
      leftOut: z.array(z.object({ factId: z.string(), modelId: entityId, unit: z.string() })),
    }),
  ),

  // --- in and out --------------------------------------------------------------------------
  previewFactImport: method(
    /** Without a mapping the headings say it; `layout` where they are to be read as the other kind of table. */
    z.object({
      ...chosenFile,
      sourceId,
      mapping: importMappingSchema.optional(),
      layout: z.enum(['list', 'matrix']).optional(),
    }),
    importPreviewSchema,
  ),
  /** All rows, or with `skipBadRows` all but those that the preview counts as bad. One step of the undo stack. */
  importFacts: method(
    z.object({ ...chosenFile, sourceId, mapping: importMappingSchema, skipBadRows: z.boolean() }),
    factsResultSchema.extend({
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      /** Rows left out. */
      skipped: z.number().int(),
    }),
  ),
  /** Writes the facts that fit, in the columns that the import takes, as a job like exportWorkbook. */
  exportFacts: method(
    z.object({
      filter: factFilterSchema,
      format: z.enum(['csv', 'xlsx']),
      path: z.string().max(4096).nullable(),
      language: languageSchema,
      jobId: z.string().min(1).max(100),
    }),
    z.object({ path: z.string(), downloadUrl: z.string().nullable(), cellCount: z.number().int() }),
  ),
  /** Writes a table that a screen shows as an Excel workbook with its sources, as a job like exportWorkbook. */
  exportTable: method(
    z.object({
      table: tableSchema,
      path: z.string().max(4096).nullable(),
      language: languageSchema,
      jobId: z.string().min(1).max(100),
    }),
    z.object({ path: z.string(), downloadUrl: z.string().nullable(), cellCount: z.number().int() }),
  ),
} as const;
