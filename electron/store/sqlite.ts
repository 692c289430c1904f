/**
 * SQLite as the store uses it: the connection's type, statements prepared once, and SQLite's own
 * failures as the program's.
 */
import Database from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';

export type Db = Database.Database;

const statements = new WeakMap<Db, Map<string, Database.Statement>>();

/** The statement for `sql`, prepared at its first use with this connection. */
export function prepared<Row = unknown>(db: Db, sql: string): Database.Statement<unknown[], Row>;
export function prepared(db: Db, sql: string): Database.Statement {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}

const CANNOT_WRITE = /^SQLITE_(FULL|READONLY|IOERR|CANTOPEN|PERM|AUTH|TOOBIG)/;
const CORRUPT = /^SQLITE_(CORRUPT|NOTADB)/;

export function sqliteCode(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}

/** Whether another connection is writing: the statement, and its transaction, did nothing. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error).startsWith('SQLITE_BUSY');
}

/** Runs `work` in one transaction: all of it is on disk afterwards, or nothing. */
export function inTransaction<T>(db: Db, work: () => T): T {
  return db.transaction(work).immediate();
}

/** A full or read-only disk, a damaged file, or one that stays busy, as an AppError; any other error as it is. Asked at opening and at dispatch. */
export function storeFailure(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  if (isBusy(error)) return new AppError('busy', message('store.busy'));
  if (CORRUPT.test(code)) return new AppError('store-corrupt', message('store.corrupt', { file }));
  if (!CANNOT_WRITE.test(code)) return error;
  const key = code.startsWith('SQLITE_FULL') ? 'store.diskFull' : 'store.cannotWrite';
  return new AppError('cannot-write', message(key, { file, reason: code }));
}
