/**
 * The vault as the page knows it: whether there is one and whether it is open, nothing of what is in it. Who shows
 * private records drops them on the event `vaultLocked`, and shows them inside a VaultGate.
 */
import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import type { VaultProof } from '../../shared/vault-methods.ts';
import { call } from '../api.ts';
import { following } from '../follow.ts';
import { showFailure } from '../shell/notices.tsx';

type VaultData = {
  /** Null until it is known. */
  status: VaultStatus | null;
  /** What the call threw that should have given the status. */
  failure: unknown;
  /** Shown once after it was made, until the user has kept it. */
  recoveryKey: string | null;
  /** The recovery key with which the vault was opened: the user is asked for another passphrase. */
  recoveredBy: string | null;
};

export const useVault = create<VaultData>(() => ({
  status: null,
  failure: null,
  recoveryKey: null,
  recoveredBy: null,
}));

export async function loadVault(): Promise<void> {
  try {
    adopt(await call('getVaultStatus', {}));
  } catch (failure) {
    useVault.setState({ failure });
  }
}

/** Makes the vault; `recoveryKey` is then to be shown. Throws a CallError. */
export async function createVault(passphrase: string): Promise<void> {
  const { recoveryKey, status } = await call('createVault', { passphrase });
  useVault.setState({ recoveryKey });
  adopt(status);
}

/** Throws a CallError. */
export async function unlockVault(by: VaultProof | { isByKeyStore: true }): Promise<void> {
  const status = await call('unlockVault', { by });
  useVault.setState({ recoveredBy: 'recoveryKey' in by ? by.recoveryKey : null });
  adopt(status);
}

export async function lockVault(): Promise<void> {
  await adoptFrom(call('lockVault', {}));
}

export async function acceptVaultFaults(): Promise<void> {
  await adoptFrom(call('acceptVaultFaults', {}));
}

/** Throws a CallError. */
export async function changePassphrase(proof: VaultProof, passphrase: string): Promise<void> {
  adopt(await call('changePassphrase', { proof, passphrase }));
  useVault.setState({ recoveredBy: null });
}

/** The new one is in `recoveryKey`, to be shown. Throws a CallError. */
export async function renewRecoveryKey(proof: VaultProof): Promise<void> {
  const { recoveryKey } = await call('newRecoveryKey', { proof });
  useVault.setState({ recoveryKey });
}

/** The user has the recovery key in a safe place. */
export function forgetRecoveryKey(): void {
  useVault.setState({ recoveryKey: null });
}

export function keepPassphrase(): void {
  useVault.setState({ recoveredBy: null });
}

/** Takes the answer of a call that changes the vault; a failure becomes a notice. */
export async function adoptFrom(answer: Promise<Output<'getVaultStatus'>>): Promise<void> {
  try {
    adopt(await answer);
  } catch (failure) {
    showFailure(failure);
  }
}

function adopt(status: VaultStatus): void {
  useVault.setState({ status, failure: null });
  if (status.state !== 'open') useVault.setState({ recoveryKey: null, recoveredBy: null });
}

/** What counts as the user's being there. */
const ACTIVITIES = ['keydown', 'pointerdown', 'wheel'] as const;
/** The workbench is told at most this often. */
const TELL_EVERY_MS = 20_000;

/** Follows the vault in this and other windows, and keeps it open while the user is at work; returns how to stop. */
export function followVault(): () => void {
  let toldAt = 0;
  const onActivity = () => {
    const isDue = useVault.getState().status?.state === 'open' && Date.now() - toldAt > TELL_EVERY_MS;
    if (!isDue) return;
    toldAt = Date.now();
    // Where the host cannot be reached the connection notice says so.
    call('keepVaultOpen', {}).catch(() => undefined);
  };
  const stop = following('vaultOpened', 'vaultLocked')(() => void loadVault());
  for (const activity of ACTIVITIES) window.addEventListener(activity, onActivity, { passive: true });
  void loadVault();
  return () => {
    stop();
    for (const activity of ACTIVITIES) window.removeEventListener(activity, onActivity);
  };
}
