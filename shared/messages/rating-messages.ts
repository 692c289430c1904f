/** What the handlers of ratings say: refusals, and the names of edits in the history. */
export const ratingMessages = {
  'rating.scoring': { zh: '已核对 {{done}} / {{count}} 条评级', en: '{{done}} of {{count}} ratings' },
  'rating.scoringStopped': { zh: '记分已停止。', en: 'The scorecard was stopped.' },
  'rating.notFound': {
    zh: '这条评级已不存在，可能已被删除。请刷新列表。',
    en: 'This rating is not there any more; it may have been deleted. Look at the list again.',
  },
  'rating.scaleNotFound': { zh: '没有编号为 {{scaleId}} 的评级体系', en: 'There is no rating scale {{scaleId}}' },
  'rating.gradeNotFound': {
    zh: '“{{scaleZh}}”没有 {{gradeId}} 这一档。请从 {{grades}} 中选择。',
    en: '{{scaleEn}} has no grade {{gradeId}}. Choose one of {{grades}}.',
  },
  'rating.bundled': {
    zh: '这条评级来自随程序提供的报告，不能改动或删除。没有日期的，可以补上日期。',
    en: 'This rating comes with the program and is not changed or deleted. Where the report has no date, you can give it one.',
  },
  'rating.dateKnown': {
    zh: '这条评级的报告印有日期 {{date}}，不能另定。',
    en: 'The report of this rating has a date, {{date}}: it is given no other one.',
  },
  'rating.noDate': {
    zh: '“{{date}}”不是存在的日期。写法如 2024-07-19。',
    en: '{{date}} is no date that exists. Write it like 2024-07-19.',
  },
  'rating.future': {
    zh: '评级日期 {{date}} 晚于今天（{{today}}）。请检查日期。',
    en: 'The date of the rating, {{date}}, is after today ({{today}}). Check the date.',
  },
  'rating.sourceNotFound': {
    zh: '没有编号为 {{sourceId}} 的来源。请从现有来源中选择，或不填来源。',
    en: 'There is no source {{sourceId}}. Choose one of the sources that there are, or leave it out.',
  },
  'rating.targetWithoutCurrency': {
    zh: '目标价需要币种，例如 CNY、HKD 或 USD。',
    en: 'A target price needs a currency, such as CNY, HKD or USD.',
  },
  'rating.scaleForOthers': {
    zh: '“{{scaleZh}}”不适用于{{securityZh}}：一个是股票的评级体系，一个是行业的。请另选评级体系。',
    en: '{{scaleEn}} is not for {{securityEn}}: stocks and industries have scales of their own. Choose another scale.',
  },
  'rating.scaleOfOther': {
    zh: '“{{scaleZh}}”是{{ownerZh}}的评级体系，不是{{brokerZh}}的。请另选评级体系或机构。',
    en: '{{scaleEn}} is the scale of {{ownerEn}}, not of {{brokerEn}}. Choose another scale or broker.',
  },
  'rating.noBroker': {
    zh: '“{{nameZh}}”不是机构。请选择券商，或先新建它。',
    en: '{{nameEn}} is not an organisation. Choose a broker, or add it first.',
  },
  'rating.noSecurity': {
    zh: '没有编号为 {{securityId}} 的证券。请先把它加入自选。',
    en: 'There is no security {{securityId}}. Add it to the watchlist first.',
  },
  'rating.ofIndex': {
    zh: '{{securityZh}}是指数，没有评级。请选择股票或行业。',
    en: '{{securityEn}} is an index and has no rating. Choose a stock or an industry.',
  },
  'rating.notIndex': {
    zh: '{{securityZh}}不是指数，不能作为基准。请选择指数。',
    en: '{{securityEn}} is not an index and is no benchmark. Choose an index.',
  },
  'rating.notIndustry': {
    zh: '{{securityZh}}不是行业：股票用自己的价格。',
    en: '{{securityEn}} is not an industry: a stock has a price of its own.',
  },
  'rating.scaleBundled': {
    zh: '“{{scaleZh}}”来自随程序提供的报告，不能改动或删除。可以另建一个自己的评级体系。',
    en: '{{scaleEn}} comes with the program and is not changed or deleted. You can make a scale of your own.',
  },
  'rating.scaleInUse': {
    zh: '“{{scaleZh}}”有评级在用，不能删除。请先删除这些评级。',
    en: '{{scaleEn}} is used by ratings and cannot be deleted. Delete those ratings first.',
  },
  'rating.gradeInUse': {
    zh: '“{{scaleZh}}”的 {{gradeId}} 一档有评级在用，不能去掉。',
    en: 'The grade {{gradeId}} of {{scaleEn}} is used by ratings and must stay.',
  },
  'rating.scaleFault.grade-repeated': {
    zh: '有两档编号相同。请给每一档不同的编号。',
    en: 'Two grades have the same id. Give each one of its own.',
  },
  'rating.scaleFault.name-missing': { zh: '有一档没有名称。请填写。', en: 'A grade has no name. Give it one.' },
  'rating.scaleFault.band-empty': {
    zh: '有一档的下限不低于上限。请检查上下限。',
    en: 'A grade has a lower bound that is not below its upper bound. Check the bounds.',
  },
  'rating.scaleFault.bands-overlap': {
    zh: '有两档的区间重叠：同一个涨跌幅会属于两档。请让上一档的下限等于下一档的上限。',
    en: 'The bands of two grades overlap: one return would be in both. Let the lower bound of one be the upper bound of the next.',
  },
  'rating.scaleFault.bands-leave-gap': {
    zh: '各档的区间没有盖住全部涨跌幅：最高一档不设上限，最低一档不设下限，中间首尾相接。',
    en: 'The bands do not cover every return: leave the best open above and the worst open below, and let the others meet.',
  },
  'rating.scaleFault.horizon': {
    zh: '期限的起点晚于终点。请检查月数。',
    en: 'The horizon begins after it ends. Check the months.',
  },
  'rating.ownKept': {
    zh: '已记下的评级不再改动。请记一条新的，原来的留在历史里。',
    en: 'A rating that was recorded is not changed. Record a new one; the former stays in the history.',
  },
  'rating.stepImpossible': {
    zh: '此步骤无法执行：所需的证券或评级体系已不在。',
    en: 'This step cannot be done: a security or scale that it needs is gone.',
  },
  'rating.stepWithoutSource': {
    zh: '此步骤无法执行：其来源“{{sourceId}}”已被删除。请先撤销对该来源的删除。',
    en: 'This step cannot be done: its source {{sourceId}} was deleted. Undo the deletion of the source first.',
  },

  'rating.editScale': { zh: '评级体系“{{nameZh}}”', en: 'Rating scale {{nameEn}}' },
  'rating.editScaleDeleted': { zh: '删除评级体系“{{nameZh}}”', en: 'Delete rating scale {{nameEn}}' },
  'rating.editPut': { zh: '{{brokerZh}}对{{securityZh}}的评级', en: 'Rating of {{securityEn}} by {{brokerEn}}' },
  'rating.editDeleted': {
    zh: '删除{{brokerZh}}对{{securityZh}}的评级',
    en: 'Delete rating of {{securityEn}} by {{brokerEn}}',
  },
  'rating.editDate': {
    zh: '{{brokerZh}}对{{securityZh}}的评级日期',
    en: 'Date of the rating of {{securityEn}} by {{brokerEn}}',
  },
  'rating.editBenchmark': { zh: '“{{scaleZh}}”的基准指数', en: 'Benchmark index of {{scaleEn}}' },
  'rating.editIndustryIndex': { zh: '{{industryZh}}的指数', en: 'Index of {{industryEn}}' },
};
