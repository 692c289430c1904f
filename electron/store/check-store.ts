/**
 * SQLite's own check of a store at its opening, in a bounded time: whole while it is small; of a large one
 * only what is no bulk, a few ms. Damage among millions of observations shows when they are read.
 *
 * How the program ended last makes no difference: what SQLite had not finished writing it takes back itself.
 */
import { existsSync, statSync } from 'node:fs';
import { type Db, prepared } from './sqlite.ts';

/** Half a second's work. */
const CHECKED_WHOLE = 64 * 2 ** 20;

/** Tables of imports and facts, of which there can be millions of rows; all others are checked always. */
const BULK = [
  'observation',
  'restatement',
  'confirmation',
  'price_bar',
  'bar_version',
  'fact',
  'fact_word',
  'fact_edit_fact',
  'withdrawn_fact',
  'conflict_fact',
  'search_key',
];

/** Throws SQLite's own error where it cannot even read the store. */
export function isSound(db: Db, file: string, checkedWhole = CHECKED_WHOLE): boolean {
  const { size } = statSync(file);
  if (size <= checkedWhole) return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  return isComplete(db, file, size) && tablesToCheck(db).every((table) => isTableSound(db, table));
}

/** With a log beside it, the file may be shorter than the store. */
function isComplete(db: Db, file: string, size: number): boolean {
  const log = `${file}-wal`;
  if (existsSync(log) && statSync(log).size > 0) return true;
  const pages = Number(db.pragma('page_count', { simple: true }));
  return pages * Number(db.pragma('page_size', { simple: true })) <= size;
}

function tablesToCheck(db: Db): string[] {
  const sql = `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
    AND name NOT IN (SELECT value FROM json_each(?))`;
  return prepared<{ name: string }>(db, sql)
    .all(JSON.stringify(BULK))
    .map(({ name }) => name);
}

function isTableSound(db: Db, table: string): boolean {
  return db.pragma(`quick_check("${table}")`, { simple: true }) === 'ok';
}
