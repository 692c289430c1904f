import { describe, expect, it } from 'vitest';
import { agree, measure, spreadOf } from '../../electron/engine/fact-agreement.ts';
import { QUALIFIERS, type Qualifier } from '../../shared/facts.ts';

/** `≈2,800 亿parameter`, `88.0 %`, `'open'`: a qualifier, the number as printed and its unit; or a text in quotes. */
function figure(written: string) {
  const [, text] = /^'(.*)'$/.exec(written) ?? [];
  if (text !== undefined) return measure(fact({ text, printed: text }));
  const sign = QUALIFIERS.find((each) => written.startsWith(each)) ?? '=';
  const [printed, ...unit] = written.replace(sign, '').split(' ');
  return measure(fact({ value: Number(printed.replaceAll(',', '')), printed, unit: unit.join(' '), qualifier: sign }));
}

function fact(fields: { value?: number; text?: string; printed: string; unit?: string; qualifier?: Qualifier }) {
  return { value: null, text: '', unit: '', qualifier: '=' as const, correction: null, ...fields };
}

describe('figures of one thing', () => {
  it.each([
    // the same, written otherwise
    ['1.6 万GPU', '16,000 GPU', true],
    ['1.6 万GPU', '16,385 GPU', true],
    ['1.6 万GPU', '16,600 GPU', false],
    ['4050 亿parameter', '405 十亿parameter', true],
    ['4050 亿parameter', '406 十亿parameter', false],
    ['88.6 %', '0.886', true],
    ['0.1 USD', '0.1 USD', true],
    ['0 CNY', '0 CNY', true],
    // within what the coarser one printed, and not beyond
    ['88.6 %', '88.64 %', true],
    ['88.6 %', '88.66 %', false],
    ['88.0 %', '88.2 %', false],
    ['88 %', '88.2 %', true],
    ['100000 GPU', '100001 GPU', false],
    ['-3.2 %', '-3.15 %', true],
    ['-3.2 %', '3.2 %', false],
    // about
    ['≈2,800 亿parameter', '2843 亿parameter', true],
    ['≈2,800 亿parameter', '2900 亿parameter', false],
    ['≈2.5 万GPU', '24,576 GPU', true],
    // bounds rule out what lies on the other side
    ['>5 亿CNY', '6 亿CNY', true],
    ['>5 亿CNY', '5 亿CNY', true],
    ['>5 亿CNY', '4 亿CNY', false],
    ['<5 亿CNY', '4 亿CNY', true],
    ['<5 亿CNY', '6 亿CNY', false],
    ['>5 亿CNY', '>7 亿CNY', true],
    ['<5 亿CNY', '≤7 亿CNY', true],
    ['≥5 亿CNY', '≤7 亿CNY', true],
    ['≥7 亿CNY', '≤5 亿CNY', false],
    ['≥5 亿CNY', '≤5 亿CNY', true],
    ['>5 亿CNY', '≤5 亿CNY', false],
    // a peak is a highest value: of another peak the same statement, of anything else an upper bound
    ['peak100 person', 'peak120 person', false],
    ['peak100 person', '80 person', true],
    ['peak100 person', '120 person', false],
    ['peak100 person', '>120 person', false],
    // what cannot be compared does not disagree
    ['1 CNY', '2 USD', true],
    ['1 GPU', "'many'", true],
    ['1 nonsense-unit', '2 GPU', true],
    ['1 nonsense-unit', '2 nonsense-unit', false],
    // texts
    ["'open'", "'ＯＰＥＮ'", true],
    ["'open'", "'closed'", false],
    ["'Apache 2.0'", "'apache  2.0'", true],
    ["'Apache 2.0'", "'MIT'", false],
    ["'性能强大的开源模型'", "'开源大模型'", true],
    ["'2024-07'", "'2024-07-23'", true],
    ["'2024Q3'", "'2024-07-23'", true],
    ["'2024'", "'2024Q3'", true],
    ["'2024-07-23'", "'2024-07-24'", false],
    ["'2024Q2'", "'2024-07-23'", false],
    ["'2024-12-31'", "'2024-12'", true],
  ])('%s and %s: %s', (a, b, isAgreed) => {
    expect(agree(figure(a), figure(b))).toBe(isAgreed);
    expect(agree(figure(b), figure(a))).toBe(isAgreed);
  });

  it('are compared as corrected, not as misprinted', () => {
    const reason = { zh: '', en: '' };
    const misprinted = {
      ...fact({ value: 886, printed: '886', unit: '%' }),
      correction: { value: 88.6, text: '', reason },
    };
    expect(agree(measure(misprinted), figure('88.6 %'))).toBe(true);
    expect(agree(measure(misprinted), figure('88.7 %'))).toBe(false);
  });
});

it.each([
  [['50 %', '60 %'], 20],
  [['1 万GPU', '15,000 GPU', '12,000 GPU'], 50],
  [['0 %', '5 %'], null],
  [["'open'", "'closed'"], null],
])('%j differ by %s percent at most', (written, percent) => {
  const spread = spreadOf(written.map(figure));
  expect(spread === null ? null : Number(spread.toPrecision(12))).toBe(percent);
});
