/**
 * Imports of series: what was read from a file at one time, a filing in it, or typed at one go. Each version
 * of an observation names its import, and is known from the import's day.
 */
import { localDay } from '../../shared/local-day.ts';
import { type Db, prepared } from './sqlite.ts';

export type NewImport = {
  /** `filing`: a part of a file that has a day and a reference of its own; `hand`: typed. */
  kind: 'file' | 'filing' | 'hand';
  /** Of a filing: the import of its file. */
  partOf?: number;
  /** ISO 8601, UTC. */
  at: string;
  /** ISO date; the day of `at` where the user is, if left out. */
  knownFrom?: string;
  fileName?: string;
  sha256?: string;
  /** What the source calls it: the accession number of a filing. */
  reference?: string;
  vendor?: string;
  /** JSON. */
  mapping?: string;
};

export type ImportCounts = { rowCount: number; added: number; restated: number; unchanged: number };

export type StoredImport = {
  id: number;
  kind: NewImport['kind'];
  partOf: number | null;
  at: string;
  knownFrom: string;
  fileName: string;
  reference: string;
  vendor: string;
  isWithdrawn: boolean;
} & ImportCounts;

type ImportRow = {
  id: number;
  kind: NewImport['kind'];
  part_of: number | null;
  at: string;
  known_from: string;
  file_name: string;
  reference: string;
  vendor: string;
  row_count: number;
  added: number;
  restated: number;
  unchanged: number;
  is_withdrawn: number;
};

/** Notes a new import, for observations to be merged under its id; `finishImport` then says what came of it. */
export function addSeriesImport(db: Db, made: NewImport): number {
  const sql = `INSERT INTO series_import (kind, part_of, at, known_from, file_name, sha256, reference, vendor, mapping,
      row_count, added, restated, unchanged, is_withdrawn)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0)`;
  const {
    kind,
    partOf,
    at,
    knownFrom = localDay(at),
    fileName = '',
    sha256 = '',
    reference = '',
    vendor = '',
    mapping,
  } = made;
  const values = [kind, partOf ?? null, at, knownFrom, fileName, sha256, reference, vendor, mapping ?? null];
  return Number(prepared(db, sql).run(...values).lastInsertRowid);
}

export function finishSeriesImport(db: Db, importId: number, counts: ImportCounts): void {
  const { rowCount, added, restated, unchanged } = counts;
  const sql = 'UPDATE series_import SET row_count = ?, added = ?, restated = ?, unchanged = ? WHERE id = ?';
  prepared(db, sql).run(rowCount, added, restated, unchanged, importId);
}

/** Forgets an import that changed nothing. */
export function dropSeriesImport(db: Db, importId: number): void {
  for (const table of ['confirmation', 'import_series']) {
    prepared(db, `DELETE FROM ${table} WHERE import_id = ?`).run(importId);
  }
  prepared(db, 'DELETE FROM series_import WHERE id = ?').run(importId);
}

/** An import of a file with the same content by the same mapping that still stands. */
export function findImportOfFile(db: Db, sha256: string, mapping: string): StoredImport | undefined {
  const sql = `SELECT * FROM series_import WHERE sha256 = ? AND sha256 <> '' AND mapping = ? AND is_withdrawn = 0 LIMIT 1`;
  const row = prepared<ImportRow>(db, sql).get(sha256, mapping);
  return row && rowToImport(row);
}

export function findSeriesImport(db: Db, importId: number): StoredImport | undefined {
  const row = prepared<ImportRow>(db, 'SELECT * FROM series_import WHERE id = ?').get(importId);
  return row && rowToImport(row);
}

/** Files and what was typed, newest first; the filings of a file are in its own row. */
export function listSeriesImports(db: Db): StoredImport[] {
  const sql = 'SELECT * FROM series_import WHERE part_of IS NULL ORDER BY id DESC';
  return prepared<ImportRow>(db, sql).all().map(rowToImport);
}

/** The import and its filings. */
export function partsOfImport(db: Db, importId: number): StoredImport[] {
  const sql = 'SELECT * FROM series_import WHERE id = :importId OR part_of = :importId ORDER BY id';
  return prepared<ImportRow>(db, sql).all({ importId }).map(rowToImport);
}

/** Ids of the imports known only after `day`. */
export function importsKnownAfter(db: Db, day: string): Set<number> {
  const rows = prepared<{ id: number }>(db, 'SELECT id FROM series_import WHERE known_from > ?').all(day);
  return new Set(rows.map(({ id }) => id));
}

function rowToImport(row: ImportRow): StoredImport {
  const { part_of, known_from, file_name, row_count, is_withdrawn, ...rest } = row;
  return {
    id: rest.id,
    kind: rest.kind,
    partOf: part_of,
    at: rest.at,
    knownFrom: known_from,
    fileName: file_name,
    reference: rest.reference,
    vendor: rest.vendor,
    rowCount: row_count,
    added: rest.added,
    restated: rest.restated,
    unchanged: rest.unchanged,
    isWithdrawn: is_withdrawn === 1,
  };
}

/** Whether the import wrote to the series, which may have been deleted since. */
export function hasWrittenTo(db: Db, importId: number, seriesKey: number): boolean {
  return (
    prepared(db, 'SELECT 1 FROM import_series WHERE import_id = ? AND series_key = ?').get(importId, seriesKey) !==
    undefined
  );
}
