/** The methods of the contract that concern price bars. contract.ts takes them in. */
import { z } from 'zod';
import { method, nothing } from './method.ts';
import { adjustmentSchema, barSeriesSchema, barsSchema, daySchema, quoteSchema } from './price-bars.ts';
import { securityIdSchema } from './securities.ts';

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
  /** Newest first. */
  listBarImports: method(nothing, z.array(barImportSchema)),
  /** Takes an import back: of every day stands what the other files say of it. */
  withdrawBarImport: method(z.object({ importId: z.number().int() }), nothing),
} as const;
