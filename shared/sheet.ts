/**
 * The scenario sheet as a document: what is stored, sent and edited. Computed values are not part
 * of it (values.ts); they follow from it.
 *
 * A sheet is an ordered list of lines by scenarios as columns, and by periods where it has a time
 * axis. Order is by `position` (any finite number), then id. Ids of lines and scenarios are unique
 * in the whole store and never used again.
 */
import { z } from 'zod';
import { localTextSchema } from './language.ts';
import { timeAxisSchema } from './periods.ts';

const id = z.number().int().positive();
const position = z.number();

/** Where an input or a reported value was read. `wording` is the few words as the source prints them. */
export const sourceRefSchema = z.object({
  /** Of the document: `002`, or the title of one that the store does not know. */
  sourceId: z.string().min(1).max(500),
  /** `002/图表14`, or the heading or page where the place has no number. */
  place: z.string().max(500),
  wording: z.string().max(2000),
});
export type SourceRef = z.infer<typeof sourceRefSchema>;

/** What the source itself prints for a line, in the line's unit, of the base scenario. */
export const reportedValueSchema = z.object({
  value: z.number(),
  /** As printed, e.g. `≈ 2,800 万元`. */
  text: z.string().max(200),
  /** The printed precision: 0.1 for `3.7`, 1 for `66`, 100 for a `2,800` rounded to hundreds; 0 for exact. */
  step: z.number().min(0),
  period: z.string().max(20),
});
export type ReportedValue = z.infer<typeof reportedValueSchema>;

/** How numbers of a line are shown; `decimals: null` shows up to six significant digits. */
export const numberFormatSchema = z.object({
  decimals: z.number().int().min(0).max(15).nullable(),
  grouping: z.boolean(),
});
export type NumberFormat = z.infer<typeof numberFormatSchema>;

export const lineSchema = z.object({
  id,
  kind: z.enum(['line', 'heading']),
  position,
  /** What formulas call the line; '' for a heading. */
  name: z.string().max(255),
  label: localTextSchema,
  /** `USD/(GPU*h)`, `万元`, …; '' leaves the line without a unit. */
  unit: z.string().max(200),
  format: numberFormatSchema,
  note: localTextSchema,
  sources: z.array(sourceRefSchema).max(100),
  reported: reportedValueSchema.nullable(),
});
export type Line = z.infer<typeof lineSchema>;

export const scenarioSchema = z.object({
  id,
  /** A cell without content of its own takes this scenario's; null for the base. */
  parentId: id.nullable(),
  position,
  name: localTextSchema,
  note: localTextSchema,
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** A unit of the user's own: a counted thing of its own dimension, or a multiple of another unit. */
export const customUnitSchema = z.object({
  name: z.string().min(1).max(50),
  /** '' for a dimension of its own, otherwise `8 GPU`, `1000 token`, … */
  definition: z.string().max(200),
});
export type CustomUnit = z.infer<typeof customUnitSchema>;

export const sheetSchema = z.object({
  id: z.string().min(1).max(100),
  title: localTextSchema,
  note: localTextSchema,
  timeAxis: timeAxisSchema.nullable(),
  customUnits: z.array(customUnitSchema).max(1000),
  /** The bundled template that the sheet was made from, or null. */
  templateId: z.string().nullable(),
});
export type Sheet = z.infer<typeof sheetSchema>;

/**
 * Content as typed: `=a*b` a formula, otherwise a number in the line's unit, TRUE/FALSE or text.
 * `period: ''` is for every period that has no content of its own.
 */
export const cellSchema = z.object({
  lineId: id,
  scenarioId: id,
  period: z.string().max(20),
  content: z.string().min(1).max(32_767),
});
export type Cell = z.infer<typeof cellSchema>;

export const sheetDocumentSchema = z.object({
  sheet: sheetSchema,
  scenarios: z.array(scenarioSchema),
  lines: z.array(lineSchema),
  cells: z.array(cellSchema),
});
export type SheetDocument = z.infer<typeof sheetDocumentSchema>;

/** Order of lines and of scenarios. */
export function byPosition(a: { position: number; id: number }, b: { position: number; id: number }): number {
  return a.position - b.position || a.id - b.id;
}
