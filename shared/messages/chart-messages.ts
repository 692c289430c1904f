/** What charts of series say: why something is not drawn, what to know when reading them, and the words on and around them. */
export const chartMessages = {
  // --- why nothing is drawn ----------------------------------------------------------------
  'chart.seriesMissing': {
    zh: '没有编号为 {{seriesId}} 的序列，它可能已被删除或撤回。请从图中去掉它，或重新导入。',
    en: 'There is no series {{seriesId}}; it may have been deleted or withdrawn. Take it out of the chart, or import it again.',
  },
  'chart.noValues': {
    zh: '所选期间内没有数值。请放宽期间，或另选序列。',
    en: 'There are no figures in these periods. Widen the range, or choose other series.',
  },
  'chart.nothingIn': {
    zh: '{{from}} 至 {{to}} 没有数据：现有数据从 {{first}} 到 {{last}}。请改时段，或显示全部。',
    en: 'There is nothing from {{from}} to {{to}}: the figures run from {{first}} to {{last}}. Choose another range, or show all.',
  },
  'chart.nothingAfter': {
    zh: '{{from}} 起没有数据：现有数据从 {{first}} 到 {{last}}。请改时段，或显示全部。',
    en: 'There is nothing from {{from}} on: the figures run from {{first}} to {{last}}. Choose another range, or show all.',
  },
  'chart.nothingBefore': {
    zh: '到 {{to}} 为止没有数据：现有数据从 {{first}} 到 {{last}}。请改时段，或显示全部。',
    en: 'There is nothing up to {{to}}: the figures run from {{first}} to {{last}}. Choose another range, or show all.',
  },
  'chart.noTransformed': {
    zh: '“{{transformZh}}”在所选期间内算不出数值：所需的前期数据缺失，或基数不是正数。',
    en: 'No “{{transformEn}}” can be computed in these periods: earlier figures that it needs are missing, or its base is not positive.',
  },
  'chart.demonstrationMixed': {
    zh: '演示数据（编造）不能与真实数据画在一张图里。请去掉其中一类。',
    en: 'Demonstration data is made up and cannot be drawn together with real data. Take out one of the two.',
  },
  'chart.grainsDiffer': {
    zh: '“{{firstZh}}”按{{firstGrainZh}}，“{{secondZh}}”按{{secondGrainZh}}。请选定一个共同的频率。',
    en: '“{{firstEn}}” is by {{firstGrainEn}}, “{{secondEn}}” by {{secondGrainEn}}. Choose one frequency for both.',
  },
  'chart.notRegrouped': {
    zh: '“{{nameZh}}”按{{fromZh}}，不能改为按{{toZh}}显示。请选更粗的频率，或用序列自己的频率。',
    en: '“{{nameEn}}” is by {{fromEn}} and cannot be shown by {{toEn}}. Choose a coarser frequency, or its own.',
  },
  'chart.notOfGrain': {
    zh: '按{{grainZh}}的数据没有“{{transformZh}}”。可用：{{allowedZh}}。',
    en: 'There is no “{{transformEn}}” of figures by {{grainEn}}. There is: {{allowedEn}}.',
  },
  'chart.unitsDiffer': {
    zh: '“{{firstZh}}”以 {{firstUnit}} 计，“{{secondZh}}”以 {{secondUnit}} 计，不能用同一坐标轴。请换算成同一货币、改用指数或增速，或分开画。',
    en: '“{{firstEn}}” is in {{firstUnit}}, “{{secondEn}}” in {{secondUnit}}: they cannot share an axis. Convert to one currency, draw indexes or changes, or draw them apart.',
  },
  'chart.definitionsAdded': {
    zh: '口径不同，不能相加：“{{firstZh}}”为“{{firstOfZh}}”，“{{secondZh}}”为“{{secondOfZh}}”。请选同一口径的序列；若坚持相加，须明确允许，图表和导出会一直注明。',
    en: 'Different definitions cannot be added up: “{{firstEn}}” is “{{firstOfEn}}”, “{{secondEn}}” is “{{secondOfEn}}”. Choose series of one definition, or allow it expressly: chart and exports will then say so.',
  },
  'chart.vendorsAdded': {
    zh: '数据商不同，不能相加：“{{firstZh}}”来自{{firstOfZh}}，“{{secondZh}}”来自{{secondOfZh}}。请选同一数据商的序列；若坚持相加，须明确允许，图表和导出会一直注明。',
    en: 'Figures of different vendors cannot be added up: “{{firstEn}}” is by {{firstOfEn}}, “{{secondEn}}” by {{secondOfEn}}. Choose series of one vendor, or allow it expressly: chart and exports will then say so.',
  },
  'chart.subjectTwice': {
    zh: '“{{firstZh}}”与“{{secondZh}}”是同一对象的同一指标，相加会重复计算。请去掉其中一个。',
    en: '“{{firstEn}}” and “{{secondEn}}” are the same metric of the same subject: adding them up would count it twice. Take out one of them.',
  },
  'chart.rateMissing': {
    zh: '要换算成 {{currency}}，请选定一个汇率（事实，单位 CNY/USD）。',
    en: 'To convert to {{currency}}, choose an exchange rate (a fact in CNY/USD).',
  },
  'chart.rateNot': {
    zh: '{{factId}} 不是人民币与美元之间的汇率。请选一个单位为 CNY/USD 或 USD/CNY 的事实。',
    en: '{{factId}} is no exchange rate between CNY and USD. Choose a fact in CNY/USD or USD/CNY.',
  },
  'chart.noRateFor': {
    zh: '“{{nameZh}}”以 {{unit}} 计，不能换算成 {{currency}}：这里只有人民币与美元之间的汇率。',
    en: '“{{nameEn}}” is in {{unit}} and cannot be converted to {{currency}}: there are only rates between CNY and USD.',
  },
  'chart.badPeriod': {
    zh: '“{{period}}”不是期间。写法如 2024、2024Q1、FY24Q2、2024-07、2024W29 或 2024-07-19。',
    en: '“{{period}}” is no period. Write it like 2024, 2024Q1, FY24Q2, 2024-07, 2024W29 or 2024-07-19.',
  },
  'chart.nothingKnown': {
    zh: '在 {{date}} 还不知道这些序列的任何数值：它们是之后导入的。请改晚“按某日所知”，或清空它。',
    en: 'Nothing of these series was known on {{date}}: they were imported later. Choose a later day as known on, or none.',
  },
  'chart.periodsReversed': {
    zh: '期间的起点 {{from}} 晚于终点 {{to}}。请对调。',
    en: 'The range begins at {{from}}, after its end {{to}}. Exchange the two.',
  },
  'chart.tooManyPeriods': {
    zh: '期间太长：{{count}} 期，最多 {{limit}} 期。请缩短期间或选更粗的频率。',
    en: 'The range is too long: {{count}} periods, {{limit}} at most. Shorten it, or choose a coarser frequency.',
  },
  'chart.comparedFrom': {
    zh: '请给出对比期间的起点。',
    en: 'Give the period with which the comparison begins.',
  },
  'chart.noBase': {
    zh: '基期 {{period}} 不能作 100：没有哪个序列在该期有正的数值。请另选基期。',
    en: 'The base period {{period}} cannot be 100: no series has a figure above zero there. Choose another one.',
  },
  'chart.relativeTransform': {
    zh: '占“{{metricZh}}”的比例只能用原值或滚动十二个月。请把变换改为其中之一。',
    en: 'A ratio to “{{metricEn}}” can be drawn of values or of trailing twelve months only. Choose one of these.',
  },
  'chart.noRelative': {
    zh: '没有“{{metricZh}}”的序列，算不出比例。请先导入，例如美国证交会的 companyfacts 文件。',
    en: 'There is no series of “{{metricEn}}” to divide by. Import one first, for example a companyfacts file of the SEC.',
  },

  // --- to be read with the chart -----------------------------------------------------------
  'chart.definitionsMixed': {
    zh: '图中口径不一，不宜直接比较：{{listZh}}。',
    en: 'Definitions differ and should not be compared as they are: {{listEn}}.',
  },
  'chart.vendorsMixed': {
    zh: '图中数据来自不同数据商，方法不同：{{listZh}}。',
    en: 'The figures are of different vendors, whose methods differ: {{listEn}}.',
  },
  'chart.mixAdded': {
    zh: '按使用者要求把不同口径或数据商的数值相加：{{listZh}}。',
    en: 'Figures of different definitions or vendors are added up as the user asked: {{listEn}}.',
  },
  'chart.converted': {
    zh: '按 1 USD = {{rate}} CNY 换算（{{place}}），各期同一汇率。',
    en: 'Converted at 1 USD = {{rate}} CNY ({{place}}), the same rate for all periods.',
  },
  'chart.regroupedSum': {
    zh: '按{{toZh}}显示的是各{{fromZh}}之和；缺任何一{{fromZh}}的不显示。',
    en: 'Figures by {{toEn}} are sums of those by {{fromEn}}; where one is missing there is none.',
  },
  'chart.regroupedMean': {
    zh: '按{{toZh}}显示的是各{{fromZh}}的平均；缺任何一{{fromZh}}的不显示。',
    en: 'Figures by {{toEn}} are means of those by {{fromEn}}; where one is missing there is none.',
  },
  'chart.fiscalShown': {
    zh: '“{{nameZh}}”的财年截至 {{month}} 月：{{fiscal}} 为日历 {{calendar}}。',
    en: 'The fiscal year of “{{nameEn}}” ends in month {{month}}: its {{fiscal}} is calendar {{calendar}}.',
  },
  'chart.fiscalMoved': {
    zh: '“{{nameZh}}”的财季移到其结束所在的日历季度：{{fiscal}} 记在 {{calendar}}。',
    en: 'Fiscal quarters of “{{nameEn}}” stand at the calendar quarter they end in: {{fiscal}} at {{calendar}}.',
  },
  'chart.indexBase': { zh: '指数：{{period}} = 100。', en: 'Index: {{period}} = 100.' },
  'chart.shareOf': {
    zh: '占比以图中所列 {{count}} 项之和为 100%，不是全市场。',
    en: 'Shares are of the total of the {{count}} shown, not of the whole market.',
  },
  'chart.relative': {
    zh: '占同一公司“{{metricZh}}”的百分比。',
    en: 'In percent of the same company’s “{{metricEn}}”.',
  },
  'chart.relativeMissing': {
    zh: '没有“{{nameZh}}”的“{{metricZh}}”序列，图中未列。',
    en: 'There is no series of “{{metricEn}}” for “{{nameEn}}”: it is left out.',
  },
  'chart.guidanceQuarters': {
    zh: '全年指引按季度平均画出，并非各季指引：{{listZh}}。',
    en: 'Guidance is for the year and drawn as the average of its quarters: {{listEn}}.',
  },
  'chart.guidanceWhole': { zh: '{{listZh}}。', en: '{{listEn}}.' },
  'chart.asKnownOn': { zh: '数据为 {{date}} 当时所知。', en: 'Figures as known on {{date}}.' },
  'chart.compared': {
    zh: '虚线为对比期间 {{from}} 至 {{to}}，起点对齐。',
    en: 'Dashed: {{from}} to {{to}}, aligned at the start.',
  },
  'chart.comparedBars': {
    zh: '浅色柱为对比期间 {{from}} 至 {{to}}，起点对齐。',
    en: 'Pale bars: {{from}} to {{to}}, aligned at the start.',
  },
  'chart.methodBreak': {
    zh: '口径改变：{{nameZh}}，{{formerZh}} → {{nextZh}}',
    en: 'Method change: {{nameEn}}, {{formerEn}} → {{nextEn}}',
  },
  'chart.logarithmicLeft': {
    zh: '对数坐标画不出零和负数：{{count}} 个数值未画。',
    en: 'A logarithmic axis has no place for zero and below: {{count}} values are not drawn.',
  },

  // --- why a period has no value -----------------------------------------------------------
  'chart.without.missing': { zh: '缺前期或同期数据', en: 'a figure that it needs is missing' },
  'chart.without.zero-base': { zh: '基数为零', en: 'its base is zero' },
  'chart.without.negative-base': { zh: '基数为负', en: 'its base is negative' },
  'chart.without.incomplete': { zh: '期内数据不全', en: 'a part of the period is missing' },
  'chart.without.negative-part': { zh: '有负数，占比无意义', en: 'a part is negative' },
  'chart.without.zero-total': { zh: '合计为零', en: 'the total is zero' },

  // --- words -------------------------------------------------------------------------------
  'chart.grain.day': { zh: '日', en: 'day' },
  'chart.grain.week': { zh: '周', en: 'week' },
  'chart.grain.month': { zh: '月', en: 'month' },
  'chart.grain.quarter': { zh: '季度', en: 'quarter' },
  'chart.grain.fiscal-quarter': { zh: '财季', en: 'fiscal quarter' },
  'chart.grain.year': { zh: '年', en: 'year' },
  'chart.transform.none': { zh: '原值', en: 'Values' },
  'chart.transform.ma7': { zh: '7 日平均', en: '7-day average' },
  'chart.transform.wow': { zh: '周环比', en: 'WoW' },
  'chart.transform.mom': { zh: '月环比', en: 'MoM' },
  'chart.transform.qoq': { zh: '季环比', en: 'QoQ' },
  'chart.transform.yoy': { zh: '同比', en: 'YoY' },
  'chart.transform.ttm': { zh: '滚动十二个月', en: 'TTM' },
  'chart.transform.index': { zh: '指数', en: 'Index' },
  'chart.transform.share': { zh: '占比', en: 'Share' },
  'chart.averageOfPeriods': { zh: '各期平均', en: 'average over the periods' },
  'chart.ownFigures': { zh: '公司披露', en: 'the company itself' },
  'chart.noDefinition': { zh: '未注明口径', en: 'no definition given' },
  'chart.named': { zh: '{{nameZh}}（{{moreZh}}）', en: '{{nameEn}} ({{moreEn}})' },
  'chart.definition': { zh: '口径', en: 'Definition' },
  'chart.vendor': { zh: '数据商', en: 'Vendor' },
  'chart.ownImport': { zh: '使用者导入的数据', en: 'data imported by the user' },
  'chart.isOf': { zh: '{{nameZh}}：{{ofZh}}', en: '{{nameEn}}: {{ofEn}}' },
  'chart.sourceLine': { zh: '资料来源：{{source}}', en: 'Source: {{source}}' },
  'chart.noteLine': { zh: '注：{{note}}', en: 'Note: {{note}}' },
  'chart.period': { zh: '期间', en: 'Period' },
  'chart.guidanceOf': { zh: '{{nameZh}}指引', en: '{{nameEn}} guidance' },
  'chart.comparedPeriod': { zh: '对比期间', en: 'Compared period' },
  'chart.averageOf': { zh: '{{nameZh}} 7 日平均', en: '{{nameEn}} 7-day average' },
  'chart.comparedOf': { zh: '{{nameZh}}（对比期）', en: '{{nameEn}} (compared)' },

  // --- commentary --------------------------------------------------------------------------
  'chart.says.demonstration': {
    zh: '以下据演示数据写成，数字均为编造。',
    en: 'This is about demonstration data: all of its numbers are made up.',
  },
  'chart.says.latest': {
    zh: '{{nameZh}} {{period}} 为 {{valueZh}}。',
    en: '{{nameEn}} was at {{valueEn}} ({{period}}).',
  },
  'chart.says.highest': {
    zh: '{{period}}，{{count}} 项中{{nameZh}}最高，为 {{valueZh}}，其次是{{secondZh}}，为 {{secondValueZh}}。',
    en: 'Of {{count}}, {{nameEn}} was highest at {{valueEn}} ({{period}}), then {{secondEn}} at {{secondValueEn}}.',
  },
  'chart.says.moved.up': {
    zh: '{{nameZh}}从 {{from}} 的 {{firstZh}}升至 {{to}} 的 {{lastZh}}，升幅 {{change}}。',
    en: '{{nameEn}} rose from {{firstEn}} ({{from}}) to {{lastEn}} ({{to}}), by {{change}}.',
  },
  'chart.says.moved.down': {
    zh: '{{nameZh}}从 {{from}} 的 {{firstZh}}降至 {{to}} 的 {{lastZh}}，降幅 {{change}}。',
    en: '{{nameEn}} fell from {{firstEn}} ({{from}}) to {{lastEn}} ({{to}}), by {{change}}.',
  },
  'chart.says.moved.up.most': {
    zh: '变动最大的是{{nameZh}}：从 {{from}} 的 {{firstZh}}升至 {{to}} 的 {{lastZh}}，升幅 {{change}}。',
    en: '{{nameEn}} moved most: up {{change}}, from {{firstEn}} ({{from}}) to {{lastEn}} ({{to}}).',
  },
  'chart.says.moved.down.most': {
    zh: '变动最大的是{{nameZh}}：从 {{from}} 的 {{firstZh}}降至 {{to}} 的 {{lastZh}}，降幅 {{change}}。',
    en: '{{nameEn}} moved most: down {{change}}, from {{firstEn}} ({{from}}) to {{lastEn}} ({{to}}).',
  },
  'chart.says.points.up': {
    zh: '{{nameZh}}从 {{from}} 的 {{firstZh}}升至 {{to}} 的 {{lastZh}}，升 {{change}} 个百分点。',
    en: '{{nameEn}} rose from {{firstEn}} ({{from}}) to {{lastEn}} ({{to}}), by {{change}} percentage points.',
  },
  'chart.says.points.down': {
    zh: '{{nameZh}}从 {{from}} 的 {{firstZh}}降至 {{to}} 的 {{lastZh}}，降 {{change}} 个百分点。',
    en: '{{nameEn}} fell from {{firstEn}} ({{from}}) to {{lastEn}} ({{to}}), by {{change}} percentage points.',
  },
  'chart.says.points.up.most': {
    zh: '变动最大的是{{nameZh}}：从 {{from}} 的 {{firstZh}}升至 {{to}} 的 {{lastZh}}，升 {{change}} 个百分点。',
    en: '{{nameEn}} moved most: up {{change}} percentage points, from {{firstEn}} ({{from}}) to {{lastEn}} ({{to}}).',
  },
  'chart.says.points.down.most': {
    zh: '变动最大的是{{nameZh}}：从 {{from}} 的 {{firstZh}}降至 {{to}} 的 {{lastZh}}，降 {{change}} 个百分点。',
    en: '{{nameEn}} moved most: down {{change}} percentage points, from {{firstEn}} ({{from}}) to {{lastEn}} ({{to}}).',
  },
  'chart.says.new.high': {
    zh: '{{nameZh}} {{period}} 的 {{valueZh}}是图中自 {{since}} 以来的新高。',
    en: '{{nameEn}} reached {{valueEn}} ({{period}}), its highest in the chart since {{since}}.',
  },
  'chart.says.new.low': {
    zh: '{{nameZh}} {{period}} 的 {{valueZh}}是图中自 {{since}} 以来的新低。',
    en: '{{nameEn}} fell to {{valueEn}} ({{period}}), its lowest in the chart since {{since}}.',
  },
  'chart.says.run.up': {
    zh: '{{nameZh}}到 {{to}} 为止已连升 {{count}} 期（{{grainZh}}）。',
    en: '{{nameEn}} has risen {{count}} periods on end ({{grainEn}}) up to {{to}}.',
  },
  'chart.says.run.down': {
    zh: '{{nameZh}}到 {{to}} 为止已连降 {{count}} 期（{{grainZh}}）。',
    en: '{{nameEn}} has fallen {{count}} periods on end ({{grainEn}}) up to {{to}}.',
  },
  'chart.says.crossed': {
    zh: '{{overZh}}在 {{period}} 超过{{underZh}}，此后一直在其上。',
    en: '{{overEn}} passed {{underEn}} ({{period}}) and has stayed above it.',
  },
  'chart.says.crossedLast': {
    zh: '{{overZh}}在 {{period}} 超过{{underZh}}。',
    en: '{{overEn}} passed {{underEn}} ({{period}}).',
  },
  'chart.says.gap': { zh: '{{nameZh}}缺 {{first}} 的数据。', en: '{{nameEn}} has no figure for {{first}}.' },
  'chart.says.gaps': {
    zh: '{{nameZh}}在 {{first}} 与 {{last}} 之间共缺 {{count}} 期数据。',
    en: '{{nameEn}} lacks {{count}} figures between {{first}} and {{last}}.',
  },
  'chart.amount.USD': { zh: '{{text}}美元', en: 'USD {{text}}' },
  'chart.amount.CNY': { zh: '{{text}}元', en: 'CNY {{text}}' },
  'chart.amount.time': { zh: '{{text}}次', en: '{{text}}' },
  'chart.amount.person': { zh: '{{text}}人', en: '{{text}} people' },
  'chart.amount.other': { zh: '{{text}} {{base}}', en: '{{text}} {{base}}' },
} as const;
