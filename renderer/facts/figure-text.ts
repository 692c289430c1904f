/**
 * A figure of a fact as text: `≈ 2,800 万元`, `88.6%`, `> 300`, `Apache 2.0`. In full, or shortened for
 * tables of wide range (`405bn parameter`).
 */
import type { Fact, Qualifier } from '../../shared/facts.ts';
import type { Language } from '../../shared/language.ts';
import { displayNumber } from '../../shared/number-display.ts';
import { fullNumber } from '../ui/number-text.ts';

export type FigureLike = Pick<Fact, 'value' | 'text' | 'unit'> & { qualifier?: Qualifier };

/** Value, qualifier and unit; the text of a fact that has no number. */
export function figureText(figure: FigureLike, language: Language, { compact = false } = {}): string {
  if (figure.value === null) return figure.text;
  const number = compact
    ? displayNumber(figure.value, { decimals: null, grouping: true }, language, { compact })
    : fullNumber(figure.value);
  return withQualifier(withUnit(number, figure.unit), figure.qualifier ?? '=', language);
}

/** `88.6%` without a blank, `40 GPU` with one. */
export function withUnit(number: string, unit: string): string {
  if (unit === '') return number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

function withQualifier(figure: string, qualifier: Qualifier, language: Language): string {
  if (qualifier === '=') return figure;
  if (qualifier === 'peak') return language === 'zh' ? `峰值 ${figure}` : `peak ${figure}`;
  return `${qualifier} ${figure}`;
}
