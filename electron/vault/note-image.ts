/** Images of notes: what they are is told by their bytes. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { LARGEST_IMAGE, type NoteImage } from '../../shared/notes.ts';

const SIGNATURES: readonly { mediaType: NoteImage['mediaType']; is: (bytes: Buffer) => boolean }[] = [
  { mediaType: 'image/png', is: (bytes) => begins(bytes, '89504e470d0a1a0a') },
  { mediaType: 'image/jpeg', is: (bytes) => begins(bytes, 'ffd8ff') },
  { mediaType: 'image/gif', is: (bytes) => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6)) },
  { mediaType: 'image/webp', is: (bytes) => /^RIFF.{4}WEBP/s.test(bytes.toString('latin1', 0, 12)) },
];

/** Throws AppError 'invalid-file' of what is too large or of another kind. */
export function readImage(base64: string): Pick<NoteImage, 'mediaType' | 'base64'> {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > LARGEST_IMAGE) {
    const inMegabytes = (size: number) => Math.ceil(size / 100_000) / 10;
    throw new AppError(
      'invalid-file',
      message('note.imageTooLarge', { size: inMegabytes(bytes.length), most: inMegabytes(LARGEST_IMAGE) }),
    );
  }
  const known = SIGNATURES.find(({ is }) => is(bytes));
  if (known === undefined) throw new AppError('invalid-file', message('note.imageKind'));
  return { mediaType: known.mediaType, base64: bytes.toString('base64') };
}

function begins(bytes: Buffer, hex: string): boolean {
  return bytes.subarray(0, hex.length / 2).equals(Buffer.from(hex, 'hex'));
}
