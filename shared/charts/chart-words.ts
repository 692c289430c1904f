/** Numbers and labels as they stand in a chart, and how much room they take. */
import type { Qualifier } from '../facts.ts';
import type { Language } from '../language.ts';
import { formatMessage, message } from '../messages.ts';
import { displayNumber } from '../number-display.ts';
import { splitUnit } from './units.ts';

/** `74.3万`, `7.67bn`, `12.4%`. */
export function shortNumber(value: number, unit: string, language: Language): string {
  const { times, base } = splitUnit(unit);
  const rounded = Number((value * times).toPrecision(base === '%' ? 3 : 4));
  const text = displayNumber(rounded, { decimals: null, grouping: true }, language, { compact: true });
  return base === '%' ? `${text}%` : text;
}

/** `300亿–370亿`, `≥30bn` where the other side is open, one number where both are the same. */
export function rangeText(
  { low, high }: { low: number | null; high: number | null },
  unit: string,
  language: Language,
): string {
  if (low === null || high === null) {
    return `${low === null ? '≤' : '≥'}${shortNumber(low ?? high ?? 0, unit, language)}`;
  }
  return [...new Set([low, high].map((value) => shortNumber(value, unit, language)))].join('–');
}

/** `542.1亿美元`, `USD 54.21bn`: a number, or several, with the unit in words. */
export function withUnitWords(text: string, unit: string, language: Language): string {
  const { base } = splitUnit(unit);
  if (base === '' || base === '%') return text;
  return formatMessage(message(`chart.amount.${baseKey(base)}`, { text, base }), language);
}

function baseKey(base: string): 'CNY' | 'USD' | 'time' | 'person' | 'other' {
  if (base === 'CNY' || base === 'USD' || base === 'person') return base;
  return base === 'time' || base === 'download' || base === 'visit' ? 'time' : 'other';
}

/** `>74万`; a peak is said by its mark. */
export function boundText(qualifier: Qualifier, value: number, unit: string, language: Language): string {
  return `${qualifier === 'peak' || qualifier === '=' ? '' : qualifier}${shortNumber(value, unit, language)}`;
}

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/;

/** About how wide a text is, in pixels; without a page there is nothing to measure with. */
export function textWidth(text: string, fontSize: number): number {
  let units = 0;
  for (const character of text) units += WIDE.test(character) ? 1 : 0.54;
  return units * fontSize;
}

export function shortened(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  let short = '';
  for (const character of text) {
    if (textWidth(`${short}${character}…`, fontSize) > width) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}

const CLOSING = /^[，。；：、）」》”’！？%]/;

/** The lines that a text takes in a width. */
export function wrapped(text: string, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\w%.,()–'’&/-]+\s*|./gu) ?? []) {
    // No line begins with what closes the one before.
    if (line !== '' && !CLOSING.test(piece) && textWidth(line + piece.trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
