/** What the workbench says of price bars and their imports. */
export const barMessages = {
  'bars.importNotFound': {
    zh: '没有编号为 {{importId}} 的行情导入。请刷新列表。',
    en: 'There is no import of prices with the number {{importId}}. Look at the list again.',
  },
  'bars.importWithdrawn': {
    zh: '这次行情导入已经撤回，不能再撤回一次。',
    en: 'This import of prices has been withdrawn already.',
  },
} as const;
