/** The methods of the contract that concern the vault itself. contract.ts takes them in. */
import { z } from 'zod';
import { messageSchema } from './messages.ts';
import { method, nothing } from './method.ts';
import { vaultStatusSchema } from './vault.ts';

/** Longer than anybody types; `checkPassphrase` says what is too short or too easily guessed. */
const passphrase = z.string().max(1000);
const recoveryKey = z.string().max(200);

/** What proves that it is the vault's owner who asks. */
export const vaultProofSchema = z.union([z.object({ passphrase }), z.object({ recoveryKey })]);
export type VaultProof = z.infer<typeof vaultProofSchema>;

export const passphraseStrengthSchema = z.object({
  /** How many tries a guesser needs that knows how people make passphrases, as a power of ten. */
  guessesLog10: z.number(),
  /** What that takes at ten thousand tries a second: a rack of graphics cards against this vault's key derivation. */
  seconds: z.number(),
  isStrongEnough: z.boolean(),
  /** Why it is refused; null of one that is strong enough. */
  reason: messageSchema.nullable(),
  /** What would make it stronger. */
  suggestions: z.array(messageSchema),
});
export type PassphraseStrength = z.infer<typeof passphraseStrengthSchema>;

export const vaultMethods = {
  getVaultStatus: method(nothing, vaultStatusSchema),
  /** Calculated in the workbench: the passphrase goes nowhere. */
  checkPassphrase: method(z.object({ passphrase }), passphraseStrengthSchema),
  /** Makes the vault and leaves it open. The recovery key is given this once and kept nowhere. */
  createVault: method(z.object({ passphrase }), z.object({ recoveryKey: z.string(), status: vaultStatusSchema })),
  /** By the operating system's key store where `isByKeyStore` is set. */
  unlockVault: method(
    z.object({ by: z.union([vaultProofSchema, z.object({ isByKeyStore: z.literal(true) })]) }),
    vaultStatusSchema,
  ),
  lockVault: method(nothing, vaultStatusSchema),
  /** The user is at work: counts the minutes until it locks itself from now. */
  keepVaultOpen: method(nothing, nothing),
  /** The former passphrase, or the recovery key where it is forgotten, has to be given. No record is rewritten. */
  changePassphrase: method(z.object({ proof: vaultProofSchema, passphrase }), vaultStatusSchema),
  /** A new recovery key, given this once; the former one opens nothing any more. */
  newRecoveryKey: method(z.object({ proof: vaultProofSchema }), z.object({ recoveryKey: z.string() })),
  setAutoLock: method(z.object({ minutes: vaultStatusSchema.shape.autoLockMinutes }), vaultStatusSchema),
  /** Whether the operating system's key store opens the vault, too. */
  setKeyStore: method(z.object({ isOn: z.boolean() }), vaultStatusSchema),
  /** Takes the vault as it is for right, after the user has seen what is wrong: what cannot be read is removed. */
  acceptVaultFaults: method(nothing, vaultStatusSchema),
} as const;
