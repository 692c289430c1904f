/** The methods of the contract that take facts in from files and write them, and what screens show of them, to files. contract.ts takes them in. */
import { z } from 'zod';
import { FACT_COLUMN_FIELDS } from './fact-columns.ts';
import { factDraftSchema, factFilterSchema, factsResultSchema } from './fact-methods.ts';
import { sourceSchema } from './facts.ts';
import { languageSchema } from './language.ts';
import { messageSchema } from './messages.ts';
import { method } from './method.ts';
import { tableSchema } from './table.ts';

const sourceId = sourceSchema.shape.id;

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

export const factFileMethods = {
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
