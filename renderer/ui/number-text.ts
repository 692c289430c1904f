/** Numbers outside the grid: with every digit they have, and shares as percent. */

// Made once: making one costs far more than using it.
const fifteenDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 });
const withDecimals = [0, 1, 2].map(
  (count) => new Intl.NumberFormat('en-US', { minimumFractionDigits: count, maximumFractionDigits: count }),
);

/** All digits of the number (up to fifteen), with thousands separators. */
export function fullNumber(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-6)) return String(Number(value.toPrecision(15)));
  return fifteenDigits.format(value);
}

/** With two decimals in any case, so that those of a column stand below each other. */
export function twoDecimals(value: number): string {
  // No −0.00 of what is a little below zero.
  return withDecimals[2].format(Number(value.toFixed(2)) + 0);
}

/** A share as percent with its sign: `+2.3%`; `<0.01%` for what is smaller than shown. */
export function signedPercent(share: number): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  if (size > 0 && size < 0.005) return '<0.01%';
  const decimals = size < 1 ? 2 : size < 1000 ? 1 : 0;
  return `${signOf(percent)}${withDecimals[decimals].format(size)}%`;
}

/** `+` or a true minus sign; nothing for zero. */
export function signOf(value: number): string {
  return value > 0 ? '+' : value < 0 ? '−' : '';
}
