/** What an import of a price file would make of its first rows, with the mapping that was given, kept or guessed. */
import { basename } from 'node:path';
import { type BarImportPreview, type BarMapping, barMappingSchema } from '../../../shared/bar-import.ts';
import type { FileForm } from '../../../shared/import-file.ts';
import { message } from '../../../shared/messages.ts';
import { labelAt } from '../../../shared/periods.ts';
import { findImportMapping } from '../../store/import-mappings.ts';
import { connectReader } from '../../store/open-store.ts';
import type { Db } from '../../store/sqlite.ts';
import { BadRows } from '../bad-rows.ts';
import { firstRows, formOf } from '../file-form.ts';
import { type RawCell, textOfCell } from '../raw-table.ts';
import { RecordBuffer } from '../record-buffer.ts';
import { TableFile } from '../table-file.ts';
import { barsOfGroup, TradingDays, warningsOf } from './bar-groups.ts';
import {
  type BarQuestion,
  questionOfBadRow,
  rememberedOfBars,
  shapeOfBars,
  unansweredOfBars,
} from './bar-questions.ts';
import { BAR_RECORD, BAR_RECORD_FIELDS, BarReader } from './bar-reader.ts';
import { BarSecurities } from './bar-securities.ts';
import { noteDisagreements } from './disagreements.ts';
import { guessBarMapping } from './guess-bar-mapping.ts';

const SHOWN_ROWS = 50;
const SHOWN_SECURITIES = 200;
const SHOWN_WARNINGS = 200;

export type BarPreviewOrder = {
  path: string;
  mapping?: BarMapping;
  /** File of the store. */
  store: string;
};

/** Throws AppError 'not-found' or 'invalid-file'. */
export function previewBarFile({ path, mapping: given, store }: BarPreviewOrder): BarImportPreview {
  const file = new TableFile(path);
  const db = connectReader(store);
  try {
    const { form, worksheets } = formOf(file, given);
    const rows = firstRows(file, form);
    const { mapping, isRemembered } = mappingFor(db, rows, form, basename(path), given);
    const read = readRows(db, rows, mapping, file.lastDay);
    return { ...read, mapping, isRemembered, worksheets, byteCount: file.byteCount };
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
  given?: BarMapping,
): { mapping: BarMapping; isRemembered: boolean } {
  const securities = new BarSecurities(db, { exchange: given?.exchange ?? null, makeSecurities: null });
  if (given !== undefined) {
    const isOpen = Object.keys(given.columns).length === 0 && given.closeColumns.length === 0;
    if (!isOpen) return { mapping: { ...given, ...form }, isRemembered: false };
    const { mapping } = guessBarMapping(rows, form, fileName, securities, given);
    return { mapping, isRemembered: false };
  }
  const { mapping, headings } = guessBarMapping(rows, form, fileName, securities);
  const kept = findImportMapping(db, shapeOfBars(headings, mapping, securities), barMappingSchema);
  if (kept === undefined) return { mapping, isRemembered: false };
  const { skippedRows, security, adjustment, closeColumns } = mapping;
  const ofThisFile = { ...form, skippedRows, security, adjustment, closeColumns };
  const isAsGuessed =
    JSON.stringify({ ...rememberedOfBars(mapping), ...ofThisFile }) === JSON.stringify({ ...kept, ...ofThisFile });
  return { mapping: { ...kept, ...ofThisFile }, isRemembered: !isAsGuessed };
}

function readRows(db: Db, rows: readonly RawCell[][], mapping: BarMapping, lastDay: number) {
  const headings = (rows[mapping.skippedRows] ?? []).map((cell) => textOfCell(cell).trim());
  const securities = new BarSecurities(db, mapping);
  const bad = new BadRows();
  // The first rows fit into memory.
  const buffer = new RecordBuffer('', BAR_RECORD_FIELDS);
  const shown = rows.slice(0, mapping.skippedRows + 1 + SHOWN_ROWS);
  const understood: BarImportPreview['understood'] = [];
  const reader: BarReader = new BarReader(mapping, headings, securities, lastDay, {
    bar: (record) => {
      buffer.add(record);
      const row = record[BAR_RECORD.row];
      if (row > shown.length) return;
      const { security, adjustment } = reader.series[record[BAR_RECORD.series]];
      const day = labelAt('day', record[BAR_RECORD.day]);
      understood.push({
        row,
        security: security.securityId || security.written,
        adjustment,
        day,
        close: record[BAR_RECORD.close],
      });
    },
    bad: (row, column, value, reason) => bad.add(row, column, value, reason),
  });
  const questions = unansweredOfBars(mapping);
  let readCount = 0;
  // Without day, price and security every row would be a bad one.
  const isReadable = !questions.some(({ field }) => field === 'day' || field === 'close' || field === 'security');
  for (const [index, cells] of isReadable ? rows.entries() : []) {
    if (index > mapping.skippedRows && reader.read(cells, index + 1)) readCount += 1;
  }
  noteDisagreements(buffer, reader.series, bad, headings[mapping.columns.close ?? -1] ?? '');
  const trading = new TradingDays();
  const groups = Array.from(buffer.groups(), (group) => ({ group: group.group, bars: barsOfGroup(group, bad.has) }));
  for (const { group, bars } of groups) trading.add(group, bars.days);
  const warnings = groups.flatMap(({ group, bars }) => warningsOf(reader.series[group], group, bars, trading));
  const asked = new Map<string, BarQuestion>(questions.map((question) => [question.field, question]));
  for (const { reason } of bad.list) {
    const question = questionOfBadRow(reason);
    if (question !== null && !asked.has(question.field)) asked.set(question.field, question);
  }
  const newSecurities = securities.unknown;
  if (newSecurities.length > 0 && mapping.makeSecurities === null) {
    const params = { count: newSecurities.length, first: newSecurities[0].written };
    asked.set('makeSecurities', { field: 'makeSecurities', reason: message('bars.askMakeSecurities', params) });
  }
  return {
    headings,
    rows: shown.slice(mapping.skippedRows + 1).map((row) => row.map(textOfCell)),
    understood,
    securities: securities.read
      .filter(({ isNew }) => isNew === null)
      .slice(0, SHOWN_SECURITIES)
      .map(({ written, securityId }) => ({ written, securityId })),
    newSecurities: newSecurities.slice(0, SHOWN_SECURITIES),
    badRows: bad.inOrder().filter(({ row }) => row <= shown.length),
    warnings: warnings.slice(0, SHOWN_WARNINGS),
    readRows: readCount,
    questions: [...asked.values()],
  };
}
