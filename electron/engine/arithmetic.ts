/**
 * The operators of formulas on single values, with Excel's coercions and its 15-digit numbers.
 *
 * Faults pass through, the left operand's first. Each operator begins with number by number, which
 * is nearly all that a sheet computes.
 */
import type { BinaryOperator } from '../../shared/formula/ast.ts';
import { message } from '../../shared/messages.ts';
import { toNumber, toText } from './coercion.ts';
import { type Fault, fault, isFault, type Scalar } from './scalar.ts';

/** A sum or difference smaller than this share of its operands is what binary fractions leave over: 0. */
const NOISE = 2 ** -48;
/** Numbers further apart than this differ within 15 significant digits. */
const NEARLY_EQUAL = 2e-14;
const SIGNIFICANT_DIGITS = 15;
/** Excel's limit for the text in a cell. */
export const MAX_TEXT_LENGTH = 32_767;

export function add(left: Scalar, right: Scalar): Scalar {
  if (typeof left === 'number' && typeof right === 'number') return sumOf(left, right);
  return onNumbers(left, right, sumOf);
}

export function subtract(left: Scalar, right: Scalar): Scalar {
  if (typeof left === 'number' && typeof right === 'number') return sumOf(left, -right);
  return onNumbers(left, right, differenceOf);
}

export function multiply(left: Scalar, right: Scalar): Scalar {
  if (typeof left === 'number' && typeof right === 'number') return finite(left * right);
  return onNumbers(left, right, productOf);
}

export function divide(left: Scalar, right: Scalar): Scalar {
  if (typeof left === 'number' && typeof right === 'number') return quotientOf(left, right);
  return onNumbers(left, right, quotientOf);
}

export function power(left: Scalar, right: Scalar): Scalar {
  if (typeof left === 'number' && typeof right === 'number') return powerOf(left, right);
  return onNumbers(left, right, powerOf);
}

export function concatenate(left: Scalar, right: Scalar): Scalar {
  const first = toText(left);
  if (isFault(first)) return first;
  const second = toText(right);
  if (isFault(second)) return second;
  return textOf(first + second);
}

export function negate(operand: Scalar): Scalar {
  const number = toNumber(operand);
  return typeof number === 'number' ? 0 - number : number;
}

/** The unary plus: Excel leaves its operand as it is, text included. */
export function plus(operand: Scalar): Scalar {
  return operand;
}

export function percent(operand: Scalar): Scalar {
  const number = toNumber(operand);
  return typeof number === 'number' ? number / 100 : number;
}

function comparison(holds: (order: number) => boolean): (left: Scalar, right: Scalar) => Scalar {
  return (left, right) => {
    if (isFault(left)) return left;
    return isFault(right) ? right : holds(order(left, right));
  };
}

/** By operator; `plus`, `negate` and `percent` have one operand only. */
export const operators: Record<BinaryOperator, (left: Scalar, right: Scalar) => Scalar> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '^': power,
  '&': concatenate,
  '=': comparison((order) => order === 0),
  '<>': comparison((order) => order !== 0),
  '<': comparison((order) => order < 0),
  '<=': comparison((order) => order <= 0),
  '>': comparison((order) => order > 0),
  '>=': comparison((order) => order >= 0),
};

/**
 * Negative, 0 or positive as `left` comes before, with or after `right`. Numbers come before texts and texts
 * before truth values; numbers are equal when their 15 significant digits are, texts regardless of case. An empty
 * value is 0, "" or FALSE, whatever it is compared with.
 */
export function order(left: Exclude<Scalar, Fault>, right: Exclude<Scalar, Fault>): number {
  if (typeof left === 'number' && typeof right === 'number') return orderOfNumbers(left, right);
  const first = left ?? emptyLike(right);
  const second = right ?? emptyLike(left);
  const types = typeRank(first) - typeRank(second);
  if (types !== 0) return types;
  if (typeof first === 'string' && typeof second === 'string') return orderOfTexts(first, second);
  return orderOfNumbers(Number(first), Number(second));
}

/** Whether two numbers are equal in Excel's 15 significant digits. */
export function isSameNumber(left: number, right: number): boolean {
  return orderOfNumbers(left, right) === 0;
}

/** `left + right` of finite numbers, where what is mere binary noise is 0. Integers make no noise. */
export function sumOf(left: number, right: number): number | Fault {
  const sum = left + right;
  if (Math.abs(sum) < Math.abs(left) * NOISE && !(Number.isSafeInteger(left) && Number.isSafeInteger(right))) return 0;
  return finite(sum);
}

/** The number itself, or #NUM! where it is beyond what can be held. Never gives -0. */
export function finite(number: number): number | Fault {
  return number - number === 0 ? number + 0 : fault('#NUM!', message('engine.numberOverflow'));
}

/** The text itself, or #VALUE! where it is longer than Excel allows. */
export function textOf(text: string): string | Fault {
  if (text.length <= MAX_TEXT_LENGTH) return text;
  return fault('#VALUE!', message('engine.textTooLong', { limit: MAX_TEXT_LENGTH }));
}

/** Excel's power: 0^0 and fractional powers of negative numbers are #NUM!, 0 to a negative power is #DIV/0!. */
export function powerOf(base: number, exponent: number): number | Fault {
  if (base === 0 && exponent === 0) return fault('#NUM!', message('engine.zeroToZero'));
  if (base === 0 && exponent < 0) return fault('#DIV/0!', message('engine.divisionByZero'));
  const result = base ** exponent;
  if (Number.isNaN(result)) return fault('#NUM!', message('engine.powerOfNegative', { base, exponent }));
  return finite(result);
}

export function quotientOf(dividend: number, divisor: number): number | Fault {
  return divisor === 0 ? fault('#DIV/0!', message('engine.divisionByZero')) : finite(dividend / divisor);
}

function differenceOf(left: number, right: number): number | Fault {
  return sumOf(left, -right);
}

function productOf(left: number, right: number): number | Fault {
  return finite(left * right);
}

function onNumbers(left: Scalar, right: Scalar, compute: (a: number, b: number) => number | Fault): Scalar {
  const first = toNumber(left);
  if (typeof first !== 'number') return first;
  const second = toNumber(right);
  return typeof second === 'number' ? compute(first, second) : second;
}

function orderOfNumbers(left: number, right: number): number {
  if (left === right) return 0;
  const difference = left - right;
  if (Math.abs(difference) > Math.abs(left) * NEARLY_EQUAL) return difference;
  return left.toPrecision(SIGNIFICANT_DIGITS) === right.toPrecision(SIGNIFICANT_DIGITS) ? 0 : difference;
}

function orderOfTexts(left: string, right: string): number {
  const first = left.toUpperCase();
  const second = right.toUpperCase();
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function typeRank(value: number | string | boolean): number {
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? 1 : 2;
}

function emptyLike(other: Scalar): number | string | boolean {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}
