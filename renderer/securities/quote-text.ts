/** Prices and what changed of them, as market data is read: two decimals, small prices three, changes with their sign. */
import type { Language } from '../../shared/language.ts';
import { displayNumber } from '../../shared/number-display.ts';
import { signOf } from '../ui/number-text.ts';

const PENNY = 1;

export function priceText(price: number): string {
  return displayNumber(price, { decimals: Math.abs(price) < PENNY ? 3 : 2, grouping: true }, 'en');
}

/** `+2.34%`. */
export function changeText(share: number): string {
  const shown = displayNumber(Math.abs(share) * 100, { decimals: 2, grouping: true }, 'en');
  return `${signOf(Number(shown) === 0 ? 0 : share)}${shown}%`;
}

/** `1,234.5亿`, `123.4bn`. */
export function amountText(amount: number, language: Language): string {
  return displayNumber(amount, { decimals: null, grouping: true }, language, { compact: true });
}
