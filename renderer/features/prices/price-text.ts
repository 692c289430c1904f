/** Prices as text: a number per million tokens, `免费` for zero, and the price as its source prints it. */
import type { Language } from '../../../shared/language.ts';
import type { Price } from '../../../shared/model-methods.ts';
import { displayNumber } from '../../../shared/number-display.ts';
import { figureText } from '../../facts/figure-text.ts';
import { fullNumber, signedPercent } from '../../ui/number-text.ts';
import { factsOfRow, type PriceRow } from './price-rows.ts';
import { pricesTexts } from './prices-texts.ts';

const SHOWN_DIGITS = 4;

/** Four digits are as many as prices have; the full number is in the tooltip. */
export function priceNumber(value: number, language: Language): string {
  if (value === 0) return pricesTexts.free[language];
  return displayNumber(Number(value.toPrecision(SHOWN_DIGITS)), { decimals: null, grouping: true }, language);
}

export function asPrinted(price: Pick<Price, 'value' | 'unit' | 'qualifier'>, language: Language): string {
  if (price.value === 0) return pricesTexts.free[language];
  return figureText({ ...price, text: '' }, language).replaceAll('US dollar', 'USD');
}

/** `0.15 / 0.6 USD/百万token`: input before output, the unit once where both have it; and what is said of free use. */
export function printedOfRow(row: PriceRow, language: Language): string {
  const said = [pricesOfRow(row, language), ...row.freeTiers.map(({ text }) => text)];
  return said.filter(Boolean).join(language === 'zh' ? '；' : '; ');
}

/** `−97%`, `−96.7%`, `+2.35%`. */
export function percentText(change: number): string {
  return signedPercent(change)
    .replace(/(\.\d*?)0+%$/, '$1%')
    .replace('.%', '%');
}

function pricesOfRow(row: PriceRow, language: Language): string {
  const prices = factsOfRow(row);
  const [first, second] = prices;
  if (first === undefined) return '';
  if (second === undefined || first.value === 0) return asPrinted(first, language);
  // A unit that begins with 万 or 千 goes into the number in English.
  const isAlike = first.unit === second.unit && first.qualifier === second.qualifier;
  if (!isAlike || /^[十百千万亿]/.test(first.unit))
    return prices.map((price) => asPrinted(price, language)).join(' / ');
  return `${fullNumber(first.value)} / ${asPrinted(second, language)}`;
}
