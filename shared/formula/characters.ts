/**
 * What each character means to the formula language.
 *
 * Chinese input methods give full-width twins of the ASCII signs, and people paste `×`, `÷` and the
 * typographic minus: `fold` takes each of them for its twin. It maps one code unit to one, so places
 * in the text stay where they are.
 */

export const QUOTE = 0x22;
/** Stands for both curly quotes, which close each other. */
export const CURLY_QUOTE = 0x201c;
export const SPACE = 0x20;
export const END = -1;

/** The ASCII twin of a code unit, or the code unit itself. */
export function fold(code: number): number {
  if (code < 0x80) return code;
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  switch (code) {
    case 0xd7: // ×
      return 0x2a;
    case 0xf7: // ÷
      return 0x2f;
    case 0x2212: // −
      return 0x2d;
    case 0x201d: // ”
      return CURLY_QUOTE;
    case 0xa0: // no-break space
    case 0x3000: // ideographic space
    case 0xfeff: // byte order mark
      return SPACE;
    default:
      return code;
  }
}

/** `text` with every full-width character as its ASCII twin. */
export function foldText(text: string): string {
  return /[^\x20-\x7e]/.test(text)
    ? text.replace(/[\u00d7\u00f7\u2212\u00a0\u3000\ufeff\uff01-\uff5e]/g, (one) =>
        String.fromCharCode(fold(one.charCodeAt(0))),
      )
    : text;
}

export function isSpace(code: number): boolean {
  return code === SPACE || (code >= 0x09 && code <= 0x0d);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const LETTER = /^\p{L}$/u;
const LETTER_DIGIT_OR_MARK = /^[\p{L}\p{Nd}\p{M}]$/u;

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}

/** Code units of the name character at `at`: 0 where there is none. `first` asks for one that may begin a name. */
export function nameCharacterLength(text: string, at: number, first: boolean): 0 | 1 | 2 {
  const code = fold(text.charCodeAt(at));
  if (isAsciiLetter(code)) return 1;
  if (code < 0x80) return !first && isDigit(code) ? 1 : 0;
  if (code >= 0x4e00 && code <= 0x9fff) return 1; // the common Chinese characters, without asking the tables
  if (Number.isNaN(code)) return 0;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (!(first ? LETTER : LETTER_DIGIT_OR_MARK).test(character)) return 0;
  return character.length === 2 ? 2 : 1;
}
