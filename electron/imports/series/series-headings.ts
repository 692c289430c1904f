/**
 * Headings of vendors' files, Chinese and English: which field a column holds, or which metric its figures are.
 *
 *     fieldOfHeading('应用名称')              // 'subject'
 *     metricOfHeading('Est. Downloads')      // { metric: 'downloads', unit: '' }
 *     metricOfHeading('下载量（万）')          // { metric: 'downloads', unit: '万' }
 */
import { divideHeading } from '../../../shared/fact-columns.ts';
import type { ImportField } from '../../../shared/series-import.ts';
import { UnitWords } from '../../engine/units/unit-words.ts';
import { byWord, keyOfHeading } from '../heading-words.ts';

/** In lower case, without blanks and signs between words. */
const FIELDS: Partial<Record<ImportField, string>> = {
  period:
    '日期 时间 期间 统计日期 数据日期 报告期 年份 月份 季度 周 财季 财年 date day time period month week quarter year startdate reportingdate fiscalperiod fiscalquarter enddate periodending asof',
  subject:
    '应用 应用名称 应用名 app名称 产品 产品名称 名称 公司 公司名称 简称 证券简称 网站 域名 主体 对象 app appname name unifiedname applicationname application product productname title company companyname entity entityname website domain site subject brand ticker',
  metric: '指标 指标名称 科目 项目 metric metricname measure indicator item lineitem',
  market:
    '国家 地区 国家地区 市场 区域 国家代码 country region countryregion market countrycode geo geography location territory',
  platform:
    '平台 设备 系统 操作系统 应用商店 商店 渠道 终端 platform device os store appstore marketplace channel devicetype operatingsystem',
  vendor: '数据源 数据商 数据来源 来源 供应商 vendor source datasource provider dataprovider',
  definition: '口径 定义 统计口径 definition basis scope',
  value: '数值 值 数据 数量 指标值 value amount number figure estimate',
  qualifier: '限定 限定词 qualifier bound sign',
  unit: '单位 计量单位 币种 货币 unit units currency uom',
};

const METRICS: Record<string, string> = {
  downloads:
    '下载量 下载 下载次数 预估下载量 下载量预估 日下载量 新增下载 新增下载量 安装量 iphone下载量 ipad下载量 downloads download downloadsestimate estdownloads estimateddownloads downloadestimate appdownloads dailydownloads installs estinstalls newdownloads absolutedownloads unifieddownloads',
  revenue:
    '收入 预估收入 收入预估 营收 营业收入 营业总收入 流水 内购收入 销售额 revenue revenues revenueestimate estrevenue estimatedrevenue appstorerevenue netrevenue grossrevenue totalrevenue sales unifiedrevenue absoluterevenue',
  'daily-active-users':
    '日活 日活跃用户 日活跃用户数 日活用户 日均活跃用户 dau avgdau dailyactiveusers activeusersdaily',
  'weekly-active-users': '周活 周活跃用户 周活跃用户数 周活用户 wau avgwau weeklyactiveusers',
  'monthly-active-users': '月活 月活跃用户 月活跃用户数 月活用户 mau avgmau monthlyactiveusers',
  visits: '访问量 总访问量 访问次数 月访问量 visits totalvisits monthlyvisits sitevisits traffic sessions',
  'capital-expenditure':
    '资本开支 资本支出 资本性支出 capex capitalexpenditure capitalexpenditures capitalexpense purchasesofpropertyandequipment 购建固定资产无形资产和其他长期资产支付的现金',
  'capital-expenditure-guidance': '资本开支指引 资本支出指引 资本性支出指引 capexguidance capitalexpenditureguidance',
  'operating-cash-flow':
    '经营现金流 经营性现金流 经营活动现金流 经营活动现金流净额 经营活动产生的现金流量净额 operatingcashflow cashflowfromoperations cashfromoperations cfo ocf netcashprovidedbyoperatingactivities',
  depreciation: '折旧 折旧摊销 折旧与摊销 折旧和摊销 depreciation depreciationandamortization d&a da',
};

/** Rows under the headings of terminals that say something of each column. */
const ABOUT_COLUMNS = {
  unit: '单位 unit',
  other: '频率 指标id 来源 数据来源 更新时间 时间区间 国家 国家地区 frequency id source updated range country',
};

const FIELDS_BY_WORD = byWord(FIELDS);
const METRICS_BY_WORD = byWord(METRICS);
const ABOUT_BY_WORD = byWord(ABOUT_COLUMNS);
const words = new UnitWords();

export function fieldOfHeading(heading: string): ImportField | null {
  return (
    FIELDS_BY_WORD.get(keyOfHeading(heading)) ?? FIELDS_BY_WORD.get(keyOfHeading(divideHeading(heading).name)) ?? null
  );
}

/** The metric by id, and the unit in parentheses behind it or of a currency's sign. */
export function metricOfHeading(heading: string): { metric: string; unit: string } | null {
  const whole = METRICS_BY_WORD.get(keyOfHeading(heading));
  if (whole !== undefined) return { metric: whole, unit: '' };
  // Downloads (Absolute): what is no unit says how it was counted.
  const metric = METRICS_BY_WORD.get(keyOfHeading(divideHeading(heading).name));
  return metric === undefined ? null : { metric, unit: withUnit(heading).unit };
}

export function isHeadingOfMetric(heading: string): boolean {
  return metricOfHeading(heading) !== null;
}

/** What the heading of a column of figures says of its series, in a file with a column for each. */
export function headingOfSeries(
  heading: string,
  as: 'subject' | 'metric',
): { subject?: string; metric?: string; unit?: string } {
  const known = metricOfHeading(heading);
  if (as === 'metric' && known !== null)
    return { metric: known.metric, ...(known.unit !== '' && { unit: known.unit }) };
  const { name, unit } = withUnit(heading);
  // 豆包:下载量, ChatGPT - Downloads: both in one, as terminals write it.
  const [, subject, metric] = /^(.+?)(?:[:：_|]| [-–—] )(.+)$/.exec(name) ?? [];
  const divided = as === 'subject' && metric !== undefined ? metricOfHeading(metric) : null;
  const ofUnit = unit === '' ? {} : { unit };
  if (divided !== null) return { subject: subject.trim(), metric: divided.metric, ...ofUnit };
  return as === 'metric' ? { metric: name, ...ofUnit } : { subject: name, ...ofUnit };
}

/** What a row is that says the unit, or something else, of every column. */
export function isRowAboutColumns(first: string): 'unit' | 'other' | null {
  return ABOUT_BY_WORD.get(keyOfHeading(first)) ?? null;
}

const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '¥': 'CNY',
  '￥': 'CNY',
  '€': 'EUR',
  '£': 'GBP',
};

/** What stands in parentheses and is no unit belongs to the name. */
function withUnit(heading: string): { name: string; unit: string } {
  const divided = divideHeading(heading);
  const sign = CURRENCY_SIGNS[divided.unit.toLowerCase()];
  if (sign !== undefined) return { name: divided.name, unit: sign };
  return divided.unit !== '' && words.read(divided.unit).ok ? divided : { name: heading.trim(), unit: '' };
}

/** Vendors by what files and headings call them. */
const VENDORS: [pattern: RegExp, name: string][] = [
  [/点点|diandian/i, '点点数据'],
  [/七麦|qimai/i, '七麦数据'],
  [/data\.?ai|app ?annie/i, 'data.ai'],
  [/sensor ?tower/i, 'Sensor Tower'],
  [/app ?magic/i, 'AppMagic'],
  [/similar ?web/i, 'Similarweb'],
  [/\bwind\b|万得/i, 'Wind'],
  [/quest ?mobile/i, 'QuestMobile'],
  [/蝉大师|chandashi/i, '蝉大师'],
];

/** '' where no vendor is named. */
export function vendorIn(text: string): string {
  return VENDORS.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}
