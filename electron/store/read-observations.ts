/** Observations read: of the user's series from one range of the table's key, of others from facts; as known now or on a day. */
import type { Qualifier } from '../../shared/facts.ts';
import { daysOfPeriod } from '../../shared/period-days.ts';
import { ordinalOf } from '../../shared/periods.ts';
import type { Observations } from '../../shared/series.ts';
import type { StoredSeries } from './series.ts';
import { readFactObservations } from './series-facts.ts';
import { importsKnownAfter } from './series-imports.ts';
import { type Db, prepared } from './sqlite.ts';
import { readFormerVersions } from './versions.ts';

/** Ordinals, both inclusive. */
export type OrdinalRange = { first: number; last: number };

/** `asKnownOn`: an ISO date. Undefined is now. */
export function readObservations(
  db: Db,
  stored: StoredSeries,
  range: OrdinalRange,
  asKnownOn: string | undefined,
): Observations {
  if (stored.sourceId !== null) return ofFacts(db, stored, range, asKnownOn);
  const gathered = new Gathered(stored.series.id);
  const later = asKnownOn === undefined ? new Set<number>() : importsKnownAfter(db, asKnownOn);
  const rows = readRows(db, stored.key, range);
  if (asKnownOn === undefined || later.size === 0) {
    for (const [ordinal, value, qualifier, importId] of rows) gathered.add(ordinal, value, qualifier, importId, null);
    return gathered.observations;
  }
  const known = new Map(rows.filter((row) => !later.has(row[3])).map((row) => [row[0], row]));
  for (const [ordinal, versions] of readFormerVersions(db, stored.key, range.first, range.last)) {
    if (known.has(ordinal)) continue;
    const version = versions.findLast(({ knownFrom }) => knownFrom <= asKnownOn);
    if (version === undefined || version.value === null) continue;
    known.set(ordinal, [ordinal, version.value, version.qualifier, version.importId]);
  }
  for (const [ordinal, value, qualifier, importId] of [...known.values()].toSorted(([a], [b]) => a - b)) {
    gathered.add(ordinal, value, qualifier, importId, null);
  }
  return gathered.observations;
}

type Row = [ordinal: number, value: number, qualifier: string | null, importId: number];

function readRows(db: Db, seriesKey: number, { first, last }: OrdinalRange): Row[] {
  const sql = `SELECT ordinal, value, qualifier, import_id AS importId FROM observation
    WHERE series_key = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal`;
  return prepared<Row>(db, sql).raw().all(seriesKey, first, last);
}

/** Facts do not say since when they are known; that a period's figure is known only after its end is certain. */
function ofFacts(
  db: Db,
  stored: StoredSeries,
  { first, last }: OrdinalRange,
  asKnownOn: string | undefined,
): Observations {
  const { id, grain, fiscalYearEnd } = stored.series;
  const day = asKnownOn === undefined ? Number.POSITIVE_INFINITY : ordinalOf('day', asKnownOn);
  const gathered = new Gathered(id);
  for (const { ordinal, value, qualifier, factId } of readFactObservations(db, stored)) {
    if (ordinal < first || ordinal > last || daysOfPeriod(grain, ordinal, fiscalYearEnd).last >= day) continue;
    gathered.add(ordinal, value, qualifier, null, factId);
  }
  return gathered.observations;
}

/** Observations one after the other, with qualifiers and origins where they change. */
class Gathered {
  readonly observations: Observations;
  #importId: number | null | undefined;
  #factId: string | null | undefined;

  constructor(seriesId: string) {
    this.observations = { seriesId, ordinals: [], values: [], qualifiers: [], origins: [] };
  }

  add(ordinal: number, value: number, qualifier: string | null, importId: number | null, factId: string | null): void {
    const { ordinals, values, qualifiers, origins } = this.observations;
    const at = ordinals.length;
    ordinals.push(ordinal);
    values.push(value);
    // The store writes qualifiers only as QUALIFIERS has them.
    if (qualifier !== null && qualifier !== '=') qualifiers.push({ at, qualifier: qualifier as Qualifier });
    if (importId === this.#importId && factId === this.#factId) return;
    origins.push({ at, importId, factId });
    this.#importId = importId;
    this.#factId = factId;
  }
}
