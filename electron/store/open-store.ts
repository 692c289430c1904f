/**
 * Opens the store of a data folder:
 *
 *     const store = openStore(home);   // home/plumbline.sqlite, made where it is missing
 *     …                                // plain functions over store.db: sheets.ts, edits.ts, …
 *     store.close();
 *
 * The order matters: take the lock, look at an existing file without writing (newer? damaged?), back
 * it up where migrations are pending, then run them in one transaction. A file that is refused is
 * left as it was.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { isSound } from './check-store.ts';
import { lockFolder } from './lock.ts';
import { migrations as allMigrations } from './migrations/migrations.ts';
import { type Db, inTransaction, sqliteCode, storeFailure } from './sqlite.ts';

const LONGEST_LOG = 64 * 2 ** 20;

export type Store = { db: Db; file: string; close: () => void };

/** Throws AppError 'in-use', 'newer-version', 'store-corrupt' or 'cannot-write'. */
export function openStore(home: string, migrations: readonly string[] = allMigrations): Store {
  makeFolder(home);
  const unlock = lockFolder(home);
  const file = join(home, 'plumbline.sqlite');
  const backups = join(home, 'backups');
  let db: Db | null = null;
  try {
    if (existsSync(file) && statSync(file).size > 0) inspect(file, backups, migrations.length);
    db = new Database(file);
    db.pragma('journal_mode = WAL');
    db.pragma('foreign_keys = ON');
    db.pragma('synchronous = FULL');
    // After a large import the log would stay as long as it was.
    db.pragma(`journal_size_limit = ${LONGEST_LOG}`);
    migrate(db, backups, migrations);
    const open = db;
    return {
      db,
      file,
      close: () => {
        open.close();
        unlock();
      },
    };
  } catch (error) {
    db?.close();
    unlock();
    throw storeFailure(error, file);
  }
}

/** How long a job waits for the others' short writes. */
const WRITER_WAITS_MS = 30_000;

/**
 * A second connection to a store that this process has open, for a job that writes much in a thread of its
 * own. It sees what is committed; while its transaction lasts, calls that write wait for it (busy-calls.ts).
 */
export function connectWriter(file: string): Db {
  const db = new Database(file, { fileMustExist: true, timeout: WRITER_WAITS_MS });
  db.pragma('foreign_keys = ON');
  db.pragma('synchronous = FULL');
  return db;
}

/** A connection that only reads, for work in a thread of its own. */
export function connectReader(file: string): Db {
  return new Database(file, { fileMustExist: true, readonly: true, timeout: WRITER_WAITS_MS });
}

function makeFolder(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('cannot-write', message('store.cannotWrite', { file: home, reason }));
  }
}

/** Refuses what must not be touched: a store of a newer program, or a damaged one. */
function inspect(file: string, backups: string, known: number): void {
  const corrupt = () => new AppError('store-corrupt', message('store.corruptAtOpen', { file, backups }));
  let db: Db | null = null;
  try {
    db = new Database(file, { readonly: true });
    const version = userVersion(db);
    if (version > known) {
      throw new AppError('newer-version', message('store.newer', { file, version, known }), { version });
    }
    if (!isSound(db, file)) throw corrupt();
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCode(error))) throw corrupt();
    throw error;
  } finally {
    db?.close();
  }
}

function migrate(db: Db, backups: string, migrations: readonly string[]): void {
  const version = userVersion(db);
  if (version === migrations.length) return;
  if (version > 0) backUp(db, backups, version);
  inTransaction(db, () => {
    for (const migration of migrations.slice(version)) db.exec(migration);
    db.pragma(`user_version = ${migrations.length}`);
  });
}

function backUp(db: Db, backups: string, version: number): void {
  mkdirSync(backups, { recursive: true });
  const moment = new Date().toISOString().replace(/[:.]/g, '-');
  db.prepare('VACUUM INTO ?').run(join(backups, `plumbline-v${version}-${moment}.sqlite`));
}

function userVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}
