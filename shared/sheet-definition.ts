/**
 * A sheet as one JSON document: the format of bundled templates, of `sheet ID --definition` and of
 * sheet files that users exchange.
 *
 *     { "plumbline": "sheet", "version": 1,
 *       "title": { "zh": "…", "en": "…" }, "note": …, "timeAxis": null | { "grain", "start", "count" },
 *       "units": [{ "name": "server", "definition": "8 GPU" }],
 *       "scenarios": [{ "key": "base", "name": …, "note": …, "parent": null }],
 *       "lines": [
 *         { "heading": { "zh": "…", "en": "…" } },
 *         { "name": "租金", "label": …, "unit": "USD/(GPU*h)", "format"?, "note"?, "sources"?, "reported"?,
 *           "cells": { "base": "4.1", "optimistic": { "": "3.5", "2024Q1": "=租金[-1]" } } } ] }
 *
 * The outer key of a cell is a scenario's key, the inner one a period (`""`: every period without
 * content of its own). A plain string stands for the same text in both languages, and a number or
 * boolean for a cell's content. What is empty may be left out. `writeDefinition` leaves it out too and
 * is canonical: writing, reading and writing again gives the same text.
 */
import { z } from 'zod';
import { AppError } from './errors.ts';
import { findJsonFault } from './json-fault.ts';
import { localTextSchema, sameInBoth } from './language.ts';
import { message } from './messages.ts';
import { isPeriodLabel, periodsOf, timeAxisSchema } from './periods.ts';
import { issueMessage, pathText } from './schema-issue.ts';
import {
  cellSchema,
  customUnitSchema,
  lineSchema,
  numberFormatSchema,
  reportedValueSchema,
  sourceRefSchema,
} from './sheet.ts';

export const DEFINITION_VERSION = 1;
export const DEFAULT_FORMAT = { decimals: null, grouping: true };

const EMPTY = { zh: '', en: '' };

const text = z.union([localTextSchema.strict(), z.string().max(10_000).transform(sameInBoth)]);
const optionalText = text.default(EMPTY);

/** Not beginning with `_`, so that no key is one of a JavaScript object's own. */
const scenarioKey = z
  .string()
  .max(100)
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u);

const content = z.union([
  cellSchema.shape.content,
  z.number().transform(String),
  z.boolean().transform((value) => (value ? 'TRUE' : 'FALSE')),
]);

const scenarioDefinitionSchema = z.strictObject({
  key: scenarioKey,
  name: text,
  note: optionalText,
  parent: scenarioKey.nullable().default(null),
});

const headingDefinitionSchema = z.strictObject({ heading: text, note: optionalText });

const lineDefinitionSchema = z.strictObject({
  name: lineSchema.shape.name.min(1),
  label: text,
  unit: lineSchema.shape.unit.default(''),
  format: numberFormatSchema.strict().default(DEFAULT_FORMAT),
  note: optionalText,
  sources: z.array(sourceRefSchema.strict()).max(100).default([]),
  reported: reportedValueSchema
    .extend({ period: z.string().max(20).default('') })
    .strict()
    .nullable()
    .default(null),
  cells: z.record(scenarioKey, z.union([content, z.record(z.string().max(20), content)])).default({}),
});

/** Lines are read one by one: a union would only say that a line is neither kind. */
const sheetDefinitionSchema = z.strictObject({
  plumbline: z.literal('sheet'),
  version: z.literal(DEFINITION_VERSION),
  title: text,
  note: optionalText,
  timeAxis: timeAxisSchema.strict().nullable().default(null),
  units: z.array(customUnitSchema.strict()).max(1000).default([]),
  scenarios: z.array(scenarioDefinitionSchema).min(1).max(1000),
  lines: z.array(z.unknown()).max(1_000_000),
});

export type LineDefinition = z.infer<typeof lineDefinitionSchema>;
type HeadingDefinition = z.infer<typeof headingDefinitionSchema>;
export type SheetDefinition = Omit<z.infer<typeof sheetDefinitionSchema>, 'lines'> & {
  lines: (LineDefinition | HeadingDefinition)[];
};

/**
 * Reads a definition. Throws AppError: 'newer-version', or 'invalid-file' that says the line and
 * column of what is not JSON, or the path inside the document of what does not fit.
 */
export function readDefinition(json: string): SheetDefinition {
  const value = parseJson(json.replace(/^\uFEFF/, ''));
  const isSheet = typeof value === 'object' && value !== null && 'plumbline' in value && value.plumbline === 'sheet';
  if (!isSheet) throw new AppError('invalid-file', message('sheet.definitionOther'));
  if ('version' in value && typeof value.version === 'number' && value.version > DEFINITION_VERSION) {
    throw new AppError('newer-version', message('sheet.definitionNewer', { version: value.version }));
  }
  const sheet = parseWith(sheetDefinitionSchema, value, []);
  const definition = { ...sheet, lines: sheet.lines.map((line, index) => readLine(line, ['lines', index])) };
  checkReferences(definition);
  return definition;
}

/** The definition as canonical JSON. */
export function writeDefinition(definition: SheetDefinition): string {
  const { plumbline, version, title, note, timeAxis, units, scenarios, lines } = definition;
  const canonical = {
    plumbline,
    version,
    title,
    ...written('note', note, EMPTY),
    timeAxis,
    ...written('units', units, []),
    scenarios: scenarios.map((scenario) => ({
      key: scenario.key,
      name: scenario.name,
      ...written('note', scenario.note, EMPTY),
      parent: scenario.parent,
    })),
    lines: lines.map((line) =>
      'heading' in line
        ? { heading: line.heading, ...written('note', line.note, EMPTY) }
        : {
            name: line.name,
            label: line.label,
            ...written('unit', line.unit, ''),
            ...written('format', line.format, DEFAULT_FORMAT),
            ...written('note', line.note, EMPTY),
            ...written('sources', line.sources, []),
            ...written('reported', line.reported, null),
            ...written('cells', line.cells, {}),
          },
    ),
  };
  return `${JSON.stringify(canonical, null, 2)}\n`;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const fault = findJsonFault(json);
    if (fault === null) throw error;
    const { line, column, truncated } = fault;
    const key = truncated ? 'sheet.definitionTruncated' : 'sheet.definitionNotJson';
    throw new AppError('invalid-file', message(key, { line, column }), { line, column });
  }
}

function readLine(line: unknown, path: PropertyKey[]): LineDefinition | HeadingDefinition {
  const isHeading = typeof line === 'object' && line !== null && Object.hasOwn(line, 'heading');
  return isHeading ? parseWith(headingDefinitionSchema, line, path) : parseWith(lineDefinitionSchema, line, path);
}

function parseWith<T>(schema: z.ZodType<T>, value: unknown, path: PropertyKey[]): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const issue = { ...first, path: [...path, ...first.path] };
  throw new AppError('invalid-file', issueMessage(issue), { path: pathText(issue.path) });
}

/** What a schema cannot say: keys that are unique, parents, scenarios and periods that exist. */
function checkReferences({ scenarios, lines, timeAxis }: SheetDefinition): void {
  if (timeAxis !== null && !isPeriodLabel(timeAxis.grain, timeAxis.start)) {
    refuse('sheet.definitionPeriod', 'timeAxis.start', timeAxis.start);
  }
  const parents = new Map<string, string | null>();
  scenarios.forEach(({ key, parent }, index) => {
    if (parents.has(key)) refuse('sheet.definitionKeyTwice', `scenarios[${index}].key`, key);
    parents.set(key, parent);
  });
  scenarios.forEach(({ key, parent }, index) => {
    const where = `scenarios[${index}].parent`;
    if (parent !== null && !parents.has(parent)) refuse('sheet.definitionScenario', where, parent);
    let ancestor = parent;
    for (let steps = 0; ancestor !== null && ancestor !== key && steps < scenarios.length; steps += 1) {
      ancestor = parents.get(ancestor) ?? null;
    }
    if (ancestor === key) refuse('sheet.definitionLoop', where, key);
  });
  const periods = new Set(['', ...periodsOf(timeAxis)]);
  lines.forEach((line, index) => {
    if ('heading' in line) return;
    for (const [key, byPeriod] of Object.entries(line.cells)) {
      const where = `lines[${index}].cells.${key}`;
      if (!parents.has(key)) refuse('sheet.definitionScenario', where, key);
      if (typeof byPeriod === 'string') continue;
      for (const period of Object.keys(byPeriod)) {
        if (!periods.has(period)) refuse('sheet.definitionPeriod', where, period);
      }
    }
    const period = line.reported?.period ?? '';
    if (!periods.has(period)) refuse('sheet.definitionPeriod', `lines[${index}].reported.period`, period);
  });
}

function refuse(
  key: 'sheet.definitionPeriod' | 'sheet.definitionKeyTwice' | 'sheet.definitionScenario' | 'sheet.definitionLoop',
  where: string,
  value: string,
): never {
  throw new AppError('invalid-file', message(key, { where, value }), { path: where });
}

/** `{ [key]: value }`, or nothing where the value is what reading gives without it. */
function written<T>(key: string, value: T, absent: T): Record<string, T> {
  return JSON.stringify(value) === JSON.stringify(absent) ? {} : { [key]: value };
}
