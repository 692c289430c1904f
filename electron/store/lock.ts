/**
 * One process for one data folder.
 *
 * The lock is an exclusive transaction on a SQLite file of its own, held as long as the process
 * lives: the operating system releases it however the process ends, `kill -9` included, on every
 * platform.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { sqliteCode, storeFailure } from './sqlite.ts';

/** Takes the lock or throws AppError 'in-use' at once; the function it returns releases it. */
export function lockFolder(home: string): () => void {
  const file = join(home, 'plumbline.lock');
  let lock: Database.Database | null = null;
  try {
    lock = new Database(file, { timeout: 0 });
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return () => held.close();
  } catch (error) {
    lock?.close();
    if (sqliteCode(error).startsWith('SQLITE_BUSY')) throw new AppError('in-use', message('store.inUse', { home }));
    throw storeFailure(error, file);
  }
}
