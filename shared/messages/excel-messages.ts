/** What the export to and the import from Excel say. */
export const excelMessages = {
  'excel.cannotWrite': {
    zh: '无法写入 {{path}}：{{reason}}。请换一个位置，或关闭正在使用该文件的程序后重试。',
    en: 'Cannot write {{path}}: {{reason}}. Choose another place, or close the program that uses the file and try again.',
  },
  'excel.folderMissing': {
    zh: '无法写入 {{path}}：该文件夹不存在。请选择已有的文件夹。',
    en: 'Cannot write {{path}}: the folder does not exist. Choose a folder that exists.',
  },
  'excel.isFolder': {
    zh: '无法写入 {{path}}：这是一个文件夹。请输入文件名。',
    en: 'Cannot write {{path}}: it is a folder. Give the name of a file.',
  },
  'excel.notPermitted': {
    zh: '无法写入 {{path}}：没有写入权限，或该文件正在 Excel 中打开。请关闭该文件，或换一个位置。',
    en: 'Cannot write {{path}}: writing is not permitted there, or the file is open in Excel. Close the file or choose another place.',
  },
  'excel.fileBusy': {
    zh: '无法写入 {{path}}：另一个程序正在使用该文件。请关闭后重试。',
    en: 'Cannot write {{path}}: another program is using the file. Close it there and try again.',
  },
  'excel.diskFull': {
    zh: '无法写入 {{path}}：磁盘空间不足。请腾出空间，或换一个磁盘。',
    en: 'Cannot write {{path}}: the disk is full. Free some space or choose another disk.',
  },
  'excel.nameTooLong': {
    zh: '无法写入 {{path}}：文件名太长。请改用较短的文件名。',
    en: 'Cannot write {{path}}: the name is too long. Choose a shorter name.',
  },
  'excel.cancelled': { zh: '导出已取消', en: 'The export was cancelled' },
  'excel.calculating': { zh: '正在计算', en: 'Calculating' },
  'excel.writingLines': { zh: '正在写入行', en: 'Writing lines' },
  'excel.saving': { zh: '正在保存', en: 'Saving' },
} as const;
