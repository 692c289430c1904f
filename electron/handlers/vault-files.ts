/** The vault out and in: one encrypted file, or plain Markdown. */
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { type Unzipped, unzip, zip } from 'fflate';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { VaultImport } from '../../shared/vault-methods.ts';
import type { Handlers } from '../dispatch.ts';
import { checkPackage } from '../imports/check-package.ts';
import type { JobOptions } from '../jobs/run-job.ts';
import { replaceFile } from '../jobs/target-file.ts';
import { mergeRecords } from '../vault/merge-records.ts';
import type { AnyRecord } from '../vault/sealed-record.ts';
import { recordsOfTextFiles, type TextFiles, textFilesOf } from '../vault/text-files.ts';
import type { Vault, VaultChange } from '../vault/vault.ts';
import { readVaultFile } from '../vault/vault-file.ts';
import type { Context } from './context.ts';
import type { ExportJobs } from './export-jobs.ts';
import type { RunningJobs } from './running-jobs.ts';

type FileMethod = 'exportVault' | 'exportVaultText' | 'importVault' | 'importVaultText';

/** Notes, images and what else there is; a zip ends at 65,535 files. */
const MOST_FILES = 65_000;

export function vaultFileHandlers(
  context: Context,
  exports: ExportJobs,
  jobs: RunningJobs,
): Pick<Handlers, FileMethod> {
  const { vault, host, now } = context;
  return {
    exportVault: async ({ path, jobId }) => {
      const counts = { recordCount: 0, unreadableCount: 0 };
      const target = { path, jobId, title: `Plumbline ${now().slice(0, 10)}`, ending: 'plumbline-vault' };
      // Outside of the job: a locked vault is refused before anything is made.
      const all = readable(vault, counts);
      const parts = vault.fileParts(all);
      const done = await exports.run(target, async (file, options) => {
        await replaceFile(file, (temporaryPath) => writeParts(temporaryPath, parts, options));
        return { path: file, cellCount: 0 };
      });
      return { path: done.path, downloadUrl: done.downloadUrl, ...counts };
    },
    exportVaultText: async ({ path, jobId, proof }) => {
      await vault.prove(proof);
      return jobs.run(jobId, async () => {
        const files = textFilesOf(readable(vault, { recordCount: 0, unreadableCount: 0 }));
        const bytes = await zipped(files);
        const fileCount = Object.keys(files).length;
        const name = `Plumbline ${now().slice(0, 10)}.zip`;
        // For a download it stays in memory: a temporary file would be one more copy for anybody to read.
        if (path === null) return { path: name, downloadUrl: host.offerContent?.(name, bytes) ?? null, fileCount };
        await replaceFile(path, (temporaryPath) => writeParts(temporaryPath, [bytes], {}));
        return { path, downloadUrl: null, fileCount };
      });
    },
    importVault: ({ path, proof, jobId }) =>
      jobs.run(jobId, async ({ onProgress }) => {
        // Into a vault that is locked nothing can be taken.
        const isBroken = vault.exists && !vault.isHeaderWhole;
        if (vault.exists && !isBroken) vault.list('note');
        const bytes = await read(path);
        const said = message('vault.readingFile');
        const { header, dataKey, records } = await readVaultFile(bytes, proof, (share) => onProgress?.(share, said));
        // The export of this very vault has the header that it lost.
        if (isBroken) await vault.restoreHeader(header, dataKey);
        if (vault.exists) return takeIn(vault, records);
        await vault.adopt(header, dataKey, records.map(put));
        return { isAdopted: true, added: records.length, same: 0, both: 0 };
      }),
    importVaultText: ({ file, jobId }) =>
      jobs.run(jobId, async () => {
        vault.list('note');
        const [name, bytes] =
          'path' in file
            ? [basename(file.path), await read(file.path)]
            : [file.name, Buffer.from(file.base64, 'base64')];
        return takeIn(vault, recordsOfTextFiles(await filesOf(name, bytes), now()));
      }),
  };
}

function takeIn(vault: Vault, records: readonly AnyRecord[]): VaultImport {
  const { changes, ...counts } = mergeRecords(records, (kind, id) => vault.findAny(kind, id));
  if (changes.length > 0) vault.takeIn(changes);
  return { isAdopted: false, ...counts };
}

function put({ kind, record }: AnyRecord): VaultChange {
  // Kind and record were read together; the types of the two cannot be tied together here.
  return { put: kind, record } as VaultChange;
}

function* readable(vault: Vault, counts: { recordCount: number; unreadableCount: number }): Generator<AnyRecord> {
  for (const record of vault.readAll()) {
    if (record === null) counts.unreadableCount++;
    else {
      counts.recordCount++;
      yield record;
    }
  }
}

async function writeParts(
  path: string,
  parts: Iterable<Uint8Array>,
  { onProgress, signal }: JobOptions,
): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for (const part of parts) {
      if (signal?.aborted) throw new AppError('cancelled', message('excel.cancelled'));
      await file.write(part);
      onProgress?.(0, message('vault.writingFile'));
      await pause();
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('not-found', message('cli.cannotRead', { path, reason }));
  }
}

async function filesOf(name: string, bytes: Buffer): Promise<TextFiles> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return { [name]: bytes };
  checkPackage(bytes, MOST_FILES);
  return new Promise<Unzipped>((resolve, reject) => {
    unzip(bytes, (error, files) => (error === null ? resolve(files) : reject(error)));
  });
}

function zipped(files: TextFiles): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip(files, { level: 6 }, (error, bytes) => (error === null ? resolve(bytes) : reject(error)));
  });
}
