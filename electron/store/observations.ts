/**
 * Writes observations of the user's series, as imports and hands give them:
 *
 *     const importId = addSeriesImport(db, { kind: 'file', at, knownFrom, fileName, sha256, vendor });
 *     const counts = mergeObservations(db, { seriesKey, importId }, { ordinals, values, qualifiers });
 *     …                                             // once or more for each series, in one transaction
 *     finishSeriesImport(db, importId, totals);
 *
 * What is new is added; a value that differs is kept as a restatement; what is said again is noted as
 * confirmed. An import that was known earlier than what is there takes its place among the former versions.
 */
import type { Qualifier } from '../../shared/facts.ts';
import { BulkWrite } from './bulk-write.ts';
import { importsKnownAfter } from './series-imports.ts';
import { type Db, prepared } from './sqlite.ts';
import {
  compareMoments,
  countRestatements,
  findConfirmation,
  isSameValue,
  isThere,
  type Moment,
  readConfirmations,
  readVersions,
  type Version,
  writeVersions,
} from './versions.ts';

export type NewObservations = {
  /** Ascending, each once, and of an import each once for a series. */
  ordinals: ArrayLike<number>;
  /** In the series' unit; NaN takes the value away. */
  values: ArrayLike<number>;
  /** By index, of those that are not plain `=`. */
  qualifiers?: ReadonlyMap<number, Qualifier>;
};

export type MergeCounts = { added: number; restated: number; unchanged: number };

type Held = [ordinal: number, value: number, qualifier: string | null, importId: number];

const OBSERVATION = 'INSERT OR REPLACE INTO observation (series_key, ordinal, value, qualifier, import_id)';
const RESTATEMENT = 'INSERT INTO restatement (series_key, ordinal, import_id, value, qualifier)';

/** Inside a transaction. The series' first, last and counts are kept up. */
export function mergeObservations(
  db: Db,
  { seriesKey, importId }: { seriesKey: number; importId: number },
  { ordinals, values, qualifiers }: NewObservations,
): MergeCounts {
  const counts: MergeCounts = { added: 0, restated: 0, unchanged: 0 };
  if (ordinals.length === 0) return counts;
  const [first, last] = [ordinals[0], ordinals[ordinals.length - 1]];
  const moment = momentOf(db, importId);
  const later = importsKnownAfter(db, moment.knownFrom);
  const held = readHeld(db, seriesKey, first, last);
  const takenAway = readTakenAway(db, seriesKey, first, last);
  const confirmedLater = later.size === 0 ? new Set() : readConfirmedLater(db, seriesKey, moment, first, last);
  const written = new BulkWrite(db, OBSERVATION, 5);
  const aside = new BulkWrite(db, RESTATEMENT, 5);
  const removal = prepared(db, 'DELETE FROM observation WHERE series_key = ? AND ordinal = ?');
  const confirmed = new Runs();
  const change: SeriesChange = { observations: 0, restatements: 0 };
  let before = Number.NEGATIVE_INFINITY;
  let at = 0;
  for (let index = 0; index < ordinals.length; index += 1) {
    const ordinal = ordinals[index];
    if (ordinal <= before) throw new Error(`Ordinal ${ordinal} after ${before}: not ascending`);
    before = ordinal;
    const value = Number.isNaN(values[index]) ? null : values[index];
    const said = qualifiers?.get(index) ?? '=';
    const qualifier = said === '=' ? null : said;
    while (at < held.length && held[at][0] < ordinal) at += 1;
    const current = at < held.length && held[at][0] === ordinal ? held[at] : undefined;
    if (current === undefined ? takenAway.has(ordinal) : later.has(current[3]) || confirmedLater.has(ordinal)) {
      const version: Version = { ...moment, value, qualifier };
      counts[insertVersion(db, seriesKey, ordinal, version, change)] += 1;
    } else if (current === undefined) {
      if (value === null) {
        counts.unchanged += 1;
      } else {
        written.add(seriesKey, ordinal, value, qualifier, importId);
        change.observations += 1;
        counts.added += 1;
      }
    } else if (current[1] === value && current[2] === qualifier) {
      if (current[3] !== importId) confirmed.add(ordinal);
      counts.unchanged += 1;
    } else {
      // The usual restatement: what is there was known before.
      if (current[3] === importId) throw new Error(`Import ${importId} gives ordinal ${ordinal} twice`);
      aside.add(seriesKey, ordinal, current[3], current[1], current[2]);
      if (value !== null) {
        written.add(seriesKey, ordinal, value, qualifier, importId);
      } else {
        aside.add(seriesKey, ordinal, importId, null, null);
        removal.run(seriesKey, ordinal);
        change.observations -= 1;
      }
      change.restatements += 1;
      counts.restated += 1;
    }
  }
  written.end();
  aside.end();
  confirmed.write(db, seriesKey, importId);
  noteSpan(db, importId, seriesKey, first, last);
  noteChange(db, seriesKey, change);
  return counts;
}

/** Takes out all of a series that lies in these tables. */
export function dropObservations(db: Db, seriesKey: number): void {
  for (const table of ['observation', 'restatement', 'confirmation', 'import_series']) {
    prepared(db, `DELETE FROM ${table} WHERE series_key = ?`).run(seriesKey);
  }
}

/** How many observations and restatements more a series has. */
export type SeriesChange = { observations: number; restatements: number };

/** Brings the series' first, last and counts up to date. */
export function noteChange(db: Db, seriesKey: number, { observations, restatements }: SeriesChange): void {
  const sql = `UPDATE series SET
      observation_count = observation_count + :observations,
      restatement_count = restatement_count + :restatements,
      first = (SELECT min(ordinal) FROM observation WHERE series_key = :seriesKey),
      last = (SELECT max(ordinal) FROM observation WHERE series_key = :seriesKey)
    WHERE key = :seriesKey`;
  prepared(db, sql).run({ seriesKey, observations, restatements });
}

function momentOf(db: Db, importId: number): Moment {
  const sql = 'SELECT id AS importId, known_from AS knownFrom FROM series_import WHERE id = ?';
  const moment = prepared<Moment>(db, sql).get(importId);
  if (moment === undefined) throw new Error(`There is no import ${importId}`);
  return moment;
}

function readHeld(db: Db, seriesKey: number, first: number, last: number): Held[] {
  const sql = `SELECT ordinal, value, qualifier, import_id FROM observation
    WHERE series_key = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal`;
  // Rows as arrays: a tenth of an import's time.
  return prepared<Held>(db, sql).raw().all(seriesKey, first, last);
}

/** Ordinals whose value was once taken away, and may be still. */
function readTakenAway(db: Db, seriesKey: number, first: number, last: number): Set<number> {
  const sql = `SELECT ordinal FROM restatement WHERE series_key = ? AND ordinal BETWEEN ? AND ? AND value IS NULL`;
  const rows = prepared<{ ordinal: number }>(db, sql).all(seriesKey, first, last);
  return new Set(rows.map(({ ordinal }) => ordinal));
}

/** Ordinals that an import known later said as they were. */
function readConfirmedLater(db: Db, seriesKey: number, moment: Moment, first: number, last: number): Set<number> {
  const sql = `SELECT max(confirmation.first, :first) AS first, min(confirmation.last, :last) AS last
    FROM confirmation JOIN series_import ON series_import.id = import_id
    WHERE series_key = :seriesKey AND known_from > :knownFrom
      AND confirmation.last >= :first AND confirmation.first <= :last`;
  const { knownFrom } = moment;
  const runs = prepared<{ first: number; last: number }>(db, sql).all({ seriesKey, knownFrom, first, last });
  return new Set(runs.flatMap((run) => Array.from({ length: run.last - run.first + 1 }, (_, at) => run.first + at)));
}

/** Puts a version where it belongs among those that are there. */
function insertVersion(
  db: Db,
  seriesKey: number,
  ordinal: number,
  version: Version,
  change: SeriesChange,
): keyof MergeCounts {
  const versions = readVersions(db, seriesKey, ordinal, ordinal).get(ordinal) ?? [];
  const next = versions.find((other) => compareMoments(other, version) > 0);
  const earlier = versions.filter((other) => compareMoments(other, version) < 0);
  const known = earlier.at(-1) ?? { value: null, qualifier: null };
  if (isSameValue(known, version)) {
    if (earlier.length > 0) new Runs(ordinal).write(db, seriesKey, version.importId);
    return 'unchanged';
  }
  const after = [...earlier, version];
  // Who said the earlier value again, later than this, says it still.
  const confirmation =
    earlier.length > 0 ? findConfirmation(readConfirmations(db, seriesKey), ordinal, version, next) : undefined;
  if (confirmation !== undefined) after.push({ ...known, ...confirmation });
  after.push(...versions.filter((other) => compareMoments(other, version) > 0));
  writeVersions(db, seriesKey, ordinal, { before: versions, after });
  change.observations += Number(isThere(after)) - Number(isThere(versions));
  change.restatements += countRestatements(after) - countRestatements(versions);
  return isThere(versions) || !isThere(after) ? 'restated' : 'added';
}

/** Ordinals in ascending order as runs of neighbours. */
class Runs {
  readonly #runs: [first: number, last: number][] = [];

  constructor(...ordinals: number[]) {
    for (const ordinal of ordinals) this.add(ordinal);
  }

  add(ordinal: number): void {
    const run = this.#runs.at(-1);
    if (run !== undefined && run[1] === ordinal - 1) run[1] = ordinal;
    else this.#runs.push([ordinal, ordinal]);
  }

  write(db: Db, seriesKey: number, importId: number): void {
    const sql = 'INSERT OR IGNORE INTO confirmation (series_key, import_id, first, last) VALUES (?, ?, ?, ?)';
    for (const [first, last] of this.#runs) prepared(db, sql).run(seriesKey, importId, first, last);
  }
}

function noteSpan(db: Db, importId: number, seriesKey: number, first: number, last: number): void {
  const sql = `INSERT INTO import_series (import_id, series_key, first, last) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET first = min(first, excluded.first), last = max(last, excluded.last)`;
  prepared(db, sql).run(importId, seriesKey, first, last);
}
