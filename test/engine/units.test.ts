/** Reading, printing and converting units. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATOMS } from '../../electron/engine/units/atoms.ts';
import { printUnit, ratioBetween, type Unit } from '../../electron/engine/units/unit.ts';
import { UnitWords } from '../../electron/engine/units/unit-words.ts';
import { MULTIPLIERS } from '../../shared/unit-multipliers.ts';

const words = new UnitWords([
  { name: '机架', definition: '8 server' },
  { name: '瓶', definition: '' },
]);

function read(text: string): Unit {
  const reading = words.read(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.fault.message.key}`);
  return reading.unit;
}

/** How many `to` one `from` is; null where they measure different things. */
function factor(from: string, to: string): number | null {
  const [a, b] = [read(from), read(to)];
  if (a.dimension !== b.dimension) return null;
  const { times, over } = ratioBetween(a, b);
  return times / over;
}

describe('conversions', () => {
  test.each<[string, string, number | null]>([
    ['万元', '元', 10_000],
    ['亿元', '万元', 10_000],
    ['百万美元', 'USD', 1_000_000],
    ['人民币', 'RMB', 1],
    ['CNY', 'USD', null],
    ['元/度', 'CNY/kWh', 1],
    ['kW*h', 'kWh', 1],
    ['MW', 'kW', 1000],
    ['MWh', '度', 1000],
    ['W*s', 'J', 1],
    ['h', 's', 3600],
    ['小时', 'h', 1],
    ['d', 'h', 24],
    ['年', '天', 365],
    ['年', '月', 12],
    ['y', 'h', 8760],
    ['h/d', '%', 100 / 24],
    ['Tokens/秒', 'token/s', 1],
    ['亿token', '万亿 tokens', 0.0001],
    ['M tokens', 'k tokens', 1000],
    ['$/百万tokens', 'USD/(M*token)', 1],
    ['%', '', 0.01],
    ['‰', '%', 0.1],
    ['bp', '%', 0.01],
    ['GB', 'MB', 1000],
    ['KiB', 'B', 1024],
    ['PFLOPS', 'TFLOP/s', 1000],
    ['卡', 'GPU', 1],
    ['GPU小时', 'GPU*h', 1],
    ['万人', 'person', 10_000],
    ['GPU', 'server', null],
    ['机架', 'server', 8],
    ['万机架', '机架', 10_000],
    ['瓶', 'server', null],
    ['千瓦时', 'kWh', 1],
  ])('1 %s is %s times %s', (from, to, expected) => {
    const found = factor(from, to);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 12);
  });
});

describe('reading', () => {
  test.each([
    ['USD/(GPU*h)', 'USD/(GPU*h)'],
    ['USD / GPU / h', 'USD/(GPU*h)'],
    ['ＵＳＤ／（ＧＰＵ＊ｈ）', 'USD/(GPU*h)'],
    ['kW·h', 'kW*h'],
    ['h²', 'h^2'],
    ['h^-2', '1/h^2'],
    ['s⁻¹', '1/s'],
    ['1/h', '1/h'],
    ['h*h', 'h^2'],
    ['h/小时', ''],
    ['USD^0.5', 'USD^0.5'],
    ['USD^(1/2)', 'USD^0.5'],
    ['', ''],
  ])('%s reads as %s', (text, printed) => {
    expect(printUnit(read(text))).toBe(printed);
  });

  test.each([
    ['frob/h', 'engine.unitUnknown', 0, 4, 'frob'],
    ['USD/frob', 'engine.unitUnknown', 4, 4, 'frob'],
    ['USD/', 'engine.unitIncomplete', 4, 0, null],
    ['(USD', 'engine.unitIncomplete', 4, 0, null],
    ['USD)', 'engine.unitUnexpected', 3, 1, null],
    ['USD!', 'engine.unitUnexpected', 3, 1, null],
    ['2', 'engine.unitUnexpected', 0, 1, null],
    ['h^99', 'engine.unitPower', 4, 0, null],
    ['h^0.3', 'engine.unitPower', 5, 0, null],
  ])('%s is refused with %s', (text, key, position, length, unknownWord) => {
    const reading = words.read(text);
    expect(reading.ok).toBe(false);
    if (!reading.ok) {
      const { fault } = reading;
      expect([fault.message.key, fault.position, fault.length, fault.unknownWord]).toEqual([
        key,
        position,
        length,
        unknownWord,
      ]);
    }
  });

  test('any text is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aGPU元万h/()*^·²1.-% 亿[]') }), (text) => {
        expect(typeof words.read(text).ok).toBe('boolean');
      }),
    );
    expect(words.read('('.repeat(5000)).ok).toBe(false);
    expect(words.read(`${'百万'.repeat(100)}frob`).ok).toBe(false);
  });
});

describe('what people would call it', () => {
  test.each([
    ['token/s*d', 'token'],
    ['kW*h', 'kWh'],
    ['USD*%', 'USD'],
    ['%', '%'],
    ['%*%', ''],
    ['kW*h*CNY/kWh', 'CNY'],
    ['亿token/万亿token', ''],
    ['USD/(GPU*h)', 'USD/(GPU*h)'],
    ['kW/server*server', 'kW'],
  ])('%s is %s', (text, simplest) => {
    expect(printUnit(words.simplify(read(text)))).toBe(simplest);
  });
});

const word = fc
  .tuple(
    fc.constantFrom('', ...MULTIPLIERS.map(([text]) => text).filter((text) => /\p{Script=Han}/u.test(text))),
    fc.constantFrom(...ATOMS.keys()),
  )
  .map(([multiplier, text]) => multiplier + text)
  .filter((text) => !text.includes('/'));
const product = fc
  .array(fc.tuple(word, fc.constantFrom(1, 1, 1, 2, -1, -1, 0.5)), { minLength: 1, maxLength: 4 })
  .map((factors) => factors.map(([text, power]) => `${text}^${power}`).join('*'));

test('what is printed reads as the same unit', () => {
  fc.assert(
    fc.property(product, (text) => {
      const unit = read(text);
      const again = read(printUnit(unit));
      expect(again.dimension).toBe(unit.dimension);
      expect(again.scale.times / again.scale.over / (unit.scale.times / unit.scale.over)).toBeCloseTo(1, 12);
      expect(printUnit(again)).toBe(printUnit(unit));
    }),
  );
});

test('there and back is the same number', () => {
  fc.assert(
    fc.property(product, product, fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (from, other, value) => {
      const [a, b] = [read(from), read(other)];
      if (a.dimension !== b.dimension) return;
      const there = ratioBetween(a, b);
      const back = ratioBetween(b, a);
      expect((((value * there.times) / there.over) * back.times) / back.over / value).toBeCloseTo(1, 12);
    }),
  );
});
