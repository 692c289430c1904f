/** What the workbench says of series, their imports, events and views. */
export const seriesMessages = {
  'series.notFound': {
    zh: '没有编号为 {{seriesId}} 的序列。它可能已被删除；请刷新列表。',
    en: 'There is no series with the id {{seriesId}}. It may have been deleted; look at the list again.',
  },
  'series.bundled': {
    zh: '{{seriesId}} 是随附的序列，不能改动或删除。请另建自己的序列。',
    en: '{{seriesId}} comes with the program and cannot be changed or deleted. Make a series of your own instead.',
  },
  'series.overFacts': {
    zh: '{{seriesId}} 的数值来自事实。要改某一期的数，请在该事实上改正，图表和表格会随之更新。',
    en: 'The values of {{seriesId}} are facts. To change one, correct the fact: charts and sheets follow.',
  },
  'series.alreadyThere': {
    zh: '对象、指标、市场、平台、数据商、口径和频率都相同的序列已有一个：{{seriesId}}。请用那一个，或改动其中一项。',
    en: 'There is a series with the same subject, metric, market, platform, vendor, definition and frequency: {{seriesId}}. Use that one, or make one of these differ.',
  },
  'series.grainFixed': {
    zh: '{{seriesId}} 已有 {{count}} 个观测值，不能再改频率。请另建一个序列。',
    en: '{{seriesId}} has {{count}} observations: its frequency cannot be changed any more. Make another series.',
  },
  'series.badPeriod': {
    zh: '“{{period}}”不是这个序列的一期。写法如 {{example}}。',
    en: '“{{period}}” is no period of this series. Write it like {{example}}.',
  },
  'series.badRange': {
    zh: '“{{period}}”不是期间。写法如 2024、2024Q1、FY24Q2、2024-07、2024W29 或 2024-07-19。',
    en: '“{{period}}” is no period. Write it like 2024, 2024Q1, FY24Q2, 2024-07, 2024W29 or 2024-07-19.',
  },
  'series.periodTwice': {
    zh: '{{period}} 出现了两次。每期只能有一个数值。',
    en: '{{period}} stands there twice. Give each period one value.',
  },
  'series.noDay': {
    zh: '“{{date}}”不是日期。写法如 2024-07-19。',
    en: '“{{date}}” is no day. Write it like 2024-07-19.',
  },
  'series.importNotFound': {
    zh: '没有编号为 {{importId}} 的导入。请刷新列表。',
    en: 'There is no import {{importId}}. Look at the list again.',
  },
  'series.importWithdrawn': {
    zh: '第 {{importId}} 次导入已经撤回。要再次使用，请重新导入文件。',
    en: 'Import {{importId}} is withdrawn already. To use it again, import its file once more.',
  },

  'series.demonstration': { zh: '演示数据，非真实', en: 'Demonstration data, not real' },
  'series.wayOfOtherGrain': {
    zh: '所选序列中有按{{ownZh}}的，没有“{{wayZh}}”',
    en: 'One of the series is by {{ownEn}} and has no {{wayEn}}',
  },
  'series.notInPeriods': {
    zh: '此表按{{grainZh}}，序列按{{ownZh}}，不能换算',
    en: 'This sheet is by {{grainEn}}; a series by {{ownEn}} cannot be brought to that',
  },
  'series.wayNotInPeriods': {
    zh: '此表按{{grainZh}}，“{{wayZh}}”按序列的{{ownZh}}计算。可先放入“原值”，再在表里用公式算',
    en: 'This sheet is by {{grainEn}}, but {{wayEn}} is computed by {{ownEn}}. Put in “Values” and compute it there',
  },
  'series.noTransform': {
    zh: '{{transform}} 不适用于 {{seriesId}}：它的频率是 {{grain}}。请换一种算法。',
    en: '{{transform}} has no meaning for {{seriesId}}, whose periods are of grain {{grain}}. Choose another one.',
  },
  'series.badBase': {
    zh: '“{{period}}”不是 {{seriesId}} 的一期（频率 {{grain}}）。请写成该序列期间的样子。',
    en: '“{{period}}” is no period of {{seriesId}} (grain {{grain}}). Write it as the periods of that series are.',
  },

  // --- events and views --------------------------------------------------------------------
  'series.eventRelease': { zh: '发布：{{nameZh}}', en: '{{nameEn}} released' },
  'series.eventReleaseUnder': { zh: '发布（{{settingZh}}）：{{nameZh}}', en: '{{nameEn}} release ({{settingEn}})' },
  'series.eventText': { zh: '{{nameZh}}：{{text}}', en: '{{nameEn}}: {{text}}' },
  'series.eventPrice': { zh: '{{nameZh}}：价格变动 {{change}}', en: '{{nameEn}}: price {{change}}' },
  'series.eventDeadline': { zh: '{{nameZh}}：{{textZh}}，截止', en: '{{nameEn}}: {{textEn}}, deadline' },
  'series.eventOfMonth': { zh: '{{titleZh}}（{{month}}）', en: '{{titleEn}} ({{month}})' },
  'series.eventOfFact': {
    zh: '这个事件来自事实，不能在这里改动。请改正该事实，或另建自己的事件。',
    en: 'This event is a fact and cannot be changed here. Correct the fact, or make an event of your own.',
  },
  'series.eventNotFound': {
    zh: '没有这个事件，它可能已被删除。',
    en: 'There is no such event; it may have been deleted.',
  },
  'series.eventUntitled': { zh: '请给事件写一个标题。', en: 'Give the event a title.' },
  'series.viewNotFound': {
    zh: '没有这个视图，它可能已被删除。',
    en: 'There is no such view; it may have been deleted.',
  },
} as const;
