/**
 * The six changes of which every edit of a sheet consists.
 *
 * Store, engine and renderer each apply the same list; an edit's inverse is such a list too, so
 * that undo, history and other windows need nothing of their own. A line or scenario is dropped
 * only after its cells were put to null in the same list.
 */
import { z } from 'zod';
import { cellSchema, lineSchema, scenarioSchema, sheetSchema } from './sheet.ts';

export const sheetChangeSchema = z.discriminatedUnion('change', [
  z.object({ change: z.literal('putSheet'), sheet: sheetSchema }),
  z.object({ change: z.literal('putLine'), line: lineSchema }),
  z.object({ change: z.literal('dropLine'), lineId: lineSchema.shape.id }),
  z.object({ change: z.literal('putScenario'), scenario: scenarioSchema }),
  z.object({ change: z.literal('dropScenario'), scenarioId: scenarioSchema.shape.id }),
  /** `content: null` empties the cell, which then takes its parent scenario's content. */
  z.object({
    change: z.literal('putCell'),
    ...cellSchema.omit({ content: true }).shape,
    content: cellSchema.shape.content.nullable(),
  }),
]);
export type SheetChange = z.infer<typeof sheetChangeSchema>;
