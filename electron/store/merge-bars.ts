/**
 * Writes price bars as an import gives them:
 *
 *     const importId = addBarImport(db, { at, fileName, sha256, mapping });
 *     const key = ensureBarSeries(db, { securityId, adjustment, currency });
 *     const counts = mergeBars(db, { seriesKey: key, importId }, bars);      // once for each series, in one transaction
 *     finishBarImport(db, importId, { rowCount, ...totals });
 */
import type { Adjustment } from '../../shared/price-bars.ts';
import type { BarCounts } from './bar-imports.ts';
import { fieldsOf, foldStatement, isConfirmed, type Statement } from './bar-statements.ts';
import { BulkWrite } from './bulk-write.ts';
import { findBarSeries } from './price-bars.ts';
import { type Db, prepared } from './sqlite.ts';

/** All as long as `days`; NaN is what the file does not say. Prices in the series' currency, volume in shares. */
export type NewBars = {
  /** Ascending, each once. */
  days: ArrayLike<number>;
  open: ArrayLike<number>;
  high: ArrayLike<number>;
  low: ArrayLike<number>;
  close: ArrayLike<number>;
  volume: ArrayLike<number>;
  marketCap: ArrayLike<number>;
};

/** A bar as the store has it, with the import that said it last. */
export type HeldBar = [
  day: number,
  open: number | null,
  high: number | null,
  low: number | null,
  close: number,
  volume: number | null,
  marketCap: number | null,
  importId: number,
];

const BAR = 'INSERT OR REPLACE INTO price_bar (series_key, day, open, high, low, close, volume, market_cap, import_id)';
const VERSION =
  'INSERT OR IGNORE INTO bar_version (series_key, day, open, high, low, close, volume, market_cap, import_id)';

/** The key of the series, made where there is none; a currency is added to one that had none. */
export function ensureBarSeries(
  db: Db,
  { securityId, adjustment, currency }: { securityId: string; adjustment: Adjustment; currency: string },
): number {
  const found = findBarSeries(db, securityId, adjustment);
  if (found === undefined) {
    const sql = 'INSERT INTO bar_series (security_id, adjustment, currency, bar_count) VALUES (?, ?, ?, 0)';
    return Number(prepared(db, sql).run(securityId, adjustment, currency).lastInsertRowid);
  }
  if (found.currency === '' && currency !== '') {
    prepared(db, 'UPDATE bar_series SET currency = ? WHERE key = ?').run(currency, found.key);
  }
  return found.key;
}

/** Inside a transaction. A bar that is new is added, one that says something else takes its place and keeps what was said before. */
export function mergeBars(
  db: Db,
  { seriesKey, importId }: { seriesKey: number; importId: number },
  bars: NewBars,
): BarCounts {
  const counts: BarCounts = { added: 0, changed: 0, unchanged: 0 };
  const { days } = bars;
  if (days.length === 0) return counts;
  const held = readHeldBars(db, seriesKey, days[0], days[days.length - 1]);
  const written = new BulkWrite(db, BAR, 9);
  const versions = new BulkWrite(db, VERSION, 9);
  const confirmed = new ConfirmedRuns();
  let at = 0;
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index];
    if (index > 0 && day <= days[index - 1]) throw new Error(`Day ${day} after ${days[index - 1]}: not ascending`);
    // Days that the file leaves out are not confirmed by it.
    for (; at < held.length && held[at][0] < day; at += 1) confirmed.end();
    const said = statementAt(bars, index);
    const there = at < held.length && held[at][0] === day ? held[at] : undefined;
    if (there !== undefined) at += 1;
    if (there === undefined) {
      written.add(seriesKey, day, ...columnsOf(said), importId);
      counts.added += 1;
    } else if (isConfirmed(statementOf(there), said)) {
      confirmed.add(day, fieldsOf(said));
      counts.unchanged += 1;
    } else {
      // Of the first that differs the former too; what differed before is there already.
      versions.add(seriesKey, ...there);
      versions.add(seriesKey, day, ...columnsOf(said), importId);
      written.add(seriesKey, day, ...columnsOf(foldStatement(statementOf(there), said)), importId);
      counts.changed += 1;
    }
  }
  written.end();
  versions.end();
  confirmed.write(db, seriesKey, importId);
  noteSpan(db, importId, seriesKey, days[0], days[days.length - 1]);
  summariseBars(db, seriesKey);
  return counts;
}

/** `restated`: where closes differ, the place of the first in the arrays, what it was, and how many there are. */
export type Comparison = BarCounts & { restated: { at: number; before: number; count: number } | null };

/** What a merge would do, without doing it. */
export function compareBars(db: Db, seriesKey: number, bars: NewBars): Comparison {
  const compared: Comparison = { added: 0, changed: 0, unchanged: 0, restated: null };
  const { days, close } = bars;
  if (days.length === 0) return compared;
  const held = readHeldBars(db, seriesKey, days[0], days[days.length - 1]);
  let place = 0;
  for (let at = 0; at < days.length; at += 1) {
    while (place < held.length && held[place][0] < days[at]) place += 1;
    if (held[place]?.[0] !== days[at]) {
      compared.added += 1;
      continue;
    }
    const there = statementOf(held[place]);
    if (isConfirmed(there, statementAt(bars, at))) compared.unchanged += 1;
    else compared.changed += 1;
    if (there.close === close[at]) continue;
    compared.restated ??= { at, before: there.close, count: 0 };
    compared.restated.count += 1;
  }
  return compared;
}

/** In the order of time. */
export function readHeldBars(db: Db, seriesKey: number, first: number, last: number): HeldBar[] {
  const sql = `SELECT day, open, high, low, close, volume, market_cap, import_id FROM price_bar
    WHERE series_key = ? AND day BETWEEN ? AND ? ORDER BY day`;
  return prepared<HeldBar>(db, sql).raw().all(seriesKey, first, last);
}

/** Brings what lists show of the series up to date; a series without bars goes. */
export function summariseBars(db: Db, seriesKey: number): void {
  const sql = 'SELECT day, close, market_cap FROM price_bar WHERE series_key = ? ORDER BY day DESC LIMIT 2';
  const [last, previous] = prepared<{ day: number; close: number; market_cap: number | null }>(db, sql).all(seriesKey);
  if (last === undefined) {
    prepared(db, 'DELETE FROM bar_series WHERE key = ?').run(seriesKey);
    return;
  }
  const update = `UPDATE bar_series SET last_day = ?, last_close = ?, previous_close = ?, market_cap = ?,
      (first_day, bar_count) = (SELECT min(day), count(*) FROM price_bar WHERE series_key = key) WHERE key = ?`;
  prepared(db, update).run(last.day, last.close, previous?.close ?? null, last.market_cap, seriesKey);
}

export function statementOf([, open, high, low, close, volume, marketCap]: HeldBar): Statement {
  return { open, high, low, close, volume, marketCap };
}

/** In the order of the tables' columns. */
export function columnsOf({ open, high, low, close, volume, marketCap }: Statement) {
  return [open, high, low, close, volume, marketCap] as const;
}

function statementAt({ open, high, low, close, volume, marketCap }: NewBars, at: number): Statement {
  const said = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    open: said(open[at]),
    high: said(high[at]),
    low: said(low[at]),
    close: close[at],
    volume: said(volume[at]),
    marketCap: said(marketCap[at]),
  };
}

type Run = { first: number; last: number; fields: number };

/** Days in ascending order as runs of the same fields, with no bar between them of which the file said nothing. */
class ConfirmedRuns {
  readonly #runs: Run[] = [];
  #isOpen = false;

  add(day: number, fields: number): void {
    const run = this.#runs.at(-1);
    if (this.#isOpen && run?.fields === fields) run.last = day;
    else this.#runs.push({ first: day, last: day, fields });
    this.#isOpen = true;
  }

  end(): void {
    this.#isOpen = false;
  }

  write(db: Db, seriesKey: number, importId: number): void {
    const sql = 'INSERT INTO bar_confirmation (series_key, import_id, first, last, fields) VALUES (?, ?, ?, ?, ?)';
    for (const { first, last, fields } of this.#runs) prepared(db, sql).run(seriesKey, importId, first, last, fields);
  }
}

function noteSpan(db: Db, importId: number, seriesKey: number, first: number, last: number): void {
  prepared(db, 'INSERT INTO bar_import_series VALUES (?, ?, ?, ?)').run(importId, seriesKey, first, last);
}
