import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Entry, parseEntry } from '../../shared/number-entry.ts';

const number = (value: number, more: Partial<Entry> = {}): Entry => ({ kind: 'number', value, ...more }) as Entry;
const text = (content: string): Entry => ({ kind: 'text', text: content });

describe('what a person types', () => {
  test.each<[string, Entry]>([
    ['5', number(5)],
    [' 5 ', number(5)],
    ['+5', number(5)],
    ['-5.50', number(-5.5)],
    ['－５．５', number(-5.5)],
    ['−5', number(-5)],
    ['.5', number(0.5)],
    ['5.', number(5)],
    ['-0', number(0)],
    ['1e3', number(1000)],
    ['1.5E-3', number(0.0015)],
    ['1,234.5', number(1234.5)],
    ['１，２３４', number(1234)],
    ['1,234,567', number(1234567)],
    ['1,2', text('1,2')],
    ['1,23,456', text('1,23,456')],
    ['1234,567', text('1234,567')],
    [',123', text(',123')],
    ['1,234.5,6', text('1,234.5,6')],
    ['12%', number(0.12, { percent: true })],
    ['１２．５％', number(0.125, { percent: true })],
    ['-3 %', number(-0.03, { percent: true })],
    ['14.3%', number(0.143, { percent: true })],
    ['(1,234)', number(-1234)],
    ['（5%）', number(-0.05, { percent: true })],
    ['(-5)', text('(-5)')],
    ['74.3万', number(743000)],
    ['34.06 万', number(340600)],
    ['1.2亿', number(120000000)],
    ['1.3万亿', number(1.3e12)],
    ['3千', number(3000)],
    ['2百万', number(2000000)],
    ['74.3k', number(74300)],
    ['1.2bn', number(1.2e9)],
    ['5M token', number(5e6, { unit: 'token' })],
    ['12 kWh', number(12, { unit: 'kWh' })],
    ['12 m', number(12, { unit: 'm' })],
    ['$1.36', number(1.36, { currency: '$' })],
    ['-$3', number(-3, { currency: '$' })],
    ['¥-3', number(-3, { currency: '¥' })],
    ['￥1,000', number(1000, { currency: '¥' })],
    ['($5)', number(-5, { currency: '$' })],
    ['36512 GPU*h', number(36512, { unit: 'GPU*h' })],
    ['36,512GPU*h', number(36512, { unit: 'GPU*h' })],
    ['1.36 USD/(GPU*h)', number(1.36, { unit: 'USD/(GPU*h)' })],
    ['1.36 USD / (GPU * h)', number(1.36, { unit: 'USD / (GPU * h)' })],
    ['100 token/s', number(100, { unit: 'token/s' })],
    ['34.06万元', number(34.06, { unit: '万元' })],
    ['5亿元', number(5, { unit: '亿元' })],
    ['1.2亿美元', number(120000000, { unit: '美元' })],
    ['3.5万台', number(35000, { unit: '台' })],
    ['66台', number(66, { unit: '台' })],
    ['3 m^2', number(3, { unit: 'm^2' })],
    ['5 (', text('5 (')],
    ['5 m)', text('5 m)')],
    ['5 servers needed', text('5 servers needed')],
    ['2024-07-19', text('2024-07-19')],
    ['1.2.3', text('1.2.3')],
    ['1 234', text('1 234')],
    ['--5', text('--5')],
    ['1e999', text('1e999')],
    ['abc', text('abc')],
    ['-', text('-')],
    ['$', text('$')],
    ['万', text('万')],
    ["'5", text('5')],
    ["'=a", text('=a')],
    ['true', { kind: 'boolean', value: true }],
    ['FALSE', { kind: 'boolean', value: false }],
    ['=a+b', { kind: 'formula' }],
    ['＝a', { kind: 'formula' }],
    [' =a', { kind: 'formula' }],
    ['', { kind: 'empty' }],
    [' \t', { kind: 'empty' }],
  ])('%j', (typed, entry) => {
    expect(parseEntry(typed)).toEqual(entry);
  });

  it('reads back every number that is shown with separators, percent or in Chinese', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(finite, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const plain = value.toFixed(decimals);
        const expected = Number(plain) + 0;
        const grouped = value.toLocaleString('en-US', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        });
        const regrouped = Number(grouped.replaceAll(',', '')) + 0;
        expect(parseEntry(plain)).toEqual(number(expected));
        expect(parseEntry(grouped)).toEqual(number(regrouped));
        expect(parseEntry(`${plain}万`)).toEqual(number(Number(`${plain}e4`) + 0));
        expect(parseEntry(`${plain}%`)).toEqual(number(Number(`${plain}e-2`) + 0, { percent: true }));
      }),
    );
  });

  it('takes any text without failing, and gives text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (typed) => {
        const entry = parseEntry(typed);
        if (entry.kind === 'number') expect(Number.isFinite(entry.value)).toBe(true);
        if (entry.kind === 'text' && !typed.trim().startsWith("'") && !typed.trim().startsWith('＇')) {
          expect(entry.text).toBe(typed);
        }
      }),
    );
  });

  it.each(['1,'.repeat(5000), '('.repeat(10000), `1${' '.repeat(10000)}x x`, `5 ${'a*'.repeat(5000)}`])(
    'does not try long nonsense in every way (%#)',
    (typed) => {
      const start = performance.now();
      expect(parseEntry(typed).kind).toBe('text');
      // A thousand times what it takes; tried in every way it takes minutes.
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
