/** What imports of tables have in common: how the file is read, and the rows of it that cannot be taken. */
import { z } from 'zod';
import { messageSchema } from './messages.ts';

export const DELIMITERS = [',', '\t', ';', '|'] as const;

export const fileFormSchema = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']),
  /** Of text files; '' of a workbook. */
  delimiter: z.enum([...DELIMITERS, '']),
  /** Of a workbook; '' of text files. */
  worksheet: z.string().max(100),
});
export type FileForm = z.infer<typeof fileFormSchema>;

/** Rows above the headings. */
export const skippedRowsSchema = z.number().int().min(0).max(1000);

/** Counted from 0; Excel has no more. */
export const columnSchema = z.number().int().min(0).max(16_383);

/** How `03/04/2024` is meant. */
export const dateOrderSchema = z.enum(['ymd', 'mdy', 'dmy']);
export type DateOrder = z.infer<typeof dateOrderSchema>;

export const importModeSchema = z.enum(['dry-run', 'all-or-nothing', 'skip-bad-rows']);
export type ImportMode = z.infer<typeof importModeSchema>;

/** What cannot be taken: where, what stands there, and why. `row` counts from 1 with the headings, as Excel does. */
export const badRowSchema = z.object({
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  reason: messageSchema,
});
export type BadRow = z.infer<typeof badRowSchema>;
