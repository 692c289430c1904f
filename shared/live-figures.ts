/**
 * Live figures: one fact, one value of a series or one cell of a sheet, named in a few characters and shown
 * with its value, unit and source wherever it stands: in a note between braces, as a column of the watchlist.
 *
 *     fact:004/6/…                          the fact that is used of it
 *     series:capex/meta/…                   its latest value; |2024Q1 that period's; |yoy transformed; |2024Q1|ttm both
 *     sheet:SHEET/LINE                      its base scenario; SHEET/LINE/SCENARIO; SHEET/LINE/SCENARIO/PERIOD
 */
import { z } from 'zod';
import { idSchema, qualifierSchema } from './facts.ts';
import { localTextSchema } from './language.ts';
import { messageSchema } from './messages.ts';

export const figureRefSchema = z
  .string()
  .max(500)
  .regex(/^(fact|series|sheet):\S/u);

export const liveFigureSchema = z.object({
  ref: figureRefSchema,
  /** `gone`: what it names does not exist (any more), or is malformed; `message` says which. `error`: a cell's or a transform's. */
  state: z.enum(['ok', 'gone', 'error']),
  message: messageSchema.nullable(),
  /** In `unit`; null where the figure is text. */
  value: z.number().nullable(),
  text: z.string(),
  unit: z.string(),
  qualifier: qualifierSchema,
  /** Of a fact its date, of a series or sheet the period's label; '' for none. */
  date: z.string(),
  name: localTextSchema,
  /** Of a fact, or of the filing or file that an observation came from; '' where there is none. */
  sourceTitle: z.string(),
  place: z.string(),
  factId: idSchema.nullable(),
  seriesId: idSchema.nullable(),
  sheetId: z.string().nullable(),
  isDemonstration: z.boolean(),
});
export type LiveFigure = z.infer<typeof liveFigureSchema>;
