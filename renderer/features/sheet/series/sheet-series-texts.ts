/** Texts about series in sheets: notices, labels, completion. */
export const sheetSeriesTexts = {
  changed: {
    zh: '序列{{facts}}已变动，{{count}} 个单元格已重算',
    en: '{{facts}} changed: {{count}} cells recalculated',
  },
  changedOne: { zh: '序列{{facts}}已变动，1 个单元格已重算', en: '{{facts}} changed: 1 cell recalculated' },
} as const;
