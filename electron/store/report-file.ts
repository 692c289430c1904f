/**
 * The bundled reports as files: `data/reports/ID.json`, one for each source, and what they name,
 * `data/entities/*.jsonl`, one entity to a line. Both are written to be read and reviewed beside the
 * document itself: a table is kept as it was printed, and says once for a row or a column what its
 * figures are about.
 *
 *     { "id": "000/图1", "kind": "table", "defaults": { "unit": "%" }, "corner": "Benchmark",
 *       "columns": [{ "label": "Llama 3.1 405B", "subject": "llama-3.1-405b" }, …],
 *       "rows": [{ "label": "MMLU (0-shot, CoT)", "metric": "mmlu", "setting": "0-shot, CoT",
 *                  "cells": ["88.6", { "printed": "78.7 (non-CoT)", "value": 78.7, "setting": "0-shot, non-CoT" }, "-"] }] }
 *
 * `expandReport` makes exhibits and facts of it. A cell that is a plain number is a fact of that number;
 * any other must say what it means, be empty, or be a dash, as OCR reads it: the figure was not reported.
 */
import { z } from 'zod';
import {
  confidenceSchema,
  correctionSchema,
  type Exhibit,
  entitySchema,
  exhibitSchema,
  type Fact,
  factSchema,
  qualifierSchema,
  type Source,
  sourceSchema,
} from '../../shared/facts.ts';
import { sameInBoth } from '../../shared/language.ts';
import { parseEntry } from '../../shared/number-entry.ts';

const text = z.union([exhibitSchema.shape.title.strict(), z.string().transform(sameInBoth)]);

/** What can be said for a whole exhibit, a column, a row, or one fact; the nearest counts. */
const commonSchema = z.strictObject({
  subject: z.string().optional(),
  metric: z.string().optional(),
  setting: z.string().optional(),
  unit: z.string().optional(),
  qualifier: qualifierSchema.optional(),
  date: factSchema.shape.date.optional(),
  confidence: confidenceSchema.optional(),
  note: text.optional(),
});

const figureSchema = commonSchema.extend({
  value: z.number().nullable().optional(),
  text: z.string().optional(),
  correction: correctionSchema
    .omit({ reason: true, text: true })
    .extend({ text: z.string().default(''), reason: text })
    .strict()
    .optional(),
});

const cellSchema = z.union([
  z.string(),
  figureSchema.extend({ printed: z.string(), wording: z.string().optional() }),
  /** Several figures read from one cell, each with a key of its own, and its own words of the cell where it needs them. */
  z.strictObject({
    printed: z.string(),
    wording: z.string().optional(),
    facts: z.array(
      figureSchema.extend({ key: z.string(), printed: z.string().optional(), wording: z.string().optional() }),
    ),
  }),
]);

const rowSchema = commonSchema.extend({
  label: z.string(),
  /** Makes the ids of its facts; the row's metric or subject where left out. */
  key: z.string().optional(),
  cells: z.array(cellSchema).default([]),
});

/** A fact that stands in no cell of a table: in a sentence, or in words beside a picture. */
const statementSchema = figureSchema.extend({ key: z.string(), printed: z.string(), wording: z.string() });

const exhibitFileSchema = z.strictObject({
  id: exhibitSchema.shape.id,
  kind: exhibitSchema.shape.kind,
  title: text,
  note: text.default(sameInBoth('')),
  attribution: z.string().default(''),
  defaults: commonSchema.default({}),
  corner: z.string().default(''),
  columns: z.array(commonSchema.extend({ label: z.string(), key: z.string().optional() })).default([]),
  rows: z.array(rowSchema).default([]),
  facts: z.array(statementSchema).default([]),
});

const reportFileSchema = z.strictObject({
  source: sourceSchema.omit({ origin: true, link: true }).strict(),
  exhibits: z.array(exhibitFileSchema),
});
type ExhibitFile = z.infer<typeof exhibitFileSchema>;
type Common = z.infer<typeof commonSchema>;
type Figure = z.infer<typeof figureSchema>;

const entityFileSchema = z.strictObject({
  id: entitySchema.shape.id,
  kind: entitySchema.shape.kind,
  name: text,
  aliases: entitySchema.shape.aliases.default([]),
  organisationId: entitySchema.shape.organisationId.default(''),
  unit: entitySchema.shape.unit.default(''),
  better: entitySchema.shape.better.default(''),
});

export type Report = { source: Source; exhibits: Exhibit[]; facts: Fact[] };

/** The entities of a file; each line one JSON object. Throws where a line is malformed: the data is the program's own. */
export function readEntities(jsonl: string) {
  return jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ origin: 'bundled' as const, ...entityFileSchema.parse(JSON.parse(line)) }));
}

/** Exhibits and facts of a report's file. Throws where it is malformed: the data is the program's own. */
export function expandReport(json: string): Report {
  const { source, exhibits } = reportFileSchema.parse(JSON.parse(json));
  const expanded = exhibits.map((exhibit) => expandExhibit(exhibit, source.id));
  return {
    source: { ...source, origin: 'bundled', link: '' },
    exhibits: expanded.map(({ exhibit }) => exhibit),
    facts: expanded.flatMap(({ facts }) => facts),
  };
}

function expandExhibit(file: ExhibitFile, sourceId: string): { exhibit: Exhibit; facts: Fact[] } {
  const { id: place, kind, title, note, attribution, defaults, corner, columns } = file;
  const facts: Fact[] = [];
  const add = (key: string, said: Common[], figure: Figure, printed: string, wording: string) => {
    const fact = factOf({ id: `${place}/${key}`, sourceId, place, printed, wording }, said, figure);
    facts.push(fact);
    return fact.id;
  };
  const rows = file.rows.map((row) => {
    const wordingOfRow = [row.label, ...row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.printed))].join(
      ' ',
    );
    const cells = row.cells.map((cell, at) => {
      const column = columns[at];
      if (column === undefined) throw new Error(`${place}: row "${row.label}" has more cells than there are columns`);
      const key = `${keyOf(row, place)}:${keyOf(column, place)}`;
      const said = [defaults, column, row];
      if (typeof cell === 'string') {
        const figure = plainFigure(cell, `${place}/${key}`);
        return { printed: cell, factIds: figure === null ? [] : [add(key, said, figure, cell, wordingOfRow)] };
      }
      const wording = cell.wording ?? wordingOfRow;
      if (!('facts' in cell)) return { printed: cell.printed, factIds: [add(key, said, cell, cell.printed, wording)] };
      const factIds = cell.facts.map((figure) =>
        add(`${key}:${figure.key}`, said, figure, figure.printed ?? cell.printed, figure.wording ?? wording),
      );
      return { printed: cell.printed, factIds };
    });
    return { label: row.label, cells };
  });
  const factIds = file.facts.map((fact) => add(fact.key, [defaults], fact, fact.printed, fact.wording));
  const labels = columns.map(({ label }) => label);
  const exhibit = { id: place, sourceId, kind, title, note, attribution, corner, columns: labels, rows, factIds };
  return { exhibit, facts };
}

/** A number as it stands; null of an empty cell and of a dash, which OCR may read as `_` or `=`. */
function plainFigure(printed: string, where: string): Figure | null {
  if (/^[-–—/_=]*$/.test(printed.trim())) return null;
  const entry = parseEntry(printed);
  if (entry.kind === 'number' && entry.unit === undefined) {
    return { value: entry.percent ? Number((entry.value * 100).toPrecision(15)) : entry.value };
  }
  throw new Error(
    `${where}: "${printed}" is no plain number; say what it means with { "printed": …, "value" or "text": … }`,
  );
}

function keyOf({ key, metric, subject }: { key?: string; metric?: string; subject?: string }, place: string): string {
  const made = key ?? metric ?? subject;
  if (made === undefined) throw new Error(`${place}: a row or column with figures needs a key, metric or subject`);
  return made;
}

type Identity = Pick<Fact, 'id' | 'sourceId' | 'place' | 'printed' | 'wording'>;

function factOf(identity: Identity, said: Common[], figure: Figure): Fact {
  const merged: Figure = Object.assign({}, ...said, figure);
  const { subject, metric, setting, unit, qualifier, date, confidence, note, value, text, correction } = merged;
  if (subject === undefined || metric === undefined) throw new Error(`${identity.id}: without subject or metric`);
  return {
    ...identity,
    origin: 'bundled',
    subjectId: subject,
    metricId: metric,
    setting: setting ?? '',
    value: value ?? null,
    text: text ?? '',
    unit: unit ?? '',
    qualifier: qualifier ?? '=',
    date: date ?? '',
    confidence: confidence ?? 'printed',
    note: note ?? sameInBoth(''),
    correction: correction ?? null,
  };
}
