/**
 * Daily price bars read: of one security in one adjustment in the order of time, and what is last known of many.
 *
 *     readBars(db, '688111.SH', 'none')
 *     findQuotes(db, securityIds).get('688111.SH')?.close
 */
import { labelAt } from '../../shared/periods.ts';
import { ADJUSTMENTS, type Adjustment, type BarSeries, type Bars, type Quote } from '../../shared/price-bars.ts';
import { type Db, prepared } from './sqlite.ts';

type SeriesRow = {
  key: number;
  security_id: string;
  adjustment: Adjustment;
  currency: string;
  first_day: number;
  last_day: number;
  bar_count: number;
  last_close: number;
  previous_close: number | null;
  market_cap: number | null;
};

type BarRow = [
  day: number,
  open: number | null,
  high: number | null,
  low: number | null,
  close: number,
  volume: number | null,
  importId: number,
];

/** Days since 1970-01-01, both inclusive. Without bars all arrays are empty. */
export function readBars(
  db: Db,
  securityId: string,
  adjustment: Adjustment,
  from = Number.MIN_SAFE_INTEGER,
  to = Number.MAX_SAFE_INTEGER,
): Bars {
  const found = findBarSeries(db, securityId, adjustment);
  const { currency = '', key = -1 } = found ?? {};
  const empty = { days: [], open: [], high: [], low: [], close: [], volume: [], origins: [] };
  const bars: Bars = { securityId, adjustment, currency, ...empty };
  const sql = `SELECT day, open, high, low, close, volume, import_id FROM price_bar
    WHERE series_key = ? AND day BETWEEN ? AND ? ORDER BY day`;
  for (const row of prepared<BarRow>(db, sql).raw().all(key, from, to)) {
    const [day, open, high, low, close, volume, importId] = row;
    if (bars.origins.at(-1)?.importId !== importId) bars.origins.push({ at: bars.days.length, importId });
    bars.days.push(day);
    bars.open.push(open);
    bars.high.push(high);
    bars.low.push(low);
    bars.close.push(close);
    bars.volume.push(volume);
  }
  return bars;
}

/** Days, opens and closes alone: what returns are calculated from, of many securities one after the other. */
export function readCloses(
  db: Db,
  securityId: string,
  adjustment: Adjustment,
  from: number,
  to: number,
): Pick<Bars, 'currency' | 'days' | 'open' | 'close'> {
  const found = findBarSeries(db, securityId, adjustment);
  const closes: Pick<Bars, 'currency' | 'days' | 'open' | 'close'> = {
    currency: found?.currency ?? '',
    days: [],
    open: [],
    close: [],
  };
  if (found === undefined) return closes;
  const sql = `SELECT day, open, close FROM price_bar WHERE series_key = ? AND day BETWEEN ? AND ? ORDER BY day`;
  const rows = prepared<[day: number, open: number | null, close: number]>(db, sql).raw().all(found.key, from, to);
  for (const [day, open, close] of rows) {
    closes.days.push(day);
    closes.open.push(open);
    closes.close.push(close);
  }
  return closes;
}

/** What is last known of each security that has bars, by its id; prices as they were traded where a file gave them. */
export function findQuotes(db: Db, securityIds: readonly string[]): Map<string, Quote> {
  const sql = `SELECT * FROM bar_series WHERE security_id IN (SELECT value FROM json_each(?))`;
  const rows = prepared<SeriesRow>(db, sql).all(JSON.stringify(securityIds));
  const bySecurity = Map.groupBy(rows, ({ security_id }) => security_id);
  return new Map([...bySecurity].map(([securityId, series]) => [securityId, quoteOf(series)]));
}

/** On the day of a split or dividend, the change that a holder had is that of adjusted prices. */
function quoteOf(series: readonly SeriesRow[]): Quote {
  const [first] = series.toSorted((a, b) => ADJUSTMENTS.indexOf(a.adjustment) - ADJUSTMENTS.indexOf(b.adjustment));
  const adjusted = series.find(
    ({ adjustment, last_day, previous_close }) =>
      adjustment === 'forward' && last_day === first.last_day && previous_close !== null,
  );
  const { last_close, previous_close } = adjusted ?? first;
  return {
    securityId: first.security_id,
    adjustment: first.adjustment,
    currency: first.currency,
    day: labelAt('day', first.last_day),
    close: first.last_close,
    change: previous_close === null ? null : last_close / previous_close - 1,
    marketCap: first.market_cap,
  };
}

/** Which bars there are, of some securities or of all. */
export function listBarSeries(db: Db, securityIds?: readonly string[]): BarSeries[] {
  const some = 'WHERE security_id IN (SELECT value FROM json_each(?))';
  const sql = `SELECT * FROM bar_series ${securityIds === undefined ? '' : some} ORDER BY security_id, adjustment`;
  const given = securityIds === undefined ? [] : [JSON.stringify(securityIds)];
  return prepared<SeriesRow>(db, sql)
    .all(...given)
    .map((row) => ({
      securityId: row.security_id,
      adjustment: row.adjustment,
      currency: row.currency,
      first: labelAt('day', row.first_day),
      last: labelAt('day', row.last_day),
      barCount: row.bar_count,
    }));
}

/** The key under which the bars lie, and their currency. */
export function findBarSeries(
  db: Db,
  securityId: string,
  adjustment: Adjustment,
): { key: number; currency: string } | undefined {
  const sql = 'SELECT key, currency FROM bar_series WHERE security_id = ? AND adjustment = ?';
  return prepared<{ key: number; currency: string }>(db, sql).get(securityId, adjustment);
}
