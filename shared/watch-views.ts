/** How a list is shown: columns, order and filter, as they stand in the address and in saved views. */
import { z } from 'zod';
import { idSchema } from './facts.ts';
import { figureRefSchema } from './live-figures.ts';
import { exchangeSchema } from './securities.ts';

/** The columns that every security can have. Those of `PRIVATE_COLUMNS` show what is in the vault. */
export const WATCH_COLUMNS = [
  'code',
  'exchange',
  'sector',
  'tags',
  'last',
  'change',
  'marketCap',
  'ratings',
  'target', // the newest of a broker that is in force
  'upside',
  'ownRating',
  'ownTarget',
  'ownUpside',
  'nextEvent',
  'latestNote',
  'facts', // how many are about the company
] as const;
export type WatchColumn = (typeof WATCH_COLUMNS)[number];

/** Named alike everywhere: a table that goes out of the program leaves them out unless they are asked for. */
export const PRIVATE_COLUMNS: ReadonlySet<string> = new Set(['ownRating', 'ownTarget', 'ownUpside', 'latestNote']);

/** A column of figures: one metric of every company, or a figure chosen for each security. */
export const figureColumnSchema = z.object({
  id: idSchema,
  /** '' takes the metric's name, or the figure's. */
  title: z.string().max(200),
  /** The newest fact of the company under this metric; '' where each security has its own figure. */
  metricId: z.union([idSchema, z.literal('')]),
  refs: z.array(z.object({ securityId: idSchema, ref: figureRefSchema })).max(10_000),
});
export type FigureColumn = z.infer<typeof figureColumnSchema>;

export const watchSpecSchema = z.object({
  /** Names of WATCH_COLUMNS and ids of `figures`, in order. */
  columns: z.array(z.string().max(200)).max(60),
  figures: z.array(figureColumnSchema).max(30).default([]),
  sort: z
    .object({ column: z.string().max(200), isDescending: z.boolean() })
    .nullable()
    .default(null),
  filter: z
    .object({
      text: z.string().max(200).default(''),
      tags: z.array(z.string().max(50)).max(50).default([]),
      sectors: z.array(z.string().max(200)).max(50).default([]),
      exchanges: z.array(exchangeSchema).max(20).default([]),
      /** Grades as brokers name them. */
      grades: z.array(z.string().max(100)).max(50).default([]),
    })
    .default({ text: '', tags: [], sectors: [], exchanges: [], grades: [] }),
});
export type WatchSpec = z.infer<typeof watchSpecSchema>;

export const watchViewSchema = z.object({
  id: idSchema,
  title: z.string().min(1).max(200),
  spec: watchSpecSchema,
});
export type WatchView = z.infer<typeof watchViewSchema>;
