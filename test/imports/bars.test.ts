/** Files of prices: what each becomes, what cannot be taken and why, and what is told beside. */
import { utimesSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../electron/store/price-bars.ts';
import { fileForTest } from '../contract/series-files.ts';
import { ENCODINGS, encode } from './encodings.ts';
import { PriceStore, reasonsOf } from './price-store.ts';

const OFFICE = '688111.SH';

describe('files of prices', () => {
  it.each<[name: string, file: string, content: string[], securityId: string, closes: Record<string, number>]>([
    [
      'long with codes, as terminals write them',
      'p.csv',
      [
        '证券代码,证券简称,日期,开盘价(元),最高价(元),最低价(元),收盘价(元),成交量(手),总市值(亿元)',
        '688111.SH,金山办公,2024-07-19,220,225,218,221.5,12345,1020',
        '688111.SH,金山办公,2024-07-22,221,223,210,212,20000,980',
      ],
      OFFICE,
      { '2024-07-19': 221.5, '2024-07-22': 212 },
    ],
    [
      'one security, its code in the title',
      'p.csv',
      ['金山办公(688111.SH) 日线 不复权', '', '日期,收盘,成交量', '2024/7/19,221.5,1'],
      OFFICE,
      { '2024-07-19': 221.5 },
    ],
    [
      'one security, its code in the file name',
      'SH688111.csv',
      ['日期,开盘,收盘', '20240719,220,221.5'],
      OFFICE,
      { '2024-07-19': 221.5 },
    ],
    [
      'closes across',
      'p.csv',
      ['日期,688111.SH,0268.HK', '2024-07-19,221.5,7.1', '2024-07-22,,7.2'],
      OFFICE,
      { '2024-07-19': 221.5 },
    ],
    [
      'closes across with rows about the columns',
      'p.csv',
      ['代码,688111.SH,0268.HK', '简称,金山办公,金蝶国际', '日期,收盘价,收盘价', '2024-07-19,221.5,7.1'],
      OFFICE,
      { '2024-07-19': 221.5 },
    ],
    ['by name', 'p.csv', ['名称,日期,收盘价', '688111.SH,2024-07-19,221.5'], OFFICE, { '2024-07-19': 221.5 }],
    [
      'of ts_code and trade_date',
      'p.csv',
      [
        'ts_code,trade_date,open,high,low,close,pre_close,change,pct_chg,vol,amount',
        '688111.SH,20240719,220,225,218,221.5,220,1.5,0.68,123.4,456',
      ],
      OFFICE,
      { '2024-07-19': 221.5 },
    ],
    [
      'with times and their zone',
      'AAPL.csv',
      ['Date,Open,High,Low,Close,Volume', '2024-07-19 00:00:00-04:00,224.82,226.8,223.28,224.31,49151500'],
      'AAPL.US',
      { '2024-07-19': 224.31 },
    ],
    [
      'tabs, thousands and currency signs',
      'p.tsv',
      ['Ticker\tDate\tPX_LAST\tPX_VOLUME', 'AAPL US Equity\tJul 19, 2024\t$1,224.31\t49.1m'],
      'AAPL.US',
      { '2024-07-19': 1224.31 },
    ],
    [
      'in the wrong order',
      'p.csv',
      ['代码,日期,收盘价', '688111,2024-07-22,212', '688111,2024-07-19,221.5', '688111,2024-07-18,220'],
      OFFICE,
      { '2024-07-18': 220, '2024-07-19': 221.5, '2024-07-22': 212 },
    ],
    [
      'rows of dashes for days without trade',
      'p.csv',
      ['代码,日期,开盘价,收盘价', '688111,2024-07-19,--,--', '688111,2024-07-22,211,212'],
      OFFICE,
      { '2024-07-22': 212 },
    ],
    [
      'zeros beside the close of a suspended day',
      'p.csv',
      ['代码,日期,开盘价,最高价,最低价,收盘价,成交量', '688111,2024-07-19,0,0,0,221.5,0'],
      OFFICE,
      { '2024-07-19': 221.5 },
    ],
    [
      'the same row twice',
      'p.csv',
      ['代码,日期,收盘价', '688111,2024-07-19,221.5', '688111,2024-07-19,221.5'],
      OFFICE,
      { '2024-07-19': 221.5 },
    ],
  ])('%s', (_, name, content, securityId, closes) => {
    const prices = new PriceStore(OFFICE, '0268.HK', 'AAPL.US');
    const outcome = prices.import(fileForTest(content, name));
    expect(reasonsOf(outcome)).toEqual([]);
    expect(prices.closes(securityId)).toEqual(closes);
  });

  it.each([
    ['688111', OFFICE],
    ['688111.SH', OFFICE],
    ['SH688111', OFFICE],
    ['sh.688111', OFFICE],
    ['688111.SS', OFFICE],
    ['688111 CH Equity', OFFICE],
    ['688111.XSHG', OFFICE],
    ['６８８１１１', OFFICE],
    ['0268.HK', '0268.HK'],
    ['00268', '0268.HK'],
    ['HK.00268', '0268.HK'],
    ['268 HK Equity', '0268.HK'],
    ['AAPL US', 'AAPL.US'],
    ['AAPL.O', 'AAPL.US'],
    ['AAPL', 'AAPL.US'],
    ['aapl', 'AAPL.US'],
    ['AAPL UW Equity', 'AAPL.US'],
    ['US.AAPL', 'AAPL.US'],
    ['000300', '000300.SH'],
    ['000300.SH', '000300.SH'],
  ])('knows %s', (written, securityId) => {
    const prices = new PriceStore(OFFICE, '0268.HK', 'AAPL.US', '000300.SH');
    const path = fileForTest(['代码,日期,收盘价', `${written},2024-07-19,221.5`]);
    const { securities, newSecurities, badRows } = prices.preview(path);
    expect([securities, newSecurities, badRows]).toEqual([[{ written, securityId }], [], []]);
  });

  it.each(ENCODINGS)('reads %s', (encoding) => {
    const text = '证券代码,交易日期,收盘价(元)\n688111.SH,2024-07-19,221.5';
    const { understood } = new PriceStore(OFFICE).preview(fileForTest(encode(text, encoding)));
    expect(understood).toEqual([{ row: 2, security: OFFICE, adjustment: 'none', day: '2024-07-19', close: 221.5 }]);
  });

  it('reads a workbook whose worksheet is called like the security, and says which others there are', () => {
    const rows = [
      ['日期', '开盘价', '收盘价'],
      [new Date('2024-07-19'), 220, 221.5],
    ];
    const Sheets = {
      '688111.SH': utils.aoa_to_sheet(rows, { UTC: true, cellDates: true, dateNF: 'yyyy-mm-dd' }),
      说明: utils.aoa_to_sheet([['x']]),
    };
    const bytes: Uint8Array = write({ SheetNames: Object.keys(Sheets), Sheets }, { type: 'array', bookType: 'xlsx' });
    const prices = new PriceStore(OFFICE);
    const path = fileForTest(new Uint8Array(bytes), 'p.xlsx');
    expect(prices.preview(path).worksheets).toEqual(['688111.SH', '说明']);
    prices.import(path);
    expect(prices.closes(OFFICE)).toEqual({ '2024-07-19': 221.5 });
  });

  it('scales volume and market cap by the units of their headings', () => {
    const prices = new PriceStore(OFFICE);
    const path = fileForTest(['代码,日期,收盘价,成交量(万股),总市值(亿元)', '688111,2024-07-19,221.5,12.5,1020.5']);
    prices.import(path);
    expect(prices.bars(OFFICE).volume).toEqual([125_000]);
    expect([...findQuotes(prices.store.db, [OFFICE]).values()]).toMatchObject([
      { close: 221.5, marketCap: 102_050_000_000, currency: 'CNY' },
    ]);
  });

  it('takes adjusted prices that stand beside the others as such', () => {
    const prices = new PriceStore('AAPL.US', OFFICE);
    prices.import(
      fileForTest(['Date,Open,High,Low,Close,Adj Close,Volume', '2024-07-19,200,210,190,200,100,1'], 'AAPL.csv'),
    );
    const forward = prices.bars('AAPL.US', 'forward');
    expect([forward.open, forward.high, forward.low, forward.close]).toEqual([[100], [105], [95], [100]]);
    prices.import(fileForTest(['代码,日期,收盘价,复权因子', '688111,2024-07-19,200,1.5']));
    expect([prices.closes(OFFICE), prices.closes(OFFICE, 'backward')]).toEqual([
      { '2024-07-19': 200 },
      { '2024-07-19': 300 },
    ]);
  });
});

describe('what a file says of adjustment', () => {
  it.each([
    ['nothing, and it is asked', 'p.csv', '收盘价', null],
    ['in the heading', 'p.csv', '收盘价(前复权)', 'forward'],
    ['in the heading, before', 'p.csv', '后复权收盘价', 'backward'],
    ['as Choice writes it', 'p.csv', '收盘价[交易日期]最新[复权方式]不复权[单位]元', 'none'],
    ['in the file name', '688111_qfq.csv', '收盘价', 'forward'],
    ['by Adj Close alone', 'p.csv', 'Adj Close', 'forward'],
  ])('%s', (_, name, heading, adjustment) => {
    const prices = new PriceStore(OFFICE);
    const path = fileForTest([`代码,日期,${heading}`, '688111,2024-07-19,221.5'], name);
    const { mapping, questions } = prices.preview(path);
    expect([mapping.adjustment, questions.map(({ field }) => field)]).toEqual([
      adjustment,
      adjustment === null ? ['adjustment'] : [],
    ]);
    if (adjustment === null) {
      const open = { change: { adjustment: null } };
      expect(() => prices.import(path, open)).toThrow(expect.objectContaining({ code: 'invalid-value' }));
    }
  });
});

describe('rows that cannot be taken', () => {
  it.each<[name: string, rows: string[], reasons: RegExp[]]>([
    ['high below low', ['688111,2024-07-19,10,8,9,8.5'], [/^2 最高价: The high of 8 is below the low of 9/]],
    ['close above the high', ['688111,2024-07-19,9,9.5,8,12'], [/^2 收盘价: The close of 12 is not between/]],
    ['open below the low', ['688111,2024-07-19,7,9.5,8,9'], [/^2 开盘价: The open of 7/]],
    ['a price of zero', ['688111,2024-07-19,9,9.5,8,0'], [/^2 收盘价: The price is 0/]],
    ['a negative price', ['688111,2024-07-19,9,9.5,-8,9'], [/^2 最低价: The price is -8/]],
    ['words', ['688111,2024-07-19,9,9.5,8,涨停'], [/^2 收盘价: “涨停” is no number/]],
    ['no close', ['688111,2024-07-19,9,9.5,8,'], [/^2 收盘价: There is an open/]],
    ['no day', ['688111,,9,9.5,8,9'], [/^2 日期:/]],
    ['a month', ['688111,2024-07,9,9.5,8,9'], [/^2 日期: “2024-07” is no day/]],
    ['30 February', ['688111,2024-02-30,9,9.5,8,9'], [/^2 日期:/]],
    ['no code', [',2024-07-19,9,9.5,8,9'], [/^2 代码: The code or name/]],
    ['a name that nobody bears', ['某某股份,2024-07-19,9,9.5,8,9'], [/^2 代码: No security is called/]],
    ['too many cells', ['688111,2024-07-19,9,9.5,8,9,7'], [/^2 : The row has 7 cells/]],
    [
      'a day with two prices: both',
      ['688111,2024-07-19,9,9.5,8,9', '688111,2024-07-18,9,9.5,8,9', '688111,2024-07-19,9,9.5,8,9.1'],
      [
        /^2 收盘价: 688111.SH has other values for 2024-07-19 in row 4 \(close 9.1\)/,
        /^4 收盘价: .* in row 2 \(close 9\)/,
      ],
    ],
  ])('%s', (_, rows, reasons) => {
    const prices = new PriceStore(OFFICE);
    const path = fileForTest(['代码,日期,开盘价,最高价,最低价,收盘价', ...rows, '688111,2024-07-22,9,9.5,8,9']);
    const refused = prices.import(path);
    expect([refused.importId, refused.added]).toEqual([null, rows.length + 1 - reasons.length]);
    expect(reasonsOf(refused)).toEqual(reasons.map((reason) => expect.stringMatching(reason)));
    expect(prices.closes(OFFICE)).toEqual({});
    const { skipped, importId } = prices.import(path, { mode: 'skip-bad-rows' });
    expect([skipped, importId === null]).toEqual([reasons.length, false]);
    expect(prices.closes(OFFICE)).toMatchObject({ '2024-07-22': 9 });
  });

  it('a day after the file was saved', () => {
    const prices = new PriceStore(OFFICE);
    const path = fileForTest(['代码,日期,收盘价', '688111,2024-07-22,9', '688111,2024-12-07,9']);
    utimesSync(path, new Date('2024-07-22T09:00:00Z'), new Date('2024-07-22T09:00:00Z'));
    expect(reasonsOf(prices.import(path, { mode: 'dry-run' }))).toEqual([
      expect.stringMatching(/^3 日期: 2024-12-07 is later/),
    ]);
  });

  it('dates whose order nobody has said are asked for', () => {
    const prices = new PriceStore(OFFICE);
    const path = fileForTest(['Ticker,Date,Close', '688111.SS,03/04/2024,9', '688111.SS,05/04/2024,9.1']);
    expect(prices.preview(path).questions.map(({ field }) => field)).toEqual(['adjustment', 'dateOrder']);
    prices.import(path, { change: { dateOrder: 'dmy' } });
    expect(prices.closes(OFFICE)).toEqual({ '2024-04-03': 9, '2024-04-05': 9.1 });
  });
});

describe('what is told', () => {
  const days = (count: number, from = '2024-01-02') => {
    const first = Date.parse(from);
    return Array.from({ length: count * 2 }, (_, at) => new Date(first + at * 864e5))
      .filter((day) => day.getUTCDay() % 6 !== 0)
      .slice(0, count)
      .map((day) => day.toISOString().slice(0, 10));
  };
  const file = (closes: Record<string, number>, heading = '收盘价') =>
    fileForTest([`代码,日期,${heading}`, ...Object.entries(closes).map(([day, close]) => `688111,${day},${close}`)]);
  const [d1, d2, d3] = days(3);

  it.each<[name: string, path: () => string, warnings: string[]]>([
    ['a split 1:2', () => file({ [d1]: 100, [d2]: 50.5 }), [`split ${d2} 3`]],
    ['a bonus issue 10转3', () => file({ [d1]: 130, [d2]: 100.4 }), [`split ${d2} 3`]],
    ['a reverse split 10:1', () => file({ [d1]: 1, [d2]: 10.1 }), [`split ${d2} 3`]],
    ['no split in a fall of a fifth', () => file({ [d1]: 100, [d2]: 80 }), []],
    ['no split in a rise of a half', () => file({ [d1]: 100, [d2]: 150 }), []],
    ['no split of adjusted prices', () => file({ [d1]: 100, [d2]: 50 }, '收盘价(前复权)'), []],
    [
      'the day that the vendor divides the close before',
      () =>
        fileForTest(['代码,日期,收盘价,前收盘', `688111,${d1},100,99`, `688111,${d2},90,83.3`, `688111,${d3},45,90`]),
      [`split ${d2} 3`],
    ],
    [
      'a gap of three weeks',
      () =>
        file(
          Object.fromEntries(
            days(60)
              .filter((_, at) => at < 20 || at > 35)
              .map((day) => [day, 10]),
          ),
        ),
      [`gap ${days(60)[36]} 22`],
    ],
    [
      'no gap in two weeks of holidays',
      () =>
        file(
          Object.fromEntries(
            days(60)
              .filter((_, at) => at < 20 || at > 29)
              .map((day) => [day, 10]),
          ),
        ),
      [],
    ],
    [
      'no gap of weekly prices',
      () =>
        file(
          Object.fromEntries(
            days(60)
              .filter((_, at) => at % 5 === 0)
              .map((day) => [day, 10]),
          ),
        ),
      [],
    ],
  ])('%s', (_, path, warnings) => {
    const prices = new PriceStore(OFFICE);
    const given = path();
    const said = ({ warnings }: { warnings: { kind: string; day: string; row: number }[] }) =>
      warnings.map(({ kind, day, row }) => `${kind} ${day} ${row}`);
    expect(said(prices.preview(given))).toEqual(warnings);
    expect(said(prices.import(given))).toEqual(warnings);
  });

  it('a long holiday is none where others were not traded either, and a gap where they were', () => {
    const prices = new PriceStore(OFFICE, '0268.HK');
    const all = days(60);
    const closed = all.filter((_, at) => at < 20 || at > 35);
    const across = (other: string[]) =>
      fileForTest([
        '日期,688111.SH,0268.HK',
        ...all.map((day) => `${day},${closed.includes(day) ? 10 : ''},${other.includes(day) ? 7 : ''}`),
      ]);
    expect(prices.import(across(closed), { mode: 'dry-run' }).warnings).toEqual([]);
    expect(prices.import(across(all), { mode: 'dry-run' }).warnings).toMatchObject([
      { kind: 'gap', securityId: OFFICE, message: { params: { missing: 16 } } },
    ]);
  });

  it('unadjusted prices that become others', () => {
    const prices = new PriceStore(OFFICE);
    prices.import(file({ [d1]: 100, [d2]: 101, [d3]: 102 }));
    const { changed, warnings } = prices.import(file({ [d1]: 100, [d2]: 99, [d3]: 98 }));
    expect([changed, warnings]).toMatchObject([
      2,
      [{ kind: 'restated', day: d2, row: 3, message: { params: { count: 2, before: 101, close: 99 } } }],
    ]);
  });
});

describe('codes that are no securities yet', () => {
  const content = [
    '代码,名称,日期,收盘价',
    '688111,金山办公,2024-07-19,221.5',
    '301269,华大九天,2024-07-19,80',
    'ZZZZ,,2024-07-19,5',
  ];

  it('are listed and asked about, and made where the user says so', () => {
    const prices = new PriceStore(OFFICE);
    const path = fileForTest(content);
    const preview = prices.preview(path);
    expect(preview.questions.map(({ field }) => field)).toEqual(['adjustment', 'exchange', 'makeSecurities']);
    expect(preview.newSecurities).toEqual([
      { written: '301269', code: '301269', exchange: 'SZ', name: { zh: '华大九天', en: '华大九天' } },
    ]);
    const refused = prices.import(path, { change: { exchange: 'US', makeSecurities: false } });
    expect(reasonsOf(refused).map((reason) => reason.slice(0, 20))).toEqual([
      '3 代码: The code “3012',
      '4 代码: The code “ZZZZ',
    ]);
    const { newSecurities, securityIds } = prices.import(path, {
      change: { exchange: 'US', makeSecurities: true },
    });
    expect(newSecurities.map(({ code, exchange }) => `${code}.${exchange}`)).toEqual(['301269.SZ', 'ZZZZ.US']);
    expect(securityIds).toEqual([OFFICE, '301269.SZ', 'ZZZZ.US']);
    expect(prices.closes('ZZZZ.US')).toEqual({ '2024-07-19': 5 });
  });
});
