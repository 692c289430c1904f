/** What the export to and the import from Excel say. */
export const excelMessages = {
  'excel.cannotWrite': {
    zh: '无法写入 {{path}}：{{reason}}。请换一个位置，或关闭正在使用该文件的程序后重试。',
    en: 'Cannot write {{path}}: {{reason}}. Choose another place, or close the program that uses the file and try again.',
  },
} as const;
