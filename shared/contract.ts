/**
 * The contract between the workbench and its hosts: every method with its input and output.
 *
 * Types of both sides follow from here: `Handlers` in electron/dispatch.ts is a mapped type over
 * it, and `call(method, input)` in renderer/api.ts is one generic. Input is parsed at dispatch;
 * output is parsed in tests. Units of values are those of the lines they belong to.
 */
import { z } from 'zod';
import { barMethods } from './bar-methods.ts';
import { factFileMethods } from './fact-file-methods.ts';
import { type FactsState, factMethods } from './fact-methods.ts';
import { confidenceSchema, dateSchema, factSchema, sourceSchema } from './facts.ts';
import { languageSchema, localTextSchema } from './language.ts';
import { messageSchema } from './messages.ts';
import { method, nothing } from './method.ts';
import { modelMethods } from './model-methods.ts';
import { noteMethods } from './note-methods.ts';
import { timeAxisSchema } from './periods.ts';
import { ratingMethods } from './rating-methods.ts';
import { seriesMethods } from './series-methods.ts';
import {
  cellSchema,
  customUnitSchema,
  lineSchema,
  scenarioSchema,
  sheetDocumentSchema,
  sheetSchema,
  sourceRefSchema,
} from './sheet.ts';
import { sheetChangeSchema } from './sheet-changes.ts';
import { thesisMethods } from './thesis-methods.ts';
import { CALC_ERROR_CODES } from './values.ts';
import { vaultMethods } from './vault-methods.ts';
import { type WatchState, watchlistMethods } from './watchlist-methods.ts';

const sheetId = sheetSchema.shape.id;
const lineId = lineSchema.shape.id;
const scenarioId = scenarioSchema.shape.id;
const period = cellSchema.shape.period;
const jobId = z.string().min(1).max(100);

export const cellAddressSchema = z.object({ lineId, scenarioId, period });

export const cellValueSchema = z.union([
  z.number(),
  z.string(),
  z.boolean(),
  z.null(),
  z.object({ error: z.enum(CALC_ERROR_CODES), message: messageSchema, origin: cellAddressSchema }),
]);

const cellBlockSchema = z.object({ scenarioId, period, lineIds: z.array(lineId) });

const valueBlockSchema = cellBlockSchema.extend({ values: z.array(cellValueSchema) });

/** All cells that are computed from made-up numbers, by however many steps: what leaves the sheet of them is marked. */
const demonstrationSchema = z.array(cellBlockSchema);

/** Units of lines that declare none and take their formula's, by line id; '' where there is none. */
const inferredUnitsSchema = z.array(z.object({ lineId, unit: z.string() }));

/** An entry of the undo stack as the menus show it. */
const editSummarySchema = z.object({ id: z.number().int(), label: messageSchema });

const sheetStateSchema = z.object({
  /** Counts the edits of this sheet; grows by one with each edit, undo and redo. */
  revision: z.number().int(),
  undo: editSummarySchema.nullable(),
  redo: editSummarySchema.nullable(),
});

const sheetSnapshotSchema = z.object({
  document: sheetDocumentSchema,
  values: z.array(valueBlockSchema),
  inferredUnits: inferredUnitsSchema,
  demonstration: demonstrationSchema,
  state: sheetStateSchema,
});
export type SheetSnapshot = z.infer<typeof sheetSnapshotSchema>;

/** What an edit did: apply `changes` in order, then `values`. */
const editResultSchema = z.object({
  sheetId,
  changes: z.array(sheetChangeSchema),
  values: z.array(valueBlockSchema),
  inferredUnits: inferredUnitsSchema,
  /** Not only what is new: takes the place of what was known. */
  demonstration: demonstrationSchema,
  state: sheetStateSchema,
});
export type EditResult = z.infer<typeof editResultSchema>;

const sheetSummarySchema = z.object({
  id: sheetId,
  title: localTextSchema,
  note: localTextSchema,
  templateId: z.string().nullable(),
  /** Null of a sheet without periods. */
  timeAxis: timeAxisSchema.nullable(),
  lineCount: z.number().int(),
  scenarioCount: z.number().int(),
  /** ISO 8601, UTC. */
  updatedAt: z.string(),
});
export type SheetSummary = z.infer<typeof sheetSummarySchema>;

const templateSummarySchema = z.object({
  id: z.string(),
  title: localTextSchema,
  note: localTextSchema,
  lineCount: z.number().int(),
  sourceIds: z.array(z.string()),
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

export const preferencesSchema = z.object({
  language: z.enum(['system', 'zh', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Which colour means up: the convention of mainland China, or of the United States. */
  marketColours: z.enum(['red-up', 'green-up']),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** A line to be made: everything optional; the workbench gives id and position, and a name where it is missing. */
const lineDraftSchema = lineSchema
  .omit({ id: true, position: true })
  .partial()
  .extend({
    cells: z.array(cellSchema.omit({ lineId: true })).optional(),
  });
export type LineDraft = z.infer<typeof lineDraftSchema>;

const lineFieldsSchema = lineSchema.omit({ id: true, position: true, kind: true }).partial();

const cellEditSchema = z.object({
  ...cellAddressSchema.shape,
  /** As typed; null (or '') falls back to the parent scenario. */
  content: z.string().max(32_767).nullable(),
});

const tracedSourcesSchema = z.object({
  sources: z.array(
    z.object({
      sourceId: sourceRefSchema.shape.sourceId,
      /** Null of a document that the store does not know: then `sourceId` is its title. */
      source: sourceSchema.nullable(),
      facts: z.array(
        factSchema
          .pick({
            place: true,
            wording: true,
            setting: true,
            qualifier: true,
            date: true,
            confidence: true,
            unit: true,
          })
          .extend({
            /** As the formulas name it; `usedFactId` is another one where the user chose that in a conflict. */
            factId: factSchema.shape.id,
            usedFactId: factSchema.shape.id,
            subject: localTextSchema,
            metric: localTextSchema,
            /** As used: corrected where there is a correction. */
            value: z.number().nullable(),
            text: z.string(),
          }),
      ),
      /** Values of series that the user imported; those over facts are among the facts. */
      series: z.array(
        z.object({
          seriesId: z.string(),
          name: localTextSchema,
          /** Labels of the first and last period taken. */
          first: z.string(),
          last: z.string(),
          /** ISO date of the import. */
          knownFrom: z.string(),
          isDemonstration: z.boolean(),
        }),
      ),
      /** Of lines that hold an input. */
      citations: z.array(sourceRefSchema.omit({ sourceId: true }).extend({ lineId })),
    }),
  ),
  /** The weakest among the facts; null where there are none. */
  confidence: confidenceSchema.nullable(),
  /** Of the oldest figure, or of its source where the figure has no date; '' where nothing has one. */
  oldestDate: dateSchema,
  /** Lines that hold an input without any source. */
  unsourcedLineIds: z.array(lineId),
});
export type TracedSources = z.infer<typeof tracedSourcesSchema>;

const historyEntrySchema = z.object({
  id: z.number().int(),
  /** ISO 8601, UTC. */
  at: z.string(),
  label: messageSchema,
  state: z.enum(['done', 'undone', 'discarded']),
  changes: z.array(sheetChangeSchema),
  inverse: z.array(sheetChangeSchema),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const contract = {
  // --- the program -------------------------------------------------------------------------
  getAppInfo: method(
    nothing,
    z.object({ version: z.string(), home: z.string(), host: z.enum(['window', 'browser', 'command-line']) }),
  ),
  getPreferences: method(nothing, preferencesSchema),
  setPreferences: method(preferencesSchema.partial(), preferencesSchema),
  /** Asks the user for a place to save; null when they cancel or the host has no dialogs. */
  chooseSavePath: method(z.object({ suggestedName: z.string().max(255) }), z.object({ path: z.string().nullable() })),
  /** Asks the user for a file to open; null when they cancel or the host has no dialogs. */
  chooseOpenPath: method(
    z.object({
      endings: z
        .array(z.string().regex(/^[a-z0-9]{1,8}$/))
        .min(1)
        .max(20),
    }),
    z.object({ path: z.string().nullable() }),
  ),
  cancelJob: method(z.object({ jobId }), z.object({ cancelled: z.boolean() })),

  // --- sheets ------------------------------------------------------------------------------
  listSheets: method(nothing, z.array(sheetSummarySchema)),
  listTemplates: method(nothing, z.array(templateSummarySchema)),
  /** An empty sheet with one scenario, or a copy of a template. */
  createSheet: method(
    z.object({
      templateId: z.string().optional(),
      title: localTextSchema.optional(),
      timeAxis: timeAxisSchema.nullable().optional(),
    }),
    z.object({ sheetId }),
  ),
  duplicateSheet: method(z.object({ sheetId }), z.object({ sheetId })),
  /** Takes the sheet out of the list; restoreSheet brings it back. */
  deleteSheet: method(z.object({ sheetId }), nothing),
  restoreSheet: method(z.object({ sheetId }), nothing),
  openSheet: method(z.object({ sheetId }), sheetSnapshotSchema),
  /** The sheet as one JSON document (shared/sheet-definition.ts), and back. */
  getSheetDefinition: method(z.object({ sheetId }), z.object({ definition: z.string() })),
  importSheet: method(z.object({ definition: z.string() }), z.object({ sheetId })),
  updateSheet: method(
    z.object({ sheetId, fields: sheetSchema.pick({ title: true, note: true, timeAxis: true }).partial() }),
    editResultSchema,
  ),

  // --- edits of a sheet --------------------------------------------------------------------
  setCells: method(z.object({ sheetId, cells: z.array(cellEditSchema).min(1).max(1_000_000) }), editResultSchema),
  /** After the line `afterLineId`; null is the top. */
  insertLines: method(
    z.object({ sheetId, afterLineId: lineId.nullable(), lines: z.array(lineDraftSchema).min(1).max(200_000) }),
    editResultSchema,
  ),
  updateLine: method(z.object({ sheetId, lineId, fields: lineFieldsSchema }), editResultSchema),
  deleteLines: method(z.object({ sheetId, lineIds: z.array(lineId).min(1) }), editResultSchema),
  duplicateLines: method(z.object({ sheetId, lineIds: z.array(lineId).min(1) }), editResultSchema),
  moveLines: method(
    z.object({ sheetId, lineIds: z.array(lineId).min(1), afterLineId: lineId.nullable() }),
    editResultSchema,
  ),
  /** A pasted block as one edit: fields of lines, new lines at the end, contents of cells. */
  pasteBlock: method(
    z.object({
      sheetId,
      lines: z.array(z.object({ lineId, fields: lineFieldsSchema })).max(200_000),
      newLines: z.array(lineDraftSchema).max(200_000),
      cells: z.array(cellEditSchema).max(1_000_000),
    }),
    editResultSchema,
  ),
  addScenario: method(z.object({ sheetId, name: localTextSchema, parentId: scenarioId.nullable() }), editResultSchema),
  /** `parentId` in fields must not make a loop. */
  updateScenario: method(
    z.object({ sheetId, scenarioId, fields: scenarioSchema.omit({ id: true, position: true }).partial() }),
    editResultSchema,
  ),
  /** A scenario with the same parent and the same overrides. */
  duplicateScenario: method(z.object({ sheetId, scenarioId }), editResultSchema),
  moveScenario: method(z.object({ sheetId, scenarioId, afterScenarioId: scenarioId.nullable() }), editResultSchema),
  /** Its children take its parent, and with it the content that they inherited from it. The last one cannot go. */
  deleteScenario: method(z.object({ sheetId, scenarioId }), editResultSchema),
  addUnit: method(z.object({ sheetId, unit: customUnitSchema }), editResultSchema),
  undo: method(z.object({ sheetId }), editResultSchema.nullable()),
  redo: method(z.object({ sheetId }), editResultSchema.nullable()),
  /** Newest first; of one line where `lineId` is given. */
  listEdits: method(
    z.object({ sheetId, lineId: lineId.optional(), limit: z.number().int().min(1).max(1000) }),
    z.array(historyEntrySchema),
  ),
  /** Cells that a cell reads, and cells that read it, one step each. */
  traceCell: method(
    z.object({ sheetId, cell: cellAddressSchema }),
    z.object({ precedents: z.array(cellAddressSchema), dependents: z.array(cellAddressSchema) }),
  ),
  /** The sources that a cell hangs from: of the facts and the inputs that it was computed from, by however many steps. */
  traceSources: method(z.object({ sheetId, cell: cellAddressSchema }), tracedSourcesSchema),
  /** Checks a unit as typed; `suggestion` adds an unknown word as a counted thing. */
  checkUnit: method(
    z.object({ sheetId, unit: z.string().max(200) }),
    z.object({ ok: z.boolean(), message: messageSchema.nullable(), unknownWord: z.string().nullable() }),
  ),

  // --- out ---------------------------------------------------------------------------------
  /** Writes an Excel workbook as a job. `path: null` leaves the file with the host for download. */
  exportWorkbook: method(
    z.object({ sheetId, path: z.string().max(4096).nullable(), language: languageSchema, jobId }),
    z.object({ path: z.string(), downloadUrl: z.string().nullable(), cellCount: z.number().int() }),
  ),

  // --- facts ----------------------------------------------------------------------------------
  ...factMethods,
  ...modelMethods,
  ...factFileMethods,

  // --- series ---------------------------------------------------------------------------------
  ...seriesMethods,

  // --- the watchlist --------------------------------------------------------------------------
  ...thesisMethods,
  ...barMethods,
  ...ratingMethods,
  // --- the vault ------------------------------------------------------------------------------
  ...vaultMethods,
  ...watchlistMethods,
  ...noteMethods,

  // --- calculation without a sheet ---------------------------------------------------------
  /** One formula over named values and formulas; `unit` converts the result. */
  evaluate: method(
    z.object({
      formula: z.string().max(100_000),
      let: z.record(z.string(), z.union([z.string().max(100_000), z.number(), z.boolean(), z.null()])).default({}),
      unit: z.string().max(200).default(''),
    }),
    /** `isDemonstration`: made-up numbers are taken. */
    z.object({ value: cellValueSchema, unit: z.string(), isDemonstration: z.boolean() }),
  ),
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;

/** What the workbench tells windows and tabs that did not ask. Never sent to the one that caused it. */
export type WorkbenchEvent =
  | { event: 'sheetEdited'; result: EditResult }
  /**
   * Facts or series that the sheet uses have changed: apply `values`. Goes to everyone, also to who changed them.
   * `revision` is the one that they were calculated in: with another one an edit and this event have crossed on their way.
   */
  | {
      event: 'sheetRecalculated';
      sheetId: string;
      revision: number;
      factIds: string[];
      seriesIds: string[];
      values: EditResult['values'];
      inferredUnits: EditResult['inferredUnits'];
      demonstration: EditResult['demonstration'];
    }
  | { event: 'sheetsListed' }
  /** Facts, sources, entities or choices have changed; screens that show them ask again. */
  | { event: 'factsEdited'; factIds: string[]; state: FactsState }
  /** Series, their observations or imports have changed; screens that show these ask again. Goes to everyone. */
  | { event: 'seriesEdited'; seriesIds: string[] }
  /** Price bars of securities have changed, or imports of them. Goes to everyone. */
  | { event: 'barsEdited'; securityIds: string[] }
  /** Of private theses: what they are about and how they stand is asked for again. */
  | { event: 'thesesEdited'; thesisIds: string[] }
  /** The analyst's assessments of risks. */
  | { event: 'risksEdited'; assessmentIds: string[] }
  /** The user's events or saved views have changed. */
  | { event: 'chartsEdited' }
  /** Securities, lists or saved views of lists have changed; screens that show them ask again. */
  | { event: 'watchlistEdited'; listIds: string[]; securityIds: string[]; state: WatchState }
  /** Private notes have changed; whoever shows them asks again. Goes to everyone. */
  | { event: 'notesEdited'; noteIds: string[] }
  /** Scales, ratings (the analyst's own too) or chosen indexes have changed; screens that show them ask again. */
  | { event: 'ratingsEdited' }
  | { event: 'preferencesSet'; preferences: Preferences }
  /** The vault was opened or locked, by whomever; what was read from it is dropped. Go to everyone. */
  | { event: 'vaultOpened' }
  | { event: 'vaultLocked' }
  /** `share` from 0 to 1; sent to the caller of the job as well. */
  | { event: 'jobProgress'; jobId: string; share: number; message: z.infer<typeof messageSchema> };
