/**
 * The thesis ledger: a claim, the condition by which it can be told, and the day by which it should hold.
 *
 *     豆包 DAU above 10 m by 2024-12:   =SERIES("dau/doubao/…") > 10[百万]   due 2024-12-31
 *
 * The condition is a formula over facts, series and cells of sheets; it is checked as data arrives. A thesis
 * is met on the day its condition first holds by its date, missed when that date has passed, open until then.
 * Theses are private (vault.ts).
 */
import { z } from 'zod';
import { idSchema } from './facts.ts';
import { messageSchema } from './messages.ts';
import { objectRefSchema } from './object-ref.ts';
import { daySchema } from './price-bars.ts';

export const thesisStateSchema = z.enum(['open', 'met', 'missed', 'withdrawn']);
export type ThesisState = z.infer<typeof thesisStateSchema>;

export const thesisSchema = z.object({
  id: idSchema,
  claim: z.string().min(1).max(2000),
  about: z.array(objectRefSchema).max(20),
  /** A formula that gives TRUE or FALSE. */
  condition: z.string().min(1).max(10_000),
  due: daySchema,
  /** How likely the analyst holds it to be, 0 to 1; null where they do not say. For calibration. */
  probability: z.number().min(0).max(1).nullable(),
  state: thesisStateSchema,
  note: z.string().max(10_000),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  /** Oldest first: what a check found when that was something else than before, and what the analyst did. */
  history: z.array(
    z.object({
      at: z.string(),
      state: thesisStateSchema,
      /** What the condition gave: true, false, or the message of why it cannot be told. */
      holds: z.boolean().nullable(),
      message: messageSchema.nullable(),
      /** The figures of the condition as they were then: `SERIES("…") = 1,234`. */
      figures: z.array(
        z.object({ name: z.string(), value: z.union([z.number(), z.string(), z.null()]), unit: z.string() }),
      ),
    }),
  ),
});
export type Thesis = z.infer<typeof thesisSchema>;
