/** The methods of the contract that concern securities and the lists that they stand in. contract.ts takes them in. */
import { z } from 'zod';
import { entitySchema, idSchema } from './facts.ts';
import { localTextSchema } from './language.ts';
import { messageSchema } from './messages.ts';
import { method, nothing } from './method.ts';
import { quoteSchema } from './price-bars.ts';
import { ratingStandingSchema, ratingStateSchema } from './rating-state.ts';
import { gradeSchema, ratingScaleSchema, ratingSchema } from './ratings.ts';
import {
  exchangeSchema,
  securityDraftSchema,
  securityIdSchema,
  securitySchema,
  securityViewSchema,
  tagSchema,
  watchEntrySchema,
  watchGroupSchema,
  watchListSchema,
} from './securities.ts';
import { entryKeySchema, watchChangeSchema } from './watch-changes.ts';
import { watchViewSchema } from './watch-views.ts';

const listId = watchListSchema.shape.id;
const groupId = watchGroupSchema.shape.id;
/** '' outside all groups. */
const placeId = watchEntrySchema.shape.groupId;
const entryKeys = z
  .array(entryKeySchema.omit({ listId: true }))
  .min(1)
  .max(100_000);

/** What undo and redo would do next. */
export const watchStateSchema = z.object({ undo: messageSchema.nullable(), redo: messageSchema.nullable() });
export type WatchState = z.infer<typeof watchStateSchema>;

/** What an edit did: apply `changes` in order. */
const watchResultSchema = z.object({ changes: z.array(watchChangeSchema), state: watchStateSchema });
export type WatchResult = z.infer<typeof watchResultSchema>;

const listSummarySchema = watchListSchema.extend({ entryCount: z.number().int() });
export type WatchListSummary = z.infer<typeof listSummarySchema>;

/** What a list shows of a broker's latest rating of a security. */
const shownRatingSchema = ratingSchema
  .pick({
    securityId: true,
    brokerId: true,
    scaleId: true,
    gradeId: true,
    date: true,
    targetPrice: true,
    currency: true,
    factId: true,
  })
  .extend({ state: ratingStateSchema, to: ratingStandingSchema.shape.to });
export type ShownRating = z.infer<typeof shownRatingSchema>;

/** A list, or with `list: null` all securities, with what it shows of each. Groups and entries in their order. */
const listContentSchema = z.object({
  list: watchListSchema.nullable(),
  groups: z.array(watchGroupSchema),
  entries: z.array(watchEntrySchema),
  securities: z.array(securityViewSchema),
  /** Of those that have prices. */
  quotes: z.array(quoteSchema),
  /** The latest of each broker, those in force first, then the newest. */
  ratings: z.array(shownRatingSchema),
  brokers: z.array(entitySchema.pick({ id: true, name: true })),
  grades: z.array(gradeSchema.pick({ id: true, name: true }).extend({ scaleId: ratingScaleSchema.shape.id })),
  state: watchStateSchema,
});
export type WatchListContent = z.infer<typeof listContentSchema>;

/** What a pasted line is: a security that is known, or one to be made of it, or what is wrong with it. */
const readLineSchema = z.object({
  /** Counted from 1. */
  line: z.number().int(),
  printed: z.string(),
  securityId: securityIdSchema.nullable(),
  draft: securityDraftSchema.nullable(),
  problem: messageSchema.nullable(),
});
export type ReadLine = z.infer<typeof readLineSchema>;

/** A security that is known, or one that is made on the way. */
const newEntrySchema = z.union([z.object({ securityId: securityIdSchema }), z.object({ draft: securityDraftSchema })]);

export const watchlistMethods = {
  /** All, in the order of their codes. */
  listSecurities: method(nothing, z.array(securityViewSchema)),
  /** A new one without `securityId`. Of one that comes with the program the change makes the user's own. */
  putSecurity: method(
    z.object({ securityId: securityIdSchema.optional(), security: securityDraftSchema }),
    watchResultSchema.extend({ security: securityViewSchema }),
  ),
  /** Of the user's own, where nothing hangs from it: no list, no prices, no rating. */
  deleteSecurity: method(z.object({ securityId: securityIdSchema }), watchResultSchema),
  /** As the program brings it, whatever the user made of it; null of one of the user's own. */
  findBundledSecurity: method(z.object({ securityId: securityIdSchema }), securitySchema.nullable()),
  /** Takes back what the user changed of one that comes with the program; its tags stay. */
  resetSecurity: method(z.object({ securityId: securityIdSchema }), watchResultSchema),
  /** In place of the tags that each had. */
  setTags: method(
    z.object({
      tags: z
        .array(z.object({ securityId: securityIdSchema, tags: z.array(tagSchema).max(50) }))
        .min(1)
        .max(100_000),
    }),
    watchResultSchema,
  ),

  /** The reports' first, then the user's own, each in their order. */
  listWatchLists: method(
    nothing,
    z.object({ lists: z.array(listSummarySchema), securityCount: z.number().int(), state: watchStateSchema }),
  ),
  /** Without `listId` all securities. */
  getWatchList: method(z.object({ listId: listId.optional() }), listContentSchema),
  /** A new one without `listId`, else its new title and note. */
  putList: method(
    z.object({ listId: listId.optional(), title: localTextSchema, note: localTextSchema }),
    watchResultSchema.extend({ listId }),
  ),
  /** A list of the user's own with the same groups and entries. */
  duplicateList: method(z.object({ listId, title: localTextSchema }), watchResultSchema.extend({ listId })),
  deleteList: method(z.object({ listId }), watchResultSchema),
  /** A new one at the end of `parentId` without `groupId`, else its new title. */
  putGroup: method(
    z.object({
      listId,
      groupId: groupId.optional(),
      parentId: groupId.nullable().default(null),
      title: localTextSchema,
    }),
    watchResultSchema.extend({ groupId }),
  ),
  /** Behind its sibling `afterId`; null is the top. Not into itself. */
  moveGroup: method(
    z.object({ groupId, parentId: groupId.nullable(), afterId: groupId.nullable() }),
    watchResultSchema,
  ),
  /** What is in it moves to the group that it lies in. */
  deleteGroup: method(z.object({ groupId }), watchResultSchema),
  /** At the end of the group; those that stand there already stay where they are. */
  addEntries: method(
    z.object({ listId, groupId: placeId.default(''), entries: z.array(newEntrySchema).min(1).max(100_000) }),
    watchResultSchema.extend({ securityIds: z.array(securityIdSchema) }),
  ),
  /** Behind `afterId`, a security of that group; null is the top. One that stands there already comes in its place. */
  moveEntries: method(
    z.object({ listId, entries: entryKeys, groupId: placeId, afterId: securityIdSchema.nullable() }),
    watchResultSchema,
  ),
  removeEntries: method(z.object({ listId, entries: entryKeys }), watchResultSchema),
  /** Codes or names, one a line, as pasted: what each is. Changes nothing. */
  readSecurities: method(
    z.object({ text: z.string().max(2_000_000), exchange: exchangeSchema.optional() }),
    z.object({ lines: z.array(readLineSchema) }),
  ),
  undoWatchlist: method(nothing, watchResultSchema.nullable()),
  redoWatchlist: method(nothing, watchResultSchema.nullable()),

  listWatchViews: method(nothing, z.array(watchViewSchema)),
  /** New, or in place of the one with its id. */
  putWatchView: method(z.object({ view: watchViewSchema }), watchViewSchema),
  deleteWatchView: method(z.object({ viewId: idSchema }), nothing),
} as const;
