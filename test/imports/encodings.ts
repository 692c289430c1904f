/** Text as the bytes of each encoding that spreadsheets write; Node itself encodes but UTF-8 and UTF-16. */

export const ENCODINGS = [
  'UTF-8',
  'UTF-8 with mark',
  'UTF-16 LE',
  'UTF-16 BE',
  'UTF-16 LE without mark',
  'GB18030',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'UTF-8':
      return Buffer.from(text);
    case 'UTF-8 with mark':
      return Buffer.from(`\ufeff${text}`);
    case 'UTF-16 LE':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'UTF-16 BE':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'UTF-16 LE without mark':
      return Buffer.from(text, 'utf16le');
    case 'GB18030':
      return Uint8Array.from([...text].flatMap(gb18030));
  }
}

let twoByteCodes: Map<string, number[]> | undefined;

/** Two bytes where the decoder has them; else four, which it counts through in order. */
function gb18030(character: string): number[] {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  twoByteCodes ??= readTwoByteCodes();
  const known = twoByteCodes.get(character);
  if (known !== undefined) return known;
  if (code < 0x10000) throw new Error(`${character} is not among the characters of these tests`);
  const index = code - 0x10000;
  return [
    0x90 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}

function readTwoByteCodes(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1 && character !== '\ufffd') codes.set(character, [first, second]);
    }
  }
  return codes;
}
