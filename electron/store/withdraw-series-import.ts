/**
 * Takes an import of series back. What it added goes, what it restated is again as before; what later
 * imports made of the same periods stays. Where a later import had said the same value again, it stays as that
 * import's. Series that it began and that are empty then go as well.
 */
import { noteChange, type SeriesChange } from './observations.ts';
import { connectWriter } from './open-store.ts';
import { dropSeries } from './series.ts';
import { partsOfImport } from './series-imports.ts';
import { type Db, inTransaction, prepared } from './sqlite.ts';
import {
  type Confirmation,
  countRestatements,
  findConfirmation,
  isThere,
  readConfirmations,
  readVersions,
  type Version,
  writeVersions,
} from './versions.ts';

type Span = { seriesKey: number; first: number; last: number };

/** As `withdrawSeriesImport`, with a connection of its own to the store that lies in the file: for a thread of its own. */
export function withdrawFromFile({ importId, store }: { importId: number; store: string }): string[] {
  const db = connectWriter(store);
  try {
    return withdrawSeriesImport(db, importId);
  } finally {
    db.close();
  }
}

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

function withdrawFromSeries(db: Db, importId: number, span: Span): void {
  const change: SeriesChange = { observations: -dropAdded(db, importId, span), restatements: 0 };
  const ordinals = ordinalsLeft(db, importId, span);
  if (ordinals.length > 0) {
    const confirmations = readConfirmations(db, span.seriesKey);
    const all = readVersions(db, span.seriesKey, ordinals[0], ordinals[ordinals.length - 1]);
    for (const ordinal of ordinals) {
      const before = all.get(ordinal) ?? [];
      const after = without(before, importId, ordinal, confirmations);
      writeVersions(db, span.seriesKey, ordinal, { before, after });
      change.observations += Number(isThere(after)) - Number(isThere(before));
      change.restatements += countRestatements(after) - countRestatements(before);
    }
  }
  noteChange(db, span.seriesKey, change);
}

/** Who said the same again takes the version over. */
function without(
  versions: readonly Version[],
  importId: number,
  ordinal: number,
  confirmations: readonly Confirmation[],
): Version[] {
  const at = versions.findIndex((version) => version.importId === importId);
  const heir = findConfirmation(confirmations, ordinal, versions[at], versions[at + 1]);
  return versions.toSpliced(at, 1, ...(heir === undefined ? [] : [{ ...versions[at], ...heir }]));
}

/** Most of an import: what no other import has said anything of. Gives how many there were. */
function dropAdded(db: Db, importId: number, { seriesKey, first, last }: Span): number {
  const sql = `DELETE FROM observation
    WHERE series_key = :seriesKey AND ordinal BETWEEN :first AND :last AND import_id = :importId
      AND NOT EXISTS (SELECT 1 FROM restatement
        WHERE series_key = :seriesKey AND restatement.ordinal = observation.ordinal)
      AND NOT EXISTS (SELECT 1 FROM confirmation
        WHERE series_key = :seriesKey AND observation.ordinal BETWEEN confirmation.first AND confirmation.last)`;
  return prepared(db, sql).run({ seriesKey, first, last, importId }).changes;
}

function ordinalsLeft(db: Db, importId: number, { seriesKey, first, last }: Span): number[] {
  const sql = ['observation', 'restatement']
    .map(
      (table) => `SELECT ordinal FROM ${table}
        WHERE series_key = :seriesKey AND ordinal BETWEEN :first AND :last AND import_id = :importId`,
    )
    .join(' UNION ')
    .concat(' ORDER BY ordinal');
  const rows = prepared<{ ordinal: number }>(db, sql).all({ seriesKey, first, last, importId });
  return rows.map(({ ordinal }) => ordinal);
}

/** The user may have written to it by hand since: then it stays. */
function dropBegun(db: Db, importId: number): void {
  const sql = `SELECT key FROM series WHERE made_by = ? AND observation_count = 0
    AND NOT EXISTS (SELECT 1 FROM restatement WHERE series_key = series.key)`;
  for (const { key } of prepared<{ key: number }>(db, sql).all(importId)) dropSeries(db, key);
}
