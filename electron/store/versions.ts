/**
 * The versions of one observation: what each import made of it, in the order in which it became known.
 *
 * The latest lies in table observation, the others in restatement; a version that takes the value away has
 * none, and lies in restatement even as the latest. An import that said what was known already is no
 * version: it is in table confirmation, and takes a version over when the version's own import goes.
 */
import type { Qualifier } from '../../shared/facts.ts';
import { type Db, prepared } from './sqlite.ts';

export type Version = {
  importId: number;
  /** ISO date. */
  knownFrom: string;
  /** Null where the value was taken away. */
  value: number | null;
  /** Null of a plain `=`. */
  qualifier: Qualifier | null;
};

/** When something became known: on the day of its import, and on one day in the order of imports. */
export type Moment = Pick<Version, 'importId' | 'knownFrom'>;

export function compareMoments(a: Moment, b: Moment): number {
  if (a.knownFrom !== b.knownFrom) return a.knownFrom < b.knownFrom ? -1 : 1;
  return a.importId - b.importId;
}

/** Whether the second changed nothing. */
export function isSameValue(a: Pick<Version, 'value' | 'qualifier'>, b: Pick<Version, 'value' | 'qualifier'>): boolean {
  return a.value === b.value && a.qualifier === b.qualifier;
}

type VersionRow = { ordinal: number; import_id: number; known_from: string; value: number | null; qualifier: string };

/** All versions of the observations between two ordinals, by ordinal and oldest first. */
export function readVersions(db: Db, seriesKey: number, first: number, last: number): Map<number, Version[]> {
  const sql = `SELECT ordinal, import_id, known_from, value, qualifier FROM (
      SELECT ordinal, import_id, value, qualifier FROM restatement WHERE series_key = :seriesKey AND ordinal BETWEEN :first AND :last
      UNION ALL
      SELECT ordinal, import_id, value, qualifier FROM observation WHERE series_key = :seriesKey AND ordinal BETWEEN :first AND :last
    ) JOIN series_import ON series_import.id = import_id ORDER BY ordinal, known_from, import_id`;
  const versions = new Map<number, Version[]>();
  for (const row of prepared<VersionRow>(db, sql).iterate({ seriesKey, first, last })) {
    const version = rowToVersion(row);
    const others = versions.get(row.ordinal);
    if (others === undefined) versions.set(row.ordinal, [version]);
    else others.push(version);
  }
  return versions;
}

/** Versions other than the latest, as `readVersions`: few, where that has one for each observation. */
export function readFormerVersions(db: Db, seriesKey: number, first: number, last: number): Map<number, Version[]> {
  const sql = `SELECT ordinal, import_id, known_from, value, qualifier FROM restatement
      JOIN series_import ON series_import.id = import_id
    WHERE series_key = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal, known_from, import_id`;
  const rows = prepared<VersionRow>(db, sql).all(seriesKey, first, last);
  return new Map(
    [...Map.groupBy(rows, ({ ordinal }) => ordinal)].map(([ordinal, of]) => [ordinal, of.map(rowToVersion)]),
  );
}

function rowToVersion(row: VersionRow): Version {
  // The store writes qualifiers only as QUALIFIERS has them.
  const qualifier = row.qualifier as Qualifier | null;
  return { importId: row.import_id, knownFrom: row.known_from, value: row.value, qualifier };
}

/** Makes the versions of one observation, which were `before`, to be `after`; both oldest first. */
export function writeVersions(
  db: Db,
  seriesKey: number,
  ordinal: number,
  { before, after }: { before: readonly Version[]; after: readonly Version[] },
): void {
  const [asideBefore, asideAfter] = [versionsAside(before), versionsAside(after)];
  const remove = prepared(db, 'DELETE FROM restatement WHERE series_key = ? AND ordinal = ? AND import_id = ?');
  for (const version of asideBefore) {
    if (!asideAfter.includes(version)) remove.run(seriesKey, ordinal, version.importId);
  }
  const insert = prepared(
    db,
    'INSERT INTO restatement (series_key, ordinal, import_id, value, qualifier) VALUES (?, ?, ?, ?, ?)',
  );
  for (const version of asideAfter) {
    const { importId, value, qualifier } = version;
    if (!asideBefore.includes(version)) insert.run(seriesKey, ordinal, importId, value, qualifier);
  }
  const latest = after.at(-1);
  if (latest !== undefined && latest.value !== null) {
    if (latest === before.at(-1)) return;
    const sql = `INSERT OR REPLACE INTO observation (series_key, ordinal, value, qualifier, import_id) VALUES (?, ?, ?, ?, ?)`;
    prepared(db, sql).run(seriesKey, ordinal, latest.value, latest.qualifier, latest.importId);
  } else {
    prepared(db, 'DELETE FROM observation WHERE series_key = ? AND ordinal = ?').run(seriesKey, ordinal);
  }
}

/** Those in table restatement. */
function versionsAside(versions: readonly Version[]): readonly Version[] {
  return isThere(versions) ? versions.slice(0, -1) : versions;
}

/** A run of observations that an import said as they were. */
export type Confirmation = Moment & { first: number; last: number };

/** Of the series, in the order of their moments. */
export function readConfirmations(db: Db, seriesKey: number): Confirmation[] {
  const sql = `SELECT import_id AS importId, known_from AS knownFrom, first, last FROM confirmation
      JOIN series_import ON series_import.id = import_id
    WHERE series_key = ? ORDER BY known_from, import_id`;
  return prepared<Confirmation>(db, sql).all(seriesKey);
}

/** Who first said the observation again after one moment and before another; undefined where nobody did. */
export function findConfirmation(
  confirmations: readonly Confirmation[],
  ordinal: number,
  after: Moment,
  before: Moment | undefined,
): Moment | undefined {
  const found = confirmations.find(
    (each) =>
      each.first <= ordinal &&
      ordinal <= each.last &&
      compareMoments(each, after) > 0 &&
      (before === undefined || compareMoments(each, before) < 0),
  );
  return found && { importId: found.importId, knownFrom: found.knownFrom };
}

/** How often the value of an observation became another one. */
export function countRestatements(versions: readonly Version[]): number {
  return versions.filter((version, at) => at > 0 && !isSameValue(version, versions[at - 1])).length;
}

/** Whether the observation has a value now. */
export function isThere(versions: readonly Version[]): boolean {
  return (versions.at(-1)?.value ?? null) !== null;
}
