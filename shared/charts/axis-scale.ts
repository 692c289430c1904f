/**
 * In what a value axis counts: 万, 亿 in Chinese and thousands, millions, billions in English, said once
 * with the unit (`亿美元`, `USD bn`) so that its numbers are short.
 */
import type { Language } from '../language.ts';
import { splitUnit } from './units.ts';

/** Values in the column's unit are divided by `divisor`. */
export type AxisScale = { divisor: number; label: string };

const SIZES: Record<Language, readonly (readonly [number, string])[]> = {
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e12, 'tn'],
    [1e9, 'bn'],
    [1e6, 'million'],
    [1e3, 'thousand'],
  ],
};

const NAMES: Record<Language, Readonly<Record<string, string>>> = {
  zh: {
    USD: '美元',
    CNY: '元',
    HKD: '港元',
    EUR: '欧元',
    JPY: '日元',
    time: '次',
    download: '次',
    visit: '次',
    person: '人',
  },
  en: { time: '', download: '', visit: '', person: 'people' },
};

/** For an axis that reaches to `highest`, in `unit`. */
export function axisScale(highest: number, unit: string, language: Language): AxisScale {
  const { times, base } = splitUnit(unit);
  const name = NAMES[language][base] ?? base;
  if (base === '%') return { divisor: 1, label: '%' };
  const [size, word] = SIZES[language].find(([each]) => Math.abs(highest) * times >= each) ?? [1, ''];
  const label = language === 'zh' ? `${word}${name}` : [name, word].filter((part) => part !== '').join(' ');
  return { divisor: size / times, label };
}
