/** The vault's data key from what its owner knows, or from the operating system's key store. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { VaultProof } from '../../shared/vault-methods.ts';
import type { KeyStore } from './key-store.ts';
import { readRecoveryKey } from './recovery-key.ts';
import { openWithKeyStore, openWithPassphrase, openWithRecovery, type VaultHeader } from './vault-header.ts';

/** The data key, as `proof` opens it. Throws 'wrong-passphrase'. */
export async function dataKeyOf(header: VaultHeader, proof: VaultProof): Promise<Buffer> {
  const dataKey =
    'passphrase' in proof
      ? await openWithPassphrase(header, proof.passphrase)
      : openWithRecovery(header, bitsOf(proof.recoveryKey));
  if (dataKey !== null) return dataKey;
  const key = 'passphrase' in proof ? 'vault.wrongPassphrase' : 'vault.wrongRecoveryKey';
  throw new AppError('wrong-passphrase', message(key));
}

/** Of a recovery key as typed. Throws 'wrong-passphrase' where it is mistyped. */
export function bitsOf(typed: string): Buffer {
  const bits = readRecoveryKey(typed);
  if (bits === null) throw new AppError('wrong-passphrase', message('vault.mistypedRecoveryKey'));
  return bits;
}

/** The data key, as this machine's key store opens it. Throws 'key-store' where it does not, or is not there. */
export function dataKeyFrom(keyStore: KeyStore | null, header: VaultHeader): Buffer {
  const dataKey = openWithKeyStore(header, availableStore(keyStore));
  if (dataKey === null) throw new AppError('key-store', message('vault.keyStoreChanged'));
  return dataKey;
}

/** The key store. Throws 'key-store' where there is none that keeps a secret. */
export function availableStore(keyStore: KeyStore | null): KeyStore {
  if (keyStore === null || !keyStore.isAvailable()) throw new AppError('key-store', message('vault.noKeyStore'));
  return keyStore;
}
