/**
 * What a person types or pastes into a cell, read without guessing.
 *
 *     parseEntry('1,234.5')             // a number, 1234.5
 *     parseEntry('12%')                 // a number, 0.12, percent
 *     parseEntry('74.3万')              // a number, 743000
 *     parseEntry('36,512 GPU*h')        // a number, 36512, unit 'GPU*h'
 *     parseEntry('1,2')                 // text: a separator that separates no thousands
 *
 * A number is: a sign or accounting parentheses, a currency sign, digits with thousands separators
 * where they belong or nowhere, decimals, an exponent, `%`; after it 千 万 百万 千万 亿 万亿 or k M bn, and a unit.
 * Full-width characters count as their ASCII twins, blanks around the whole are ignored. Anything else is text.
 */
import { foldText } from './formula/characters.ts';

export type NumberEntry = {
  kind: 'number';
  /** `12%` is 0.12, `74.3万` is 743000. */
  value: number;
  /** As typed after the number, not yet read as a unit: `GPU*h`, `万元`. */
  unit?: string;
  percent?: true;
  /** `$`, `¥`, `€`, `£`: it says how the number was written, the value is the number alone. */
  currency?: string;
};

export type Entry =
  | NumberEntry
  | { kind: 'boolean'; value: boolean }
  /** Without the apostrophe that makes text of anything. */
  | { kind: 'text'; text: string }
  | { kind: 'formula' }
  | { kind: 'empty' };

const NUMBER = /^([+-]?) *([$¥€£]?) *([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?/i;

/** Powers of ten; longer words first. */
const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千万', 7],
  ['百万', 6],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['k', 3],
  ['M', 6],
  ['bn', 9],
];

/** Whether `text` begins with the multiplier: 万元 and 亿元 are units of their own, and `kWh` begins with no k. */
function startsWithMultiplier(text: string, word: string): boolean {
  if (!text.startsWith(word) || text === `${word}元`) return false;
  return word > 'z' || text.length === word.length || text[word.length] === ' ';
}

/** A word, and words joined by operators of units: never two words with a mere blank between them. */
const UNIT = /^[\p{L}°][\p{L}\p{Nd}_°]*(?: *[*/^·] *-?\(*[\p{L}\p{Nd}_°]+\)*)*$/u;

/** Reads `text` as typed into a cell. */
export function parseEntry(text: string): Entry {
  const trimmed = foldText(text).trim();
  if (trimmed === '') return { kind: 'empty' };
  if (trimmed.startsWith('=')) return { kind: 'formula' };
  if (trimmed.startsWith("'")) return { kind: 'text', text: text.trim().slice(1) };
  const word = trimmed.toUpperCase();
  if (word === 'TRUE' || word === 'FALSE') return { kind: 'boolean', value: word === 'TRUE' };
  return readNumber(trimmed, true) ?? { kind: 'text', text };
}

/** The number that Excel's arithmetic takes `text` for (no 万, no unit); null where it takes it for none. */
export function numberFromText(text: string): number | null {
  return readNumber(foldText(text).trim(), false)?.value ?? null;
}

function readNumber(text: string, withUnits: boolean): NumberEntry | null {
  const accounting = /^\(([^()+-]*)\)$/.exec(text);
  if (accounting !== null) {
    const inside = readNumber(accounting[1].trim(), false);
    return inside === null ? null : { ...inside, value: 0 - inside.value };
  }
  // A full-width ￥ lies outside the full-width twins of ASCII.
  const match = NUMBER.exec(text.replace('￥', '¥'));
  if (match === null) return null;
  const [whole, sign, currency, innerSign, digits, exponent = ''] = match;
  if (sign !== '' && innerSign !== '') return null;
  if (innerSign !== '' && currency === '') return null;
  const suffix = readSuffix(text.slice(whole.length).trim(), withUnits);
  if (suffix === null) return null;
  // The exponent is written into the digits, so that 34.06万 is exactly 340600.
  const power = Number(exponent.slice(1)) + suffix.power;
  const size = Number(`${digits.replaceAll(',', '')}e${power}`);
  if (!Number.isFinite(size)) return null;
  const entry: NumberEntry = { kind: 'number', value: sign === '-' || innerSign === '-' ? 0 - size : size };
  if (suffix.unit !== '') entry.unit = suffix.unit;
  if (suffix.percent) entry.percent = true;
  if (currency !== '') entry.currency = currency;
  return entry;
}

type Suffix = { power: number; percent: boolean; unit: string };

function readSuffix(text: string, withUnits: boolean): Suffix | null {
  if (text === '') return { power: 0, percent: false, unit: '' };
  if (text === '%') return { power: -2, percent: true, unit: '' };
  if (!withUnits) return null;
  const [multiplier, power] = MULTIPLIERS.find(([word]) => startsWithMultiplier(text, word)) ?? ['', 0];
  const unit = text.slice(multiplier.length).trim();
  return unit === '' || (UNIT.test(unit) && isBalanced(unit)) ? { power, percent: false, unit } : null;
}

function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '(') open++;
    if (character === ')' && --open < 0) return false;
  }
  return open === 0;
}
