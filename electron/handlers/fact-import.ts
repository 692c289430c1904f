/**
 * Facts from files: what a file would do to the store, and the import itself, which is one step of the undo
 * stack. The file is read in a worker thread; its rows are held against the store here, some at a time, so
 * that the workbench answers others meanwhile.
 */
import { setImmediate as untilIdle } from 'node:timers/promises';
import { AppError } from '../../shared/errors.ts';
import type { FactChange } from '../../shared/fact-changes.ts';
import type { ImportPreview } from '../../shared/fact-file-methods.ts';
import type { FactsResult } from '../../shared/fact-methods.ts';
import { message } from '../../shared/messages.ts';
import type { Handlers } from '../dispatch.ts';
import type { FactFile } from '../imports/read-file.ts';
import type { Readings } from '../jobs/jobs.ts';
import { runReading } from '../jobs/run-job.ts';
import { readFactsState } from '../store/fact-edits.ts';
import { addImport } from '../store/fact-imports.ts';
import { inTransaction } from '../store/sqlite.ts';
import type { Context } from './context.ts';
import { editFacts } from './edit-facts.ts';
import { ImportRows, type RowState } from './import-rows.ts';
import { getSource } from './sources.ts';
import { withinTime } from './within-time.ts';

const MB = 1024 * 1024;
const LARGEST_FILE = 30 * MB;
const SHOWN_ROWS = 200;
const SHOWN_DRAFTS = 50;
const SHOWN_ERRORS = 5000;
const SHOWN_NAMES = 100;
const ROWS_AT_ONCE = 500;

export function factImportHandlers(context: Context): Pick<Handlers, 'previewFactImport' | 'importFacts'> {
  const { db } = context.store;
  return {
    previewFactImport: async ({ base64, sourceId, sheet, mapping, layout }) => {
      getSource(db, sourceId);
      const file = await readFile({ bytes: bytesOf(base64), sourceId, sheet, mapping, layout });
      const { rows, states } = await holdAgainstStore(context, file, sourceId);
      return previewOf(file, rows, states);
    },
    importFacts: async ({ base64, fileName, sourceId, sheet, mapping, skipBadRows }, caller) => {
      getSource(db, sourceId);
      const file = await readFile({ bytes: bytesOf(base64), sourceId, sheet, mapping });
      if (file.problem !== null) throw new AppError('invalid-value', file.problem);
      const { rows } = await holdAgainstStore(context, file, sourceId);
      const { badRows, ...counts } = rows.counts;
      if (badRows > 0 && !skipBadRows) {
        throw new AppError('invalid-value', message('import.badRows', { count: badRows, row: rows.errors[0].row }));
      }
      return { ...put(context, caller, rows, { fileName, sourceId }), ...counts, skipped: badRows };
    },
  };
}

function readFile(order: Readings['read-facts']['input']): Promise<FactFile> {
  return withinTime((options) => runReading('read-facts', order, options));
}

function bytesOf(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length <= LARGEST_FILE) return bytes;
  const params = { size: Math.ceil(bytes.length / MB), limit: LARGEST_FILE / MB };
  throw new AppError('invalid-file', message('import.tooLarge', params));
}

/** All rows against one state of the store: from the beginning again where somebody edited facts meanwhile. */
async function holdAgainstStore({ store }: Context, file: FactFile, sourceId: string) {
  for (;;) {
    const { revision } = readFactsState(store.db);
    const rows = new ImportRows(store.db, file, sourceId);
    const states: RowState[] = [];
    for (const [index, row] of file.rows.entries()) {
      if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await untilIdle();
      states.push(rows.take(row));
    }
    if (readFactsState(store.db).revision === revision) return { rows, states };
  }
}

type Origin = { fileName: string; sourceId: string };

function put(context: Context, caller: string, rows: ImportRows, { fileName, sourceId }: Origin): FactsResult {
  const { db } = context.store;
  const { entities, added, changes } = rows.plan();
  if (added.length === 0 && changes.length === 0) return { facts: [], state: readFactsState(db) };
  const facts = added.map(({ fact }) => fact);
  const all: FactChange[] = [...entities];
  if (facts.length > 0) {
    const at = context.now();
    const importId = inTransaction(db, () => addImport(db, { at, sourceId, fileName }, facts));
    all.push({ change: 'restoreImport', importId });
  }
  for (const { fact, isRetired } of added) if (isRetired) all.push({ change: 'putFact', fact, isRetired });
  for (const change of changes) all.push(change);
  const label = message('import.editImported', { file: fileName, added: added.length, changed: changes.length });
  return editFacts(context, caller, label, all);
}

function previewOf(file: FactFile, rows: ImportRows, states: readonly RowState[]): ImportPreview {
  const { encoding, sheet, sheets, layout, canBeMatrix, headings, headingRow, mapping, problem } = file;
  const stated = file.rows.map(({ row, cells }, index) => ({ row, cells, state: states[index] }));
  const bad = stated.slice(SHOWN_ROWS).filter(({ state }) => state === 'bad');
  const firstFacts = file.rows.slice(0, SHOWN_DRAFTS).flatMap(({ facts }) => facts);
  return {
    encoding,
    sheet,
    sheets,
    layout,
    canBeMatrix,
    headings,
    headingRow,
    mapping,
    problem,
    rowCount: states.filter((state) => problem !== null || state !== 'empty').length,
    counts: rows.counts,
    newNames: rows.newNames().slice(0, SHOWN_NAMES),
    rows: [...stated.slice(0, SHOWN_ROWS), ...bad.slice(0, SHOWN_ROWS)],
    drafts: firstFacts.slice(0, SHOWN_DRAFTS).map(({ draft }) => draft),
    errors: rows.errors.slice(0, SHOWN_ERRORS),
    errorCount: rows.errors.length,
  };
}
