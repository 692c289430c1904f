/** What an import of a file would make of its first rows, with the mapping that was given, kept or guessed. */
import { basename } from 'node:path';
import type { FileForm } from '../../../shared/import-file.ts';
import { labelAt } from '../../../shared/periods.ts';
import { type SeriesImportPreview, type SeriesMapping, seriesMappingSchema } from '../../../shared/series-import.ts';
import { findImportMapping } from '../../store/import-mappings.ts';
import { connectReader } from '../../store/open-store.ts';
import type { Db } from '../../store/sqlite.ts';
import { BadRows } from '../bad-rows.ts';
import { firstRows, formOf } from '../file-form.ts';
import { type RawCell, textOfCell } from '../raw-table.ts';
import { TableFile } from '../table-file.ts';
import { guessMapping, headingsOf, questionOf } from './guess-mapping.ts';
import { askedOfWorkbook, type Question, shapeOf, unanswered } from './mapping-questions.ts';
import { isRowAboutColumns } from './series-headings.ts';
import { hasApps, SeriesNames } from './series-names.ts';
import { SeriesReader } from './series-reader.ts';

const SHOWN_ROWS = 50;

export type PreviewOrder = {
  path: string;
  mapping?: SeriesMapping;
  /** File of the store. */
  store: string;
};

/** Throws AppError 'not-found' or 'invalid-file'. */
export function previewSeriesFile({ path, mapping: given, store }: PreviewOrder): SeriesImportPreview {
  const file = new TableFile(path);
  const db = connectReader(store);
  try {
    const { form, worksheets } = formOf(file, given);
    const rows = firstRows(file, form);
    const { mapping, isRemembered } = mappingFor(db, rows, form, basename(path), given);
    const asked = form.delimiter === '' ? askedOfWorkbook(file.workbook(form.worksheet), mapping) : [];
    const read = readRows(db, rows, mapping);
    const questions = [...asked, ...read.questions];
    return { ...read, questions, mapping, isRemembered, worksheets, byteCount: file.byteCount };
  } finally {
    db.close();
    file.close();
  }
}

function mappingFor(
  db: Db,
  rows: readonly RawCell[][],
  form: FileForm,
  fileName: string,
  given?: SeriesMapping,
): { mapping: SeriesMapping; isRemembered: boolean } {
  if (given !== undefined) {
    const isOpen = Object.keys(given.columns).length === 0 && given.valueColumns.length === 0;
    if (!isOpen) return { mapping: { ...given, ...form }, isRemembered: false };
    const { mapping } = guessMapping(rows, form, fileName, given.skippedRows, given.dateOrder);
    return { mapping: { ...mapping, origin: given.origin, isAsSaved: given.isAsSaved }, isRemembered: false };
  }
  const { mapping, headings } = guessMapping(rows, form, fileName);
  const kept = findImportMapping(db, shapeOf(headings, mapping), seriesMappingSchema);
  if (kept === undefined) return { mapping, isRemembered: false };
  // Of a file with a column for each period, there are more of them now.
  const valueColumns = kept.shape === 'periods-across' ? mapping.valueColumns : kept.valueColumns;
  const { skippedRows } = mapping;
  return { mapping: { ...kept, ...form, skippedRows, valueColumns }, isRemembered: true };
}

function readRows(db: Db, rows: readonly RawCell[][], mapping: SeriesMapping) {
  const headings = headingsOf(rows, mapping.skippedRows);
  const bad = new BadRows();
  const understood: SeriesImportPreview['understood'] = [];
  const shown = rows.slice(0, mapping.skippedRows + 1 + SHOWN_ROWS);
  const names = new SeriesNames(db, hasApps(mapping));
  const reader: SeriesReader = new SeriesReader(mapping, headings, names, {
    observation: (series, ordinal, value, _qualifier, row) => {
      const { subject, metric } = reader.series[series];
      const period = labelAt(mapping.grain, ordinal);
      if (row <= shown.length) understood.push({ row, subject: subject.id, metric: metric.id, period, value });
    },
    bad: (row, column, value, reason) => bad.add(row, column, value, reason),
  });
  for (const [index, cells] of rows.entries()) {
    if (index <= mapping.skippedRows || (cells.length === 1 && cells[0] === '')) continue;
    const about = isRowAboutColumns(textOfCell(cells[0]));
    if (about === 'unit') reader.setUnits(cells);
    if (about === null) reader.read(cells, index + 1);
  }
  const asked = new Map<string, Question>();
  for (const question of unanswered(mapping, headings)) asked.set(question.field, question);
  for (const { reason } of bad.list) {
    const question = questionOf(reason);
    if (question !== null && !asked.has(question.field)) asked.set(question.field, question);
  }
  return {
    headings,
    rows: shown.slice(mapping.skippedRows + 1).map((row) => row.map(textOfCell)),
    understood,
    badRows: bad.inOrder().filter(({ row }) => row <= shown.length),
    questions: [...asked.values()],
  };
}
