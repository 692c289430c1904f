/** Texts of the sheet's settings: title, note and time axis. */
export const settingsTexts = {
  settings: { zh: '表的设置：标题、说明、时间轴', en: 'Sheet settings: title, note, time axis' },
  title: { zh: '标题', en: 'Title' },
  note: { zh: '说明', en: 'Note' },
  addNote: { zh: '添加说明', en: 'Add a note' },
  timeAxis: { zh: '时间轴', en: 'Time axis' },
  none: { zh: '无', en: 'None' },
  day: { zh: '日', en: 'Days' },
  week: { zh: '周', en: 'Weeks' },
  month: { zh: '月', en: 'Months' },
  quarter: { zh: '季度', en: 'Quarters' },
  'fiscal-quarter': { zh: '财季', en: 'Fiscal quarters' },
  year: { zh: '年', en: 'Years' },
  start: { zh: '第一期', en: 'First period' },
  startHint: { zh: '写作 {{example}}', en: 'Written as {{example}}' },
  startRefused: {
    zh: '“{{text}}”不是所选的期：请写作 {{example}} 这样',
    en: '“{{text}}” is not such a period: write it as {{example}}',
  },
  count: { zh: '期数', en: 'Number of periods' },
  countRefused: { zh: '请填 1 到 {{most}} 的整数', en: 'A whole number from 1 to {{most}} is expected' },
  endRefused: {
    zh: '期数太多：从第一期起写不出这么多不同的期',
    en: 'Too many: from this first period on, that many cannot be told apart in this form',
  },
  dropsCells: {
    zh: '有 {{count}} 个单元格的内容不在这条时间轴上，将被删除；撤销即可恢复。',
    en: 'Contents outside this time axis are removed (cells: {{count}}); undo brings them back.',
  },
  apply: { zh: '应用', en: 'Apply' },
} as const;
