/** Prices and what changed of them, as market data is read: two decimals, small prices three, changes with their sign. */
import type { Language } from '../../shared/language.ts';
import { displayNumber } from '../../shared/number-display.ts';
import { signOf } from '../ui/number-text.ts';

const PENNY = 1;

export function priceText(price: number): string {
  return displayNumber(price, { decimals: Math.abs(price) < PENNY ? 3 : 2, grouping: true }, 'en');
}

/** `+2.34%`, `+123.4%`. */
export function changeText(share: number): string {
  const size = Math.abs(share);
  const decimals = size >= 10 ? 0 : size >= 1 ? 1 : 2;
  const shown = displayNumber(size * 100, { decimals, grouping: true }, 'en');
  return `${signOf(Number(shown) === 0 ? 0 : share)}${shown}%`;
}

/** `1,234.5亿`, `123.4bn`. */
export function amountText(amount: number, language: Language): string {
  return displayNumber(amount, { decimals: null, grouping: true }, language, { compact: true });
}
