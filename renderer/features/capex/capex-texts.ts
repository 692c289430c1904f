/** Texts of the screen of capital expenditure. */
export const capexTexts = {
  capex: { zh: '资本开支', en: 'Capital expenditure' },
  retry: { zh: '重试', en: 'Try again' },
  loading: { zh: '正在读取', en: 'Loading' },
  listSeparator: { zh: '、', en: ', ' },

  // --- choice of series --------------------------------------------------------------------
  definition: { zh: '口径', en: 'Definition' },
  eachItsOwn: { zh: '逐家选择口径', en: 'Chosen for each company' },
  comparableOnly: { zh: '仅看可比的', en: 'Comparable only' },
  onlyOf: { zh: '{{definition}}（{{companies}}）', en: '{{definition}} ({{companies}})' },
  definitionHint: {
    zh: '口径不同的数可以并排看，图上会注明；不能相加。',
    en: 'Figures of different definitions can stand side by side, and the chart says so; they cannot be added up.',
  },
  only: { zh: '改用', en: 'Use' },
  onlyThis: { zh: '改用“{{definition}}”（{{company}}）', en: 'Use “{{definition}}” for {{company}}' },
  fiscalYearEnd: { zh: '财年截至 {{month}} 月', en: 'FY ends in {{monthName}}' },
  noDefinition: { zh: '未注明口径', en: 'no definition given' },
  covers: { zh: '{{first}} 至 {{last}}', en: '{{first}} to {{last}}' },
  mixAllowed: { zh: '允许不同口径相加', en: 'Add different definitions' },
  mixAllowedHint: { zh: '图、表和所有导出都会注明', en: 'Chart, table and everything exported will say so' },
  import: { zh: '导入财务数据…', en: 'Import accounts…' },
  importHint: {
    zh: '营收、经营现金流、折旧等：CSV、Excel，或美国证交会的 companyfacts 文件',
    en: 'Revenue, cash flow, depreciation …: CSV, Excel, or a companyfacts file of the SEC',
  },
  noneChosen: { zh: '左侧选择一家或几家公司', en: 'Choose one or more companies at the left' },
  noSeries: { zh: '还没有资本开支序列。', en: 'There are no series of capital expenditure.' },

  // --- how it is counted -------------------------------------------------------------------------------
  calendar: { zh: '按日历还是按公司财年', en: 'By the calendar or by the companies’ fiscal years' },
  'calendar-calendar': { zh: '日历', en: 'Calendar' },
  'calendar-fiscal': { zh: '财年', en: 'Fiscal' },
  currency: { zh: '货币', en: 'Currency' },
  'currency-USD': { zh: '美元', en: 'USD' },
  'currency-CNY': { zh: '人民币', en: 'CNY' },
  toRevenue: { zh: '占营收', en: 'To revenue' },
  toRevenueHint: {
    zh: '资本开支占同期营收的比例（需先导入营收）',
    en: 'Capital expenditure in percent of revenue (needs imported revenue)',
  },
  reportFigures: { zh: '重做报告 004 的图', en: 'Figures of report 004, rebuilt' },
  reportFiguresHint: {
    zh: '用随附的序列重画报告的图，并逐句核对正文',
    en: 'Draws the report’s figure from the bundled series and checks its text sentence by sentence',
  },
  figureNumber: { zh: '图 {{number}}', en: 'Figure {{number}}' },
  figureOf: { zh: '图 {{number}} {{company}}', en: 'Fig. {{number}} {{company}}' },

  // --- chart titles ------------------------------------------------------------------------
  titleOf: { zh: '{{subjects}}{{what}}', en: '{{what}}: {{subjects}}' },
  relative: { zh: '{{metric}}占{{to}}', en: '{{metric}} to {{to}}' },
  transformed: { zh: '{{metric}}{{transform}}', en: '{{metric}}, {{transform}}' },
  andOthers: { zh: '{{names}} 等 {{count}} 家', en: '{{names}} and others, {{count}} in all' },

  // --- what the report says ----------------------------------------------------------------
  stated: {
    zh: '{{source}} 图 {{number}}：报告所述与序列',
    en: '{{source}}, figure {{number}}: what the report says, and the series',
  },
  openExhibit: { zh: '看原图', en: 'The exhibit' },
  close: { zh: '关闭', en: 'Close' },
  'column-statement': { zh: '报告所述', en: 'The report says' },
  'column-reading': { zh: '所指期间', en: 'Read as' },
  'column-definition': { zh: '口径', en: 'Definition' },
  'column-figure': { zh: '序列的数', en: 'The series has' },
  'column-verdict': { zh: '结论', en: 'Verdict' },
  noFigures: { zh: '序列没有这一期的数', en: 'the series has no figure of it' },
  'verdict-agrees': { zh: '一致', en: 'agrees' },
  'verdict-differs': { zh: '不一致', en: 'differs' },
  'verdict-within': { zh: '在界限内', en: 'within the bound' },
  'verdict-outside': { zh: '超出界限', en: 'outside the bound' },
  'verdict-same-direction': { zh: '方向一致', en: 'same direction' },
  'verdict-other-direction': { zh: '方向相反', en: 'opposite direction' },
  differsBy: { zh: '差 {{difference}}', en: 'by {{difference}}' },
  'reading-as-printed': { zh: '按财年读：{{fiscal}}（{{period}}）', en: 'as fiscal: {{fiscal}} ({{period}})' },
  'reading-calendar': { zh: '按日历读：{{period}}（{{fiscal}}）', en: 'as calendar: {{period}} ({{fiscal}})' },
  'reading-latest': {
    zh: '按成文时最近一季读：{{period}}（{{fiscal}}）',
    en: 'as of the report’s date: {{period}} ({{fiscal}})',
  },
  peakBefore: {
    zh: '{{figure}}；此前最高 {{before}}（{{period}}，自 {{since}}）',
    en: '{{figure}}; highest before: {{before}} ({{period}}, since {{since}})',
  },
  'explained-004/图54': {
    zh: '标题称“财年”，Meta 的财年就是日历年，故为 2021Q2 至 2023Q4。报告未注口径：这里画现金流量表的购置净额，公司自己所称的资本支出还含融资租赁本金。指引是后来才能核对的：下面列出 2024 年实际数。',
    en: 'The title says fiscal years; Meta’s are calendar years, so it is 2021Q2 to 2023Q4. The report gives no definition: drawn are purchases net of proceeds from the cash flow statement, while the company’s own figure includes principal payments on finance leases. The guidance could be checked only later: the year 2024 as it came out is below.',
  },
  'explained-004/图55': {
    zh: '四张图里只有这一张的财年不是日历年：微软财年截至 6 月，字面的“2021 财年 Q2 到 2023 财年 Q2”是 2020 年 10 月至 2022 年 12 月，比另三张图早四个季度结束；报告写于 2024 年 3 月，正文的“2023Q2”“预计 Q3”更像是 FY24Q2（2023 年 10–12 月）和其后一季。把四张图并排比较，是在比不同的时间。同一句话按三种读法核对如下。',
    en: 'The only one of the four figures whose fiscal years are not calendar years: Microsoft’s end in June, so “FY2021 Q2 to FY2023 Q2” is October 2020 to December 2022 to the letter and ends four quarters before the other three. The report was written in March 2024, and its “2023Q2” and “Q3” rather seem to be FY24Q2 (October to December 2023) and the quarter after. Side by side, the four figures compare different times. Each statement is checked below in all three readings.',
  },
  'explained-004/图56': {
    zh: '标题称“财年”，谷歌（Alphabet）的财年就是日历年，故为 2021Q2 至 2023Q4，正文的“2023Q4”也是日历季。',
    en: 'The title says fiscal years; those of Google (Alphabet) are calendar years, so it is 2021Q2 to 2023Q4, and the text’s “2023Q4” is a calendar quarter too.',
  },
  'explained-004/图57': {
    zh: '标题称“财年”，亚马逊的财年就是日历年，故为 2021Q2 至 2023Q4。正文的 484 亿美元没有注明口径，与购置总额对不上：同一家公司的几种口径可差近一成，不能与另三张图混着比。',
    en: 'The title says fiscal years; Amazon’s are calendar years, so it is 2021Q2 to 2023Q4. The text gives $48.4bn without a definition, and it is not the gross purchases: definitions of one company can be almost a tenth apart, so it cannot be compared with the other three figures as it stands.',
  },
} as const;
