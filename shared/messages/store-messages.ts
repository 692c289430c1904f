/** What the store says: opening, locking, migrations, writing. */
export const storeMessages = {
  'store.inUse': {
    zh: '数据文件夹 {{home}} 正被另一个 Plumbline 使用。请先关闭它，或用 --home 另选文件夹。',
    en: 'The data folder {{home}} is in use by another Plumbline. Close that one first, or choose another folder with --home.',
  },
} as const;
