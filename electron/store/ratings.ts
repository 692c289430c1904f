/** Rating scales, what brokers said by them, and the indexes that the user chose. */
import type { BenchmarkChoice, IndustryIndex, Rating, RatingScale, RatingView } from '../../shared/ratings.ts';
import { ratingScaleSchema } from '../../shared/ratings.ts';
import { type Db, prepared } from './sqlite.ts';

type ScaleRow = {
  id: string;
  origin: RatingScale['origin'];
  broker_id: string;
  subject_kind: RatingScale['subjectKind'];
  name_zh: string;
  name_en: string;
  source_id: string;
  horizon: string;
  grades: string;
  benchmarks: string;
  note_zh: string;
  note_en: string;
};

type RatingRow = {
  id: string;
  origin: Rating['origin'];
  security_id: string;
  broker_id: string;
  scale_id: string;
  grade_id: string;
  date: string;
  target_price: number | null;
  currency: string;
  source_id: string;
  fact_id: string | null;
  note: string;
};

/** In the order in which they were first put. */
export function listScales(db: Db): RatingScale[] {
  return prepared<ScaleRow>(db, 'SELECT * FROM rating_scale ORDER BY rowid').all().map(rowToScale);
}

export function findScale(db: Db, scaleId: string): RatingScale | undefined {
  const row = prepared<ScaleRow>(db, 'SELECT * FROM rating_scale WHERE id = ?').get(scaleId);
  return row === undefined ? undefined : rowToScale(row);
}

export function putScale(db: Db, scale: RatingScale): void {
  const { id, origin, brokerId, subjectKind, name, sourceId, horizon, grades, benchmarks, note } = scale;
  prepared(
    db,
    `INSERT INTO rating_scale VALUES (:id, :origin, :brokerId, :subjectKind, :nameZh, :nameEn, :sourceId, :horizon,
        :grades, :benchmarks, :noteZh, :noteEn)
      ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, broker_id = excluded.broker_id,
        subject_kind = excluded.subject_kind, name_zh = excluded.name_zh, name_en = excluded.name_en,
        source_id = excluded.source_id, horizon = excluded.horizon, grades = excluded.grades,
        benchmarks = excluded.benchmarks, note_zh = excluded.note_zh, note_en = excluded.note_en`,
  ).run({
    id,
    origin,
    brokerId,
    subjectKind,
    nameZh: name.zh,
    nameEn: name.en,
    sourceId,
    horizon: JSON.stringify(horizon),
    grades: JSON.stringify(grades),
    benchmarks: JSON.stringify(benchmarks),
    noteZh: note.zh,
    noteEn: note.en,
  });
}

export function dropScale(db: Db, scaleId: string): void {
  prepared(db, 'DELETE FROM rating_scale WHERE id = ?').run(scaleId);
}

const RATINGS = `SELECT rating.*, rating_date.date AS own_date FROM rating
  LEFT JOIN rating_date ON rating_date.rating_id = rating.id`;
type ViewRow = RatingRow & { own_date: string | null };

/** Newest first, undated ones last; of one security where it is given. */
export function listRatings(db: Db, securityId?: string): RatingView[] {
  const order = "ORDER BY coalesce(nullif(rating.date, ''), rating_date.date, '') DESC, rating.rowid";
  const rows =
    securityId === undefined
      ? prepared<ViewRow>(db, `${RATINGS} ${order}`).all()
      : prepared<ViewRow>(db, `${RATINGS} WHERE security_id = ? ${order}`).all(securityId);
  return rows.map(rowToView);
}

type LatestRow = Pick<
  RatingRow,
  'security_id' | 'broker_id' | 'scale_id' | 'grade_id' | 'date' | 'target_price' | 'currency' | 'fact_id'
>;

/** What each broker said last, by `today`, of each security; of those in a list where one is given. Undated where nothing else is known. */
export function listLatestRatings(db: Db, today: string, listId?: string): LatestRating[] {
  const within = 'AND security_id IN (SELECT security_id FROM watch_entry WHERE list_id = :listId)';
  const sql = `SELECT security_id, broker_id, scale_id, grade_id, target_price, currency, fact_id,
      coalesce(nullif(rating.date, ''), rating_date.date, '') AS date
    FROM rating LEFT JOIN rating_date ON rating_date.rating_id = rating.id
    WHERE coalesce(nullif(rating.date, ''), rating_date.date, '') <= :today ${listId === undefined ? '' : within}
    ORDER BY 8 DESC, rating.rowid DESC`;
  const rows = prepared<LatestRow>(db, sql).all({ today, ...(listId === undefined ? {} : { listId }) });
  const latest = new Map<string, LatestRow>();
  for (const row of rows) {
    const key = `${row.security_id}\n${row.broker_id}`;
    if (!latest.has(key)) latest.set(key, row);
  }
  return Array.from(latest.values(), rowToLatest);
}

export type LatestRating = Omit<Rating, 'id' | 'origin' | 'sourceId' | 'note'>;

function rowToLatest(row: LatestRow): LatestRating {
  return {
    securityId: row.security_id,
    brokerId: row.broker_id,
    scaleId: row.scale_id,
    gradeId: row.grade_id,
    date: row.date,
    targetPrice: row.target_price,
    currency: row.currency,
    factId: row.fact_id,
  };
}

export function findRating(db: Db, ratingId: string): RatingView | undefined {
  const row = prepared<ViewRow>(db, `${RATINGS} WHERE id = ?`).get(ratingId);
  return row === undefined ? undefined : rowToView(row);
}

/** As it is stored, without the date that the user gave to it. */
export function findRecordedRating(db: Db, ratingId: string): Rating | undefined {
  const row = prepared<RatingRow>(db, 'SELECT * FROM rating WHERE id = ?').get(ratingId);
  return row === undefined ? undefined : rowToRating(row);
}

/** The grades of a scale that ratings use. */
export function gradesInUse(db: Db, scaleId: string): string[] {
  const sql = 'SELECT DISTINCT grade_id AS gradeId FROM rating WHERE scale_id = ?';
  return prepared<{ gradeId: string }>(db, sql)
    .all(scaleId)
    .map(({ gradeId }) => gradeId);
}

export function putRating(db: Db, rating: Rating): void {
  prepared(
    db,
    `INSERT INTO rating VALUES (:id, :origin, :securityId, :brokerId, :scaleId, :gradeId, :date, :targetPrice,
        :currency, :sourceId, :factId, :note)
      ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, security_id = excluded.security_id,
        broker_id = excluded.broker_id, scale_id = excluded.scale_id, grade_id = excluded.grade_id,
        date = excluded.date, target_price = excluded.target_price, currency = excluded.currency,
        source_id = excluded.source_id, fact_id = excluded.fact_id, note = excluded.note`,
  ).run(rating);
}

export function dropRating(db: Db, ratingId: string): void {
  prepared(db, 'DELETE FROM rating WHERE id = ?').run(ratingId);
}

/** '' takes it away. */
export function setRatingDate(db: Db, ratingId: string, date: string): void {
  if (date === '') prepared(db, 'DELETE FROM rating_date WHERE rating_id = ?').run(ratingId);
  else prepared(db, 'INSERT OR REPLACE INTO rating_date VALUES (?, ?)').run(ratingId, date);
}

/** '' where the user gave none. */
export function findRatingDate(db: Db, ratingId: string): string {
  const sql = 'SELECT date FROM rating_date WHERE rating_id = ?';
  return prepared<{ date: string }>(db, sql).get(ratingId)?.date ?? '';
}

export function listBenchmarkChoices(db: Db): BenchmarkChoice[] {
  const sql = `SELECT scale_id AS scaleId, market, security_id AS securityId FROM benchmark_choice
    ORDER BY scale_id, market`;
  return prepared<BenchmarkChoice>(db, sql).all();
}

/** Null takes the choice away. */
export function setBenchmark(db: Db, scaleId: string, market: string, securityId: string | null): void {
  if (securityId === null) {
    prepared(db, 'DELETE FROM benchmark_choice WHERE scale_id = ? AND market = ?').run(scaleId, market);
  } else {
    prepared(db, 'INSERT OR REPLACE INTO benchmark_choice VALUES (?, ?, ?)').run(scaleId, market, securityId);
  }
}

export function listIndustryIndexes(db: Db): IndustryIndex[] {
  const sql = 'SELECT industry_id AS industryId, security_id AS securityId FROM industry_index ORDER BY industry_id';
  return prepared<IndustryIndex>(db, sql).all();
}

/** Null takes the choice away. */
export function setIndustryIndex(db: Db, industryId: string, securityId: string | null): void {
  if (securityId === null) prepared(db, 'DELETE FROM industry_index WHERE industry_id = ?').run(industryId);
  else prepared(db, 'INSERT OR REPLACE INTO industry_index VALUES (?, ?)').run(industryId, securityId);
}

function rowToScale(row: ScaleRow): RatingScale {
  return ratingScaleSchema.parse({
    id: row.id,
    origin: row.origin,
    brokerId: row.broker_id,
    subjectKind: row.subject_kind,
    name: { zh: row.name_zh, en: row.name_en },
    sourceId: row.source_id,
    horizon: JSON.parse(row.horizon),
    grades: JSON.parse(row.grades),
    benchmarks: JSON.parse(row.benchmarks),
    note: { zh: row.note_zh, en: row.note_en },
  });
}

function rowToRating(row: RatingRow): Rating {
  return {
    id: row.id,
    origin: row.origin,
    securityId: row.security_id,
    brokerId: row.broker_id,
    scaleId: row.scale_id,
    gradeId: row.grade_id,
    date: row.date,
    targetPrice: row.target_price,
    currency: row.currency,
    sourceId: row.source_id,
    factId: row.fact_id,
    note: row.note,
  };
}

function rowToView(row: ViewRow): RatingView {
  const isDatedByUser = row.date === '' && row.own_date !== null;
  return { ...rowToRating(row), date: row.date || (row.own_date ?? ''), isDatedByUser };
}
