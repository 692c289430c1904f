/**
 * Numbers as people read them, the same in the grid, the command line and exports of text.
 *
 *     displayNumber(36512.4, { decimals: 1, grouping: true }, 'en')                      // '36,512.4'
 *     displayNumber(0.0123456789, { decimals: null, grouping: true }, 'en')              // '0.0123457'
 *     displayNumber(743000, { decimals: null, grouping: true }, 'zh', { compact: true }) // '74.3万'
 */
import type { Language } from './language.ts';
import type { NumberFormat } from './sheet.ts';

const SIGNIFICANT_DIGITS = 6;
/** Of a shortened number, whatever its line's decimals: they are for the number in full. */
const COMPACT_DIGITS = 4;
/** Outside of this plain digits are hard to count. */
const PLAIN_FROM = 1e-6;
const PLAIN_BELOW = 1e15;

const COMPACT_UNITS: Record<Language, readonly (readonly [number, string])[]> = {
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e12, 'tn'],
    [1e9, 'bn'],
    [1e6, 'M'],
    [1e3, 'k'],
  ],
};

/** `decimals: null` shows up to six significant digits, but whole numbers whole. `compact` shortens large ones with 万/亿 or k/M/bn. */
export function displayNumber(
  value: number,
  format: NumberFormat,
  language: Language,
  { compact = false }: { compact?: boolean } = {},
): string {
  const rounded = Number(value.toPrecision(COMPACT_DIGITS));
  const unit = compact ? COMPACT_UNITS[language].find(([size]) => Math.abs(rounded) >= size) : undefined;
  if (unit === undefined) return plain(value, format);
  const [size, name] = unit;
  return `${plain(rounded / size, { ...format, decimals: null })}${name}`;
}

function plain(value: number, { decimals, grouping }: NumberFormat): string {
  const size = Math.abs(value);
  if (size >= PLAIN_BELOW || (decimals === null && size !== 0 && size < PLAIN_FROM)) {
    return withMinus(String(Number(value.toPrecision(SIGNIFICANT_DIGITS))));
  }
  const digits =
    decimals === null
      ? { maximumFractionDigits: Math.max(0, SIGNIFICANT_DIGITS - 1 - Math.floor(Math.log10(size || 1))) }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return withMinus(formatterOf(digits.maximumFractionDigits, decimals !== null, grouping).format(value));
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs more than a thousand uses of it. */
function formatterOf(fractionDigits: number, isFixed: boolean, useGrouping: boolean): Intl.NumberFormat {
  const key = `${fractionDigits} ${isFixed} ${useGrouping}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: isFixed ? fractionDigits : 0,
      maximumFractionDigits: fractionDigits,
      useGrouping,
    });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** The true minus is as wide as a digit; a zero has no sign. */
function withMinus(text: string): string {
  return text.replace(/^-(?=0(\.0*)?$)/, '').replace(/^-/, '−');
}
