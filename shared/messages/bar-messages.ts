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
  // --- import: questions -------------------------------------------------------------------
  'bars.askDay': { zh: '哪一列是日期？', en: 'Which column holds the dates?' },
  'bars.askClose': { zh: '哪一列是收盘价？', en: 'Which column holds the closing prices?' },
  'bars.askCloses': {
    zh: '哪些列是收盘价（每只证券一列）？',
    en: 'Which columns hold closing prices, one for each security?',
  },
  'bars.askSecurity': {
    zh: '这些价格是哪只证券的？请选代码列，或写明代码，例如 688111.SH。',
    en: 'Which security are the prices of? Choose the column of codes, or write one, for example 688111.SH.',
  },
  'bars.askAdjustment': {
    zh: '价格是否复权？文件里没有写明：不复权、前复权还是后复权？',
    en: 'Are the prices adjusted for splits and dividends? The file does not say: not at all, forward or backward?',
  },
  'bars.askExchange': {
    zh: '代码“{{code}}”看不出是哪个交易所的。没有写明交易所的代码属于哪个交易所？',
    en: 'The code “{{code}}” does not tell its exchange. Which one are such codes of?',
  },
  'bars.askMakeSecurities': {
    zh: '还不是证券的代码有 {{count}} 个，第一个是 {{first}}。要新建为自己的证券，还是不导入这些行？',
    en: 'Codes that are no securities yet: {{count}}, the first {{first}}. Are they to be made, as your own, or are their rows to be left out?',
  },

  // --- import: rows ------------------------------------------------------------------------
  'bars.noSecurity': { zh: '没有证券代码或名称。', en: 'The code or name of the security is missing.' },
  'bars.noSuchName': {
    zh: '没有名为“{{name}}”的证券。请写代码，或给已有的证券加上这个别名。',
    en: 'No security is called “{{name}}”. Write its code, or give a security this alias.',
  },
  'bars.unknownSecurity': {
    zh: '代码“{{code}}”还不是证券列表中的证券。请先新建，或选择在导入时新建。',
    en: 'The code “{{code}}” is no security yet. Make it first, or choose to make it with the import.',
  },
  'bars.exchangeMissing': {
    zh: '代码“{{code}}”看不出是哪个交易所的。请写成 {{code}}.US 的样子，或选择交易所。',
    en: 'The code “{{code}}” does not tell its exchange. Write it like {{code}}.US, or choose the exchange.',
  },
  'bars.codeOfSeveral': {
    zh: '“{{code}}”可指 {{ids}}。请写上交易所后缀。',
    en: '“{{code}}” may mean {{ids}}. Write it with the suffix of its exchange.',
  },
  'bars.otherCurrency': {
    zh: '{{code}} 在文件里既有 {{currency}} 又有 {{said}}。一只证券只能用一种币种。',
    en: '{{code}} is in {{currency}} elsewhere in the file, and in {{said}} here. A security has one currency.',
  },
  'bars.noClose': {
    zh: '有开盘、最高或最低价，却没有收盘价。',
    en: 'There is an open, high or low, but no close.',
  },
  'bars.noPrice': { zh: '“{{value}}”不是价格。', en: '“{{value}}” is no price.' },
  'bars.noAmount': {
    zh: '不认识单位“{{unit}}”。请用 股、手、万股、元、万元、亿元 等。',
    en: 'The unit “{{unit}}” is not known. Use shares, lots, k, mn, bn or a currency.',
  },
  'bars.notPositive': {
    zh: '价格是 {{value}}。价格必须大于零；停牌日请留空。',
    en: 'The price is {{value}}. A price is above zero; leave it empty on days without trade.',
  },
  'bars.negative': { zh: '{{value}} 是负数。', en: '{{value}} is negative.' },
  'bars.highBelowLow': {
    zh: '最高价 {{high}} 低于最低价 {{low}}。请检查两列是否颠倒。',
    en: 'The high of {{high}} is below the low of {{low}}. See whether the two columns are exchanged.',
  },
  'bars.closeOutside': {
    zh: '收盘价 {{value}} 不在最低价 {{low}} 和最高价 {{high}} 之间。请检查各列的复权方式是否相同。',
    en: 'The close of {{value}} is not between the low of {{low}} and the high of {{high}}. See whether all columns are adjusted alike.',
  },
  'bars.openOutside': {
    zh: '开盘价 {{value}} 不在最低价 {{low}} 和最高价 {{high}} 之间。请检查各列的复权方式是否相同。',
    en: 'The open of {{value}} is not between the low of {{low}} and the high of {{high}}. See whether all columns are adjusted alike.',
  },
  'bars.future': {
    zh: '{{day}} 晚于文件最后保存的日子（{{last}}）。请检查年月日的次序。',
    en: '{{day}} is later than the file was last saved ({{last}}). See whether the order of day and month is right.',
  },
  'bars.twice': {
    zh: '{{name}} 的 {{day}} 在第 {{row}} 行是另一组值（收盘价 {{close}}）。两行都不能采用。',
    en: '{{name}} has other values for {{day}} in row {{row}} (close {{close}}). Neither of the two can be taken.',
  },
  'bars.currencyOfSeries': {
    zh: '{{name}} 已有的价格以 {{currency}} 计，文件里是 {{said}}。没有导入任何内容；请改币种，或先撤回原来的导入。',
    en: 'The prices of {{name}} that are there are in {{currency}}, and those of the file in {{said}}. Nothing was imported: change the currency, or withdraw the earlier import first.',
  },

  // --- import: what wants a look -----------------------------------------------------------
  'bars.looksLikeSplit': {
    zh: '{{name}} 在 {{day}} 由 {{before}} 变为 {{close}}，像是 {{ratio}} 的拆合股或送转。若价格已经复权，请改复权方式。',
    en: '{{name}} goes from {{before}} to {{close}} on {{day}}, which looks like a split of {{ratio}}. If the prices are adjusted, say so.',
  },
  'bars.gap': {
    zh: '{{name}} 在 {{first}} 和 {{last}} 之间缺 {{missing}} 个交易日（停牌，或文件不全）。',
    en: '{{name}} has no prices on {{missing}} trading days between {{first}} and {{last}}: suspended, or missing in the file.',
  },
  'bars.restated': {
    zh: '{{name}} 有 {{count}} 天的不复权收盘价与已有的不同，第一处在 {{day}}：{{before}} → {{close}}。不复权的价格不会再变，请检查复权方式。',
    en: '{{count}} unadjusted closes of {{name}} differ from those that are there, the first on {{day}}: {{before}} → {{close}}. Unadjusted prices do not change later: see whether one of the files is adjusted.',
  },
} as const;
