/**
 * A table as a screen shows it, on its way out: to the clipboard as TSV (renderer/ui) or to Excel with
 * its sources (electron/excel).
 */
import { z } from 'zod';
import { localTextSchema } from './language.ts';

/** A number with the fact that it hangs from, or a plain word. */
export const tableCellSchema = z.object({
  value: z.union([z.number(), z.string(), z.null()]),
  /** Of a number: `%`, `CNY/token`; '' where the column's heading says it or it has none. */
  unit: z.string(),
  /** The fact, for the sheet of sources; null for labels and what has none. */
  factId: z.string().nullable(),
  /** What is marked on screen: `corrected`, `0-shot` among 5-shot …; '' for nothing. Goes into the cell's note. */
  remark: z.string(),
  isBold: z.boolean(),
});
export type TableCell = z.infer<typeof tableCellSchema>;

export const tableSchema = z.object({
  title: localTextSchema,
  /** Headings in the user's language, unit included. */
  columns: z
    .array(z.object({ heading: z.string(), unit: z.string() }))
    .min(1)
    .max(1000),
  rows: z.array(z.array(tableCellSchema)).max(200_000),
});
export type Table = z.infer<typeof tableSchema>;
