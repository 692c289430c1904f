/**
 * A raw table as drafts of facts, row by row: a list with one fact in each row, or a matrix with metrics
 * down and subjects along (or the other way round). Knows nothing of the store; runs in a worker thread.
 */
import { FACT_COLUMNS, type FactColumnField, isFactColumnField } from '../../shared/fact-columns.ts';
import type { ImportColumn, RowError } from '../../shared/fact-file-methods.ts';
import { factDraftSchema, type ParsedFactDraft } from '../../shared/fact-methods.ts';
import { foldText } from '../../shared/formula/characters.ts';
import type { LocalText } from '../../shared/language.ts';
import { type Message, message } from '../../shared/messages.ts';
import { issueMessage } from '../../shared/schema-issue.ts';
import { findColumns, type Layout, layoutOf, nameAndUnit } from './find-columns.ts';
import { type RawCell, type RawTable, textOfCell } from './raw-table.ts';
import { readDate } from './read-date.ts';
import { isNothing, readFigure } from './read-figure.ts';
import { RowReader } from './row-reader.ts';

export type ReadFact = {
  draft: ParsedFactDraft;
  /** Id or title as written in the row; '' where the import as a whole says it. */
  source: string;
  /** Null where the file does not say it. */
  isRetired: boolean | null;
  /** Of the figure. */
  columnIndex: number;
};

export type ReadRow = {
  /** As spreadsheets count, from 1. */
  row: number;
  cells: string[];
  /** None where the row has errors, or nothing in it. */
  facts: ReadFact[];
  errors: RowError[];
};

export type FactTable = {
  layout: Layout;
  canBeMatrix: boolean;
  headings: string[];
  headingRow: number;
  mapping: ImportColumn[];
  /** What the mapping lacks; then no row is read. */
  problem: Message | null;
  rows: ReadRow[];
};

type Options = { mapping?: ImportColumn[]; layout?: Layout; sourceId: string };

export function readFacts({ rows }: Pick<RawTable, 'rows'>, { mapping: wanted, layout, sourceId }: Options): FactTable {
  const found = findColumns(rows, layout);
  const mapping = found.mapping.map((column, index) => (wanted === undefined ? column : (wanted[index] ?? '')));
  const headings = mapping.map((_, index) => textOfCell(rows[found.headingRow]?.[index]).trim());
  const problem = problemOf(mapping);
  const reader = new RowReader(mapping, headings);
  const readRow =
    layoutOf(mapping) === 'matrix' ? matrixReader(reader, mapping, headings) : listReader(reader, mapping, headings);
  const data = rows.slice(found.headingRow + 1);
  const read = data.map((cells, index): ReadRow => {
    const row = found.headingRow + index + 2;
    const shown = cells.map(textOfCell);
    if (problem !== null || shown.every((text) => text.trim() === ''))
      return { row, cells: shown, facts: [], errors: [] };
    reader.begin(row, cells);
    const facts = readRow(cells).map((fact) => ({ ...fact, draft: parsed(reader, { ...fact.draft, sourceId }) }));
    const { errors } = reader;
    return { row, cells: shown, facts: errors.length === 0 ? facts : [], errors };
  });
  return {
    layout: layoutOf(mapping),
    canBeMatrix: found.canBeMatrix,
    headings,
    headingRow: found.headingRow + 1,
    mapping,
    problem,
    rows: withoutEmptyEnd(read),
  };
}

function problemOf(mapping: readonly ImportColumn[]): Message | null {
  const fields = mapping.filter((column) => isFactColumnField(column));
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined) {
    const { zh, en } = FACT_COLUMNS[twice].heading;
    return message('import.mappingTwice', { fieldZh: zh, fieldEn: en });
  }
  const has = (field: FactColumnField) => fields.includes(field);
  const names = FACT_COLUMNS;
  const missing: LocalText[] = [];
  if (layoutOf(mapping) === 'matrix') {
    if (!has('metric') && !has('subject')) missing.push(names.metric.heading);
  } else {
    if (!has('subject')) missing.push(names.subject.heading);
    if (!has('metric')) missing.push(names.metric.heading);
    if (!has('value') && !has('text')) missing.push(names.value.heading);
  }
  if (missing.length === 0) return null;
  const fieldsZh = missing.map(({ zh }) => zh).join('”“');
  const fieldsEn = missing.map(({ en }) => en).join(', ');
  return message('import.mappingIncomplete', { fieldsZh, fieldsEn });
}

/** A draft whose source is not known yet. */
type Draft = Omit<ParsedFactDraft, 'sourceId'>;
type DraftOfRow = Omit<ReadFact, 'draft'> & { draft: Draft };
type RowRead = (cells: readonly RawCell[]) => DraftOfRow[];

function listReader(reader: RowReader, mapping: readonly ImportColumn[], headings: readonly string[]): RowRead {
  const column = mapping.indexOf('value');
  const ofHeading = column < 0 ? '' : nameAndUnit(headings[column]).unit;
  return (cells) => {
    const figure = reader.figureOf('value');
    const text = reader.text('text');
    const draft: Draft = {
      ...sharedFields(reader),
      subject: reader.name('subject'),
      metric: reader.name('metric'),
      qualifier: reader.qualifier(figure),
      value: figure?.value ?? null,
      text,
      unit: figure === null ? reader.word('unit') : reader.unit(figure, ofHeading),
      correction: reader.correction(),
      printed: reader.has('printed') ? reader.text('printed') : textOfCell(cells[column]).trim(),
    };
    const id = reader.word('id');
    if (id !== '') draft.id = id;
    return [{ draft, source: reader.word('source'), isRetired: reader.retired(), columnIndex: Math.max(0, column) }];
  };
}

function matrixReader(reader: RowReader, mapping: readonly ImportColumn[], headings: readonly string[]): RowRead {
  const byRow = mapping.includes('metric') ? 'metric' : 'subject';
  const byHeading = byRow === 'metric' ? 'subject' : 'metric';
  const columns = mapping.flatMap((column, index) =>
    column === 'figures' ? [{ index, ...nameAndUnit(headings[index]) }] : [],
  );
  return (cells) => {
    const filled = columns.filter(({ index }) => !isNothing(cells[index]));
    // A heading over the rows that follow.
    if (filled.length === 0) return [];
    const name = reader.name(byRow);
    const shared = sharedFields(reader);
    const source = reader.word('source');
    const isRetired = reader.retired();
    return filled.map(({ index, name: heading, unit: ofHeading }) => {
      const words = wordsOf(cells[index]);
      const figure = words === null ? reader.figure(index) : null;
      const named = { [byRow]: name, [byHeading]: heading };
      if (heading === '') reader.refuse(index, message('import.missing'));
      const draft: Draft = {
        ...shared,
        subject: named.subject,
        metric: named.metric,
        qualifier: reader.qualifier(figure),
        value: figure?.value ?? null,
        text: words ?? '',
        unit: figure === null ? '' : reader.unit(figure, ofHeading),
        correction: null,
        printed: textOfCell(cells[index]).trim(),
      };
      return { draft, source, isRetired, columnIndex: index };
    });
  };
}

/** What a cell of a matrix says in words; null of a number, and of what begins like one and must be one. */
function wordsOf(cell: RawCell | undefined): string | null {
  if (cell === undefined) return null;
  if (typeof cell !== 'string' && cell.date !== undefined) return cell.date;
  const figure = readFigure(cell);
  if (figure === null || 'value' in figure || figure.key !== 'import.noNumber') return null;
  const text = textOfCell(cell).trim();
  const date = readDate(text);
  if ('date' in date) return date.date;
  return /^[+\-−(（<>≈≥≤~]*\d/.test(foldText(text)) ? null : text;
}

function sharedFields(reader: RowReader) {
  const confidence = reader.confidence();
  return {
    subjectKind: reader.kind('subjectKind') ?? ('other' as const),
    metricKind: reader.kind('metricKind') ?? ('measure' as const),
    setting: reader.word('setting'),
    date: reader.date(),
    place: reader.word('place'),
    wording: reader.text('wording'),
    note: reader.localText('note', 'noteEn'),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** Checked against the contract's own form; what does not fit is noted with the reader. */
function parsed(reader: RowReader, draft: ParsedFactDraft): ParsedFactDraft {
  const checked = factDraftSchema.safeParse(draft);
  if (checked.success) return checked.data;
  // Names and dates that are missing or wrong have been noted already.
  if (reader.errors.length > 0) return draft;
  for (const issue of checked.error.issues) {
    const [field, part] = issue.path;
    const column = field === 'correction' ? (part === 'reason' ? 'reason' : 'corrected') : String(field);
    const said =
      field === 'id'
        ? message('import.badId', { value: String(draft.id) })
        : issue.code === 'too_big'
          ? message('import.tooLong', { length: lengthAt(draft, issue.path), limit: Number(issue.maximum) })
          : issueMessage(issue);
    if (isFactColumnField(column)) reader.refuseField(column, said);
    else reader.refuse(null, said);
  }
  return draft;
}

function lengthAt(draft: object, path: readonly PropertyKey[]): number {
  let at: unknown = draft;
  for (const step of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
  return typeof at === 'string' ? at.length : 0;
}

/** Rows that a spreadsheet keeps below the table because they were formatted once. */
function withoutEmptyEnd(rows: ReadRow[]): ReadRow[] {
  const last = rows.findLastIndex(({ cells }) => cells.some((text) => text.trim() !== ''));
  return rows.slice(0, last + 1);
}
