/**
 * The changes of which every edit of securities and lists consists: what the store applies, keeps in the history,
 * and takes back with a list of the same kind; a screen applies them to the list that it shows.
 *
 * What comes with the program is changed by none of them, but a security: changed, it is the user's own.
 */
import { z } from 'zod';
import { entitySchema, idSchema } from './facts.ts';
import { securitySchema, tagSchema, watchEntrySchema, watchGroupSchema, watchListSchema } from './securities.ts';

/** Where a security stands in a list. */
export const entryKeySchema = watchEntrySchema.pick({ listId: true, groupId: true, securityId: true });
export type EntryKey = z.infer<typeof entryKeySchema>;

export const watchChangeSchema = z.discriminatedUnion('change', [
  z.object({ change: z.literal('putSecurity'), security: securitySchema }),
  z.object({ change: z.literal('dropSecurity'), securityId: idSchema }),
  /** Of a security that brought its entity along: made where it is missing, taken away where nothing hangs from it. */
  z.object({ change: z.literal('putEntity'), entity: entitySchema }),
  z.object({ change: z.literal('dropEntity'), entityId: idSchema }),
  z.object({ change: z.literal('putTags'), securityId: idSchema, tags: z.array(tagSchema) }),
  z.object({ change: z.literal('putList'), list: watchListSchema }),
  z.object({ change: z.literal('dropList'), listId: idSchema }),
  z.object({ change: z.literal('putGroup'), group: watchGroupSchema }),
  z.object({ change: z.literal('dropGroup'), groupId: idSchema }),
  z.object({ change: z.literal('putEntry'), entry: watchEntrySchema }),
  z.object({ change: z.literal('dropEntry'), entry: entryKeySchema }),
]);
export type WatchChange = z.infer<typeof watchChangeSchema>;
