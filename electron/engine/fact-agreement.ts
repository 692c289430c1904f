/**
 * Whether two figures that say something about the same thing can both be true.
 *
 *     agree(measure(fact), measure(other))
 *
 * Numbers are compared in coherent units, 1.6万GPU with 16000 GPU, and agree within the precision of the one
 * that was printed more coarsely. A bound agrees with whatever it does not rule out. What cannot be
 * compared (other dimensions, a number with a text, free wording) does not disagree.
 */
import { type Fact, figureOf, type Qualifier } from '../../shared/facts.ts';
import { foldText } from '../../shared/formula/characters.ts';
import { UnitWords } from './units/unit-words.ts';

type Quantity = {
  kind: 'number';
  dimension: string;
  /** In coherent units of `dimension`. */
  value: number;
  /** Half a unit of the last digit printed, likewise. */
  half: number;
  qualifier: Qualifier;
};
export type Measured = Quantity | { kind: 'text'; text: string };

type Measurable = Pick<Fact, 'value' | 'text' | 'unit' | 'qualifier' | 'printed' | 'correction'>;

const words = new UnitWords();
/** The noise of binary floating point. */
const NOISE = 1e-9;

/** The figure used of a fact; a unit that cannot be read counts as a dimension of its own. */
export function measure(fact: Measurable): Measured {
  const { value, text } = figureOf(fact);
  if (value === null) return { kind: 'text', text: plainText(text) };
  const reading = words.read(fact.unit);
  const { dimension, scale } = reading.ok ? reading.unit : { dimension: fact.unit, scale: { times: 1, over: 1 } };
  const coherent = (size: number) => (size * scale.times) / scale.over;
  const step = stepOf(value, fact.printed, fact.qualifier === '≈');
  return { kind: 'number', dimension, value: coherent(value), half: coherent(step) / 2, qualifier: fact.qualifier };
}

export function agree(a: Measured, b: Measured): boolean {
  if (a.kind === 'text' && b.kind === 'text') return textsAgree(a.text, b.text);
  if (a.kind !== 'number' || b.kind !== 'number' || !isComparable(a, b)) return true;
  // Two peaks are two statements of the same highest value; beside anything else a peak is an upper bound.
  if (a.qualifier === 'peak' && b.qualifier === 'peak') return isWithin(a, b, Math.max(a.half, b.half));
  const [ofA, ofB] = [sideOf(a.qualifier), sideOf(b.qualifier)];
  if (ofA === ofB) return ofA !== 'point' || isWithin(a, b, Math.max(a.half, b.half));
  const [low, high] = ofA === 'above' || ofB === 'below' ? [a, b] : [b, a];
  if (low.value < high.value) return true;
  // 超过 5 亿 and 5 亿 do not rule each other out: the point is rounded.
  if (ofA === 'point' || ofB === 'point') return isWithin(a, b, ofA === 'point' ? a.half : b.half);
  return isWithin(a, b, 0) && !['>', '<'].includes(low.qualifier) && !['>', '<'].includes(high.qualifier);
}

/** Whether one can stand in for the other: both texts, or numbers of one dimension. */
export function isComparable(a: Measured, b: Measured): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.dimension === b.dimension;
  return a.kind === b.kind;
}

/** The largest difference among numbers in percent of the smallest; null where there is none to tell. */
export function spreadOf(measured: readonly Measured[]): number | null {
  const values = measured.flatMap((one) => (one.kind === 'number' ? [one.value] : []));
  const smallest = Math.min(...values.map(Math.abs));
  if (values.length < 2 || smallest === 0) return null;
  return ((Math.max(...values) - Math.min(...values)) / smallest) * 100;
}

function sideOf(qualifier: Qualifier): 'point' | 'above' | 'below' {
  switch (qualifier) {
    case '=':
    case '≈':
      return 'point';
    case '>':
    case '≥':
      return 'above';
    default:
      return 'below';
  }
}

function isWithin(a: Quantity, b: Quantity, tolerance: number): boolean {
  return Math.abs(a.value - b.value) <= tolerance + NOISE * Math.max(Math.abs(a.value), Math.abs(b.value));
}

/** What the last printed digit counts: 0.1 of `88.0`; of an approximate 2,800 it is 100. */
function stepOf(value: number, printed: string, isApproximate: boolean): number {
  const digits = foldText(printed).match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  const token = digits.find((each) => Number(each.replaceAll(',', '')) === Math.abs(value)) ?? plainDigits(value);
  const decimals = token.split('.')[1]?.length ?? 0;
  if (decimals > 0 || !isApproximate || value === 0) return 10 ** -decimals;
  return 10 ** (/0*$/.exec(token.replaceAll(',', ''))?.[0].length ?? 0);
}

function plainDigits(value: number): string {
  const [digits, exponent = '0'] = String(Math.abs(value)).split('e');
  return Number(exponent) < 0 ? Math.abs(value).toFixed(Math.min(100, decimalsOf(digits) - Number(exponent))) : digits;
}

function decimalsOf(digits: string): number {
  return digits.split('.')[1]?.length ?? 0;
}

const CODE_WORD = /^[\w.+-]+( [\w.+-]+)?$/;

/** Dates agree when one lies in the other, code words (`open`, `mit`) when they are equal; free wording is not compared. */
function textsAgree(a: string, b: string): boolean {
  const [first, second] = [periodOf(a), periodOf(b)];
  if (first !== null && second !== null) return contains(first, second) || contains(second, first);
  return a === b || !CODE_WORD.test(a) || !CODE_WORD.test(b);
}

function plainText(text: string): string {
  return foldText(text.normalize('NFC')).toLowerCase().replace(/\s+/g, ' ').trim();
}

type Period = { first: number; last: number };

/** `2024`, `2024q1`, `2024-07`, `2024-07-19` as days of a calendar in which each month has 31. */
function periodOf(text: string): Period | null {
  const [whole, year, quarter, month, day] = /^(\d{4})(?:q([1-4])|-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const firstMonth = month === undefined ? (Number(quarter ?? 1) - 1) * 3 : Number(month) - 1;
  const months = month !== undefined ? 1 : quarter !== undefined ? 3 : 12;
  const first = (Number(year) * 12 + firstMonth) * 31;
  if (day !== undefined) return { first: first + Number(day), last: first + Number(day) };
  return { first: first + 1, last: first + months * 31 };
}

function contains(outer: Period, inner: Period): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}
