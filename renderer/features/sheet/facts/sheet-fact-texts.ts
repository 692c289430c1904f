/** Texts about facts in sheets: completion, the search of the panel, sources of computed cells, notices. */
export const sheetFactTexts = {
  changed: {
    zh: '事实{{facts}}已变动，{{count}} 个单元格已重算',
    en: '{{facts}} changed: {{count}} cells recalculated',
  },
  changedOne: {
    zh: '事实{{facts}}已变动，1 个单元格已重算',
    en: '{{facts}} changed: 1 cell recalculated',
  },
  quoted: { zh: '“{{fact}}”', en: '“{{fact}}”' },
  andMore: { zh: '{{facts}}等 {{count}} 条', en: '{{facts}} and {{count}} facts in all' },
  open: { zh: '查看', en: 'Open' },

  details: { zh: '单元格', en: 'Cell' },
  facts: { zh: '事实', en: 'Facts' },
  views: { zh: '侧栏内容', en: 'Side panel' },
  insertFact: { zh: '插入事实', en: 'Insert a fact' },
  search: { zh: '搜索事实', en: 'Search for facts' },
  searchHint: { zh: '对象、指标或原文，如 GPT-4o MMLU', en: 'Subject, metric or wording: GPT-4o MMLU' },
  searchHelp: {
    zh: '按 ↓ 选择，Enter 插入到当前行之后；也可把结果拖到表格上。',
    en: 'Choose with ↓; Enter inserts after the current line. Results can be dragged onto the grid, too.',
  },
  searching: { zh: '正在搜索…', en: 'Searching…' },
  nothingFound: { zh: '没有找到“{{text}}”', en: 'Nothing found for “{{text}}”' },
  moreFound: { zh: '还有更多结果：请再输入几个字', en: 'There is more: type another word' },
  results: { zh: '找到的事实', en: 'Facts found' },
  completionHint: {
    zh: '输入对象、指标或原文来搜索事实',
    en: 'Type a subject, metric or wording to search for a fact',
  },
  chosenInstead: { zh: '冲突中已选用另一条', en: 'another one was chosen in a conflict' },

  origin: { zh: '来源汇总', en: 'Where it comes from' },
  weakest: { zh: '最弱可信度', en: 'Weakest confidence' },
  oldest: { zh: '最早日期', en: 'Oldest date' },
  'confidence-verified': { zh: '已对照原始文件', en: 'verified in the filing' },
  'confidence-printed': { zh: '如来源所印', en: 'as printed' },
  'confidence-consistent': { zh: '与其他数据相符', en: 'fits other figures' },
  'confidence-recalled': { zh: '凭记忆', en: 'from memory' },
  unsourced: { zh: '未注明出处的输入：', en: 'Inputs without a source: ' },
  noOrigins: { zh: '没有可追溯的输入或事实', en: 'No inputs or facts lead here' },
  more: { zh: '还有 {{count}} 条', en: '{{count}} more' },
} as const;
