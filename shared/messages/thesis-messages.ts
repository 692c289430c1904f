/** What the workbench says of live figures, theses, risks and the calendar. */
export const thesisMessages = {
  'figure.malformed': {
    zh: '“{{ref}}”不是引用。写法：fact:编号、series:编号|期间|算法，或 sheet:表格/行/情景/期间。',
    en: '“{{ref}}” names no figure. Write fact:ID, series:ID|PERIOD|TRANSFORM, or sheet:SHEET/LINE/SCENARIO/PERIOD.',
  },
  'figure.noFact': {
    zh: '没有编号为“{{id}}”的事实。它可能已被删除；请重新搜索并选取。',
    en: 'There is no fact “{{id}}”. It may have been deleted: search for it again.',
  },
  'figure.noSeries': {
    zh: '没有编号为“{{id}}”的序列。它可能已被删除；请重新搜索并选取。',
    en: 'There is no series “{{id}}”. It may have been deleted: search for it again.',
  },
  'figure.noSheet': {
    zh: '没有编号为“{{id}}”的表格。它可能已被删除；可在首页恢复，或重新选取。',
    en: 'There is no sheet “{{id}}”. It may have been deleted: restore it from the first screen, or choose again.',
  },
  'figure.noLine': {
    zh: '表格“{{sheet}}”里没有“{{line}}”这一行。它可能已被删除或改名；请重新选取。',
    en: 'The sheet “{{sheet}}” has no line “{{line}}”. It may have been deleted or renamed: choose again.',
  },
  'figure.noScenario': {
    zh: '表格“{{sheet}}”里没有情景“{{scenario}}”。它可能已被删除或改名；请重新选取，或省略（基准情景）。',
    en: 'The sheet “{{sheet}}” has no scenario “{{scenario}}”. Choose again, or leave it out for the base.',
  },
  'figure.noPeriod': {
    zh: '“{{period}}”不是表格“{{sheet}}”的期间。它的期间从 {{first}} 到 {{last}}。',
    en: '“{{period}}” is no period of the sheet “{{sheet}}”: its periods go from {{first}} to {{last}}.',
  },
  'figure.noAxis': {
    zh: '表格“{{sheet}}”没有期间，请去掉“{{period}}”。',
    en: 'The sheet “{{sheet}}” has no periods: leave “{{period}}” out.',
  },

  // --- theses ------------------------------------------------------------------------------
  'thesis.notFound': {
    zh: '没有这条论点，它可能已被删除。请刷新台账。',
    en: 'There is no such thesis; it may have been deleted. Look at the ledger again.',
  },
  'thesis.unclaimed': { zh: '请写下论点本身。', en: 'Write down what you claim.' },
  'thesis.noTruth': {
    zh: '这个条件的结果是 {{value}}，不是“成立”或“不成立”。请把它与一个数比较，例如 … > 10[百万]。',
    en: 'The condition gives {{value}}, neither TRUE nor FALSE. Compare it with something, as in … > 10[百万].',
  },
  'thesis.cellMalformed': {
    zh: 'CELL 只有一个参数，即带引号的“表格/行/情景/期间”，如 CELL("表格编号/收入//2024Q4")；情景和期间可省略。',
    en: 'CELL takes one argument, SHEET/LINE/SCENARIO/PERIOD in quotes, as in CELL("SHEET/revenue//2024Q4"); scenario and period can be left out.',
  },
  'thesis.noDay': {
    zh: '“{{date}}”不是日期。写法如 2024-12-31。',
    en: '“{{date}}” is no day. Write it like 2024-12-31.',
  },
  'thesis.settled': {
    zh: '这条论点已有结果，概率不能再改，否则校准会失真。若要重新判断，请先重新打开它。',
    en: 'This thesis is settled: its probability cannot be changed, or calibration would mean nothing. Reopen it first.',
  },
  'thesis.notOpen': { zh: '这条论点已经撤回。', en: 'This thesis is withdrawn already.' },
  'thesis.isOpen': { zh: '这条论点本来就是打开的。', en: 'This thesis is open already.' },
} as const;
