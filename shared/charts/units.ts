/**
 * Units of series as far as charts need them: the multiple in front, and what is counted. Figures of one
 * thing in different multiples can stand on one axis.
 *
 *     splitUnit('百万USD')                 // { times: 1000000, base: 'USD' }
 *     rescaled(74, '万time', 'time')       // 740000
 */
import { MULTIPLIERS } from '../unit-multipliers.ts';

export type SplitUnit = { times: number; base: string };

/** Bases by the words that stand for them; other units are taken as they are written. */
const BASES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['CNY', 'RMB', '元', '人民币', '人民币元', '¥'],
    ['USD', '美元', '$', 'US$'],
    ['HKD', '港元'],
    ['EUR', '欧元'],
    ['JPY', '日元'],
    ['time', '次', 'times'],
    ['download', 'downloads', '下载'],
    ['visit', 'visits', '访问'],
    ['person', 'people', 'user', 'users', '人', '用户'],
    ['%'],
  ].flatMap(([base, ...others]) => [base, ...others].map((word) => [word, base])),
);

const CURRENCIES = ['CNY', 'USD', 'HKD', 'EUR', 'JPY'];
/** Counts of what happens in a period: those of its parts add up. Users do not. */
const FLOWS = [...CURRENCIES, 'time', 'download', 'visit'];

export function splitUnit(unit: string): SplitUnit {
  const text = unit.trim();
  if (Object.hasOwn(BASES, text)) return { times: 1, base: BASES[text] };
  for (const [word, times] of MULTIPLIERS) {
    const rest = text.startsWith(word) ? text.slice(word.length).trim() : null;
    if (rest === '') return { times, base: '' };
    if (rest !== null && Object.hasOwn(BASES, rest)) return { times, base: BASES[rest] };
  }
  return { times: 1, base: text };
}

/** Undefined where the two measure different things. */
export function rescaled(value: number, from: string, to: string): number | undefined {
  if (from === to) return value;
  const [given, wanted] = [splitUnit(from), splitUnit(to)];
  if (given.base !== wanted.base) return undefined;
  return withoutNoise((value * given.times) / wanted.times);
}

export function isCurrency(unit: string): boolean {
  return CURRENCIES.includes(splitUnit(unit).base);
}

/** Whether the figures of shorter periods add up to that of a longer one. */
export function isFlow(unit: string): boolean {
  return FLOWS.includes(splitUnit(unit).base);
}

/** The same multiple of another thing: 百万CNY of 百万USD. */
export function inBase(unit: string, base: string): string {
  const { times } = splitUnit(unit);
  const word = times === 1 ? '' : MULTIPLIERS.find(([, size]) => size === times)?.[0];
  return `${word ?? ''}${base}`;
}

/** Without the noise of the last binary digits. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(15));
}
