/** The vault on the command line: how it stands, locked from outside, out and in. */
import { closeSync, openSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Language } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import type { VaultProof } from '../../shared/vault-methods.ts';
import { connectReader } from '../store/open-store.ts';
import { findHeader } from '../store/vault-rows.ts';
import { askToLock, isMarkedOpen } from '../vault/lock-request.ts';
import { isVaultFile } from '../vault/vault-file.ts';
import { type Call, type CommandOptions, withWorkbench } from './call.ts';
import { printJson } from './output.ts';
import { type PassphraseOptions, readProofs } from './passphrase.ts';

export type ExportOptions = PassphraseOptions & { text?: boolean };

const JOB = { jobId: 'vault' };

/** Also while another Plumbline has the folder. */
export async function vaultStatusCommand(options: CommandOptions): Promise<void> {
  const status = await unlessInUse(
    () => withWorkbench(options, (call) => call('getVaultStatus', {})),
    () => ({ state: stateBeside(options.home) }),
  );
  await printJson(status);
}

/** Where no other Plumbline has the folder, it is locked. */
export async function vaultLockCommand(options: CommandOptions): Promise<void> {
  const state = await unlessInUse(
    () => withWorkbench(options, async (call) => (await call('getVaultStatus', {})).state),
    async () => {
      if (!(await askToLock(options.home))) throw new AppError('in-use', message('cli.vaultNotLocked'));
      return stateBeside(options.home);
    },
  );
  await printJson({ state });
}

export async function vaultExportCommand(options: CommandOptions, file: string, given: ExportOptions): Promise<void> {
  const path = resolve(file);
  const done = await withWorkbench(options, async (call) => {
    const proof = await unlock(call, given, options.language);
    if (given.text !== true) return call('exportVault', { path, ...JOB });
    return call('exportVaultText', { path, ...JOB, isConfirmed: true, proof });
  });
  await printJson(done);
}

export async function vaultImportCommand(
  options: CommandOptions,
  file: string,
  given: PassphraseOptions,
): Promise<void> {
  const path = resolve(file);
  const isEncrypted = isVaultFile(beginningOf(path));
  const done = await withWorkbench(options, async (call) => {
    const exists = (await call('getVaultStatus', {})).state !== 'none';
    if (!exists && !isEncrypted) await needVault(call);
    const prompts = [
      ...(exists ? [message('cli.passphrase')] : []),
      ...(isEncrypted ? [message('cli.passphraseOfFile')] : []),
    ];
    const [first, last = first] = await readProofs(given, prompts, options.language);
    if (exists) await call('unlockVault', { by: first });
    if (!isEncrypted) return call('importVaultText', { file: { path }, ...JOB });
    return call('importVault', { path, proof: last, ...JOB });
  });
  await printJson(done);
}

/** Asks for the passphrase, or the recovery key, and opens the vault. Gives what opened it. */
export async function unlock(call: Call, given: PassphraseOptions, language: Language): Promise<VaultProof> {
  await needVault(call);
  const [proof] = await readProofs(given, [message('cli.passphrase')], language);
  await call('unlockVault', { by: proof });
  return proof;
}

/** Throws AppError 'vault-missing', before a passphrase is asked for that opens nothing. */
async function needVault(call: Call): Promise<void> {
  if ((await call('getVaultStatus', {})).state === 'none') {
    throw new AppError('vault-missing', message('vault.missing'));
  }
}

async function unlessInUse<T>(alone: () => Promise<T>, beside: () => T | Promise<T>): Promise<T> {
  try {
    return await alone();
  } catch (error) {
    if (error instanceof AppError && error.code === 'in-use') return beside();
    throw error;
  }
}

/** Of the vault of a folder that another process has. */
function stateBeside(home: string): 'none' | 'locked' | 'open' {
  const db = connectReader(join(home, 'plumbline.sqlite'));
  try {
    if (findHeader(db) === null) return 'none';
  } finally {
    db.close();
  }
  return isMarkedOpen(home) ? 'open' : 'locked';
}

function beginningOf(path: string): Buffer {
  const bytes = Buffer.alloc(32);
  try {
    const file = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('not-found', message('cli.cannotRead', { path, reason }));
  }
}
