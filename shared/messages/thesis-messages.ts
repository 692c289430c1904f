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
} as const;
