/**
 * A unit spelled out in the reader's language, for tooltips: `USD/(GPU*h)` is 美元/(GPU·小时), or
 * US dollar/(GPU·hour); `亿token` is 亿词元, or 100 million token. Words of the user's own stay as they are.
 */
import type { Language } from '../../shared/language.ts';
import type { Sentence } from '../../shared/messages.ts';

const NAMES: Readonly<Record<string, Sentence>> = {
  s: { zh: '秒', en: 'second' },
  ms: { zh: '毫秒', en: 'millisecond' },
  min: { zh: '分钟', en: 'minute' },
  h: { zh: '小时', en: 'hour' },
  d: { zh: '天', en: 'day' },
  week: { zh: '周', en: 'week' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
  y: { zh: '年', en: 'year' },
  W: { zh: '瓦', en: 'watt' },
  kW: { zh: '千瓦', en: 'kilowatt' },
  MW: { zh: '兆瓦', en: 'megawatt' },
  GW: { zh: '吉瓦', en: 'gigawatt' },
  Wh: { zh: '瓦时', en: 'watt-hour' },
  kWh: { zh: '千瓦时', en: 'kilowatt-hour' },
  MWh: { zh: '兆瓦时', en: 'megawatt-hour' },
  GWh: { zh: '吉瓦时', en: 'gigawatt-hour' },
  TWh: { zh: '太瓦时', en: 'terawatt-hour' },
  J: { zh: '焦耳', en: 'joule' },
  bit: { zh: '比特', en: 'bit' },
  B: { zh: '字节', en: 'byte' },
  kB: { zh: '千字节', en: 'kilobyte' },
  KB: { zh: '千字节', en: 'kilobyte' },
  MB: { zh: '兆字节', en: 'megabyte' },
  GB: { zh: '吉字节', en: 'gigabyte' },
  TB: { zh: '太字节', en: 'terabyte' },
  FLOP: { zh: '浮点运算', en: 'floating-point operation' },
  FLOPS: { zh: '每秒浮点运算', en: 'floating-point operations a second' },
  TFLOPS: { zh: '每秒万亿次浮点运算', en: 'trillion floating-point operations a second' },
  PFLOPS: { zh: '每秒千万亿次浮点运算', en: 'quadrillion floating-point operations a second' },
  Hz: { zh: '赫兹', en: 'hertz' },
  bp: { zh: '基点', en: 'basis point' },
  pp: { zh: '百分点', en: 'percentage point' },
  CNY: { zh: '人民币元', en: 'Chinese yuan' },
  USD: { zh: '美元', en: 'US dollar' },
  EUR: { zh: '欧元', en: 'euro' },
  HKD: { zh: '港元', en: 'Hong Kong dollar' },
  JPY: { zh: '日元', en: 'Japanese yen' },
  GBP: { zh: '英镑', en: 'pound sterling' },
  TWD: { zh: '新台币', en: 'Taiwan dollar' },
  KRW: { zh: '韩元', en: 'Korean won' },
  GPU: { zh: 'GPU', en: 'GPU' },
  token: { zh: '词元', en: 'token' },
  server: { zh: '服务器', en: 'server' },
  person: { zh: '人', en: 'person' },
  time: { zh: '次', en: 'time' },
  app: { zh: '应用', en: 'app' },
  model: { zh: '模型', en: 'model' },
  parameter: { zh: '参数', en: 'parameter' },
  item: { zh: '件', en: 'item' },
  instruction: { zh: '指令', en: 'instruction' },
  request: { zh: '请求', en: 'request' },
  download: { zh: '下载', en: 'download' },
  share: { zh: '股', en: 'share' },
  character: { zh: '字符', en: 'character' },
  word: { zh: '单词', en: 'word' },
  image: { zh: '图片', en: 'image' },
  cabinet: { zh: '机柜', en: 'cabinet' },
  chip: { zh: '芯片', en: 'chip' },
  倍: { zh: '倍', en: 'times' },
  条: { zh: '条', en: 'item' },
};

/** Other words for the same, as the templates and analysts write them. */
const SAME: Readonly<Record<string, string>> = {
  元: 'CNY',
  人民币: 'CNY',
  RMB: 'CNY',
  美元: 'USD',
  港元: 'HKD',
  秒: 's',
  小时: 'h',
  天: 'd',
  日: 'd',
  月: 'month',
  季度: 'quarter',
  年: 'y',
  千瓦: 'kW',
  千瓦时: 'kWh',
  度: 'kWh',
  词元: 'token',
  服务器: 'server',
  台: 'server',
  人: 'person',
  次: 'time',
};

const MULTIPLIERS: Readonly<Record<string, string>> = {
  万亿: 'trillion',
  千亿: '100 billion',
  百亿: '10 billion',
  十亿: 'billion',
  亿: '100 million',
  千万: '10 million',
  百万: 'million',
  十万: '100 thousand',
  万: '10 thousand',
  千: 'thousand',
};

const WORD = /[\p{L}$¥€£]+/gu;
const MULTIPLIED = /^(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千)(.+)$/u;

/** '' where the unit says it already. */
export function unitInWords(unit: string, language: Language): string {
  const spelled = unit.replace(WORD, (word) => spell(word, language)).replaceAll('*', '·');
  return spelled === unit.replaceAll('*', '·') ? '' : spelled;
}

function spell(word: string, language: Language): string {
  const name = nameOf(word);
  if (name !== undefined) return name[language];
  const [, multiplier = '', rest = ''] = MULTIPLIED.exec(word) ?? [];
  const multiplied = nameOf(rest);
  if (multiplied === undefined) return language === 'en' && Object.hasOwn(MULTIPLIERS, word) ? MULTIPLIERS[word] : word;
  return language === 'zh' ? multiplier + multiplied.zh : `${MULTIPLIERS[multiplier]} ${multiplied.en}`;
}

function nameOf(word: string): Sentence | undefined {
  if (Object.hasOwn(NAMES, word)) return NAMES[word];
  return Object.hasOwn(SAME, word) ? NAMES[SAME[word]] : undefined;
}
