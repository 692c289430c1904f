/** What the handlers of sheets say: refusals, and the names of edits in the history. */
export const sheetMessages = {
  'sheet.notFound': { zh: '没有编号为 {{sheetId}} 的表', en: 'There is no sheet {{sheetId}}' },
} as const;
