/** Texts of the screen of downloads. */
export const downloadsTexts = {
  downloads: { zh: '下载量', en: 'Downloads' },
  loading: { zh: '正在读取', en: 'Loading' },

  // --- choice of series --------------------------------------------------------------------
  series: { zh: '序列', en: 'Series' },
  find: { zh: '查找应用、市场、数据商…', en: 'Find apps, markets, vendors…' },
  metricId: { zh: '指标', en: 'Metric' },
  market: { zh: '市场', en: 'Market' },
  platform: { zh: '平台', en: 'Platform' },
  vendor: { zh: '数据商', en: 'Vendor' },
  any: { zh: '{{dimension}}：全部', en: '{{dimension}}: all' },
  allMarkets: { zh: '全部市场', en: 'all markets' },
  noMatch: { zh: '没有符合的序列', en: 'No series match' },
  chosenCount: { zh: '已选 {{count}} / {{total}}', en: '{{count}} of {{total}} chosen' },
  clear: { zh: '清空', en: 'Clear' },
  until: { zh: '至 {{last}}', en: 'to {{last}}' },
  demonstration: { zh: '演示数据', en: 'demonstration' },
  markets: { zh: '海外与国内并排', en: 'Markets side by side' },
  marketsHint: {
    zh: '同一数据商同一指标的各个市场，每个市场一幅（如周报图表 7、8）',
    en: 'Every market of the same vendor and metric, a panel for each (as the weekly report’s exhibits 7 and 8)',
  },
  vendors: { zh: '比较各数据商', en: 'Compare vendors' },
  vendorsHint: {
    zh: '各家数据商对{{subject}}的估计，方法不同之处在图中注明',
    en: 'What each vendor estimates for {{subject}}; where methods differ, the chart says so',
  },
  import: { zh: '导入数据…', en: 'Import data…' },
  demonstrationData: { zh: '载入演示数据', en: 'Load demonstration data' },
  noneChosen: { zh: '左侧选择一个或几个应用', en: 'Choose one or more apps at the left' },

  // --- chart titles ------------------------------------------------------------------------
  titleOf: { zh: '{{subjects}}{{what}}', en: '{{what}}: {{subjects}}' },
  transformed: { zh: '{{metric}}{{transform}}', en: '{{metric}}, {{transform}}' },
  andOthers: { zh: '{{names}}等 {{count}} 个应用的', en: '{{names}} and others, {{count}} in all' },
  listSeparator: { zh: '、', en: ', ' },

  // --- first start -------------------------------------------------------------------------
  firstTitle: { zh: '还没有下载量序列', en: 'No series of downloads yet' },
  firstText: {
    zh: '把数据商（点点数据、七麦、data.ai、Sensor Tower 等）导出的 CSV 或 Excel 文件拖到这里，即可得到折线、均值、环比和可直接用于报告的图。',
    en: 'Drop a CSV or Excel file here as a vendor exports it (Sensor Tower, data.ai, Diandian, Qimai …) for lines, averages, changes and figures fit to print.',
  },
  statements: { zh: '报告里说过的', en: 'What the reports state' },
  statementsHint: {
    zh: '以下数字来自随附的报告正文（图表 7、8 只有图，没有可读的数）。导入序列后，它们作为界限画在折线旁。',
    en: 'These come from the text of the bundled reports (their exhibits 7 and 8 are pictures without readable numbers). Once series are imported, they are drawn as bounds beside the lines.',
  },
} as const;
