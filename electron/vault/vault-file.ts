/**
 * The vault as one encrypted file. It opens with the passphrase and the recovery key that the vault had when it was
 * written, and with nothing else:
 *
 *     PLUMBLINE VAULT 1 SALT\n                 what it is, its form, and what it alone has
 *     CHECKSUM {header}\n                      the vault's header (vault-header.ts)
 *     length, nonce, tag, sealed records       as often as needed; the last one says that it is the last
 *
 * Each part is sealed in its place among the others of this one file, under a key of its own: a part that is
 * missing, moved or of another file does not open, nor does a file without its end.
 */
import { createHash, randomBytes } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { VaultProof } from '../../shared/vault-methods.ts';
import { dataKeyOf } from './data-key.ts';
import { deriveKey, seal, unseal } from './seal.ts';
import { type AnyRecord, readRecord } from './sealed-record.ts';
import { readHeader, type VaultHeader, writeHeader } from './vault-header.ts';

const MAGIC = 'PLUMBLINE VAULT ';
const FORM = 1;
const NEWLINE = 0x0a;
const LONGEST_LINE = 20_000;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PART_HEAD = 4 + NONCE_BYTES + TAG_BYTES;
/** Characters of records in one part; a longer record is a part of its own. */
const PART_LENGTH = 1_000_000;

export type VaultFile = { header: VaultHeader; dataKey: Buffer; records: AnyRecord[] };

/** By how it begins. */
export function isVaultFile(beginning: Buffer): boolean {
  return beginning.toString('latin1').startsWith(MAGIC);
}

/** The file's bytes, part by part. `header` loses what only this machine's key store knows. */
export function* vaultFileParts(
  header: VaultHeader,
  dataKey: Buffer,
  records: Iterable<AnyRecord>,
): Generator<Buffer, void> {
  const salt = randomBytes(16).toString('hex');
  const head = Buffer.from(`${MAGIC}${FORM} ${salt}\n${writeHeader({ ...header, keyStoreKey: null })}\n`);
  yield head;
  const key = fileKey(dataKey, salt);
  let index = 0;
  let texts: string[] = [];
  let length = 0;
  const part = (isLast: boolean) => {
    const plain = Buffer.from(`[${texts.join(',')}]`);
    const sealed = seal(key, placeOf(head, index, isLast), plain);
    plain.fill(0);
    [index, texts, length] = [index + 1, [], 0];
    const size = Buffer.alloc(4);
    size.writeUInt32BE(sealed.body.length);
    return Buffer.concat([size, sealed.nonce, sealed.tag, sealed.body]);
  };
  for (const record of records) {
    const text = JSON.stringify(record);
    if (length > 0 && length + text.length > PART_LENGTH) yield part(false);
    texts.push(text);
    length += text.length;
  }
  yield part(true);
}

/**
 * Reads and checks all of a file before anything is done with it. Throws AppError 'invalid-file', 'newer-version' or
 * 'wrong-passphrase'. Goes in steps that leave the thread to others.
 */
export async function readVaultFile(
  bytes: Buffer,
  proof: VaultProof,
  onStep: (share: number) => void = () => {},
): Promise<VaultFile> {
  const { header, salt, head, at: start } = readHead(bytes);
  const dataKey = await dataKeyOf(header, proof);
  const key = fileKey(dataKey, salt);
  const records: AnyRecord[] = [];
  let at = start;
  for (let index = 0; ; index++) {
    if (at + PART_HEAD > bytes.length) throw invalid('vault.fileTruncated');
    const end = at + PART_HEAD + bytes.readUInt32BE(at);
    if (end > bytes.length) throw invalid('vault.fileTruncated');
    const sealed = {
      nonce: bytes.subarray(at + 4, at + 4 + NONCE_BYTES),
      tag: bytes.subarray(at + 4 + NONCE_BYTES, at + PART_HEAD),
      body: bytes.subarray(at + PART_HEAD, end),
    };
    const isLast = end === bytes.length;
    const plain = unseal(key, placeOf(head, index, isLast), sealed);
    if (plain === null) {
      // The end may be cut off between two parts.
      const isCut = isLast && unseal(key, placeOf(head, index, false), sealed) !== null;
      throw invalid(isCut ? 'vault.fileTruncated' : 'vault.fileDamaged');
    }
    for (const written of JSON.parse(plain.toString())) {
      const record = readRecord(written);
      if (record === null) throw new AppError('newer-version', message('vault.fileNewer'));
      records.push(record);
    }
    plain.fill(0);
    at = end;
    onStep(at / bytes.length);
    if (isLast) return { header, dataKey, records };
    await pause();
  }
}

function readHead(bytes: Buffer): { header: VaultHeader; salt: string; head: Buffer; at: number } {
  const first = lineEnd(bytes, 0);
  const magic = bytes.subarray(0, first).toString('latin1');
  if (!magic.startsWith(MAGIC)) throw invalid('vault.fileForeign');
  const [, form, salt] = /^(\d{1,6}) ([0-9a-f]{32})$/.exec(magic.slice(MAGIC.length)) ?? [];
  if (Number.parseInt(magic.slice(MAGIC.length), 10) > FORM) {
    throw new AppError('newer-version', message('vault.fileNewer'));
  }
  if (Number(form) !== FORM) throw invalid('vault.fileDamaged');
  const second = lineEnd(bytes, first + 1);
  if (second === bytes.length) throw invalid('vault.fileTruncated');
  const header = readHeader(bytes.subarray(first + 1, second).toString());
  if (header === 'newer') throw new AppError('newer-version', message('vault.fileNewer'));
  if (header === 'damaged') throw invalid('vault.fileDamaged');
  return { header, salt, head: bytes.subarray(0, second + 1), at: second + 1 };
}

/** The end of the bytes where no line ends soon. */
function lineEnd(bytes: Buffer, from: number): number {
  const end = bytes.subarray(0, from + LONGEST_LINE).indexOf(NEWLINE, from);
  return end < 0 ? bytes.length : end;
}

function fileKey(dataKey: Buffer, salt: string): Buffer {
  return deriveKey(dataKey, `plumbline vault file ${salt}`);
}

/** A part opens only under the head that it was written with, at its place, and as the last one or not. */
function placeOf(head: Buffer, index: number, isLast: boolean): string {
  const of = createHash('sha256').update(head).digest('hex');
  return `plumbline vault file\n${of}\n${index}\n${isLast ? 'last' : 'more'}`;
}

function invalid(key: 'vault.fileForeign' | 'vault.fileDamaged' | 'vault.fileTruncated'): AppError {
  return new AppError('invalid-file', message(key));
}
