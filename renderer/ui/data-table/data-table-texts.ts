/** Texts of every data table. */
export const dataTableTexts = {
  menu: { zh: '表格操作', en: 'Table actions' },
  rowMenu: { zh: '本行操作', en: 'Row actions' },
  headingMenu: { zh: '“{{heading}}”的操作', en: 'Actions for “{{heading}}”' },
  copyAll: { zh: '复制为 TSV', en: 'Copy as TSV' },
  export: { zh: '导出到 Excel', en: 'Export to Excel' },
  copyPrivate: { zh: '连同私人内容复制为 TSV', en: 'Copy as TSV with what is private' },
  exportPrivate: { zh: '连同私人内容导出到 Excel', en: 'Export to Excel with what is private' },
  copiedTable: { zh: '已复制 {{rows}} 行', en: 'Copied {{rows}} rows' },
  privateLeftOut: {
    zh: '私人内容未复制',
    en: 'What is private was not copied',
  },
  copyItToo: { zh: '一并复制', en: 'Copy it too' },
  copyRefused: { zh: '浏览器不允许写入剪贴板', en: 'The browser does not allow writing to the clipboard' },
  rowCount: { zh: '{{rows}} 行', en: '{{rows}} rows' },
  loading: { zh: '正在载入', en: 'Loading' },
  retry: { zh: '重试', en: 'Try again' },
  empty: { zh: '没有内容', en: 'Nothing here' },
  sortHint: {
    zh: '点击或回车排序；拖动右缘或 Alt+← → 调整列宽',
    en: 'Click or Enter sorts; drag the right edge, or Alt+← →, for the width',
  },
} as const;
