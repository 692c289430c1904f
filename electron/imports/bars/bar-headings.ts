/**
 * Headings of vendors' price files, Chinese and English: what a column holds, in which unit, adjusted or not.
 *
 *     readBarHeading('收盘价(元)')            // { field: 'close', unit: '元', adjustment: null }
 *     readBarHeading('前复权收盘价')          // { field: 'close', unit: '', adjustment: 'forward' }
 *     readBarHeading('总市值(亿元)')          // { field: 'marketCap', unit: '亿元', adjustment: null }
 */
import type { BarField } from '../../../shared/bar-import.ts';
import type { Adjustment } from '../../../shared/price-bars.ts';
import { byWord, keyOfHeading } from '../heading-words.ts';

export type BarHeading = { field: BarField | null; unit: string; adjustment: Adjustment | null };

const FIELDS: Partial<Record<BarField, string>> = {
  security:
    '代码 证券代码 股票代码 交易代码 标的代码 指数代码 万得代码 wind代码 同花顺代码 品种代码 code ticker symbol tscode thscode windcode securitycode secucode stockcode tradecode ric instrument security',
  name: '名称 证券名称 股票名称 简称 证券简称 股票简称 指数名称 指数简称 品种名称 name securityname secname shortname companyname company',
  day: '日期 交易日期 交易日 时间 交易时间 行情日期 date tradedate tradingdate tradingday trddate day datetime timestamp time',
  open: '开盘价 开盘 今开 今开盘 开盘点位 开 open openprice openingprice pxopen priceopen',
  high: '最高价 最高 最高点位 高 high highprice pxhigh pricehigh dayhigh',
  low: '最低价 最低 最低点位 低 low lowprice pxlow pricelow daylow',
  close:
    '收盘价 收盘 今收 收盘点位 收盘指数 收 最新价 现价 close closeprice closingprice pxclose pxlast last lastprice price priceclose closelast',
  adjustedClose: 'adjclose adjustedclose adjcloseprice closeadj closeadjusted adjustedclosingprice',
  previousClose: '前收盘 前收盘价 前收 昨收 昨收盘 昨收价 preclose previousclose prevclose prevcloseprice',
  factor: '复权因子 后复权因子 累计复权因子 adjfactor adjustmentfactor adjustfactor cumulativefactor',
  volume: '成交量 成交股数 总手 volume vol tradevolume tradingvolume totalvolume pxvolume sharestraded',
  marketCap:
    '总市值 市值 总市值1 总市值2 marketcap marketcapitalization mktcap curmktcap totalmv totalmarketvalue marketvalue',
  currency: '币种 货币 交易币种 货币单位 currency ccy crncy tradingcurrency',
};
const FIELD_OF = byWord(FIELDS);

/** Besides the headings themselves, what titles, worksheets and file names say. */
const ADJUSTMENTS: readonly (readonly [RegExp, Adjustment])[] = [
  [/前复权|向前复权|(?<![a-z])qfq(?![a-z])|forward[ -]?adj\w*/i, 'forward'],
  [/后复权|向后复权|(?<![a-z])hfq(?![a-z])|backward[ -]?adj\w*/i, 'backward'],
  [/不复权|未复权|非复权|除权价?|(?<![a-z])bfq(?![a-z])|\bunadj\w*|not adjusted|raw price/i, 'none'],
];

/** What the text says of adjustment; null where it says nothing, or several things. */
export function adjustmentIn(text: string): Adjustment | null {
  const said = ADJUSTMENTS.filter(([pattern]) => pattern.test(text)).map(([, adjustment]) => adjustment);
  return said.length === 1 ? said[0] : null;
}

export function readBarHeading(heading: string): BarHeading {
  const text = heading
    .normalize('NFKC')
    .replace(/[\r\n]+/g, ' ')
    .trim();
  const adjustment = adjustmentIn(text);
  const bare = ADJUSTMENTS.reduce((rest, [pattern]) => rest.replace(pattern, ''), text);
  // Choice writes `收盘价[交易日期]最新[单位]元`.
  const [, labelled] = /[[(]单位[\])]:?\s*(\S+)/.exec(bare) ?? [];
  const inBrackets = [...bare.matchAll(/[[(]\s*(?:单位\s*:\s*)?([^[\]()]*?)\s*[\])]/g)].map(([, inner]) => inner);
  const unit = labelled ?? inBrackets.find((inner) => unitScale(inner) !== null || isCurrency(inner)) ?? '';
  const name = bare.replace(/[[(].*$/, '').trim();
  const field = FIELD_OF.get(keyOfHeading(name)) ?? FIELD_OF.get(keyOfHeading(bare)) ?? null;
  return { field, unit, adjustment };
}

const COUNTS: Record<string, number> = {
  '': 1,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
  k: 1e3,
  thousand: 1e3,
  mn: 1e6,
  mm: 1e6,
  m: 1e6,
  million: 1e6,
  mil: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
};
const CURRENCIES: Record<string, string> = {
  元: 'CNY',
  人民币: 'CNY',
  人民币元: 'CNY',
  rmb: 'CNY',
  '¥': 'CNY',
  美元: 'USD',
  us$: 'USD',
  $: 'USD',
  港元: 'HKD',
  港币: 'HKD',
  hk$: 'HKD',
};
/** 手 is a hundred shares on the exchanges of the mainland. */
const SHARES: Record<string, number> = { 股: 1, 份: 1, shares: 1, share: 1, 手: 100, lots: 100, lot: 100 };

/** ISO 4217 of how a file writes a currency; '' of what is none. 元 may be any, in the files of those who write it so. */
export function currencyWritten(text: string): string {
  const key = text.trim().toLowerCase();
  if (/^[a-z]{3}$/.test(key) && key !== 'rmb') return key.toUpperCase();
  return key === '元' ? '' : (CURRENCIES[key] ?? '');
}

function isCurrency(text: string): boolean {
  const key = text.trim().toLowerCase();
  return key in CURRENCIES || /^(cny|usd|hkd|eur|jpy|gbp|twd|krw|sgd)$/.test(key);
}

/** How many shares, or units of a currency, one of the unit is: `万股`, `手`, `亿元`, `USD mn`; null of anything else. */
export function unitScale(unit: string): number | null {
  const text = unit.trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === '') return null;
  if (text in COUNTS) return COUNTS[text];
  for (const [word, each] of Object.entries(SHARES)) {
    if (text.endsWith(word)) return times(text.slice(0, -word.length), each);
  }
  const withoutCurrency = text.replace(
    /(人民币元|人民币|美元|港元|港币|us\$|hk\$|\$|¥|元|\b(cny|rmb|usd|hkd|eur|jpy|gbp|twd|krw|sgd)\b)/,
    '',
  );
  return withoutCurrency === text ? null : times(withoutCurrency, 1);
}

function times(count: string, each: number): number | null {
  const scale = COUNTS[count.trim()];
  return scale === undefined ? null : scale * each;
}
