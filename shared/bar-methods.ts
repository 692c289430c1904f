/** The methods of the contract that concern price bars. contract.ts takes them in. */
import { z } from 'zod';
import { barMappingSchema, barOutcomeSchema, barPreviewSchema } from './bar-import.ts';
import { importModeSchema } from './import-file.ts';
import { languageSchema } from './language.ts';
import { method, nothing } from './method.ts';
import { adjustmentSchema, barSeriesSchema, barsSchema, daySchema, quoteSchema } from './price-bars.ts';
import { securityIdSchema } from './securities.ts';

const path = z.string().min(1).max(4096);
const jobId = z.string().min(1).max(100);

const barImportSchema = z.object({
  id: z.number().int(),
  /** ISO 8601, UTC. */
  at: z.string(),
  fileName: z.string(),
  rowCount: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  isWithdrawn: z.boolean(),
  /** To which it has written; none of a withdrawn one. */
  securityIds: z.array(securityIdSchema),
});
export type BarImport = z.infer<typeof barImportSchema>;

export const barMethods = {
  /** Days both inclusive, left out for as far as it goes. Of a security without such bars all arrays are empty. */
  getBars: method(
    z.object({
      securityId: securityIdSchema,
      adjustment: adjustmentSchema,
      from: daySchema.optional(),
      to: daySchema.optional(),
    }),
    barsSchema,
  ),
  /** Which bars there are, of some securities or of all. */
  listBarSeries: method(
    z.object({ securityIds: z.array(securityIdSchema).max(100_000).optional() }),
    z.array(barSeriesSchema),
  ),
  /** Of the securities that have bars. */
  getQuotes: method(z.object({ securityIds: z.array(securityIdSchema).max(100_000) }), z.array(quoteSchema)),

  // --- import ------------------------------------------------------------------------------
  /** Without a mapping the one kept or guessed; one without columns has them guessed anew. */
  previewBarImport: method(z.object({ path, mapping: barMappingSchema.optional() }), barPreviewSchema),
  /** A job: progress with rows per second, cancelled with nothing changed. The same file again changes nothing. */
  importBars: method(
    z.object({
      path,
      mapping: barMappingSchema,
      mode: importModeSchema,
      jobId,
      /** Where every bad row goes as CSV; the answer has the first 1,000 alone. */
      badRowsFile: z.object({ path, language: languageSchema }).optional(),
    }),
    barOutcomeSchema,
  ),
  /** Newest first. */
  listBarImports: method(nothing, z.array(barImportSchema)),
  /** Takes an import back: of every day stands what the other files say of it. */
  withdrawBarImport: method(z.object({ importId: z.number().int() }), nothing),
} as const;
