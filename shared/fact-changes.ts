/**
 * The changes of which every edit of the user's facts consists: what the store applies, keeps in the
 * history, and takes back with a list of the same kind.
 *
 * Bundled facts are never changed: `putOverlay` lays the user's fields over one, `dropOverlay` shows
 * it again as it came. An import is one batch that is withdrawn and restored as a whole.
 */
import { z } from 'zod';
import { choiceSchema, entitySchema, factFieldsSchema, factSchema, sourceSchema } from './facts.ts';

/** The user's own of a bundled fact: fields that differ, and whether it is out of use. */
export const overlaySchema = z.object({
  factId: factSchema.shape.id,
  fields: factFieldsSchema.partial(),
  isRetired: z.boolean(),
});
export type Overlay = z.infer<typeof overlaySchema>;

export const factChangeSchema = z.discriminatedUnion('change', [
  /** Of the user's own facts only. */
  z.object({ change: z.literal('putFact'), fact: factSchema, isRetired: z.boolean() }),
  z.object({ change: z.literal('dropFact'), factId: factSchema.shape.id }),
  z.object({ change: z.literal('putOverlay'), overlay: overlaySchema }),
  z.object({ change: z.literal('dropOverlay'), factId: factSchema.shape.id }),
  z.object({ change: z.literal('putChoice'), choice: choiceSchema }),
  z.object({ change: z.literal('dropChoice'), topic: choiceSchema.shape.topic }),
  z.object({ change: z.literal('putSource'), source: sourceSchema }),
  z.object({ change: z.literal('dropSource'), sourceId: sourceSchema.shape.id }),
  /** Where the user's copy of a bundled document lies; '' where they gave none. */
  z.object({ change: z.literal('putSourceLink'), sourceId: sourceSchema.shape.id, link: sourceSchema.shape.link }),
  z.object({ change: z.literal('putEntity'), entity: entitySchema }),
  z.object({ change: z.literal('dropEntity'), entityId: entitySchema.shape.id }),
  /** Names that the user gave to a bundled entity, all of them. */
  z.object({ change: z.literal('putAliases'), entityId: entitySchema.shape.id, aliases: entitySchema.shape.aliases }),
  z.object({ change: z.literal('restoreImport'), importId: z.number().int() }),
  z.object({ change: z.literal('withdrawImport'), importId: z.number().int() }),
]);
export type FactChange = z.infer<typeof factChangeSchema>;
