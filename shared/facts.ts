/**
 * Facts and what they hang from: sources (documents), exhibits (numbered tables and figures, or a
 * section of text), entities (models, companies, benchmarks, measures, … each under all its names).
 *
 * A fact is one figure of a source: subject, metric, setting, value or text, unit, qualifier, date,
 * place, and the few words it was read from. What comes with the program is `bundled` and read-only;
 * a change of it is the user's own overlay. Ids are never used again.
 */
import { z } from 'zod';
import { languageSchema, localTextSchema } from './language.ts';

export const originSchema = z.enum(['bundled', 'own']);
export type Origin = z.infer<typeof originSchema>;

/** `000`, or a slug of the user's own. No quote and no blank: ids of facts stand in formulas, `FACT("000/图1/mmlu:gpt-4o")`. */
export const idSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\s"]+$/u);

/** `2024`, `2024Q1`, `2024-07`, `2024-07-19`, a week as `2024-07-19/2024-07-25`: as precise as the source is; '' where it gives none. */
export const dateSchema = z.string().regex(/^(\d{4}(-\d{2}(-\d{2}(\/\d{4}-\d{2}-\d{2})?)?|Q[1-4])?)?$/);

/** A document that figures come from. */
export const sourceSchema = z.object({
  id: idSchema,
  origin: originSchema,
  title: z.string().min(1).max(500),
  publisher: z.string().max(500),
  date: dateSchema,
  language: languageSchema,
  /** Where the document lies on the user's disk, or its address as text; '' where it is not known. Never opened by itself. */
  link: z.string().max(4096),
});
export type Source = z.infer<typeof sourceSchema>;

export const ENTITY_KINDS = [
  'model',
  'organisation',
  'app',
  'benchmark', // a metric with a score
  'measure', // any other metric: parameters, price, release date, capital expenditure …
  'hardware',
  'dataset',
  'industry',
  'index', // a stock index
  'currency',
  'policy',
  'event',
  'person',
  'other',
] as const;
export const entityKindSchema = z.enum(ENTITY_KINDS);
export type EntityKind = z.infer<typeof entityKindSchema>;

/** What facts are about (subjects) and what they measure (metrics): one identity under all its names. */
export const entitySchema = z.object({
  id: idSchema,
  origin: originSchema,
  kind: entityKindSchema,
  name: localTextSchema,
  /** Every other name, in both languages, as printed anywhere (misprints too). */
  aliases: z.array(z.string().min(1).max(200)).max(200),
  /** Of a model, app, dataset …: the entity that made it; '' where unknown. */
  organisationId: z.union([idSchema, z.literal('')]),
  /** Of a metric: the unit its figures are compared in, `%`, `CNY/token`; '' for a plain number, score or text. */
  unit: z.string().max(200),
  /** Of a metric: which values are better; '' where that has no meaning. */
  better: z.enum(['higher', 'lower', '']),
});
export type Entity = z.infer<typeof entitySchema>;

/** `peak` is a highest value of a period; a range is two facts, `≥` and `≤`. */
export const QUALIFIERS = ['=', '≈', '>', '≥', '<', '≤', 'peak'] as const;
export const qualifierSchema = z.enum(QUALIFIERS);
export type Qualifier = z.infer<typeof qualifierSchema>;

/** How sure the figure is, best first: read in the filing itself; printed in the source; fits others but was not looked up; from memory. */
export const CONFIDENCES = ['verified', 'printed', 'consistent', 'recalled'] as const;
export const confidenceSchema = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof confidenceSchema>;

const figure = {
  /** In `unit`; null where the fact is text. */
  value: z.number().nullable(),
  /** Of a fact without a number: `闭源`, `Apache 2.0`. */
  text: z.string().max(2000),
};

/** What should have been printed, and why it is known: the printed value stays in the fact. */
export const correctionSchema = z.object({ ...figure, reason: localTextSchema });
export type Correction = z.infer<typeof correctionSchema>;

/** The part of a fact that a person writes and may change. */
export const factFieldsSchema = z.object({
  subjectId: idSchema,
  metricId: idSchema,
  /** What makes two figures incomparable: `5-shot`, `0-shot, CoT`, `gross`, `input ≤ 32k`; '' for none. */
  setting: z.string().max(300),
  ...figure,
  unit: z.string().max(200),
  qualifier: qualifierSchema,
  /** The period or date that the figure is of. */
  date: dateSchema,
  confidence: confidenceSchema,
  note: localTextSchema,
  correction: correctionSchema.nullable(),
});
export type FactFields = z.infer<typeof factFieldsSchema>;

export const factSchema = factFieldsSchema.extend({
  /** Begins with its place: `000/图1/mmlu:gpt-4o`. */
  id: idSchema,
  origin: originSchema,
  sourceId: idSchema,
  /** The id of the exhibit, `002/图表14`, or of the section of text, `002/3.3`; '' for none. */
  place: z.string().max(500),
  /** The figure as printed: `约 2,800`, `92.3 (0-shot)`. */
  printed: z.string().max(2000),
  /** The few words it was read from, as the source prints them. */
  wording: z.string().max(2000),
});
export type Fact = z.infer<typeof factSchema>;

/** Where a conflict stands, seen from one of its facts. */
export const CONFLICT_STATES = ['none', 'open', 'chosen', 'passed-over'] as const;

/** A fact as the user sees it: with their own changes, and how it stands to others. */
export const factViewSchema = factSchema.extend({
  /** As it came with the program, where the user has changed it; null otherwise. */
  bundled: factFieldsSchema.nullable(),
  /** Taken out of use by the user; kept and shown as such. */
  isRetired: z.boolean(),
  /** Facts of one topic say something about the same thing: subject, metric, setting and date. */
  topic: z.string(),
  conflict: z.enum(CONFLICT_STATES),
});
export type FactView = z.infer<typeof factViewSchema>;

/** What calculations and screens use of a fact: the correction where there is one, else the printed figure. */
export function figureOf(fact: Pick<Fact, 'value' | 'text' | 'correction'>): { value: number | null; text: string } {
  const { value, text } = fact.correction ?? fact;
  return { value, text };
}

/** The cells of a table as printed; `factIds` are the facts read from a cell. */
const exhibitCellSchema = z.object({ printed: z.string(), factIds: z.array(z.string()) });

export const exhibitSchema = z.object({
  /** `000/图1`, `002/3.3`. */
  id: idSchema,
  sourceId: idSchema,
  /** `text` is a section with sentences; `picture` has no numbers that could be read. */
  kind: z.enum(['table', 'chart', 'picture', 'text']),
  title: localTextSchema,
  note: localTextSchema,
  /** The source that the report itself names below the exhibit. */
  attribution: z.string().max(1000),
  /** Heading of the column of row labels. */
  corner: z.string(),
  columns: z.array(z.string()),
  /** A row without cells is a heading over those that follow. */
  rows: z.array(z.object({ label: z.string(), cells: z.array(exhibitCellSchema) })),
  /** Facts of the exhibit that stand in no cell, in the order of the text. */
  factIds: z.array(z.string()),
});
export type Exhibit = z.infer<typeof exhibitSchema>;

/** The side that the user chose in a conflict. */
export const choiceSchema = z.object({
  topic: z.string().min(1),
  factId: idSchema,
  note: z.string().max(10_000),
  /** ISO 8601, UTC. */
  at: z.string(),
});
export type Choice = z.infer<typeof choiceSchema>;
