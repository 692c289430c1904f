/** Price bars: what stands of each day after imports and withdrawals in any order, and what lists show of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBarImport, dropBarImport } from '../../electron/store/bar-imports.ts';
import { compareBars, ensureBarSeries, mergeBars, type NewBars } from '../../electron/store/merge-bars.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { findBarSeries, findQuotes, listBarSeries, readBars } from '../../electron/store/price-bars.ts';
import { type Db, inTransaction } from '../../electron/store/sqlite.ts';
import { withdrawBarImport } from '../../electron/store/withdraw-bar-import.ts';
import { ordinalOf } from '../../shared/periods.ts';
import type { Adjustment } from '../../shared/price-bars.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';
import { putSecurityForTest } from './security-for-test.ts';

/** `[day, close]`, or `[day, close, { high: 3 }]`. */
type Said = [day: number, close: number, more?: Partial<Record<Field, number>>];
type Field = 'open' | 'high' | 'low' | 'volume' | 'marketCap';
const FIELDS: readonly Field[] = ['open', 'high', 'low', 'volume', 'marketCap'];

function barsOf(said: readonly Said[]): NewBars {
  const field = (name: Field) => said.map(([, , more]) => more?.[name] ?? Number.NaN);
  return {
    days: said.map(([day]) => day),
    close: said.map(([, close]) => close),
    open: field('open'),
    high: field('high'),
    low: field('low'),
    volume: field('volume'),
    marketCap: field('marketCap'),
  };
}

class Prices {
  readonly db: Db = openStore(folderForTest()).db;

  constructor(...securityIds: string[]) {
    for (const id of securityIds.length > 0 ? securityIds : ['688111.SH']) putSecurityForTest(this.db, id);
  }

  import(said: readonly Said[], securityId = '688111.SH', adjustment: Adjustment = 'none') {
    return inTransaction(this.db, () => {
      const id = addBarImport(this.db, { at: '2026-01-01T00:00:00Z', fileName: 'f.csv', sha256: '', mapping: '' });
      const seriesKey = ensureBarSeries(this.db, { securityId, adjustment, currency: 'CNY' });
      const { added, changed, unchanged } = mergeBars(this.db, { seriesKey, importId: id }, barsOf(said));
      if (added + changed === 0) dropBarImport(this.db, id);
      return { id, counts: `${added} ${changed} ${unchanged}` };
    });
  }

  withdraw(id: number): void {
    withdrawBarImport(this.db, id);
  }

  closes(adjustment: Adjustment = 'none'): Record<number, number> {
    const { days, close } = readBars(this.db, '688111.SH', adjustment);
    return Object.fromEntries(days.map((day, at) => [day, close[at]]));
  }

  /** Everything that stands, as `day: [open, high, low, close, volume, marketCap]`. */
  all(): Record<number, (number | null)[]> {
    const sql = 'SELECT day, open, high, low, close, volume, market_cap FROM price_bar ORDER BY day';
    const rows = this.db.prepare<[], number[]>(sql).raw().all();
    return Object.fromEntries(rows.map(([day, ...rest]) => [day, rest]));
  }

  clear(): void {
    for (const table of ['price_bar', 'bar_version', 'bar_confirmation', 'bar_import_series', 'bar_series']) {
      this.db.exec(`DELETE FROM ${table}`);
    }
  }

  count(table: string): number {
    return Number(this.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  }
}

describe('imports of price bars', () => {
  it('adds what is new, changes what differs, and leaves what is said again', () => {
    const prices = new Prices();
    const counts = [
      prices.import([
        [1, 10],
        [2, 11],
      ]).counts,
      prices.import([
        [2, 11],
        [3, 12],
      ]).counts,
      prices.import([
        [1, 10],
        [2, 99],
      ]).counts,
      prices.import([
        [1, 10],
        [2, 99],
        [3, 12],
      ]).counts,
    ];
    expect(counts).toEqual(['2 0 0', '1 0 1', '0 1 1', '0 0 3']);
    expect(prices.closes()).toEqual({ 1: 10, 2: 99, 3: 12 });
  });

  it('keeps what a file does not say, but no high and low beside another close', () => {
    const prices = new Prices();
    prices.import([[1, 10, { open: 9, high: 11, low: 8, volume: 500 }]]);
    expect(prices.import([[1, 10]]).counts).toBe('0 0 1');
    expect(prices.import([[1, 10, { marketCap: 7 }]]).counts).toBe('0 1 0');
    expect(prices.all()).toEqual({ 1: [9, 11, 8, 10, 500, 7] });
    prices.import([[1, 20]]);
    expect(prices.all()).toEqual({ 1: [null, null, null, 20, 500, 7] });
  });

  it('withdraws to what the other files say', () => {
    const prices = new Prices();
    const first = prices.import([
      [1, 10],
      [2, 11],
    ]);
    const second = prices.import([
      [2, 22],
      [3, 33],
    ]);
    const third = prices.import([
      [1, 10],
      [2, 11],
      [4, 44],
    ]);
    prices.withdraw(second.id);
    expect(prices.closes()).toEqual({ 1: 10, 2: 11, 4: 44 });
    // Day 1 was said by the third as well.
    prices.withdraw(first.id);
    expect(prices.closes()).toEqual({ 1: 10, 2: 11, 4: 44 });
    prices.withdraw(third.id);
    expect(prices.closes()).toEqual({});
    expect(
      ['price_bar', 'bar_version', 'bar_confirmation', 'bar_import_series', 'bar_series'].map((t) => prices.count(t)),
    ).toEqual([0, 0, 0, 0, 0]);
  });

  it('keeps the adjustments apart', () => {
    const prices = new Prices();
    prices.import([[1, 10]]);
    prices.import([[1, 5]], '688111.SH', 'forward');
    expect([prices.closes('none'), prices.closes('forward'), prices.closes('backward')]).toEqual([
      { 1: 10 },
      { 1: 5 },
      {},
    ]);
    expect(
      listBarSeries(prices.db).map(({ adjustment, first, barCount }) => `${adjustment} ${first} ${barCount}`),
    ).toEqual(['forward 1970-01-02 1', 'none 1970-01-02 1']);
  });

  it('leaves what the plain meaning of any imports and withdrawals says', () => {
    const value = fc.integer({ min: 1, max: 2 });
    const more = fc.record({ high: value, volume: value }, { requiredKeys: [] });
    const statement = fc.tuple(fc.integer({ min: 1, max: 4 }), value, more);
    const file = fc.uniqueArray(statement, { selector: ([day]) => day, minLength: 1 });
    const step = fc.oneof(
      { weight: 3, arbitrary: file.map((said) => ({ said })) },
      { weight: 2, arbitrary: fc.nat(20).map((which) => ({ which })) },
    );
    const prices = new Prices();
    prices.db.pragma('synchronous = OFF');
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 20 }), (steps) => {
        prices.clear();
        const standing: { id: number; said: Said[] }[] = [];
        for (const each of steps) {
          if ('said' in each) {
            const said = each.said.toSorted(([a], [b]) => a - b);
            const { id, counts } = prices.import(said);
            // An import that changed nothing is forgotten.
            if (!counts.startsWith('0 0 ')) standing.push({ id, said });
          } else if (standing.length > 0) {
            const [{ id }] = standing.splice(each.which % standing.length, 1);
            prices.withdraw(id);
          }
          expect(prices.all()).toEqual(plainly(standing.map(({ said }) => said)));
        }
        for (const { id } of standing) prices.withdraw(id);
        expect(prices.count('price_bar') + prices.count('bar_version') + prices.count('bar_confirmation')).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

/** One file after the other, day by day. */
function plainly(files: readonly Said[][]): Record<number, (number | null)[]> {
  const bars: Record<number, (number | null)[]> = {};
  for (const [day, close, more] of files.flat()) {
    const [open, high, low, held, volume, marketCap] = bars[day] ?? [];
    const prices = held === close ? { open, high, low } : {};
    const said: Partial<Record<Field, number | null>> = { volume, marketCap, ...prices, ...more };
    const [o = null, h = null, l = null, v = null, m = null] = FIELDS.map((field) => said[field]);
    bars[day] = [o, h, l, close, v, m];
  }
  return bars;
}

describe('what lists show', () => {
  const day = ordinalOf('day', '2026-03-02');

  it.each<[name: string, bars: Partial<Record<Adjustment, Said[]>>, expected: unknown]>([
    [
      'the last bar against the one before',
      {
        none: [
          [day, 10],
          [day + 1, 11, { marketCap: 5e9 }],
        ],
      },
      ['none', '2026-03-03', 11, 0.1, 5e9],
    ],
    ['a single bar', { none: [[day, 10]] }, ['none', '2026-03-02', 10, null, null]],
    [
      'no market cap but that of the day',
      {
        none: [
          [day, 10, { marketCap: 5e9 }],
          [day + 1, 11],
        ],
      },
      ['none', '2026-03-03', 11, 0.1, null],
    ],
    [
      'traded prices before adjusted ones',
      {
        none: [[day, 10]],
        forward: [
          [day, 10],
          [day + 5, 12],
        ],
      },
      ['none', '2026-03-02', 10, null, null],
    ],
    [
      'the change of adjusted prices over a split',
      {
        none: [
          [day, 20],
          [day + 1, 10],
        ],
        forward: [
          [day, 10],
          [day + 1, 10],
        ],
      },
      ['none', '2026-03-03', 10, 0, null],
    ],
    [
      'adjusted prices where there are no others',
      {
        backward: [
          [day, 100],
          [day + 1, 150],
        ],
      },
      ['backward', '2026-03-03', 150, 0.5, null],
    ],
  ])('%s', (_, bars, expected) => {
    const prices = new Prices();
    for (const [adjustment, said] of Object.entries(bars)) prices.import(said, '688111.SH', adjustment as Adjustment);
    const quote = findQuotes(prices.db, ['688111.SH', '0268.HK']).get('688111.SH');
    const change = quote?.change === null ? null : Number(quote?.change.toFixed(9));
    expect([quote?.adjustment, quote?.day, quote?.close, change, quote?.marketCap]).toEqual(expected);
  });

  it('is as before once an import is withdrawn', () => {
    const prices = new Prices();
    prices.import([
      [day, 10],
      [day + 1, 11],
    ]);
    const before = findQuotes(prices.db, ['688111.SH']);
    prices.withdraw(
      prices.import([
        [day, 20],
        [day + 3, 30],
      ]).id,
    );
    expect(findQuotes(prices.db, ['688111.SH'])).toEqual(before);
  });

  it('compares without writing', () => {
    const prices = new Prices();
    prices.import([
      [1, 10],
      [2, 11],
    ]);
    const { key = -1 } = findBarSeries(prices.db, '688111.SH', 'none') ?? {};
    expect(
      compareBars(
        prices.db,
        key,
        barsOf([
          [1, 10],
          [2, 12],
          [3, 13],
        ]),
      ),
    ).toEqual({ added: 1, changed: 1, unchanged: 1, restated: { at: 1, before: 11, count: 1 } });
    expect(prices.closes()).toEqual({ 1: 10, 2: 11 });
  });
});
