/**
 * How a vendor's file becomes observations: the mapping that the user sees, corrects and need not give
 * again for the next file of the same shape.
 */
import { z } from 'zod';
import { badRowSchema, columnSchema, dateOrderSchema, fileFormSchema, skippedRowsSchema } from './import-file.ts';
import { messageSchema } from './messages.ts';
import { grainSchema } from './periods.ts';
import { seriesSchema } from './series.ts';

/** What a column can hold. */
export const IMPORT_FIELDS = [
  'period',
  'subject',
  'metric',
  'market',
  'platform',
  'vendor',
  'definition',
  'value',
  'qualifier',
  'unit',
] as const;
export const importFieldSchema = z.enum(IMPORT_FIELDS);
export type ImportField = z.infer<typeof importFieldSchema>;

export const seriesMappingSchema = z.object({
  /** `long`: one observation to a row. `series-across`: a column for each subject. `periods-across`: a column for each period. */
  shape: z.enum(['long', 'series-across', 'periods-across']),
  ...fileFormSchema.shape,
  skippedRows: skippedRowsSchema,
  columns: z.partialRecord(importFieldSchema, columnSchema),
  /** With a wide shape: the columns that hold values. */
  valueColumns: z.array(columnSchema).max(16_384),
  /** What holds for the whole file where no column says it; names as a person writes them. */
  constants: z.partialRecord(importFieldSchema, z.string().max(200)),
  grain: grainSchema,
  /** How `03/04/2024` is meant; null as long as nobody has said it. */
  dateOrder: dateOrderSchema.nullable(),
  /** For `7月19日`; null as long as nobody has said it. */
  year: z.number().int().min(1990).max(2100).nullable(),
  fiscalYearEnd: seriesSchema.shape.fiscalYearEnd,
  origin: z.enum(['own', 'demonstration']),
  /** The user takes the saved values of a workbook with macros or links to other files; not remembered. */
  isAsSaved: z.boolean().optional(),
});
export type SeriesMapping = z.infer<typeof seriesMappingSchema>;

export const importPreviewSchema = z.object({
  mapping: seriesMappingSchema,
  /** True where the mapping was kept from an earlier file with the same headings. */
  isRemembered: z.boolean(),
  headings: z.array(z.string()),
  /** The first rows as they stand in the file, at most 50. */
  rows: z.array(z.array(z.string())),
  worksheets: z.array(z.string()),
  /** What those rows become. */
  understood: z.array(
    z.object({ row: z.number().int(), subject: z.string(), metric: z.string(), period: z.string(), value: z.number() }),
  ),
  badRows: z.array(badRowSchema),
  /** What must be answered before anything is taken: the order of dates, the year, the unit … */
  questions: z.array(
    z.object({
      field: z.enum(['dateOrder', 'year', 'subject', 'metric', 'period', 'value', 'unit', 'grain', 'workbook']),
      reason: messageSchema,
    }),
  ),
  byteCount: z.number(),
});
export type SeriesImportPreview = z.infer<typeof importPreviewSchema>;

export const importOutcomeSchema = z.object({
  /** Null of a dry run, and where nothing was written. */
  importId: z.number().int().nullable(),
  rowCount: z.number().int(),
  added: z.number().int(),
  restated: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  /** The first 1,000. */
  badRows: z.array(badRowSchema),
  badRowCount: z.number().int(),
  seriesIds: z.array(z.string()),
  /** Names that nothing has yet and that became entities of the user's own. */
  newNames: z.array(z.string()),
});
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;
