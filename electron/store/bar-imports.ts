/** Imports of price bars: the files that were read. Each bar names the import that said it last. */
import { type Db, prepared } from './sqlite.ts';

export type NewBarImport = {
  /** ISO 8601, UTC. */
  at: string;
  fileName: string;
  sha256: string;
  /** JSON. */
  mapping: string;
};

export type BarCounts = { added: number; changed: number; unchanged: number };

export type StoredBarImport = {
  id: number;
  at: string;
  fileName: string;
  rowCount: number;
  isWithdrawn: boolean;
  securityIds: string[];
} & BarCounts;

type ImportRow = {
  id: number;
  at: string;
  file_name: string;
  row_count: number;
  added: number;
  changed: number;
  unchanged: number;
  is_withdrawn: number;
  security_ids: string;
};

/** Notes a new import, for bars to be merged under its id; `finishBarImport` then says what came of it. */
export function addBarImport(db: Db, { at, fileName, sha256, mapping }: NewBarImport): number {
  const sql = `INSERT INTO bar_import (at, file_name, sha256, mapping, row_count, added, changed, unchanged, is_withdrawn)
    VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0)`;
  return Number(prepared(db, sql).run(at, fileName, sha256, mapping).lastInsertRowid);
}

export function finishBarImport(db: Db, importId: number, counts: BarCounts & { rowCount: number }): void {
  const sql = `UPDATE bar_import SET row_count = :rowCount, added = :added, changed = :changed, unchanged = :unchanged
    WHERE id = :importId`;
  prepared(db, sql).run({ ...counts, importId });
}

/** Forgets an import that changed nothing. */
export function dropBarImport(db: Db, importId: number): void {
  for (const table of ['bar_confirmation', 'bar_import_series']) {
    prepared(db, `DELETE FROM ${table} WHERE import_id = ?`).run(importId);
  }
  prepared(db, 'DELETE FROM bar_import WHERE id = ?').run(importId);
}

/** The import of a file with the same content by the same mapping that still stands. */
export function findImportOfBarFile(db: Db, sha256: string, mapping: string): number | undefined {
  const sql = 'SELECT id FROM bar_import WHERE sha256 = ? AND mapping = ? AND is_withdrawn = 0 LIMIT 1';
  return prepared<{ id: number }>(db, sql).get(sha256, mapping)?.id;
}

const IMPORTS = `SELECT bar_import.*, (SELECT json_group_array(DISTINCT security_id) FROM bar_import_series
    JOIN bar_series ON bar_series.key = series_key WHERE import_id = bar_import.id) AS security_ids FROM bar_import`;

export function findBarImport(db: Db, importId: number): StoredBarImport | undefined {
  const row = prepared<ImportRow>(db, `${IMPORTS} WHERE id = ?`).get(importId);
  return row && rowToBarImport(row);
}

/** Newest first. */
export function listStoredBarImports(db: Db): StoredBarImport[] {
  return prepared<ImportRow>(db, `${IMPORTS} ORDER BY id DESC`).all().map(rowToBarImport);
}

function rowToBarImport({ file_name, row_count, is_withdrawn, security_ids, ...row }: ImportRow): StoredBarImport {
  const { id, at, added, changed, unchanged } = row;
  const securityIds: string[] = JSON.parse(security_ids);
  return {
    id,
    at,
    fileName: file_name,
    rowCount: row_count,
    added,
    changed,
    unchanged,
    isWithdrawn: is_withdrawn === 1,
    securityIds,
  };
}
