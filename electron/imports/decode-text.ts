/**
 * Bytes of a text file as text: UTF-8, UTF-16 of either byte order, with a byte order mark or without, or
 * GB18030 as Chinese spreadsheets write it.
 */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';

export type Decoded = { text: string; encoding: 'UTF-8' | 'UTF-16' | 'GB18030' };

/** Throws AppError 'invalid-file' where the bytes are text in none of the encodings. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded(bytes, 'utf-8');
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  // Text in UTF-8 or GB18030 has no zero bytes; in UTF-16 every comma, tab and line break has one.
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2]++;
  const [high, low] = zeros;
  if (high + low > 0) return decoded(bytes, low > high ? 'utf-16le' : 'utf-16be');
  try {
    return decoded(bytes, 'utf-8');
  } catch {
    return decoded(bytes, 'gb18030');
  }
}

const NAMES = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', gb18030: 'GB18030' } as const;

function decoded(bytes: Uint8Array, label: keyof typeof NAMES): Decoded {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // UTF-16 of a file that is no text at all decodes as well.
    if (!text.includes('\0')) return { text, encoding: NAMES[label] };
  } catch (malformed) {
    if (!(malformed instanceof TypeError)) throw malformed;
  }
  throw new AppError('invalid-file', message('import.notText'));
}
