/**
 * Bytes of a text file as text: UTF-8, UTF-16 of either byte order, with a byte order mark or without, or
 * GB18030 as Chinese spreadsheets write it.
 */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** As people call them. */
export const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB18030',
} as const satisfies Record<TextEncoding, string>;

export type Decoded = { text: string; encoding: (typeof ENCODING_NAMES)[TextEncoding] };

/** Throws AppError 'invalid-file' where the bytes are text in none of the encodings. */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const text = decodeWith(encoding, bytes);
  if (text === null) throw new AppError('invalid-file', message('import.notText'));
  return { text, encoding: ENCODING_NAMES[encoding] };
}

/** The encoding of text that begins with these bytes, which may end within a character where they are not `isWhole`. */
export function encodingOf(bytes: Uint8Array, isWhole = true): TextEncoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Text in UTF-8 or GB18030 has no zero bytes; in UTF-16 every comma, tab and line break has one.
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2]++;
  const [high, low] = zeros;
  if (high + low > 0) return low > high ? 'utf-16le' : 'utf-16be';
  return decodeWith('utf-8', bytes, isWhole) === null ? 'gb18030' : 'utf-8';
}

/** Null where the bytes are no text in this encoding. */
function decodeWith(encoding: TextEncoding, bytes: Uint8Array, isWhole = true): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole });
    // UTF-16 of a file that is no text at all decodes as well.
    return text.includes('\0') ? null : text;
  } catch (malformed) {
    if (malformed instanceof TypeError) return null;
    throw malformed;
  }
}
