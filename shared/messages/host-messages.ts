/** What the hosts (window, browser tab, command line) and the dispatch say. */
export const hostMessages = {
  'host.unknownMethod': { zh: '没有名为 {{method}} 的方法', en: 'There is no method called {{method}}' },
  'host.invalidInput': {
    zh: '{{method}} 的输入不正确：{{where}}：{{reason}}',
    en: 'The input of {{method}} is not right: {{where}}: {{reason}}',
  },
  'host.internal': {
    zh: '程序内部出错，数据未受影响。详情已写入日志。',
    en: 'Something went wrong inside the program; your data is unchanged. Details are in the log.',
  },
} as const;
