/** Dates, figures and headings as people write them. */
import { describe, expect, test } from 'vitest';
import { readDate } from '../../electron/imports/read-date.ts';
import { isNothing, readFigure } from '../../electron/imports/read-figure.ts';
import { columnOfHeading } from '../../shared/fact-columns.ts';

describe('A date', () => {
  test.each([
    ['', ''],
    ['2024', '2024'],
    ['２０２４年', '2024'],
    ['2024-07', '2024-07'],
    ['2024/7', '2024-07'],
    ['2024年7月', '2024-07'],
    ['202407', '2024-07'],
    ['7/2024', '2024-07'],
    ['Jul 2024', '2024-07'],
    ['2024-07-19', '2024-07-19'],
    ['2024/7/19', '2024-07-19'],
    ['2024.7.19', '2024-07-19'],
    ['20240719', '2024-07-19'],
    ['2024 年 7 月 19 日', '2024-07-19'],
    ['2024-07-19 00:00:00', '2024-07-19'],
    ['2024-07-19T08:30:00Z', '2024-07-19'],
    ['19 Jul 2024', '2024-07-19'],
    ['July 19th, 2024', '2024-07-19'],
    ['19/07/2024', '2024-07-19'],
    ['7/19/2024', '2024-07-19'],
    ['07/07/2024', '2024-07-07'],
    ['45492', '2024-07-19'],
    ['2024Q1', '2024Q1'],
    ['2024 q3', '2024Q3'],
    ['2024-Q3', '2024Q3'],
    ['Q3 2024', '2024Q3'],
    ['3Q2024', '2024Q3'],
    ['2024年二季度', '2024Q2'],
    ['2024年第4季度', '2024Q4'],
    ['2024-07-19/2024-07-25', '2024-07-19/2024-07-25'],
    ['2024年7月19日至2024年7月25日', '2024-07-19/2024-07-25'],
  ])('%s is %s', (written, date) => {
    expect(readDate(written)).toEqual({ date });
  });

  test.each([
    ['07/08/2024', 'import.ambiguousDate'],
    ['8.7.2024', 'import.ambiguousDate'],
    ['201112', 'import.ambiguousDate'],
    ['24/7/19', 'import.shortYear'],
    ['FY24Q2', 'import.fiscalDate'],
    ['FY2024', 'import.fiscalDate'],
    ['2024财年', 'import.fiscalDate'],
    ['fiscal 2024', 'import.fiscalDate'],
    ['2024-02-30', 'import.noDate'],
    ['20241301', 'import.noDate'],
    ['2024-13', 'import.noDate'],
    ['2024Q5', 'import.noDate'],
    ['2024-07-25/2024-07-19', 'import.noDate'],
    ['999', 'import.noDate'],
    ['soon', 'import.noDate'],
    ['12 Xyz 2024', 'import.noDate'],
  ])('%s is refused: %s', (written, key) => {
    expect(readDate(written)).toMatchObject({ fault: { key } });
  });
});

describe('A figure', () => {
  test.each([
    ['88.6', 88.6, '', null],
    ['1,600', 1600, '', null],
    ['74.3万', 743_000, '', null],
    ['1.2亿', 120_000_000, '', null],
    ['3 亿元', 3, '亿元', null],
    ['１２％', 12, '%', null],
    ['0.07%', 0.07, '%', null],
    ['(12)', -12, '', null],
    ['−5', -5, '', null],
    ['$1.2bn', 1_200_000_000, 'USD', null],
    ['￥5', 5, 'CNY', null],
    ['约 1.6万 GPU', 16_000, 'GPU', '≈'],
    ['~50', 50, '', '≈'],
    ['>= 3', 3, '', '≥'],
    ['超过5亿', 500_000_000, '', '>'],
    ['不超过 32k', 32_000, '', '≤'],
    ['up to 40%', 40, '%', '≤'],
  ])('%s', (written, value, unit, qualifier) => {
    expect(readFigure(written)).toEqual({ value, unit, qualifier });
  });

  test.each([
    ['1,2', 'import.noNumber'],
    ['about', 'import.noNumber'],
    ['88.6 (0-shot)', 'import.noNumber'],
    ['=A1*2', 'import.formulaAsText'],
    ['+A1', 'import.noNumber'],
  ])('%s is refused: %s', (written, key) => {
    expect(readFigure(written)).toMatchObject({ key });
  });

  test.each(['', '-', '—', '–', ' / ', 'N/A', 'n.a.', '暂无'])('"%s" says nothing', (written) => {
    expect(isNothing(written)).toBe(true);
  });
});

test.each([
  ['对象', 'subject', ''],
  ['Subject', 'subject', ''],
  [' benchmark ', 'metric', ''],
  ['数值（亿元）', 'value', '亿元'],
  ['Value (USD)', 'value', 'USD'],
  ['Note (English)', 'noteEn', ''],
  ['ＤＡＴＥ', 'date', ''],
  ['as_of', 'date', ''],
])('the heading %s means %s', (heading, field, unit) => {
  expect(columnOfHeading(heading)).toEqual({ field, unit });
});

test.each(['', 'GPT-4o', '指标甲'])('the heading "%s" means no field', (heading) => {
  expect(columnOfHeading(heading)).toBeNull();
});
