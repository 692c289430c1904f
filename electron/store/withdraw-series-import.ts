/**
 * Takes an import of series back. What it added goes, what it restated is again as before; what later
 * imports made of the same periods stays. Where a later import had said the same value again, it stays as that
 * import's. Series that it began and that are empty then go as well.
 */

import { noteChange, type SeriesChange } from './observations.ts';
import { dropSeries } from './series.ts';
import { partsOfImport } from './series-imports.ts';
import { type Db, inTransaction, prepared } from './sqlite.ts';
import { countRestatements, findConfirmation, isThere, readVersions, type Version, writeVersions } from './versions.ts';

type Span = { seriesKey: number; first: number; last: number };

/** Of a file with its filings. Gives the ids of the series that it had written to. */
export function withdrawSeriesImport(db: Db, importId: number): string[] {
  return inTransaction(db, () => {
    const seriesIds = new Set<string>();
    const nameOf = prepared<{ id: string }>(db, 'SELECT id FROM series WHERE key = ?');
    for (const part of partsOfImport(db, importId).reverse()) {
      const spans = prepared<Span>(
        db,
        'SELECT series_key AS seriesKey, first, last FROM import_series WHERE import_id = ?',
      ).all(part.id);
      // Else a withdrawn import could take over from another one.
      prepared(db, 'DELETE FROM confirmation WHERE import_id = ?').run(part.id);
      for (const span of spans) {
        const id = nameOf.get(span.seriesKey)?.id;
        if (id !== undefined) seriesIds.add(id);
        withdrawFromSeries(db, part.id, span);
      }
      prepared(db, 'DELETE FROM import_series WHERE import_id = ?').run(part.id);
      prepared(db, 'UPDATE series_import SET is_withdrawn = 1 WHERE id = ?').run(part.id);
      dropBegun(db, part.id);
    }
    return [...seriesIds];
  });
}

function withdrawFromSeries(db: Db, importId: number, { seriesKey, first, last }: Span): void {
  const change: SeriesChange = { observations: 0, restatements: 0 };
  for (const [ordinal, versions] of readVersions(db, seriesKey, first, last)) {
    const at = versions.findIndex((version) => version.importId === importId);
    if (at < 0) continue;
    const confirmation = findConfirmation(db, seriesKey, ordinal, versions[at], versions[at + 1]);
    const inItsPlace: Version[] = confirmation === undefined ? [] : [{ ...versions[at], ...confirmation }];
    const kept = versions.toSpliced(at, 1, ...inItsPlace);
    writeVersions(db, seriesKey, ordinal, kept);
    change.observations += Number(isThere(kept)) - Number(isThere(versions));
    change.restatements += countRestatements(kept) - countRestatements(versions);
  }
  noteChange(db, seriesKey, change);
}

/** The user may have written to it by hand since: then it stays. */
function dropBegun(db: Db, importId: number): void {
  const sql = `SELECT key FROM series WHERE made_by = ? AND observation_count = 0
    AND NOT EXISTS (SELECT 1 FROM restatement WHERE series_key = series.key)`;
  for (const { key } of prepared<{ key: number }>(db, sql).all(importId)) dropSeries(db, key);
}
