/** The vault itself: made, opened, locked, its keys changed. What lies in it has handlers of its own. */
import type { VaultStatus } from '../../shared/vault.ts';
import type { Handlers } from '../dispatch.ts';
import { countRecords } from '../store/vault-rows.ts';
import type { AutoLock } from '../vault/auto-lock.ts';
import { checkStrength, passphraseStrength } from '../vault/passphrase-strength.ts';
import { DEFAULT_AUTO_LOCK_MINUTES, type VaultHeader } from '../vault/vault-header.ts';
import type { Context } from './context.ts';

type VaultMethod =
  | 'getVaultStatus'
  | 'checkPassphrase'
  | 'createVault'
  | 'unlockVault'
  | 'lockVault'
  | 'keepVaultOpen'
  | 'changePassphrase'
  | 'newRecoveryKey'
  | 'setAutoLock'
  | 'setKeyStore'
  | 'acceptVaultFaults';

export function vaultHandlers(context: Context, autoLock: Pick<AutoLock, 'keepOpen'>): Pick<Handlers, VaultMethod> {
  const { vault } = context;
  const status = () => vaultStatus(context);
  return {
    getVaultStatus: status,
    checkPassphrase: ({ passphrase }) => passphraseStrength(passphrase),
    createVault: async ({ passphrase }) => {
      await checkStrength(passphrase);
      const recoveryKey = await vault.create(passphrase);
      return { recoveryKey, status: status() };
    },
    unlockVault: async ({ by }) => {
      await vault.unlock(by);
      return status();
    },
    lockVault: () => {
      vault.lock();
      return status();
    },
    keepVaultOpen: () => {
      autoLock.keepOpen();
      return {};
    },
    changePassphrase: async ({ proof, passphrase }) => {
      await checkStrength(passphrase);
      await vault.changePassphrase(proof, passphrase);
      return status();
    },
    newRecoveryKey: async ({ proof }) => ({ recoveryKey: await vault.newRecoveryKey(proof) }),
    setAutoLock: ({ minutes }) => {
      vault.setAutoLock(minutes);
      return status();
    },
    setKeyStore: ({ isOn }) => {
      vault.setKeyStore(isOn);
      return status();
    },
    acceptVaultFaults: () => {
      vault.acceptFaults();
      return status();
    },
  };
}

/** Throws AppError 'vault-damaged' or 'newer-version' where the header cannot be read. */
export function vaultStatus({ vault, store }: Pick<Context, 'vault' | 'store'>): VaultStatus {
  const header = vault.exists ? vault.header : null;
  return {
    state: header === null ? 'none' : vault.isOpen ? 'open' : 'locked',
    createdAt: header?.createdAt ?? null,
    changedAt: vault.changedAt,
    recordCount: countRecords(store.db),
    faults: vault.isOpen ? [...vault.faults] : [],
    keyStore: keyStoreState(header, vault.hasKeyStore),
    autoLockMinutes: header?.autoLockMinutes ?? DEFAULT_AUTO_LOCK_MINUTES,
  };
}

function keyStoreState(header: VaultHeader | null, isAvailable: boolean): VaultStatus['keyStore'] {
  const isKept = header !== null && header.keyStoreKey !== null;
  if (isAvailable) return isKept ? 'on' : 'off';
  return isKept ? 'gone' : 'unavailable';
}
