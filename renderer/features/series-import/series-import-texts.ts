/** Texts of the import of series. */
import { importTexts } from '../../imports/import-texts.ts';

export const seriesImportTexts = {
  ...importTexts,
  title: { zh: '导入序列', en: 'Import series' },
  dropHere: { zh: '把数据商导出的文件拖到这里', en: 'Drop a vendor’s file here' },
  formHint: {
    zh: 'CSV、TSV 或 Excel，长表宽表、中英文表头均可；也可以是 SEC 的 companyfacts JSON 文件。编码、日期和数字的写法自动识别。',
    en: 'CSV, TSV or Excel, long or wide, with headings in Chinese or English; or a companyfacts JSON file of the SEC. Encoding, dates and numbers are recognised.',
  },
  undoHint: {
    zh: '先试读整个文件，列出每一行不能导入的内容；导入后可以撤回，被改动的旧值保留为修订。',
    en: 'The whole file is tried first and every row that cannot be taken is listed; an import can be withdrawn, and values it changes are kept as restatements.',
  },
  demonstration: { zh: '载入演示数据', en: 'Load demonstration data' },
  demonstrationHint: {
    zh: '随附的演示数据是编造的，画面和导出处处标明“演示数据，非真实”。',
    en: 'The demonstration data are made up; every screen and export says “Demonstration data, not real”.',
  },
  companyFacts: {
    zh: 'SEC 的 companyfacts 文件：读取资本开支、收入、经营现金流和折旧，每个数记下所出自的申报文件；只有累计值的季度由累计值相减得出。',
    en: 'A companyfacts file of the SEC: capital expenditure, revenue, operating cash flow and depreciation are read, each figure with the filing it is from; where only year-to-date figures are filed, quarters are their differences.',
  },

  // --- mapping -----------------------------------------------------------------------------
  'shape-long': { zh: '长表：每行一个数', en: 'Long: one figure to a row' },
  'shape-series-across': { zh: '宽表：每列一个对象或指标', en: 'Wide: a column for each series' },
  'shape-periods-across': { zh: '宽表：每列一个期间', en: 'Wide: a column for each period' },
  grain: { zh: '频率', en: 'Frequency' },
  'grain-day': { zh: '日', en: 'Days' },
  'grain-week': { zh: '周', en: 'Weeks' },
  'grain-month': { zh: '月', en: 'Months' },
  'grain-quarter': { zh: '日历季度', en: 'Calendar quarters' },
  'grain-fiscal-quarter': { zh: '财季', en: 'Fiscal quarters' },
  'grain-year': { zh: '年', en: 'Years' },
  fiscalYearEnd: { zh: '财年结束月份', en: 'Fiscal year ends in' },
  month: { zh: '{{month}} 月', en: 'Month {{month}}' },
  year: { zh: '年份', en: 'Year' },
  yearWritten: { zh: '已写明', en: 'As written' },
  wholeFile: { zh: '整个文件都是', en: 'For the whole file' },
  wholeFileHint: { zh: '没有哪一列写明的，在这里写', en: 'What no column says' },
  'field-period': { zh: '期间', en: 'Period' },
  'field-subject': { zh: '应用或公司', en: 'App or company' },
  'field-metric': { zh: '指标', en: 'Metric' },
  'field-market': { zh: '市场', en: 'Market' },
  'field-platform': { zh: '平台', en: 'Platform' },
  'field-vendor': { zh: '数据商', en: 'Vendor' },
  'field-definition': { zh: '口径', en: 'Definition' },
  'field-value': { zh: '数值', en: 'Value' },
  'field-qualifier': { zh: '限定（≈ > <）', en: 'Qualifier (≈ > <)' },
  'field-unit': { zh: '单位', en: 'Unit' },
  figures: { zh: '数值', en: 'Figures' },

  // --- questions ---------------------------------------------------------------------------
  takeAsSaved: { zh: '采用保存时的数值', en: 'Take the values as saved' },
  allFigures: { zh: '其余各列', en: 'All other columns' },

  // --- rows --------------------------------------------------------------------------------
  andMore: { zh: '等 {{count}} 个数', en: 'and more, {{count}} figures' },
  newName: { zh: '新名称', en: 'new name' },

  // --- dry run and import ------------------------------------------------------------------
  added: { zh: '新增 {{count}} 个数', en: '{{count}} figures new' },
  restated: { zh: '改动 {{count}} 个（旧值保留）', en: '{{count}} changed (former values are kept)' },
  unchanged: { zh: '已有 {{count}} 个', en: '{{count}} there already' },
  seriesCount: { zh: '{{count}} 个序列', en: '{{count}} series' },
  newNames: { zh: '新名称 {{count}} 个：{{names}}', en: '{{count}} new names: {{names}}' },

  // --- outcome -----------------------------------------------------------------------------
  importedNotice: { zh: '已导入“{{file}}”：新增 {{count}} 个数', en: 'Imported “{{file}}”: {{count}} new figures' },
  showChart: { zh: '看图', en: 'Show the chart' },

  // --- earlier imports ---------------------------------------------------------------------
  byHand: { zh: '手工输入', en: 'Typed by hand' },
  vendor: { zh: '数据商', en: 'Vendor' },
} as const;
