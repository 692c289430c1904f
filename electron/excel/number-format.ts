/**
 * A line's number format in Excel's notation.
 *
 * A `%` line holds the number before the sign (35 for 35%), here as in the engine: formulas carry
 * the `/100`, and the sign is part of the format, not Excel's own percent format.
 */
import type { Line, NumberFormat, ReportedValue } from '../../shared/sheet.ts';

const SIGNIFICANT_DIGITS = 6;
const SMALLEST_PLAIN = 1e-6;
const LARGEST_PLAIN = 1e15;

/** `values` are the numbers of the line; they decide where the line leaves the decimals open. */
export function excelNumberFormat(
  { decimals, grouping }: NumberFormat,
  unit: string,
  values: readonly number[],
): string {
  const sign = unit === '%' ? '"%"' : '';
  if (decimals === null && values.some(needsExponent)) return `0.#####E+00${sign}`;
  const places = decimals ?? Math.max(0, ...values.map(decimalsOf));
  return (grouping ? '#,##0' : '0') + (places > 0 ? `.${'0'.repeat(places)}` : '') + sign;
}

/** A reported value with the decimals in which it was printed; exact ones as the line has it. */
export function printedNumberFormat({ format, unit }: Line, { value, step }: ReportedValue): string {
  const decimals = step > 0 ? Math.min(15, decimalsOf(step)) : format.decimals;
  return excelNumberFormat({ ...format, decimals }, unit, [value]);
}

function needsExponent(value: number): boolean {
  const size = Math.abs(value);
  return size !== 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN);
}

/** Decimals that the value has once it is rounded to six significant digits. */
function decimalsOf(value: number): number {
  const [mantissa, exponent] = value.toExponential(SIGNIFICANT_DIGITS - 1).split('e');
  const digits = mantissa.replace(/^-?(\d)\.?/, '$1').replace(/0+$/, '').length;
  return Math.max(0, digits - 1 - Number(exponent));
}
