/**
 * The vault's header: how its data key is had. The key is random and sealed up to three times over: under the
 * passphrase (scrypt), under the recovery key, and, where the user wants it, under a key that the operating system's
 * key store keeps. A new passphrase seals the key anew and touches no record.
 *
 * Whoever kept a copy of a former header and knows its passphrase still has the data key: that is the price of
 * not rewriting the records.
 */
import { randomBytes, randomUUID, scrypt } from 'node:crypto';
import { z } from 'zod';
import type { KeyStore } from './key-store.ts';
import { checksum, deriveKey, KEY_BYTES, type Sealed, seal, unseal, wipeKey } from './seal.ts';

/** OWASP's recommendation for scrypt: 128 MB and half a second. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
/** Of N * r * p: four times the cost above, and 512 MB at most. A header that asks for more would only take the memory away. */
const DEAREST = 4 * COST.N * COST.r * COST.p;
const FORM = 1;

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const sealedKeySchema = z.object({ nonce: base64, tag: base64, body: base64 });
export type SealedKey = z.infer<typeof sealedKeySchema>;

const kdfSchema = z
  .object({
    name: z.literal('scrypt'),
    N: z.number().int().min(2).max(DEAREST),
    r: z.number().int().min(1).max(DEAREST),
    p: z.number().int().min(1).max(DEAREST),
    salt: base64,
  })
  .refine(({ N, r, p }) => Number.isInteger(Math.log2(N)) && N * r * p <= DEAREST);

export const headerSchema = z.object({
  form: z.literal(FORM),
  vaultId: z.uuid(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  kdf: kdfSchema,
  passphraseKey: sealedKeySchema,
  recoveryKey: sealedKeySchema,
  /** `kept` is as the operating system's key store gave it; null where it is not to be used. */
  keyStoreKey: sealedKeySchema.extend({ kept: base64 }).nullable(),
  autoLockMinutes: z.number().int().min(1).max(240),
});
export type VaultHeader = z.infer<typeof headerSchema>;

export type NewVault = { header: VaultHeader; dataKey: Buffer };

export const DEFAULT_AUTO_LOCK_MINUTES = 10;

/** `recovery` are the bits of the recovery key. */
export async function newHeader(passphrase: string, recovery: Buffer, createdAt: string): Promise<NewVault> {
  const vaultId = randomUUID();
  const dataKey = randomBytes(KEY_BYTES);
  return {
    dataKey,
    header: {
      form: FORM,
      vaultId,
      createdAt,
      ...(await sealUnderPassphrase(vaultId, dataKey, passphrase)),
      recoveryKey: sealUnderRecovery(vaultId, dataKey, recovery),
      keyStoreKey: null,
      autoLockMinutes: DEFAULT_AUTO_LOCK_MINUTES,
    },
  };
}

export async function sealUnderPassphrase(
  vaultId: string,
  dataKey: Buffer,
  passphrase: string,
): Promise<Pick<VaultHeader, 'kdf' | 'passphraseKey'>> {
  const kdf = { name: 'scrypt' as const, ...COST, salt: randomBytes(16).toString('base64') };
  const key = await keyOfPassphrase(passphrase, kdf);
  const passphraseKey = written(seal(key, place(vaultId, 'passphrase'), dataKey));
  wipeKey(key);
  return { kdf, passphraseKey };
}

export function sealUnderRecovery(vaultId: string, dataKey: Buffer, recovery: Buffer): SealedKey {
  return written(seal(deriveKey(recovery, 'plumbline recovery'), place(vaultId, 'recovery'), dataKey));
}

/** Under a key of its own, which the key store keeps: what it gives back later is known to be that by whether it opens this. */
export function sealUnderKeyStore(vaultId: string, dataKey: Buffer, keyStore: KeyStore): VaultHeader['keyStoreKey'] {
  const key = randomBytes(KEY_BYTES);
  return {
    ...written(seal(key, place(vaultId, 'key store'), dataKey)),
    kept: keyStore.seal(key).toString('base64'),
  };
}

/** Null where the passphrase is another one. */
export async function openWithPassphrase(header: VaultHeader, passphrase: string): Promise<Buffer | null> {
  const key = await keyOfPassphrase(passphrase, header.kdf);
  const dataKey = unseal(key, place(header.vaultId, 'passphrase'), read(header.passphraseKey));
  wipeKey(key);
  return dataKey;
}

/** Null where it is the recovery key of another vault. */
export function openWithRecovery({ vaultId, recoveryKey }: VaultHeader, recovery: Buffer): Buffer | null {
  return unseal(deriveKey(recovery, 'plumbline recovery'), place(vaultId, 'recovery'), read(recoveryKey));
}

/** Null where the key store does not give the key, or gives another one. */
export function openWithKeyStore({ vaultId, keyStoreKey }: VaultHeader, keyStore: KeyStore): Buffer | null {
  if (keyStoreKey === null) return null;
  const key = keyStore.open(Buffer.from(keyStoreKey.kept, 'base64'));
  if (key === null || key.length !== KEY_BYTES) return null;
  return unseal(key, place(vaultId, 'key store'), read(keyStoreKey));
}

/** With a checksum, which tells a header that was damaged from a passphrase that is wrong. */
export function writeHeader(header: VaultHeader): string {
  const text = JSON.stringify(header);
  return `${checksum(Buffer.from(text)).toString('hex')} ${text}`;
}

export function readHeader(written: string): VaultHeader | 'damaged' | 'newer' {
  const [sum, text] = [written.slice(0, 32), written.slice(33)];
  if (checksum(Buffer.from(text)).toString('hex') !== sum) return 'damaged';
  return parseHeader(parsed(text));
}

/** Of a header as JSON gives it. */
export function parseHeader(given: unknown): VaultHeader | 'damaged' | 'newer' {
  const newer = z.object({ form: z.number().int().gt(FORM) }).safeParse(given);
  if (newer.success) return 'newer';
  const header = headerSchema.safeParse(given);
  return header.success ? header.data : 'damaged';
}

/** Undefined of what is no JSON: then somebody wrote the checksum to it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function place(vaultId: string, by: 'passphrase' | 'recovery' | 'key store'): string {
  return `plumbline vault key\n${vaultId}\n${by}`;
}

/** Of the passphrase in the one form that Unicode has for it, whichever way it was typed. */
function keyOfPassphrase(passphrase: string, { N, r, p, salt }: VaultHeader['kdf']): Promise<Buffer> {
  // What scrypt takes, with its working space: 128 N r + 128 r p, and a little.
  const maxmem = 128 * r * (N + p + 2) + 2 ** 20;
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), KEY_BYTES, { N, r, p, maxmem }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

function written({ nonce, tag, body }: Sealed): SealedKey {
  return { nonce: nonce.toString('base64'), tag: tag.toString('base64'), body: body.toString('base64') };
}

function read({ nonce, tag, body }: SealedKey): Sealed {
  return {
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
    body: Buffer.from(body, 'base64'),
  };
}
