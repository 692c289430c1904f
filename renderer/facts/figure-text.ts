/**
 * A figure of a fact as text: `≈ 2,800 万元`, `88.6%`, `> 300`, `Apache 2.0`. In full, or shortened for
 * tables of wide range (`405bn parameters`).
 *
 * A unit keeps its Chinese multiplier in Chinese (650 亿参数); in English it goes into the number (65bn parameters).
 */
import type { Fact, Qualifier } from '../../shared/facts.ts';
import type { Language } from '../../shared/language.ts';
import { displayNumber } from '../../shared/number-display.ts';
import { fullNumber } from '../ui/number-text.ts';
import { unitInWords } from '../ui/unit-words.ts';

export type FigureLike = Pick<Fact, 'value' | 'text' | 'unit'> & { qualifier?: Qualifier };

/** Value, qualifier and unit; the text of a fact that has no number. */
export function figureText(figure: FigureLike, language: Language, { compact = false } = {}): string {
  if (figure.value === null) return figure.text;
  const { value, unit } = shownIn(language, figure.value, figure.unit);
  // 50bn says as much as 50,000,000,000 does.
  const isShort = language === 'en' && unit !== figure.unit && Number(value.toPrecision(4)) === value;
  return withQualifier(
    withUnit(numberText(value, unit, language, compact || isShort), unit, language),
    figure,
    language,
  );
}

/** `88.6%` without a blank, `40 GPU` with one. */
export function withUnit(number: string, unit: string, language: Language): string {
  if (unit === '') return number;
  if (unit === '%') return `${number}%`;
  const label = unitLabel(unit, language);
  if (label === '') return number;
  return `${number} ${language === 'en' && COUNTED.test(label) && number !== '1' ? `${label}s` : label}`;
}

/** The unit for a heading or an axis, where numbers stand as they are: `亿参数`, `100 million parameter`. */
export function unitLabel(unit: string, language: Language): string {
  const shown = language === 'en' ? unit.replace(PLAIN_COUNT, '$1') : unit;
  const words = language === 'zh' || CHINESE.test(shown) ? unitInWords(shown, language) : '';
  return (words || shown).replaceAll('人民币元', '元').replaceAll('Chinese yuan', 'CNY').replaceAll('US dollar', 'USD');
}

/** Shortens no number whose unit has a multiplier of its own, and none that is short: 3.5万 百万美元 and 2.048k are for nobody. */
export function numberText(value: number, unit: string, language: Language, compact: boolean): string {
  if (!compact) return fullNumber(value);
  return displayNumber(value, { decimals: null, grouping: true }, language, {
    compact: !MULTIPLIED.test(unit) && Math.abs(value) >= SHORTENED_FROM,
  });
}

const MULTIPLIERS: Readonly<Record<string, number>> = {
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  十亿: 1e9,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
  千: 1e3,
};

/** A thing that is counted, not a symbol: `parameter`, `Ktoken`; not `kW`, `USD/token`. */
const COUNTED = /^[KMBT]?[a-z]{4,}[^s]$/;

/** 74万次, but 740,000: in English a number of downloads is a number. */
const PLAIN_COUNT = /^([十百千万亿]*)(?:time|次)$/u;

/** 万 begins here, and so does what is shortened in English. */
const SHORTENED_FROM = 10_000;

const CHINESE = /\p{Script=Han}/u;

/** 千瓦 and 千克 are units, not thousands of one. */
const MULTIPLIED = /^(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦克米]))(.*)$/u;

function shownIn(language: Language, value: number, unit: string): { value: number; unit: string } {
  const [, multiplier, rest = ''] = MULTIPLIED.exec(unit) ?? [];
  if (multiplier === undefined) return { value, unit };
  const times = (factor: number) => Number((value * factor).toPrecision(15));
  if (language === 'en') return { value: times(MULTIPLIERS[multiplier]), unit: rest };
  // Nobody counts in 十亿: a printed 405B is 4,050 亿.
  return multiplier === '十亿' ? { value: times(10), unit: `亿${rest}` } : { value, unit };
}

function withQualifier(text: string, { qualifier = '=' }: FigureLike, language: Language): string {
  if (qualifier === '=') return text;
  if (qualifier === 'peak') return language === 'zh' ? `峰值 ${text}` : `peak ${text}`;
  return `${qualifier} ${text}`;
}
