/** Texts of the exchange rate wherever it is shown and changed. */
export const rateTexts = {
  rate: { zh: '汇率：1 美元合人民币', en: 'Exchange rate: CNY for 1 USD' },
  oneDollar: { zh: '1 美元 =', en: '1 USD =' },
  ofCny: { zh: '元', en: 'CNY' },
  rates: { zh: '选择汇率', en: 'Choose the rate' },
  rateFact: { zh: '查看该汇率的出处', en: 'Where this rate comes from' },
  newRate: { zh: '新增有日期的汇率…', en: 'Add a dated rate…' },
  notARate: {
    zh: '“{{text}}”不是汇率：请输入大于 0 的数，例如 7.2',
    en: '“{{text}}” is no rate: enter a number above 0, such as 7.2',
  },
  rateHint: {
    zh: '随附的汇率保持不变：改动后另存为您的假设',
    en: 'The rate that came with the program stays: what you enter is kept as your assumption',
  },
  ownRateHint: { zh: '您的假设，可直接修改', en: 'Your assumption: change it here' },
  assumption: { zh: '假设', en: 'assumption' },
  assumptions: { zh: '自定假设', en: 'My assumptions' },
  rateAdded: { zh: '汇率 {{rate}} 已存为您的假设', en: 'The rate {{rate}} is kept as your assumption' },
} as const;
