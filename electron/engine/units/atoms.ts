/**
 * The words of units that the program knows.
 *
 * A month is a twelfth of a year, a year 365 days: money per year and per month convert exactly.
 * Bytes have decimal prefixes (kB, MB) and binary ones (KiB, MiB). Currencies do not convert into each
 * other: that takes an exchange rate, such as `CNY/USD`.
 */
import type { Atom } from './unit.ts';

type Dimensions = Atom['dimensions'];

type Row = {
  /** The first is the key; how it was written stays as it was. */
  words: string;
  dimensions?: Dimensions;
  times?: number;
  over?: number;
  /** Takes k M G T P E Z in front. */
  si?: true;
};

const time: Dimensions = [['time', 1]];
const energy: Dimensions = [['energy', 1]];
const power: Dimensions = [
  ['energy', 1],
  ['time', -1],
];
const information: Dimensions = [['information', 1]];
const compute: Dimensions = [['FLOP', 1]];

const DAY = 86_400;
const YEAR = 365 * DAY;

const measured: Row[] = [
  { words: 's 秒 sec second seconds', dimensions: time },
  { words: 'ms 毫秒', dimensions: time, over: 1000 },
  { words: 'min 分钟 minute minutes', dimensions: time, times: 60 },
  { words: 'h 小时 时 hr hour hours', dimensions: time, times: 3600 },
  { words: 'd 天 日 day days', dimensions: time, times: DAY },
  { words: 'week 周 weeks', dimensions: time, times: 7 * DAY },
  { words: 'month 月 个月 months mo', dimensions: time, times: YEAR / 12 },
  { words: 'quarter 季度 季 quarters', dimensions: time, times: YEAR / 4 },
  { words: 'y 年 yr year years', dimensions: time, times: YEAR },
  { words: 'W 瓦', dimensions: power, si: true },
  { words: 'kilowatt 千瓦', dimensions: power, times: 1000 },
  { words: 'Wh', dimensions: energy, times: 3600, si: true },
  { words: 'kWh 度 千瓦时 kwh', dimensions: energy, times: 3_600_000 },
  { words: 'J 焦耳', dimensions: energy, si: true },
  { words: 'bit 比特 bits', dimensions: information, si: true },
  { words: 'B 字节 byte bytes', dimensions: information, times: 8, si: true },
  { words: 'KB', dimensions: information, times: 8000 },
  { words: 'KiB', dimensions: information, times: 8 * 1024 },
  { words: 'MiB', dimensions: information, times: 8 * 1024 ** 2 },
  { words: 'GiB', dimensions: information, times: 8 * 1024 ** 3 },
  { words: 'TiB', dimensions: information, times: 8 * 1024 ** 4 },
  { words: 'FLOP FLOPs 浮点运算', dimensions: compute, si: true },
  {
    words: 'FLOPS FLOP/s',
    dimensions: [
      ['FLOP', 1],
      ['time', -1],
    ],
    si: true,
  },
  { words: 'Hz', dimensions: [['time', -1]], si: true },
];

const shares: Row[] = [
  { words: '% percent', over: 100 },
  { words: '‰ permille', over: 1000 },
  { words: 'bp bps 基点', over: 10_000 },
  { words: 'pp 百分点 个百分点', over: 100 },
  { words: '倍 x' },
];

const currencies = [
  'CNY RMB 元 人民币 ¥ 人民币元 yuan',
  'USD 美元 $ US$ 美金',
  'EUR 欧元 €',
  'HKD 港元 港币 HK$',
  'JPY 日元 円',
  'GBP 英镑 £',
  'TWD 新台币 台币 NT$',
  'KRW 韩元 ₩',
  'SGD 新加坡元 新元',
  'INR 卢比 ₹',
  'CAD 加元',
  'AUD 澳元',
  'CHF 瑞士法郎',
];

/** Their dimensions: where prices in several currencies are of one kind. */
export const CURRENCIES: ReadonlySet<string> = new Set(currencies.map((words) => words.split(' ')[0]));

/** Things that are counted, each a dimension of its own. A user of an app is a person, a graphics card is a GPU. */
const counted = [
  'GPU 卡 张卡 块GPU GPUs',
  'CPU CPUs',
  'token 词元 tokens Token Tokens',
  'server 服务器 台服务器 台 servers',
  'person 人 名 用户 位用户 people persons user users',
  'time 次 times',
  'app 应用 款应用 apps',
  'model 模型 models',
  'parameter 参数 个参数 parameters params',
  'item 条 个 件 items',
  'instruction 指令 条指令 instructions',
  'request 请求 requests',
  'download 下载 downloads',
  'share 股 shares',
  'character 字 字符 characters',
  'word 单词 words',
  'image 图片 张图片 images',
  'cabinet 机柜 cabinets rack racks',
  'chip 芯片 颗 chips',
  'tCO2eq 吨二氧化碳当量',
];

const SI_PREFIXES: readonly (readonly [string, number])[] = [
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
  ['Z', 1e21],
];

function rows(): Row[] {
  const counts = [...currencies, ...counted].map((words): Row => {
    const [key] = words.split(' ');
    return { words, dimensions: [[key, 1]] };
  });
  return [...measured, ...shares, ...counts];
}

function knownAtoms(): Map<string, Atom> {
  const atoms = new Map<string, Atom>();
  for (const { words, dimensions = [], times = 1, over = 1, si } of rows()) {
    const [key, ...aliases] = words.split(' ');
    for (const text of [key, ...aliases]) atoms.set(text, { key, text, dimensions, scale: { times, over } });
    if (!si) continue;
    for (const [prefix, factor] of SI_PREFIXES) {
      const prefixed = prefix + key;
      if (atoms.has(prefixed)) continue;
      atoms.set(prefixed, { key: prefixed, text: prefixed, dimensions, scale: { times: times * factor, over } });
    }
  }
  return atoms;
}

/** By word as written. */
export const ATOMS: ReadonlyMap<string, Atom> = knownAtoms();

/** By word in lower case, for words that are written with other capitals; those that would be ambiguous are left out. */
export const ATOMS_BY_LOWER_CASE: ReadonlyMap<string, Atom> = byLowerCase();

function byLowerCase(): Map<string, Atom> {
  const found = new Map<string, Atom>();
  const ambiguous = new Set<string>();
  for (const [text, atom] of ATOMS) {
    const lower = text.toLowerCase();
    const last = found.get(lower);
    if (last !== undefined && last.key !== atom.key) ambiguous.add(lower);
    // A single letter means too many things.
    if (text.length > 1) found.set(lower, atom);
  }
  for (const text of ambiguous) found.delete(text);
  return found;
}

/** The unit in which people state a dimension that came out of a calculation. */
export const FRIENDLY: ReadonlyMap<string, string> = new Map([
  ['time', 'h'],
  ['energy', 'kWh'],
  ['information', 'B'],
]);
