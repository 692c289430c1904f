/**
 * Whether the package of a workbook may be unpacked: looked up in its directory before anything is inflated,
 * and then inflated once with the directory's sizes as a limit, so that a file cannot say little and
 * hold much.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';

/** Of all parts together once unpacked. A sheet of 100,000 facts takes about 100 MB. */
const MOST_UNPACKED = 600 * 1024 * 1024;
const MOST_PARTS = 5000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

type Part = { name: string; checksum: number; packed: number; unpacked: number; method: number; at: number };

/** Names of its parts. Throws AppError 'invalid-file'. */
export function checkPackage(bytes: Uint8Array, mostParts = MOST_PARTS): string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const parts = partsOf(view);
    const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0);
    if (unpacked > MOST_UNPACKED || parts.length > mostParts) throw tooLarge(unpacked);
    for (const part of parts) checkPart(view, part, unpacked);
    return parts.map(({ name }) => name);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // A truncated file: a number was read beyond its end.
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

function partsOf(view: Buffer): Part[] {
  let end = view.length - END_LENGTH;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < first) throw damaged();
  const count = view.readUInt16LE(end + 10);
  let at = view.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (view.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    const part = {
      name: view.toString('utf8', at + 46, at + 46 + view.readUInt16LE(at + 28)),
      method: view.readUInt16LE(at + 10),
      checksum: view.readUInt32LE(at + 16),
      packed: view.readUInt32LE(at + 20),
      unpacked: view.readUInt32LE(at + 24),
      at: view.readUInt32LE(at + 42),
    };
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
    return part;
  });
}

function checkPart(view: Buffer, { method, checksum, packed, unpacked, at }: Part, total: number): void {
  if (view.readUInt32LE(at) !== LOCAL_HEADER || (method !== DEFLATED && method !== STORED)) throw damaged();
  const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  if (start + packed > view.length) throw damaged();
  // What the part says of itself must be what the directory says: who unpacks it may believe either.
  if (view.readUInt16LE(at + 8) !== method) throw damaged();
  const content = view.subarray(start, start + packed);
  const whole = method === STORED ? content : inflated(content, unpacked, total);
  if (whole.length !== unpacked || crc32(whole) !== checksum) throw damaged();
}

function inflated(content: Buffer, unpacked: number, total: number): Buffer {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(total) : damaged();
  }
}

function tooLarge(unpacked: number): AppError {
  const params = { size: Math.round(unpacked / 1024 / 1024), limit: MOST_UNPACKED / 1024 / 1024 };
  return new AppError('invalid-file', message('import.packageTooLarge', params));
}

function damaged(): AppError {
  return new AppError('invalid-file', message('import.packageDamaged'));
}
