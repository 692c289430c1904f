/**
 * Excel's conversions between numbers, texts and truth values.
 *
 * Each takes any scalar and gives the value of its type or a fault; a fault passes through. An
 * empty cell is 0, "" or FALSE.
 */
import { message } from '../../shared/messages.ts';
import { numberFromText } from '../../shared/number-entry.ts';
import { type Fault, fault, type Scalar } from './scalar.ts';

/** Text counts as a number where it reads as one: "1,234", "12%", " 5 "; "TRUE" does not. */
export function toNumber(value: Scalar): number | Fault {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') {
    return numberFromText(value) ?? fault('#VALUE!', message('engine.textNotNumber', { text: value.slice(0, 60) }));
  }
  return value;
}

/** Numbers are true unless 0; of texts only "TRUE" and "FALSE" are truth values. */
export function toLogical(value: Scalar): boolean | Fault {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (typeof value === 'string') {
    const word = value.toUpperCase();
    if (word === 'TRUE' || word === 'FALSE') return word === 'TRUE';
    return fault('#VALUE!', message('engine.textNotLogical', { text: value.slice(0, 60) }));
  }
  return value;
}

export function toText(value: Scalar): string | Fault {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberToText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null ? '' : value;
}

const SIGNIFICANT_DIGITS = 15;

/** As Excel's General form writes it: 15 significant digits, `1E+15`, `3.33333333333333E-05`. */
export function numberToText(value: number): string {
  if (value === 0) return '0';
  const [mantissa, power] = value.toExponential(SIGNIFICANT_DIGITS - 1).split('e');
  const digits = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  const exponent = Number(power);
  const decimals = Math.max(0, digits.replace(/[-.]/g, '').length - 1 - exponent);
  if (exponent < SIGNIFICANT_DIGITS && (exponent >= -4 || decimals <= SIGNIFICANT_DIGITS)) {
    return Number(`${digits}e${exponent}`).toFixed(Math.min(decimals, 100));
  }
  return `${digits}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
