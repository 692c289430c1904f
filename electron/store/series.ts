/** Series: their rows, found by id or by what they are a series of. */
import { z } from 'zod';
import { labelAt } from '../../shared/periods.ts';
import { type Series, type SeriesSummary, seriesSchema } from '../../shared/series.ts';
import { dropObservations } from './observations.ts';
import { type Db, prepared } from './sqlite.ts';

export type SeriesRow = {
  key: number;
  id: string;
  origin: string;
  subject_id: string;
  metric_id: string;
  market: string;
  platform: string;
  vendor: string;
  definition: string;
  grain: string;
  unit: string;
  fiscal_year_end: number;
  note_zh: string;
  note_en: string;
  source_id: string | null;
  first: number | null;
  last: number | null;
  observation_count: number;
  restatement_count: number;
};

export type StoredSeries = {
  key: number;
  series: Series;
  /** Of a series over facts: their source. */
  sourceId: string | null;
  /** Ordinals; null of an empty series. Of one over facts always. */
  first: number | null;
  last: number | null;
  observationCount: number;
  restatementCount: number;
};

const enums = z.object(seriesSchema.pick({ origin: true, grain: true }).shape);

/** What a series is a series of: no two of one origin have all of it alike. */
export type Dimensions = Pick<
  Series,
  'origin' | 'subjectId' | 'metricId' | 'market' | 'platform' | 'vendor' | 'definition' | 'grain'
>;

export function findSeries(db: Db, seriesId: string): StoredSeries | undefined {
  const row = prepared<SeriesRow>(db, 'SELECT * FROM series WHERE id = ?').get(seriesId);
  return row && rowToSeries(row);
}

export function findSeriesByKey(db: Db, key: number): StoredSeries | undefined {
  const row = prepared<SeriesRow>(db, 'SELECT * FROM series WHERE key = ?').get(key);
  return row && rowToSeries(row);
}

export function findSeriesOf(db: Db, of: Dimensions): StoredSeries | undefined {
  const sql = `SELECT * FROM series WHERE subject_id = ? AND metric_id = ? AND market = ? AND platform = ? AND vendor = ?
    AND definition = ? AND grain = ? AND origin = ?`;
  const { subjectId, metricId, market, platform, vendor, definition, grain, origin } = of;
  const values = [subjectId, metricId, market, platform, vendor, definition, grain, origin];
  const row = prepared<SeriesRow>(db, sql).get(...values);
  return row && rowToSeries(row);
}

export type SeriesFilter = { metricIds?: readonly string[]; subjectIds?: readonly string[] };

/** By id. */
export function listStoredSeries(db: Db, { metricIds, subjectIds }: SeriesFilter = {}): StoredSeries[] {
  const conditions: [sql: string, ids: readonly string[]][] = [];
  if (metricIds !== undefined) conditions.push(['metric_id IN (SELECT value FROM json_each(?))', metricIds]);
  if (subjectIds !== undefined) conditions.push(['subject_id IN (SELECT value FROM json_each(?))', subjectIds]);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`;
  const rows = prepared<SeriesRow>(db, `SELECT * FROM series ${where} ORDER BY id`);
  return rows.all(...conditions.map(([, ids]) => JSON.stringify(ids))).map(rowToSeries);
}

/**
 * Makes the series or changes what is said of it; its observations stay. Gives its key.
 * `sourceId`: of a series over facts; `madeBy`: the import that begins it.
 */
export function putSeriesRow(
  db: Db,
  series: Series,
  { sourceId = null, madeBy = null }: { sourceId?: string | null; madeBy?: number | null } = {},
): number {
  const sql = `INSERT INTO series (id, origin, subject_id, metric_id, market, platform, vendor, definition, grain, unit,
      fiscal_year_end, note_zh, note_en, source_id, made_by, observation_count, restatement_count)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
    ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, subject_id = excluded.subject_id,
      metric_id = excluded.metric_id, market = excluded.market, platform = excluded.platform, vendor = excluded.vendor,
      definition = excluded.definition, grain = excluded.grain, unit = excluded.unit,
      fiscal_year_end = excluded.fiscal_year_end, note_zh = excluded.note_zh, note_en = excluded.note_en,
      source_id = excluded.source_id
    RETURNING key`;
  const { id, origin, subjectId, metricId, market, platform, vendor, definition, grain, unit, note } = series;
  const row = prepared<{ key: number }>(db, sql).get(
    id,
    origin,
    subjectId,
    metricId,
    market,
    platform,
    vendor,
    definition,
    grain,
    unit,
    series.fiscalYearEnd,
    note.zh,
    note.en,
    sourceId,
    madeBy,
  );
  if (row === undefined) throw new Error(`${id} was not written`);
  return row.key;
}

/**
 * The series of these dimensions for an import to write to, made where there is none. An existing one keeps its
 * unit, which values must be brought to.
 */
export function ensureSeries(
  db: Db,
  series: Omit<Series, 'id'>,
  importId: number,
): { key: number; id: string; unit: string; isNew: boolean } {
  const found = findSeriesOf(db, series);
  if (found !== undefined) return { key: found.key, id: found.series.id, unit: found.series.unit, isNew: false };
  const id = freeSeriesId(db, series);
  const key = putSeriesRow(db, { ...series, id }, { madeBy: importId });
  return { key, id, unit: series.unit, isNew: true };
}

/** With its observations. */
export function dropSeries(db: Db, key: number): void {
  dropObservations(db, key);
  prepared(db, 'DELETE FROM series WHERE key = ?').run(key);
}

const LONGEST_ID = 200;

/** `downloads/chatgpt/overseas/ios/点点数据`, of made-up numbers with `demonstration` before it; with the grain or a number where that is taken. */
function freeSeriesId(db: Db, of: Dimensions): string {
  const { metricId, subjectId, market, platform, vendor, definition, grain, origin } = of;
  const parts = [metricId, subjectId, market, platform, vendor, definition].filter((part) => part !== '');
  const marked = origin === 'demonstration' ? ['demonstration', ...parts] : parts;
  const stem = marked
    .map((part) => part.trim().replace(/[\s"]+/gu, '-'))
    .join('/')
    .slice(0, LONGEST_ID - 24)
    .toWellFormed();
  const isTaken = (id: string) => findSeries(db, id) !== undefined;
  const endings = ['', `/${grain}`];
  for (let number = 2; ; number += 1) {
    const id = `${stem}${endings.shift() ?? `/${grain}-${number}`}`;
    if (!isTaken(id)) return id;
  }
}

export function summaryOf({ series, first, last, observationCount, restatementCount }: StoredSeries): SeriesSummary {
  const label = (ordinal: number | null) => (ordinal === null ? '' : labelAt(series.grain, ordinal));
  return { ...series, first: label(first), last: label(last), observationCount, restatementCount };
}

function rowToSeries(row: SeriesRow): StoredSeries {
  const series: Series = {
    id: row.id,
    ...enums.parse(row),
    subjectId: row.subject_id,
    metricId: row.metric_id,
    market: row.market,
    platform: row.platform,
    vendor: row.vendor,
    definition: row.definition,
    unit: row.unit,
    fiscalYearEnd: row.fiscal_year_end,
    note: { zh: row.note_zh, en: row.note_en },
  };
  return {
    key: row.key,
    series,
    sourceId: row.source_id,
    first: row.first,
    last: row.last,
    observationCount: row.observation_count,
    restatementCount: row.restatement_count,
  };
}
