/**
 * Takes an import of price bars back: of every day stands what the other files say of it, as if this one had
 * never been read. A series without bars then goes; securities stay.
 */
import { foldStatement, isConfirmed, onlyFields, type Statement } from './bar-statements.ts';
import { BulkWrite } from './bulk-write.ts';
import { columnsOf, type HeldBar, statementOf, summariseBars } from './merge-bars.ts';
import { connectWriter } from './open-store.ts';
import { type Db, inTransaction, prepared } from './sqlite.ts';

type Span = { seriesKey: number; first: number; last: number };
type Confirmation = { importId: number; first: number; last: number; fields: number };
type Said = { importId: number; statement: Statement };

/** With a connection of its own to the store that lies in the file: for a thread of its own. */
export function withdrawBarsFromFile({ importId, store }: { importId: number; store: string }): string[] {
  const db = connectWriter(store);
  try {
    return withdrawBarImport(db, importId);
  } finally {
    db.close();
  }
}

/** Gives the ids of the securities that it had written to. */
export function withdrawBarImport(db: Db, importId: number): string[] {
  return inTransaction(db, () => {
    const sql = `SELECT series_key AS seriesKey, first, last, security_id AS securityId FROM bar_import_series
      JOIN bar_series ON bar_series.key = series_key WHERE import_id = ?`;
    const spans = prepared<Span & { securityId: string }>(db, sql).all(importId);
    prepared(db, 'UPDATE bar_import SET is_withdrawn = 1 WHERE id = ?').run(importId);
    prepared(db, 'DELETE FROM bar_import_series WHERE import_id = ?').run(importId);
    for (const span of spans) withdrawFromSeries(db, importId, span);
    return [...new Set(spans.map(({ securityId }) => securityId))];
  });
}

function withdrawFromSeries(db: Db, importId: number, { seriesKey, first, last }: Span): void {
  const of = { seriesKey, first, last, importId };
  prepared(db, 'DELETE FROM bar_confirmation WHERE series_key = ? AND import_id = ?').run(seriesKey, importId);
  dropAlone(db, of);
  const versions = Map.groupBy(readVersions(db, of), ([day]) => day);
  const confirmations = readConfirmations(db, of);
  const written = new BulkWrite(db, `INSERT OR REPLACE INTO price_bar ${COLUMNS}`, 9);
  const noted = new BulkWrite(db, `INSERT INTO bar_version ${COLUMNS}`, 9);
  const removal = prepared(db, 'DELETE FROM price_bar WHERE series_key = ? AND day = ?');
  const forget = prepared(db, 'DELETE FROM bar_version WHERE series_key = ? AND day = ?');
  for (const bar of readConcerned(db, of)) {
    const [day] = bar;
    const told = versions.get(day) ?? [bar];
    const said = statementsOf(told, confirmationsOn(confirmations, day));
    const others = said.filter((each) => each.importId !== importId);
    const left = standing(others, new Set(told.map((version) => version[7])));
    forget.run(seriesKey, day);
    if (left.length === 0) {
      removal.run(seriesKey, day);
      continue;
    }
    const stands = left.map(({ statement }) => statement).reduce((held, statement) => foldStatement(held, statement));
    written.add(seriesKey, day, ...columnsOf(stands), left[left.length - 1].importId);
    if (left.length > 1) {
      for (const each of left) noted.add(seriesKey, day, ...columnsOf(each.statement), each.importId);
    }
  }
  written.end();
  noted.end();
  summariseBars(db, seriesKey);
}

const COLUMNS = '(series_key, day, open, high, low, close, volume, market_cap, import_id)';

type Of = Span & { importId: number };

/** Most of an import: days of which no other file has said anything. */
function dropAlone(db: Db, of: Of): void {
  const sql = `DELETE FROM price_bar
    WHERE series_key = :seriesKey AND day BETWEEN :first AND :last AND import_id = :importId
      AND NOT EXISTS (SELECT 1 FROM bar_version WHERE series_key = :seriesKey AND bar_version.day = price_bar.day)
      AND NOT EXISTS (SELECT 1 FROM bar_confirmation
        WHERE series_key = :seriesKey AND price_bar.day BETWEEN bar_confirmation.first AND bar_confirmation.last)`;
  prepared(db, sql).run(of);
}

/** Days of which the import has said something that stands, or stood. */
function readConcerned(db: Db, of: Of): HeldBar[] {
  const sql = `SELECT day, open, high, low, close, volume, market_cap, import_id FROM price_bar
    WHERE series_key = :seriesKey AND day BETWEEN :first AND :last AND (import_id = :importId OR EXISTS (
      SELECT 1 FROM bar_version AS said
        WHERE said.series_key = :seriesKey AND said.day = price_bar.day AND said.import_id = :importId))`;
  return prepared<HeldBar>(db, sql).raw().all(of);
}

function readVersions(db: Db, of: Of): HeldBar[] {
  const sql = `SELECT day, open, high, low, close, volume, market_cap, import_id FROM bar_version
    WHERE series_key = :seriesKey AND day BETWEEN :first AND :last ORDER BY day, import_id`;
  return prepared<HeldBar>(db, sql).raw().all(of);
}

function readConfirmations(db: Db, of: Of): Confirmation[] {
  const sql = `SELECT import_id AS importId, first, last, fields FROM bar_confirmation
    WHERE series_key = :seriesKey AND last >= :first AND first <= :last ORDER BY import_id`;
  return prepared<Confirmation>(db, sql).all(of);
}

function confirmationsOn(confirmations: readonly Confirmation[], day: number): Confirmation[] {
  return confirmations.filter(({ first, last }) => first <= day && day <= last);
}

/** What each import said of a day, in their order; who confirmed said what stood then, in the fields that it had. */
function statementsOf(versions: readonly HeldBar[], confirmations: readonly Confirmation[]): Said[] {
  const told = new Map(versions.map((version) => [version[7], statementOf(version)]));
  const fields = new Map(confirmations.map((each) => [each.importId, each.fields]));
  const importIds = [...new Set([...told.keys(), ...fields.keys()])].toSorted((a, b) => a - b);
  const said: Said[] = [];
  let held: Statement | undefined;
  for (const importId of importIds) {
    const statement = told.get(importId) ?? (held && onlyFields(held, fields.get(importId) ?? 0));
    if (statement === undefined) continue;
    said.push({ importId, statement });
    held = foldStatement(held, statement);
  }
  return said;
}

/** Without those who only confirm what stands without them: their runs say so still. What has a version of its own keeps it. */
function standing(said: readonly Said[], versions: ReadonlySet<number>): Said[] {
  let held: Statement | undefined;
  return said.filter(({ importId, statement }) => {
    const adds = held === undefined || !isConfirmed(held, statement);
    held = foldStatement(held, statement);
    return adds || versions.has(importId);
  });
}
