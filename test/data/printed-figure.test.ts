/** The reading of printed figures that facts are checked by. */
import { describe, expect, it } from 'vitest';
import { agreesWithPrint, dateAgreesWithPrint } from './printed-figure.ts';

/** [printed, value, unit, whether they agree] */
const FIGURES: [string, number, string, boolean][] = [
  ['88.6', 88.6, '%', true],
  ['88.6', 88.5, '%', false],
  ['78.7 (non-CoT)', 78.7, '%', true],
  ['4050亿', 4050, '亿parameter', true],
  ['4050亿', 405, '十亿parameter', true],
  ['4050亿', 4050, '万parameter', false],
  ['1,230 亿', 123, '十亿parameter', true],
  ['405B', 405, '十亿parameter', true],
  ['128K', 128, 'Ktoken', true],
  ['128K', 128, 'token', false],
  ['350-400W', 400, 'W', true],
  ['6.5kW', 6.5, 'kW', true],
  ['15美分', 0.15, 'USD/百万token', true],
  ['1元/百万tokens', 1, 'CNY/百万token', true],
  ['1元/百万tokens', 1, 'CNY/千token', false],
  ['0.0008元/千 tokens', 0.8, 'CNY/百万token', true],
  ['300 亿至 370 亿美元', 370, '亿USD', true],
  ['300 亿至 370 亿美元', 37, '亿USD', false],
  ['下降 102 亿美元', -102, '亿USD', true],
  ['102 亿美元', -102, '亿USD', false],
  ['超过三分之一', 33.3333333333333, '%', true],
  ['八种', 8, '', true],
  ['一半', 50, '%', true],
  ['3.0×10^{-4}', 0.0003, '', true],
  ['1.5×10^{-4}', 0.0003, '', false],
  ['全面免费', 0, 'CNY/百万token', true],
];

/** [date, words, whether they agree] */
const DATES: [string, string, boolean][] = [
  ['2024-07-23', '2024.7.23', true],
  ['2024-07-23', '7月23日', true],
  ['2024-07-24', '7月23日', false],
  ['2023-09', 'September 2023', true],
  ['2023-08', 'September 2023', false],
  ['2023', '2023 推出', true],
  ['2022', '2023 推出', false],
];

describe('a printed figure', () => {
  it.each(FIGURES)('%s and %d %s: %s', (printed, value, unit, agree) => {
    expect(agreesWithPrint({ printed, wording: printed, value, unit })).toBe(agree);
  });

  it.each(DATES)('%s and "%s": %s', (date, words, agree) => {
    expect(dateAgreesWithPrint(date, words)).toBe(agree);
  });
});
