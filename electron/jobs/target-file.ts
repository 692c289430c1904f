/**
 * The file that a job writes: whether it can be written at all, the temporary file beside it, and
 * the system's refusals in words.
 */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { type MessageKey, message } from '../../shared/messages.ts';

/**
 * The real path of the target (links followed); throws `cannot-write` where it is plain beforehand that
 * it cannot be written, so that nobody waits for a workbook that has no place.
 */
export async function checkWritable(path: string): Promise<string> {
  try {
    const target = resolve(path);
    const folder = await realpath(dirname(target));
    await access(folder, constants.W_OK);
    const existing = await stat(target).catch(unlessMissing);
    if (!existing) return join(folder, basename(target));
    if (!existing.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
    await access(target, constants.W_OK);
    return await realpath(target);
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}

/**
 * Puts the file that `write` makes in the place of `path`: it appears complete or not at all, and an older one stays
 * until then. Throws AppError 'cannot-write' before anything is written where it is plain that it cannot be.
 */
export async function replaceFile<T>(path: string, write: (temporaryPath: string) => Promise<T>): Promise<T> {
  const targetPath = await checkWritable(path);
  const temporaryPath = temporaryPathFor(targetPath);
  try {
    const output = await write(temporaryPath);
    await rename(temporaryPath, targetPath);
    return output;
  } catch (cause) {
    throw cannotWrite(path, cause);
  } finally {
    await rm(temporaryPath, { force: true });
  }
}

/** A name beside the target, so that the rename stays on one disk; short, as the target's may be as long as names get. */
export function temporaryPathFor(targetPath: string): string {
  return join(dirname(targetPath), `.plumbline-${randomUUID()}.tmp`);
}

const REASONS: Record<string, MessageKey> = {
  ENOENT: 'excel.folderMissing',
  ENOTDIR: 'excel.folderMissing',
  EISDIR: 'excel.isFolder',
  EACCES: 'excel.notPermitted',
  EPERM: 'excel.notPermitted',
  EROFS: 'excel.notPermitted',
  EBUSY: 'excel.fileBusy',
  ETXTBSY: 'excel.fileBusy',
  ENOSPC: 'excel.diskFull',
  EDQUOT: 'excel.diskFull',
  EFBIG: 'excel.diskFull',
  ENAMETOOLONG: 'excel.nameTooLong',
};

/** The AppError for what the operating system said about `path`; any other error is returned as it is. */
export function cannotWrite(path: string, cause: unknown): unknown {
  const code = systemCode(cause);
  if (cause instanceof AppError || code === null) return cause;
  return new AppError('cannot-write', message(REASONS[code] ?? 'excel.cannotWrite', { path, reason: code }), {
    path,
    reason: code,
  });
}

function systemCode(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

function unlessMissing(cause: unknown): null {
  if (systemCode(cause) === 'ENOENT') return null;
  throw cause;
}
