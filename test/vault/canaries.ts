/** Texts that nobody would write by chance, one for each way in which private text enters the vault. */
const WAYS = [
  'title',
  'note',
  'second',
  'large',
  'about',
  'deleted',
  'purged',
  'rating',
  'thesis',
  'thesisNote',
  'condition',
  'risk',
  'riskNote',
  'file',
  'imported',
  'bug',
  'guess',
  'image',
] as const;
export type Way = (typeof WAYS)[number];

export const CANARY = Object.fromEntries(WAYS.map((way) => [way, `Canary${way}Zq7Wm金丝雀黄铜`])) as Record<
  Way,
  string
>;

/** Before and after it was changed. */
export const PASSPHRASES = ['badger kettle 黄铜 orbit Zq7', 'marmalade cathedral 金丝雀 Wm4'];

/** A PNG with a comment; the comment is no part of the picture. */
export const PIXEL_WITH_CANARY = pixelWith(CANARY.image);

function pixelWith(comment: string): string {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  return Buffer.concat([pixel, Buffer.from(comment)]).toString('base64');
}

/** Everything that must not be found, as bytes, in the encodings in which it might lie somewhere. */
export function needles(texts: readonly string[]): { what: string; bytes: Buffer }[] {
  return texts.flatMap((text) => [
    { what: `${text} in UTF-8`, bytes: Buffer.from(text) },
    { what: `${text} in UTF-16`, bytes: Buffer.from(text, 'utf16le') },
    { what: `${text} in JSON`, bytes: Buffer.from(escaped(text)) },
    ...[0, 1, 2].map((shift) => ({ what: `${text} in base64`, bytes: inBase64(Buffer.from(text), shift) })),
  ]);
}

function escaped(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The signs of the text's base64 that do not depend on what stands before and after it. */
function inBase64(text: Buffer, shift: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(shift), text])
    .toString('base64')
    .replace(/=+$/, '');
  return Buffer.from(whole.slice(shift === 0 ? 0 : shift + 1, -2));
}
