/**
 * ROUND and its kin, on decimal values as Excel sees them.
 *
 * Rounding goes by the 15 significant decimal digits of a number, not by its binary fraction:
 * ROUND(2.675, 2) is 2.68 although the double nearest to 2.675 lies below it.
 */
import { isSameNumber } from '../arithmetic.ts';
import type { Fault } from '../scalar.ts';
import { dividesByZero, type Implementation, ofNumbers, saying } from './arguments.ts';

const SIGNIFICANT_DIGITS = 15;
/** Up to here powers of ten are exact. */
const EXACT_POWER = 22;
/** Nearer than this to a half or a whole, the decimal digits decide. */
const DOUBTFUL = 1e-3;

function timesPowerOfTen(decimal: string, places: number): number {
  const [digits, exponent = '0'] = decimal.split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** `value` with its decimal point moved right by `places`, right in the digits that rounding looks at. */
function shifted(value: number, places: number): number {
  if (Math.abs(places) <= EXACT_POWER) {
    const quick = places >= 0 ? value * 10 ** places : value / 10 ** -places;
    const halves = quick * 2;
    if (Math.abs(halves) < 1e11 && Math.abs(halves - Math.round(halves)) > DOUBTFUL) return quick;
  }
  return timesPowerOfTen(value.toPrecision(SIGNIFICANT_DIGITS), places);
}

function roundedTo(value: number, digits: number, round: (size: number) => number): number {
  const places = Math.max(-400, Math.min(400, Math.trunc(digits)));
  const scaled = shifted(value, places);
  // So many decimals asked for that there is nothing to round.
  if (!Number.isFinite(scaled) || Math.abs(scaled) >= 2 ** 53) return value;
  const whole = Math.sign(scaled) * round(Math.abs(scaled));
  if (Math.abs(places) > EXACT_POWER) return timesPowerOfTen(String(whole), -places);
  return places >= 0 ? whole / 10 ** places : whole * 10 ** -places;
}

/** Half away from zero, as ROUND. */
export function roundDecimally(value: number, digits: number): number {
  return roundedTo(value, digits, (size) => Math.floor(size + 0.5));
}

/** The whole number that `value` is in 15 digits, otherwise `value`. */
function snapped(value: number): number {
  const whole = Math.round(value);
  return isSameNumber(value, whole) ? whole : value;
}

/** Without the binary noise that a multiple of a fraction has (3 × 0.1). */
function multipleOf(significance: number, count: number): number {
  const product = count * significance;
  return Number.isInteger(product) ? product : Number(product.toPrecision(SIGNIFICANT_DIGITS));
}

function ceiling([value, significance]: number[]): number | Fault {
  if (value === 0 || significance === 0) return 0;
  if (value > 0 && significance < 0) return signsDiffer('CEILING', value, significance);
  return multipleOf(significance, Math.ceil(snapped(value / significance)));
}

function floor([value, significance]: number[]): number | Fault {
  if (value === 0) return 0;
  if (significance === 0) return dividesByZero('FLOOR');
  if (value > 0 && significance < 0) return signsDiffer('FLOOR', value, significance);
  return multipleOf(significance, Math.floor(snapped(value / significance)));
}

/** Excel divides in binary here: MROUND(6.05, 0.1) is 6. */
function roundToMultiple([value, multiple]: number[]): number | Fault {
  if (value === 0 || multiple === 0) return 0;
  if (value > 0 !== multiple > 0) return signsDiffer('MROUND', value, multiple);
  return multipleOf(multiple, Math.floor(value / multiple + 0.5));
}

function remainder([value, divisor]: number[]): number | Fault {
  if (divisor === 0) return dividesByZero('MOD');
  const rest = value % divisor;
  const isExact = Number.isInteger(value) && Number.isInteger(divisor);
  if (rest === 0 || (!isExact && Number.isInteger(snapped(value / divisor)))) return 0;
  return rest < 0 === divisor < 0 ? rest : rest + divisor;
}

function quotient([numerator, denominator]: number[]): number | Fault {
  if (denominator === 0) return dividesByZero('QUOTIENT');
  return Math.trunc(snapped(numerator / denominator));
}

function signsDiffer(name: string, value: number, other: number): Fault {
  return saying('#NUM!', 'engine.signsDiffer', { function: name, value, other });
}

/** Away from zero to an even number; `odd` shifts that by one. */
function evenSize(value: number): number {
  return Math.ceil(snapped(Math.abs(value)) / 2) * 2;
}

function oddSize(value: number): number {
  return Math.ceil((snapped(Math.abs(value)) - 1) / 2) * 2 + 1;
}

export const roundingFunctions: Record<string, Implementation> = {
  ABS: ofNumbers('ABS', 1, ([value]) => Math.abs(value)),
  CEILING: ofNumbers('CEILING', 2, ceiling),
  EVEN: ofNumbers('EVEN', 1, ([value]) => Math.sign(value) * evenSize(value)),
  FLOOR: ofNumbers('FLOOR', 2, floor),
  INT: ofNumbers('INT', 1, ([value]) => Math.floor(snapped(value))),
  MOD: ofNumbers('MOD', 2, remainder),
  MROUND: ofNumbers('MROUND', 2, roundToMultiple),
  ODD: ofNumbers('ODD', 1, ([value]) => (value < 0 ? -oddSize(value) : Math.max(1, oddSize(value)))),
  QUOTIENT: ofNumbers('QUOTIENT', 2, quotient),
  ROUND: ofNumbers('ROUND', 2, ([value, digits]) => roundDecimally(value, digits)),
  ROUNDDOWN: ofNumbers('ROUNDDOWN', 2, ([value, digits]) => roundedTo(value, digits, Math.floor)),
  ROUNDUP: ofNumbers('ROUNDUP', 2, ([value, digits]) => roundedTo(value, digits, Math.ceil)),
  SIGN: ofNumbers('SIGN', 1, ([value]) => Math.sign(value)),
  TRUNC: ofNumbers('TRUNC', 2, ([value, digits]) => roundedTo(value, digits, Math.floor), [0]),
};
