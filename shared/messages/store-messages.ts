/** What the store says: opening, locking, migrations, writing. */
export const storeMessages = {
  'store.inUse': {
    zh: '数据文件夹 {{home}} 正被另一个 Plumbline 使用。请先关闭它，或用 --home 另选文件夹。',
    en: 'The data folder {{home}} is in use by another Plumbline. Close that one first, or choose another folder with --home.',
  },
  'store.newer': {
    zh: '数据文件 {{file}} 由更新版本的 Plumbline 写成（版本 {{version}}，本程序支持到 {{known}}）。文件未被改动；请更新 Plumbline，或用 --home 另选文件夹。',
    en: 'The data file {{file}} was written by a newer Plumbline (version {{version}}, this one knows up to {{known}}). It was left as it is; update Plumbline, or choose another folder with --home.',
  },
  'store.corruptAtOpen': {
    zh: '数据文件 {{file}} 已损坏，未被改动。备份在 {{backups}}：可用其中一份替换它，或用 --home 另选文件夹。',
    en: 'The data file {{file}} is damaged and was left as it is. Backups are in {{backups}}: put one in its place, or choose another folder with --home.',
  },
  'store.corrupt': {
    zh: '数据文件 {{file}} 已损坏，此次修改未保存。请复制该文件留存，然后重新启动程序。',
    en: 'The data file {{file}} is damaged; this change was not saved. Keep a copy of the file and start the program again.',
  },
  'store.diskFull': {
    zh: '磁盘已满，无法写入 {{file}}。此次修改未保存，其余数据完好。请腾出空间后重试。',
    en: 'The disk is full: {{file}} cannot be written. This change was not saved, everything else is safe. Free some space and try again.',
  },
  'store.cannotWrite': {
    zh: '无法写入 {{file}}（{{reason}}）。请检查该位置是否存在、是否有写入权限，或用 --home 另选文件夹。',
    en: 'Cannot write {{file}} ({{reason}}). Check that the place exists and may be written to, or choose another folder with --home.',
  },
  'store.busy': {
    zh: '正在写入大量数据，此次修改未保存，其余不受影响。请等导入结束后重试。',
    en: 'A lot of data is being written; this change was not saved, nothing else is affected. Try again when the import is done.',
  },
} as const;
