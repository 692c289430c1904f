/**
 * Reads figures as reports print them (`4050亿`, `$0.15`, `超过三分之一`, `20%-30%`), by rules of its own and
 * not by the program's, so that the value of a fact can be checked against the words that it was read from.
 */
import type { Fact } from '../../shared/facts.ts';

/** Longer words first. */
const MAGNITUDES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['十亿', 1e9],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['trillion', 1e12],
  ['billion', 1e9],
  ['million', 1e6],
  ['thousand', 1e3],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['个百分点', 0.01],
  ['百分点', 0.01],
  ['%', 0.01],
  ['pp', 0.01],
  ['‰', 0.001],
  ['美分', 0.01],
  ['bn', 1e9],
];
const LATIN: readonly (readonly [string, number])[] = [
  ['T', 1e12],
  ['B', 1e9],
  ['M', 1e6],
  ['K', 1e3],
  ['k', 1e3],
];
const SIGNS = '-0123456789';
const RAISED = '⁻⁰¹²³⁴⁵⁶⁷⁸⁹';
const DIGITS = '零一二三四五六七八九';
const NUMERAL = '[零一二两三四五六七八九十百]+';
const PER_TOKENS = /(?:\/|每|per)\s*1?\s*(百万|千|million|M|K|k)?\s*(?:个|的)?\s*tokens?/gi;

type Figure = { value: number; hasMagnitude: boolean; isPerTokens: boolean };

/** Whether the value of the fact, in its unit, is one of the figures that its printed words say. */
export function agreesWithPrint(fact: Pick<Fact, 'printed' | 'wording' | 'value' | 'unit'>): boolean {
  const { printed, wording, value, unit } = fact;
  if (value === null) return true;
  if (value < 0 && !/[-−–—±]|降|跌|减|低|少|负|缩|弱/.test(printed + wording)) return false;
  const { above, below } = magnitudesOfUnit(unit);
  const size = Math.abs(value);
  // What a price is for, and the magnitude of a whole column, may stand elsewhere.
  return figuresIn(printed).some(
    (figure) =>
      isSame(figure.value, (size * above) / below) ||
      (!figure.isPerTokens && isSame(figure.value, size * above)) ||
      (!figure.hasMagnitude && isSame(figure.value, size)),
  );
}

/** Whether month and day of a date, `2024-07-23`, stand in the words; of a bare year, the year. */
export function dateAgreesWithPrint(date: string, words: string): boolean {
  const [year, month, day] = date.split(/-|Q/);
  if (month === undefined) return words.includes(year) || new RegExp(`(?<!\\d)${year.slice(2)}(?!\\d)`).test(words);
  const said = (words.match(/\d+/g) ?? []).map(Number);
  const name = new Date(`2000-${month}-15`).toLocaleString('en', { month: 'short' });
  const saysMonth = said.includes(Number(month)) || words.includes(name);
  return saysMonth && (day === undefined || said.includes(Number(day)));
}

/** Every number in the words, without regard to sign; a price for so many tokens is the price of one. */
function figuresIn(printed: string): Figure[] {
  let over = 1;
  let isPerTokens = false;
  const plain = printed.replace(/\s+/g, ' ').replace(/(?<=×10)[⁻⁰¹²³⁴-⁹]+/g, (power) => power.replace(/./g, lowered));
  const words = plain.replace(PER_TOKENS, (_, magnitude?: string) => {
    over = magnitude === undefined ? 1 : magnitudeOf(magnitude);
    isPerTokens = true;
    return '';
  });
  const figures: Figure[] = [];
  const add = (value: number, magnitude = 1) => {
    const hasMagnitude = magnitude !== 1 || over !== 1;
    figures.push({ value: (value * magnitude) / over, hasMagnitude, isPerTokens });
  };
  const numbers =
    /(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:\s*[×x]\s*10\^?\{?(-?\d+)\}?|e([+-]?\d+))?(?:\/(\d+))? ?([^\d\s,.]*)/gi;
  for (const [, digits, power, exponent, divisor, after] of words.matchAll(numbers)) {
    const number = Number(digits.replaceAll(',', '')) * 10 ** Number(power ?? exponent ?? 0);
    add(number / Number(divisor ?? 1), magnitudeOf(after));
    if (divisor !== undefined) add(number, magnitudeOf(after));
  }
  for (const [, below, above] of words.matchAll(new RegExp(`(${NUMERAL})分之(${NUMERAL})`, 'g'))) {
    add(numeral(above) / numeral(below));
  }
  // Next to digits they are parts of other words.
  if (figures.length === 0) for (const [found] of words.matchAll(new RegExp(NUMERAL, 'g'))) add(numeral(found));
  for (const [, tenths] of words.matchAll(new RegExp(`(${NUMERAL}|\\d+)成`, 'g'))) {
    add(numeral(tenths) || Number(tenths), 0.1);
  }
  if (words.includes('半')) add(0.5);
  if (words.includes('免费')) add(0);
  if (/单[个台张]/.test(words)) add(1);
  return figures;
}

/** What the word, or the words it begins with, multiplies by. */
function magnitudeOf(word: string): number {
  const [, known] = MAGNITUDES.find(([text]) => word.startsWith(text)) ?? [];
  if (known !== undefined) return known;
  const [, latin] = LATIN.find(([text]) => new RegExp(`^${text}(?![a-zA-Z])|^${text}(?=token|param)`).test(word)) ?? [];
  return latin ?? 1;
}

/** Of `亿parameter` 1e8 above the line, of `CNY/百万token` 1e6 below it, of `%` 0.01. */
function magnitudesOfUnit(unit: string): { above: number; below: number } {
  const [above, ...below] = unit.split('/').map((part) =>
    part
      .replace(/[()]/g, '')
      .split(/[*·]/)
      .reduce((product, word) => product * magnitudeOf(word), 1),
  );
  return { above, below: below.reduce((product, part) => product * part, 1) };
}

/** `⁻` of `-`, as reports print powers of ten. */
export function raised(sign: string): string {
  return RAISED[SIGNS.indexOf(sign)];
}

function lowered(sign: string): string {
  return SIGNS[RAISED.indexOf(sign)];
}

function numeral(text: string): number {
  let total = 0;
  let last = 0;
  for (const sign of text) {
    if (sign === '十' || sign === '百') {
      total += (last || 1) * (sign === '十' ? 10 : 100);
      last = 0;
    } else last = sign === '两' ? 2 : Math.max(0, DIGITS.indexOf(sign));
  }
  return total + last;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
