/**
 * The recovery key: 160 random bits as eight groups of four letters and digits, with a ninth that tells a mistyped one:
 * `7K3M-…`. Crockford's base 32: no I, L, O and U, and whatever looks like another sign is read as that.
 */
import { createHash, randomBytes } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 20;
const KEY_DIGITS = 32;
const CHECK_DIGITS = 4;

export function newRecoveryKey(): string {
  const digits = encode(randomBytes(KEY_BYTES));
  return (digits + checkDigits(digits)).match(/.{4}/g)?.join('-') ?? '';
}

/** The bits of a recovery key as typed; null of one that is mistyped. */
export function readRecoveryKey(typed: string): Buffer | null {
  const digits = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const key = digits.slice(0, KEY_DIGITS);
  const isWhole = digits.length === KEY_DIGITS + CHECK_DIGITS && digits.slice(KEY_DIGITS) === checkDigits(key);
  return isWhole ? decode(key) : null;
}

/** Nine groups of four with a sign between them, mistyped or not. */
export function looksLikeRecoveryKey(typed: string): boolean {
  return /^[0-9a-z]{4}([ -][0-9a-z]{4}){8}$/i.test(typed.trim());
}

function checkDigits(digits: string): string {
  return encode(createHash('sha256').update(`plumbline recovery key ${digits}`).digest()).slice(0, CHECK_DIGITS);
}

/** Five bits to a digit; what is left over at the end is not written. */
function encode(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => DIGITS[Number.parseInt(five, 2)]).join('');
}

/** Null where a sign is no digit. */
function decode(digits: string): Buffer | null {
  const values = [...digits].map((digit) => DIGITS.indexOf(digit));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
