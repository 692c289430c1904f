import { expect, test } from 'vitest';
import type { Language } from '../../shared/language.ts';
import { displayNumber } from '../../shared/number-display.ts';

test.each<[number, number | null, boolean, string]>([
  [0, null, true, '0'],
  [-0, 2, true, '0.00'],
  [36512.4, 1, true, '36,512.4'],
  [36512.4, 1, false, '36512.4'],
  [36512.93472, null, true, '36,512.9'],
  [1234567, null, true, '1,234,567'],
  [0.0123456789, null, true, '0.0123457'],
  [100 / 3, null, true, '33.3333'],
  [-1234.5, 0, true, '−1,235'],
  [-0.001, 2, true, '0.00'],
  [0.000000123, null, true, '1.23e-7'],
  [1.5e15, 2, true, '1500000000000000'],
  [1.5e21, null, true, '1.5e+21'],
])('%d with %s decimals, grouped %s, is %s in both languages', (value, decimals, grouping, text) => {
  for (const language of ['zh', 'en'] as const) {
    expect(displayNumber(value, { decimals, grouping }, language)).toBe(text);
  }
});

test.each<[number, number | null, Language, string]>([
  [9999, 2, 'zh', '9,999.00'],
  [10_000, null, 'zh', '1万'],
  [743_000, null, 'zh', '74.3万'],
  [-743_000, 1, 'zh', '−74.3万'],
  [99_990_000, 0, 'zh', '9,999万'],
  [99_999_999, 0, 'zh', '1亿'],
  [340_600_000, 2, 'zh', '3.406亿'],
  [1.4e12, 1, 'zh', '1.4万亿'],
  [999, null, 'en', '999'],
  [1000, null, 'en', '1k'],
  [743_000, null, 'en', '743k'],
  [36_512.93, 0, 'en', '36.51k'],
  [1_022_362, 0, 'en', '1.022M'],
  [999_999, null, 'en', '1M'],
  [36_512_934, null, 'en', '36.51M'],
  [-2.5e9, 1, 'en', '−2.5bn'],
  [1.4e12, 1, 'en', '1.4tn'],
  [0.5, 2, 'en', '0.50'],
  [0, null, 'zh', '0'],
])('%d shortened, with %s decimals, in %s, is %s', (value, decimals, language, text) => {
  expect(displayNumber(value, { decimals, grouping: true }, language, { compact: true })).toBe(text);
});
