/** Restatements: what a value was before a later import, and since when each was known. */
import { labelAt } from '../../shared/periods.ts';
import type { Restatement } from '../../shared/series.ts';
import type { StoredSeries } from './series.ts';
import { type Db, prepared } from './sqlite.ts';
import { isSameValue, readVersions } from './versions.ts';

/** Latest period first, and of one period the latest restatement; at most `limit` periods. */
export function listRestatements(db: Db, { key, series }: StoredSeries, limit: number): Restatement[] {
  const sql = 'SELECT DISTINCT ordinal FROM restatement WHERE series_key = ? ORDER BY ordinal DESC LIMIT ?';
  const restated = prepared<{ ordinal: number }>(db, sql).all(key, limit);
  return restated.flatMap(({ ordinal }) => {
    const versions = readVersions(db, key, ordinal, ordinal).get(ordinal) ?? [];
    const period = labelAt(series.grain, ordinal);
    const pairs = versions.slice(1).map((version, at) => ({ former: versions[at], version }));
    return pairs
      .filter(({ former, version }) => !isSameValue(former, version))
      .map(({ former, version }) => ({
        period,
        former: former.value,
        value: version.value,
        knownFrom: former.knownFrom,
        replacedOn: version.knownFrom,
        importId: version.importId,
      }))
      .reverse();
  });
}
