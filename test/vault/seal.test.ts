import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecoveryKey, readRecoveryKey } from '../../electron/vault/recovery-key.ts';
import { seal, unseal } from '../../electron/vault/seal.ts';

const bytes = fc.uint8Array({ maxLength: 300 }).map((each) => Buffer.from(each));
const place = fc.string({ unit: 'grapheme', maxLength: 40 });

describe('a sealed text', () => {
  it('opens with its key at its place, whatever it is', () => {
    fc.assert(
      fc.property(bytes, place, (plain, at) => {
        const key = randomBytes(32);
        expect(unseal(key, at, seal(key, at, plain))).toEqual(plain);
      }),
    );
  });

  it('opens with no other key, at no other place, and with no bit changed', () => {
    fc.assert(
      fc.property(bytes, place, place, fc.nat(), (plain, at, elsewhere, bit) => {
        const key = randomBytes(32);
        const sealed = seal(key, at, plain);
        expect(unseal(randomBytes(32), at, sealed)).toBeNull();
        if (elsewhere !== at) expect(unseal(key, elsewhere, sealed)).toBeNull();
        for (const part of ['nonce', 'tag', 'body'] as const) {
          if (sealed[part].length === 0) continue;
          const altered = Buffer.from(sealed[part]);
          altered[bit % altered.length] ^= 1 << (bit % 8);
          expect(unseal(key, at, { ...sealed, [part]: altered })).toBeNull();
          expect(unseal(key, at, { ...sealed, [part]: altered.subarray(1) })).toBeNull();
        }
      }),
    );
  });

  it('is never sealed twice under the same nonce', () => {
    const key = randomBytes(32);
    const nonces = Array.from({ length: 5000 }, () => seal(key, 'here', Buffer.from('x')).nonce.toString('hex'));
    expect(new Set(nonces).size).toBe(5000);
  });
});

describe('a recovery key', () => {
  it('is read as it was printed, in any case, with any spaces and with signs that look alike', () => {
    fc.assert(
      fc.property(fc.constant(null), fc.constantFrom('-', ' ', '', ' - '), fc.boolean(), (_, between, isSmall) => {
        const printed = newRecoveryKey();
        expect(printed).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){8}$/);
        const typed = printed
          .replaceAll('-', between)
          .replaceAll('0', 'O')
          .replaceAll('1', isSmall ? 'l' : 'I');
        expect(readRecoveryKey(isSmall ? typed.toLowerCase() : typed)).toEqual(readRecoveryKey(printed));
        expect(readRecoveryKey(printed)).toHaveLength(20);
      }),
    );
  });

  it('with any one sign mistyped, left out or swapped with the next is refused', () => {
    const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(fc.nat(35), fc.nat(31), (at, digit) => {
        const printed = newRecoveryKey().replaceAll('-', '');
        const mistyped = `${printed.slice(0, at)}${digits[digit]}${printed.slice(at + 1)}`;
        if (mistyped !== printed) expect(readRecoveryKey(mistyped)).toBeNull();
        expect(readRecoveryKey(printed.slice(0, at) + printed.slice(at + 1))).toBeNull();
        const swapped = `${printed.slice(0, at)}${printed[at + 1] ?? ''}${printed[at]}${printed.slice(at + 2)}`;
        if (swapped !== printed) expect(readRecoveryKey(swapped)).toBeNull();
      }),
    );
  });

  it.each(['', '-', 'U'.repeat(36), '0'.repeat(36), '钥匙', '0'.repeat(10_000)])('is not “%s”', (typed) => {
    expect(readRecoveryKey(typed)).toBeNull();
  });
});
