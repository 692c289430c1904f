/**
 * The operating system's key store behind the window: Electron's safeStorage, which uses the Keychain, DPAPI, or on
 * Linux the desktop's secret service. Without such a service Electron on Linux falls back to a password that is in
 * its source: that keeps nothing, and counts as none.
 */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { KeyStore } from '../vault/key-store.ts';

/** What of safeStorage is used; Electron's type fits. */
type Storage = {
  isEncryptionAvailable: () => boolean;
  encryptString: (plain: string) => Buffer;
  decryptString: (sealed: Buffer) => string;
  /** On Linux alone. */
  getSelectedStorageBackend?: () => string;
};

/** Backends of Linux that are no secret of anybody's. */
const NO_SECRET = ['basic_text', 'unknown'];

/** @param log takes the reason why the system refused, for the log */
export function keyStoreOver(storage: Storage, platform: NodeJS.Platform, log: (line: string) => void): KeyStore {
  return {
    isAvailable: () =>
      storage.isEncryptionAvailable() &&
      (platform !== 'linux' || !NO_SECRET.includes(storage.getSelectedStorageBackend?.() ?? 'unknown')),
    seal: (secret) => {
      try {
        return storage.encryptString(secret.toString('base64'));
      } catch (error) {
        log(`The key store refused to keep a key: ${nameOf(error)}`);
        throw new AppError('key-store', message('vault.noKeyStore'));
      }
    },
    open: (sealed) => {
      try {
        return Buffer.from(storage.decryptString(sealed), 'base64');
      } catch (error) {
        // What it says of other keys is nobody's business.
        log(`The key store did not give the key: ${nameOf(error)}`);
        return null;
      }
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
