/**
 * Securities and the lists in which an analyst watches them.
 *
 * A security is a stock, a stock index, or an industry (which has no price but that of an index that the
 * user gives it). It belongs to an entity, so that facts, series and events of the company are the security's
 * too. A list has nested groups; an entry says in which of them a security stands. Lists of the bundled
 * reports come with their source and are read-only; the user's own lie beside them.
 */
import { z } from 'zod';
import { confidenceSchema, entitySchema, factSchema, idSchema, originSchema, sourceSchema } from './facts.ts';
import { localTextSchema } from './language.ts';

export const EXCHANGES = ['SH', 'SZ', 'BJ', 'HK', 'US', 'NEEQ', 'other'] as const;
export const exchangeSchema = z.enum(EXCHANGES);
export type Exchange = z.infer<typeof exchangeSchema>;

/** The markets for which brokers name a benchmark index. */
export const MARKETS = ['A', 'NEEQ', 'HK', 'US', 'other'] as const;
export const marketSchema = z.enum(MARKETS);
export type Market = z.infer<typeof marketSchema>;

export function marketOf(exchange: Exchange): Market {
  return exchange === 'SH' || exchange === 'SZ' || exchange === 'BJ' ? 'A' : exchange;
}

const CURRENCIES: Partial<Record<Exchange, string>> = {
  SH: 'CNY',
  SZ: 'CNY',
  BJ: 'CNY',
  NEEQ: 'CNY',
  HK: 'HKD',
  US: 'USD',
};

/** In which prices of an exchange are quoted, but for its B shares; '' of one that is not known. */
export function currencyOf(exchange: Exchange): string {
  return CURRENCIES[exchange] ?? '';
}

export const securityIdSchema = idSchema;

export const securitySchema = z.object({
  /** `688111.SH`, `0268.HK`, `000300.SH`; of an industry `industry/computer`. */
  id: securityIdSchema,
  origin: originSchema,
  kind: z.enum(['stock', 'index', 'industry']),
  /** As its exchange writes it, without the suffix; '' of an industry without an index. */
  code: z.string().max(20),
  exchange: exchangeSchema,
  name: localTextSchema,
  aliases: z.array(z.string().min(1).max(200)).max(50),
  sector: localTextSchema,
  /** ISO 4217; '' where not known. */
  currency: z.union([z.literal(''), z.string().regex(/^[A-Z]{3}$/)]),
  /** Whose facts, series and events are the security's. */
  entityId: z.union([entitySchema.shape.id, z.literal('')]),
  /** How sure it is that this code is that company's: the reports print names without codes. */
  confidence: confidenceSchema,
});
export type Security = z.infer<typeof securitySchema>;

export const tagSchema = z.string().trim().min(1).max(50);

/** A security as lists show it, with the user's tags. */
export const securityViewSchema = securitySchema.extend({ tags: z.array(tagSchema) });
export type SecurityView = z.infer<typeof securityViewSchema>;

/** A security as a person writes it: without an entity it gets, or joins, the one of its name. */
export const securityDraftSchema = securitySchema
  .omit({ id: true, origin: true })
  .partial({ kind: true, code: true, exchange: true, aliases: true, sector: true, currency: true, entityId: true })
  .extend({ confidence: confidenceSchema.default('verified') });
export type SecurityDraft = z.input<typeof securityDraftSchema>;

export const watchListSchema = z.object({
  id: idSchema,
  origin: originSchema,
  title: localTextSchema,
  note: localTextSchema,
  /** The report that it stands in; '' of the user's own. */
  sourceId: z.union([sourceSchema.shape.id, z.literal('')]),
  position: z.number(),
});
export type WatchList = z.infer<typeof watchListSchema>;

export const watchGroupSchema = z.object({
  id: idSchema,
  listId: idSchema,
  /** The group that it lies in; null at the top of the list. */
  parentId: idSchema.nullable(),
  title: localTextSchema,
  position: z.number(),
});
export type WatchGroup = z.infer<typeof watchGroupSchema>;

export const watchEntrySchema = z.object({
  listId: idSchema,
  /** '' outside all groups. */
  groupId: z.union([idSchema, z.literal('')]),
  securityId: securityIdSchema,
  position: z.number(),
  /** Where the report says so; null of the user's own. */
  factId: factSchema.shape.id.nullable(),
  /** What the report adds to the name: 通信团队覆盖. */
  note: localTextSchema,
});
export type WatchEntry = z.infer<typeof watchEntrySchema>;
