/** The vault's rows: header, manifest and sealed records. Nothing here is readable without the vault's key. */
import type { Sealed } from '../vault/seal.ts';
import { type Db, prepared } from './sqlite.ts';

export type RecordRow = Sealed & { id: string; isArchived: boolean; version: number; checksum: Buffer };
/** A record without its body. */
export type RecordMark = Pick<RecordRow, 'id' | 'version' | 'tag' | 'isArchived'>;
type Row = Sealed & { id: string; is_archived: number; version: number; checksum: Buffer };

/** Null where there is no vault. */
export function findHeader(db: Db): string | null {
  return prepared<{ header: string }>(db, 'SELECT header FROM vault').get()?.header ?? null;
}

export function writeHeaderRow(db: Db, header: string): void {
  const sql =
    'INSERT INTO vault (only, header) VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET header = excluded.header';
  prepared(db, sql).run(header);
}

/** `place` is `root` or a bucket's number. */
export function findManifestPart(db: Db, place: string): Sealed | undefined {
  return prepared<Sealed>(db, 'SELECT nonce, tag, body FROM vault_manifest WHERE place = ?').get(place);
}

export function writeManifestPart(db: Db, place: string, { nonce, tag, body }: Sealed): void {
  prepared(db, 'INSERT OR REPLACE INTO vault_manifest (place, nonce, tag, body) VALUES (?, ?, ?, ?)').run(
    place,
    nonce,
    tag,
    body,
  );
}

export function countRecords(db: Db): number {
  return prepared<{ count: number }>(db, 'SELECT count(*) AS count FROM vault_record').get()?.count ?? 0;
}

/** Of those whose ids begin with the two hexadecimal digits. */
export function listRecordMarks(db: Db, digits: string): RecordMark[] {
  // No sign of an id sorts after g.
  return prepared<Row>(db, 'SELECT id, version, tag, is_archived FROM vault_record WHERE id >= ? AND id < ?')
    .all(digits, `${digits}g`)
    .map(({ id, version, tag, is_archived }) => ({ id, version, tag, isArchived: is_archived === 1 }));
}

/** Live records whose ids begin with the two hexadecimal digits. */
export function listLiveRecords(db: Db, digits: string): RecordRow[] {
  return prepared<Row>(db, 'SELECT * FROM vault_record WHERE id >= ? AND id < ? AND is_archived = 0')
    .all(digits, `${digits}g`)
    .map(recordOfRow);
}

/** Ids that do not begin as those of the vault do. */
export function listOddIds(db: Db): string[] {
  return prepared<{ id: string }>(db, `SELECT id FROM vault_record WHERE id NOT GLOB '[0-9a-f][0-9a-f]*'`)
    .all()
    .map(({ id }) => id);
}

export function findRecord(db: Db, id: string): RecordRow | undefined {
  const row = prepared<Row>(db, 'SELECT * FROM vault_record WHERE id = ?').get(id);
  return row === undefined ? undefined : recordOfRow(row);
}

function recordOfRow({ is_archived, ...row }: Row): RecordRow {
  return { ...row, isArchived: is_archived === 1 };
}

export function writeRecord(db: Db, row: RecordRow): void {
  const sql = `INSERT OR REPLACE INTO vault_record (id, is_archived, version, nonce, tag, checksum, body)
    VALUES (?, ?, ?, ?, ?, ?, ?)`;
  prepared(db, sql).run(row.id, Number(row.isArchived), row.version, row.nonce, row.tag, row.checksum, row.body);
}

export function dropRecord(db: Db, id: string): void {
  prepared(db, 'DELETE FROM vault_record WHERE id = ?').run(id);
}
