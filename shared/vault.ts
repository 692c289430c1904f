/**
 * The vault: what nobody else may read, encrypted at rest under the user's passphrase.
 *
 * `VAULT_KINDS` names the kinds of private records with their schemas; electron/vault keeps them. Live
 * records are in memory while the vault is open; archived ones (former versions, images) are decrypted
 * when they are asked for. Locked, nothing of any of them is anywhere in plain text.
 */
import { z } from 'zod';
import { noteImageSchema, noteSchema, noteVersionSchema } from './notes.ts';
import { ownRatingSchema } from './ratings.ts';
import { riskAssessmentSchema } from './risks.ts';
import { thesisSchema } from './theses.ts';

export const VAULT_KINDS = {
  note: { schema: noteSchema, isArchived: false },
  noteVersion: { schema: noteVersionSchema, isArchived: true },
  noteImage: { schema: noteImageSchema, isArchived: true },
  ownRating: { schema: ownRatingSchema, isArchived: false },
  thesis: { schema: thesisSchema, isArchived: false },
  riskAssessment: { schema: riskAssessmentSchema, isArchived: false },
} as const;

export type VaultKind = keyof typeof VAULT_KINDS;
export type VaultRecord<K extends VaultKind> = z.infer<(typeof VAULT_KINDS)[K]['schema']>;

export const vaultStatusSchema = z.object({
  state: z.enum(['none', 'locked', 'open']),
  /** Null where there is no vault. ISO 8601, UTC. */
  createdAt: z.string().nullable(),
  /** When it was last written to: known while it is open; a vault that was put back to an earlier state shows by it. */
  changedAt: z.string().nullable(),
  recordCount: z.number().int(),
  /** Records that could not be opened, and what is wrong with them. Empty while it is locked. */
  faults: z.array(
    z.object({
      recordId: z.string(),
      /** Bytes changed by accident; by somebody; an older state of it put back or one taken away; written by a newer program. */
      fault: z.enum(['damaged', 'tampered', 'rolled-back', 'missing', 'foreign', 'unknown-kind']),
    }),
  ),
  /**
   * Whether this host's operating system can keep a key, and whether it keeps this vault's. `gone`: it kept it once, on
   * this host or on another one, and does not give it now.
   */
  keyStore: z.enum(['unavailable', 'off', 'on', 'gone']),
  /** Minutes without activity after which it locks itself. */
  autoLockMinutes: z.number().int().min(1).max(240),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;
