/**
 * The vault's header: how its data key is had. The key is random and sealed three times over: under the
 * passphrase (scrypt), under the recovery key, and, where the user wants it, by the operating system's key store.
 * A new passphrase seals the key anew and touches no record.
 */
import { randomBytes, randomUUID, scrypt } from 'node:crypto';
import { z } from 'zod';
import { checksum, deriveKey, KEY_BYTES, type Sealed, seal, unseal } from './seal.ts';

/** OWASP's recommendation for scrypt: 128 MB and half a second. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
/** A header that asks for more was not written by this program. */
const DEAREST = { N: 2 ** 20, r: 16, p: 4 };

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const sealedKeySchema = z.object({ nonce: base64, tag: base64, body: base64 });

const headerSchema = z.object({
  form: z.literal(1),
  vaultId: z.uuid(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  kdf: z.object({
    name: z.literal('scrypt'),
    N: z.number().int().min(2).max(DEAREST.N),
    r: z.number().int().min(1).max(DEAREST.r),
    p: z.number().int().min(1).max(DEAREST.p),
    salt: base64,
  }),
  passphraseKey: sealedKeySchema,
  recoveryKey: sealedKeySchema,
  /** As the operating system's key store gave it; null where it is not to be used. */
  keyStoreKey: base64.nullable(),
  autoLockMinutes: z.number().int().min(1).max(240),
});
export type VaultHeader = z.infer<typeof headerSchema>;

export type NewVault = { header: VaultHeader; dataKey: Buffer };

const DEFAULT_AUTO_LOCK_MINUTES = 10;

/** `recovery` are the bits of the recovery key. */
export async function newHeader(passphrase: string, recovery: Buffer, createdAt: string): Promise<NewVault> {
  const vaultId = randomUUID();
  const dataKey = randomBytes(KEY_BYTES);
  return {
    dataKey,
    header: {
      form: 1,
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
  return { kdf, passphraseKey: written(seal(key, place(vaultId, 'passphrase'), dataKey)) };
}

export function sealUnderRecovery(vaultId: string, dataKey: Buffer, recovery: Buffer) {
  return written(seal(deriveKey(recovery, 'plumbline recovery'), place(vaultId, 'recovery'), dataKey));
}

/** Null where the passphrase is another one. */
export async function openWithPassphrase(header: VaultHeader, passphrase: string): Promise<Buffer | null> {
  const key = await keyOfPassphrase(passphrase, header.kdf);
  return unseal(key, place(header.vaultId, 'passphrase'), read(header.passphraseKey));
}

/** Null where it is the recovery key of another vault. */
export function openWithRecovery({ vaultId, recoveryKey }: VaultHeader, recovery: Buffer): Buffer | null {
  return unseal(deriveKey(recovery, 'plumbline recovery'), place(vaultId, 'recovery'), read(recoveryKey));
}

/** With a checksum, which tells a header that was damaged from a passphrase that is wrong. */
export function writeHeader(header: VaultHeader): string {
  const text = JSON.stringify(header);
  return `${checksum(Buffer.from(text)).toString('hex')} ${text}`;
}

/** Null of a damaged one. */
export function readHeader(written: string): VaultHeader | null {
  const [sum, text] = [written.slice(0, 32), written.slice(33)];
  if (checksum(Buffer.from(text)).toString('hex') !== sum) return null;
  const header = headerSchema.safeParse(JSON.parse(text));
  return header.success ? header.data : null;
}

function place(vaultId: string, by: 'passphrase' | 'recovery'): string {
  return `plumbline vault key\n${vaultId}\n${by}`;
}

/** Of the passphrase in the one form that Unicode has for it, whichever way it was typed. */
function keyOfPassphrase(passphrase: string, { N, r, p, salt }: VaultHeader['kdf']): Promise<Buffer> {
  const maxmem = 256 * N * r * p;
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), KEY_BYTES, { N, r, p, maxmem }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

function written({ nonce, tag, body }: Sealed) {
  return { nonce: nonce.toString('base64'), tag: tag.toString('base64'), body: body.toString('base64') };
}

function read({ nonce, tag, body }: z.infer<typeof sealedKeySchema>): Sealed {
  return {
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
    body: Buffer.from(body, 'base64'),
  };
}
