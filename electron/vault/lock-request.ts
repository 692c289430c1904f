/**
 * How another process of the same user has an open vault locked: while it is open there is a small file in the data
 * folder; the word `lock` in it asks, and the file's end says that it is done. After a crash the file may be left
 * behind, and says nothing: whoever has the folder's lock knows better.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const REQUEST = 'lock';
const EVERY_MS = 100;
/** The workbench looks once a second. */
const PATIENCE_MS = 10_000;

const markOf = (home: string) => join(home, 'vault.open');

/** Says to other processes whether the vault is open here. */
export function markOpen(home: string, isOpen: boolean): void {
  if (isOpen) writeFileSync(markOf(home), '', { mode: 0o600 });
  else rmSync(markOf(home), { force: true });
}

export function isMarkedOpen(home: string): boolean {
  return readMark(home) !== null;
}

export function isLockAsked(home: string): boolean {
  return readMark(home) === REQUEST;
}

/** Asks the process that has the vault open to lock it; false where it does not answer. */
export async function askToLock(home: string): Promise<boolean> {
  if (!isMarkedOpen(home)) return true;
  writeFileSync(markOf(home), REQUEST);
  for (let waited = 0; waited < PATIENCE_MS; waited += EVERY_MS) {
    await delay(EVERY_MS);
    if (!isMarkedOpen(home)) return true;
  }
  return false;
}

/** Null where there is no mark. */
function readMark(home: string): string | null {
  try {
    return readFileSync(markOf(home), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
