/** What the command line says beside what the workbench says. */
export const cliMessages = {
  'cli.usage': {
    zh: '命令写法有误：{{problem}}。用 --help 查看用法。',
    en: 'The command is not right: {{problem}}. See --help.',
  },
  'cli.let': {
    zh: '--let 的写法应为 名称=值 或 名称=公式，而不是“{{text}}”',
    en: '--let is written NAME=VALUE or NAME=FORMULA, not “{{text}}”',
  },
  'cli.formulaMissing': { zh: '缺少公式：plumbline eval 公式', en: 'A formula is missing: plumbline eval FORMULA' },
  'cli.formulaTwice': {
    zh: '只能有一个公式；含空格的公式请加引号（多出“{{text}}”）',
    en: 'One formula only; put a formula with spaces in quotes (“{{text}}” is too much)',
  },
  'cli.notJson': {
    zh: '输入不是有效的 JSON：第 {{line}} 行第 {{column}} 列有误',
    en: 'The input is not JSON: the mistake is at line {{line}}, column {{column}}',
  },
  'cli.cannotRead': {
    zh: '无法读取 {{path}}（{{reason}}）。请检查文件是否存在、是否有读取权限。',
    en: 'Cannot read {{path}} ({{reason}}). Check that the file exists and may be read.',
  },
  'cli.chartNotJson': {
    zh: '{{path}} 不是 JSON：第 {{line}} 行第 {{column}} 列有误。图的说明应是 "plumbline": "chart" 的 JSON 文件。',
    en: '{{path}} is no JSON: there is a fault in line {{line}}, column {{column}}. The spec of a chart is a JSON file with "plumbline": "chart".',
  },
  'cli.chartNotSvg': {
    zh: '图写成 SVG：请把 {{path}} 的扩展名改为 .svg。PNG 可在程序的“出图”里存。',
    en: 'A chart is written as SVG: let {{path}} end with .svg. A PNG can be saved under “Figure” in the program.',
  },
  'cli.chartSpec': {
    zh: '{{path}} 不是可用的图的说明。{{problemZh}}',
    en: '{{path}} is no spec of a chart that can be drawn. {{problemEn}}',
  },
  'cli.passphrase': { zh: '保险库的口令或恢复密钥：', en: 'Passphrase or recovery key of the vault:' },
  'cli.passphraseOfFile': { zh: '文件的口令或恢复密钥：', en: 'Passphrase or recovery key of the file:' },
  'cli.noTerminal': {
    zh: '这里没有可输入口令的终端。请用 --passphrase-fd N 从文件描述符读取；口令不能写在参数或环境变量里。',
    en: 'There is no terminal to type the passphrase on. Give it with --passphrase-fd N from a file descriptor; arguments and environment variables are no place for it.',
  },
  'cli.badDescriptor': {
    zh: '无法从文件描述符 {{fd}} 读取口令。例如：… --passphrase-fd 3 3< 文件',
    en: 'No passphrase can be read from the file descriptor {{fd}}. For example: … --passphrase-fd 3 3< file',
  },
  'cli.cancelled': { zh: '已取消。', en: 'Cancelled.' },
  'cli.vaultNotLocked': {
    zh: '打开这个数据文件夹的 Plumbline 没有应答，保险库可能仍是打开的。请在其窗口中锁定，或结束它。',
    en: 'The Plumbline that has this data folder did not answer, and the vault may still be open. Lock it in its window, or end it.',
  },
  'cli.secretArgument': {
    zh: '{{method}} 的输入含有口令，不能写在参数里：其他进程能看到。请用 - 从标准输入给出。',
    en: 'The input of {{method}} has a passphrase in it: an argument can be seen by other processes. Give it on standard input, with -.',
  },
  'cli.noSubject': {
    zh: '没有名称含“{{text}}”的主体。用 search 命令查找名称。',
    en: 'Nothing is called “{{text}}”, nor has these words in a name. Look for names with the search command.',
  },
  'cli.noMetric': {
    zh: '没有名称含“{{text}}”的指标。用 search 命令查找名称。',
    en: 'No metric is called “{{text}}”, nor has these words in a name. Look for names with the search command.',
  },
  'cli.noBroker': {
    zh: '没有名称含“{{text}}”的机构。用 search 命令查找名称。',
    en: 'No broker is called “{{text}}”, nor has these words in a name. Look for names with the search command.',
  },
  'cli.tooFewRatings': {
    zh: '独立的已到期评级不足 {{count}} 条，不下结论',
    en: 'Fewer than {{count}} ended ratings that are independent: nothing is concluded',
  },
  'cli.noList': {
    zh: '没有列表叫“{{wanted}}”。现有列表：{{ids}}；全部证券用 all。',
    en: 'There is no list “{{wanted}}”. There are: {{ids}}; and all for every security.',
  },
  'cli.manyLists': {
    zh: '“{{wanted}}”对应多个列表：{{ids}}。请写出其中一个的编号。',
    en: '“{{wanted}}” is more than one list: {{ids}}. Name one of them by its id.',
  },
} as const;
