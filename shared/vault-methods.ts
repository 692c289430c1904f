/** The methods of the contract that concern the vault itself. contract.ts takes them in. */
import { z } from 'zod';
import { messageSchema } from './messages.ts';
import { method, nothing } from './method.ts';
import { vaultStatusSchema } from './vault.ts';

const path = z.string().min(1).max(4096);
const jobId = z.string().min(1).max(100);
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

export const vaultImportSchema = z.object({
  /** False where the records went into the vault that was open. */
  isAdopted: z.boolean(),
  added: z.number().int(),
  /** There already with the same content. */
  same: z.number().int(),
  /** There with other content: both are kept. */
  both: z.number().int(),
});
export type VaultImport = z.infer<typeof vaultImportSchema>;

/** Methods that take a secret: never from an argument of a command, which other users of the machine can see. */
export const SECRET_METHODS: readonly string[] = [
  'checkPassphrase',
  'createVault',
  'unlockVault',
  'changePassphrase',
  'newRecoveryKey',
  'exportVaultText',
  'importVault',
];

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
  /**
   * Writes the whole vault as one encrypted file, which opens with the passphrase and the recovery key of now. A job.
   * `path: null` leaves the file with the host for download.
   */
  exportVault: method(
    z.object({ path: path.nullable(), jobId }),
    z.object({
      path: z.string(),
      downloadUrl: z.string().nullable(),
      recordCount: z.number().int(),
      /** Records that do not open any more, and are not in the file. */
      unreadableCount: z.number().int(),
    }),
  ),
  /**
   * Writes what is in the vault as plain text, for anybody to read: Markdown and images in a zip. It has to be confirmed
   * and the passphrase given again. A job.
   */
  exportVaultText: method(
    z.object({ path: path.nullable(), jobId, isConfirmed: z.literal(true), proof: vaultProofSchema }),
    z.object({ path: z.string(), downloadUrl: z.string().nullable(), fileCount: z.number().int() }),
  ),
  /**
   * Takes in a file of exportVault: as the vault where there is none, and else into the open one, where nothing is
   * overwritten. `proof` opens the file. A job; all of it or nothing.
   */
  importVault: method(z.object({ path, proof: vaultProofSchema, jobId }), vaultImportSchema),
  /** Takes Markdown into the open vault: a zip of exportVaultText, one of any Markdown files, or a single one. */
  importVaultText: method(
    z.object({
      file: z.union([z.object({ path }), z.object({ name: z.string().max(255), base64: z.string() })]),
      jobId,
    }),
    vaultImportSchema,
  ),
  /** Takes the vault as it is for right, after the user has seen what is wrong: what cannot be read is removed. */
  acceptVaultFaults: method(nothing, vaultStatusSchema),
} as const;
