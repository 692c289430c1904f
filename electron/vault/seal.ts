/**
 * Authenticated encryption of the vault: AES-256-GCM with a random 96-bit nonce. The associated data says
 * what is sealed and where it belongs, so that nothing opens in another place.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const ALGORITHM = 'aes-256-gcm';

export type Sealed = { nonce: Buffer; tag: Buffer; body: Buffer };

export function seal(key: Buffer, place: string, plain: Buffer): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, prepared(key), nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce, tag: cipher.getAuthTag(), body };
}

/** Null where key, place or bytes are not those of the sealing. */
export function unseal(key: Buffer, place: string, { nonce, tag, body }: Sealed): Buffer | null {
  if (nonce.length !== NONCE_BYTES || tag.length !== 16) return null;
  const decipher = createDecipheriv(ALGORITHM, prepared(key), nonce, { authTagLength: 16 }).setAAD(Buffer.from(place));
  decipher.setAuthTag(tag);
  const plain = decipher.update(body);
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // OpenSSL says no more than that it does not authenticate.
    plain.fill(0);
    return null;
  }
}

const preparedKeys = new WeakMap<Buffer, KeyObject>();

/** The key as OpenSSL has it, made once: for a small record that takes longer than to seal it. */
function prepared(key: Buffer): KeyObject {
  const known = preparedKeys.get(key);
  if (known !== undefined) return known;
  const made = createSecretKey(key);
  preparedKeys.set(key, made);
  return made;
}

/** Forgets a key; OpenSSL wipes its own copy when that is collected. */
export function wipeKey(key: Buffer): void {
  key.fill(0);
  preparedKeys.delete(key);
}

/** A key for one purpose, from one that has high entropy already (HKDF, RFC 5869). */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, KEY_BYTES));
}

/** Tells bytes that an accident changed from those that somebody did: kept beside them, under no key. */
export function checksum(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, 16);
}
