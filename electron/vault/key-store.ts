/**
 * The operating system's key store as the vault uses it: it seals a secret so that only this user on this machine
 * opens it again. Electron's safeStorage is one (window/key-store.ts); a browser tab and the command line have none.
 */
export type KeyStore = {
  /** False where there is none, or one that would not keep a secret. */
  isAvailable: () => boolean;
  seal: (secret: Buffer) => Buffer;
  /** Null where it does not open: another user, another machine, or the store was emptied. */
  open: (sealed: Buffer) => Buffer | null;
};
