/**
 * How a vendor's file becomes price bars: the mapping that the user sees, corrects and need not give again for the
 * next file of the same shape.
 */
import { z } from 'zod';
import { badRowSchema, columnSchema, dateOrderSchema, fileFormSchema, skippedRowsSchema } from './import-file.ts';
import { localTextSchema } from './language.ts';
import { messageSchema } from './messages.ts';
import { adjustmentSchema, daySchema } from './price-bars.ts';
import { exchangeSchema, securityIdSchema } from './securities.ts';

/** What a column can hold. `previousClose` and `factor` (复权因子) are checked and reckoned with, not kept. */
export const BAR_FIELDS = [
  'security',
  'name',
  'day',
  'open',
  'high',
  'low',
  'close',
  'adjustedClose',
  'previousClose',
  'factor',
  'volume',
  'marketCap',
  'currency',
] as const;
export const barFieldSchema = z.enum(BAR_FIELDS);
export type BarField = z.infer<typeof barFieldSchema>;

export const barMappingSchema = z.object({
  /** `long`: a bar to a row. `closes-across`: a day to a row and a column for each security. */
  shape: z.enum(['long', 'closes-across']),
  ...fileFormSchema.shape,
  skippedRows: skippedRowsSchema,
  columns: z.partialRecord(barFieldSchema, columnSchema),
  /** With closes across: the columns that hold them, each headed by a code or name. */
  closeColumns: z.array(columnSchema).max(16_384),
  /** Of a file about one security: its code, name or id; '' where a column or the headings say it. */
  security: z.string().max(200),
  /** Of codes that do not say theirs; null as long as nobody has said it. */
  exchange: exchangeSchema.nullable(),
  /** Of `close`, `open`, `high` and `low`; null as long as neither the file nor the user has said it. */
  adjustment: adjustmentSchema.nullable(),
  dateOrder: dateOrderSchema.nullable(),
  /** Shares to one of the file's: 100 of 手 in China, 10,000 of 万股. */
  volumeScale: z.number().positive(),
  /** Units of currency to one of the file's: 100,000,000 of 亿元. */
  marketCapScale: z.number().positive(),
  /** ISO 4217; '' for that of each security. */
  currency: z.union([z.literal(''), z.string().regex(/^[A-Z]{3}$/)]),
  /** Whether codes that nothing bears yet become securities of the user's own; else their rows are not taken. Null as long as nobody has said it. */
  makeSecurities: z.boolean().nullable(),
});
export type BarMapping = z.infer<typeof barMappingSchema>;

/** A code in a file that no security bears yet, and what would be made of it. */
export const newSecuritySchema = z.object({
  written: z.string(),
  code: z.string(),
  exchange: exchangeSchema,
  name: localTextSchema,
});
export type NewSecurity = z.infer<typeof newSecuritySchema>;

/** What is taken, and yet wants a look. */
export const barWarningSchema = z.object({
  kind: z.enum(['split', 'gap', 'restated']),
  /** '' of one that is not made yet. */
  securityId: z.union([securityIdSchema, z.literal('')]),
  /** Of the file; counts from 1 with the headings. */
  row: z.number().int(),
  day: daySchema,
  message: messageSchema,
});
export type BarWarning = z.infer<typeof barWarningSchema>;

export const BAR_QUESTIONS = [
  'day',
  'close',
  'security',
  'exchange',
  'makeSecurities',
  'adjustment',
  'dateOrder',
] as const;

export const barPreviewSchema = z.object({
  mapping: barMappingSchema,
  /** True where the mapping was kept from an earlier file with the same headings. */
  isRemembered: z.boolean(),
  headings: z.array(z.string()),
  /** The first rows as they stand in the file, at most 50. */
  rows: z.array(z.array(z.string())),
  worksheets: z.array(z.string()),
  /** What those rows become. */
  understood: z.array(
    z.object({
      row: z.number().int(),
      security: z.string(),
      adjustment: adjustmentSchema,
      day: daySchema,
      close: z.number(),
    }),
  ),
  /** What codes and names in the file mean, at most 200. */
  securities: z.array(z.object({ written: z.string(), securityId: securityIdSchema })),
  newSecurities: z.array(newSecuritySchema),
  badRows: z.array(badRowSchema),
  /** Of the rows that were read. */
  warnings: z.array(barWarningSchema),
  /** How many rows that is: all of a small file, 5,000 of a large one. */
  readRows: z.number().int(),
  /** What must be answered before anything is taken. */
  questions: z.array(z.object({ field: z.enum(BAR_QUESTIONS), reason: messageSchema })),
  byteCount: z.number(),
});
export type BarImportPreview = z.infer<typeof barPreviewSchema>;

export const barOutcomeSchema = z.object({
  /** Null of a dry run, and where nothing was written. */
  importId: z.number().int().nullable(),
  rowCount: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  /** The first 1,000. */
  badRows: z.array(badRowSchema),
  badRowCount: z.number().int(),
  /** The first 500. */
  warnings: z.array(barWarningSchema),
  warningCount: z.number().int(),
  securityIds: z.array(securityIdSchema),
  /** Codes that became securities of the user's own, or would. */
  newSecurities: z.array(newSecuritySchema),
});
export type BarImportOutcome = z.infer<typeof barOutcomeSchema>;
