import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packRows, unpackRows } from '../../shared/packed-rows.ts';

const many = (row: (at: number) => unknown) => Array.from({ length: 120 }, (_, at) => row(at));
const overTheWire = (value: unknown) => JSON.parse(JSON.stringify(value));

test.each<[what: string, value: unknown]>([
  [
    'rows of one shape',
    many((at) => ({ id: `${at}`, note: { zh: '', en: `n${at}` }, tags: at % 3 === 0 ? [] : ['a'] })),
  ],
  ['rows that are null in places', many((at) => ({ id: at, price: at % 2 === 0 ? null : at }))],
  ['rows with a field that some lack', many((at) => (at === 60 ? { id: at } : { id: at, price: 1 }))],
  ['rows with a field that some do not give', many((at) => ({ id: at, price: at === 7 ? undefined : 1 }))],
  ['rows of other fields', many((at) => (at === 119 ? { price: 1 } : { id: 1 }))],
  ['rows and others', many((at) => (at === 3 ? [at] : at === 4 ? null : { at }))],
  ['rows that are all the same', many(() => ({ id: 1, price: null, name: { zh: '', en: '' }, tags: [] }))],
  ['rows of nothing', many(() => ({}))],
  ['a field that objects have of themselves', many(() => JSON.parse('{ "__proto__": 1, "toString": 2 }'))],
  ['numbers that follow each other', { ordinals: many((at) => at - 19_000) }],
  ['numbers of which one is missing', many((at) => (at < 60 ? at : at + 1))],
  ['series', [{ ordinals: many((at) => at), values: many((at) => at * 1.5) }]],
  ['rows within rows', { ok: many((at) => ({ at, rows: many((inner) => ({ inner, at })) })) }],
])('%s come back as they were', (_, value) => {
  expect(unpackRows(overTheWire(packRows(value)))).toEqual(overTheWire(value));
});

test('whatever JSON holds comes back as it was', () => {
  const row = fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 });
  const rows = fc.array(row, { minLength: 1, maxLength: 3 }).map((some) => many((at) => some[at % some.length]));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), rows, fc.record({ rows })), (value) => {
      expect(unpackRows(overTheWire(packRows(value)))).toEqual(overTheWire(value));
    }),
    { numRuns: 60 },
  );
});

test('many rows are half as long', () => {
  const rows = many((at) => ({
    securityId: `${600_000 + at}.SH`,
    brokerId: 'guosen',
    targetPrice: at,
    currency: 'CNY',
  }));
  expect(JSON.stringify(packRows(rows)).length).toBeLessThan(JSON.stringify(rows).length / 2);
});

test('days that follow each other take no room', () => {
  expect(JSON.stringify(packRows([{ ordinals: many((at) => 19_000 + at) }])).length).toBeLessThan(60);
});
