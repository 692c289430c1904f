/**
 * The thesis ledger: a claim, the condition by which it can be told, and the day by which it should hold.
 *
 *     豆包 DAU above 10 m by 2024-12:   =SERIES("dau/doubao/…") > 10[百万]   due 2024-12-31
 *
 * The condition is a formula over facts, series (the latest value where no period is named) and cells of sheets,
 * `CELL("SHEET/LINE/SCENARIO/PERIOD")` as in live figures; it is checked as data arrives. A thesis is met on the
 * day its condition is first found to hold by its date, missed when that date has passed, open until then. Data
 * that later say otherwise change its history, not its state. Theses are private (vault.ts).
 */
import { z } from 'zod';
import { idSchema } from './facts.ts';
import { messageSchema } from './messages.ts';
import { objectRefSchema } from './object-ref.ts';
import { daySchema } from './price-bars.ts';

export const thesisStateSchema = z.enum(['open', 'met', 'missed', 'withdrawn']);
export type ThesisState = z.infer<typeof thesisStateSchema>;

/** What a condition gives, and the figures that it is over. */
export const conditionFindingSchema = z.object({
  /** Null where it cannot be told; then `message` says why. */
  holds: z.boolean().nullable(),
  message: messageSchema.nullable(),
  /** Each once, in the order of the formula: `SERIES("…")` = 9.26 百万. A null value is one that is not known. */
  figures: z.array(
    z.object({ name: z.string(), value: z.union([z.number(), z.string(), z.boolean(), z.null()]), unit: z.string() }),
  ),
});
export type ConditionFinding = z.infer<typeof conditionFindingSchema>;

/** What the analyst writes of a thesis. */
export const thesisDraftSchema = z.object({
  claim: z.string().min(1).max(2000),
  about: z.array(objectRefSchema).max(20),
  /** A formula that gives TRUE or FALSE; parseFormula takes no longer one. */
  condition: z.string().min(1).max(8192),
  due: daySchema,
  /** How likely the analyst holds it to be, 0 to 1; null where they do not say. For calibration. */
  probability: z.number().min(0).max(1).nullable(),
  note: z.string().max(10_000),
});
export type ThesisDraft = z.infer<typeof thesisDraftSchema>;

export const thesisSchema = thesisDraftSchema.extend({
  id: idSchema,
  state: thesisStateSchema,
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  /** Oldest first: what the analyst did, and what a check found when that was something else than before. */
  history: z.array(
    conditionFindingSchema.extend({
      at: z.string(),
      what: z.enum(['made', 'checked', 'edited', 'withdrawn', 'reopened']),
      /** From then on. */
      state: thesisStateSchema,
      /** Of an edit or a reopening, what stood before, as far as it changed. */
      former: thesisDraftSchema.omit({ about: true, note: true }).partial().nullable(),
    }),
  ),
});
export type Thesis = z.infer<typeof thesisSchema>;

/** With what its condition gives now. */
export const thesisViewSchema = thesisSchema.extend({ now: conditionFindingSchema });
export type ThesisView = z.infer<typeof thesisViewSchema>;
