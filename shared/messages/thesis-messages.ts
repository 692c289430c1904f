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

  // --- risks -------------------------------------------------------------------------------
  'risk.notFound': {
    zh: '没有这条风险评估，它可能已被删除。请刷新清单。',
    en: 'There is no such assessment; it may have been deleted. Look at the list again.',
  },
  'risk.noFact': {
    zh: '没有编号为“{{id}}”的风险事实。请从清单里选取，或写一条自己的风险。',
    en: 'There is no risk “{{id}}” among the facts. Choose one of the list, or write one of your own.',
  },
  'risk.noText': { zh: '请写下风险是什么。', en: 'Write down what the risk is.' },

  // --- the calendar ------------------------------------------------------------------------
  'calendar.ratingEnds': {
    zh: '{{nameZh}}：{{brokerZh}}评级“{{gradeZh}}”到期',
    en: '{{nameEn}}: rating “{{gradeEn}}” by {{brokerEn}} lapses',
  },
  'calendar.ownRatingEnds': {
    zh: '{{nameZh}}：自己的评级“{{gradeZh}}”到期',
    en: '{{nameEn}}: own rating “{{gradeEn}}” lapses',
  },
  'calendar.thesisDue': { zh: '论点到期：{{claim}}', en: 'Thesis due: {{claim}}' },
  'calendar.endsBefore': {
    zh: '结束早于开始。请改正结束的日期或时间。',
    en: 'It ends before it begins. Correct the day or time at which it ends.',
  },
  'calendar.endWithoutTime': {
    zh: '有结束时间却没有开始时间。请补上开始时间，或去掉结束时间。',
    en: 'It has a time at which it ends and none at which it begins. Give one, or take the other away.',
  },
  'calendar.tooLarge': {
    zh: '日历文件有 {{size}} MB，上限为 {{limit}} MB。请在日历程序里分段导出。',
    en: 'The calendar file has {{size}} MB; the limit is {{limit}} MB. Export it in parts.',
  },
  'calendar.noCalendar': {
    zh: '这不是日历文件：里面没有 BEGIN:VCALENDAR。请在日历程序里导出为 .ics。',
    en: 'This is no calendar file: it has no BEGIN:VCALENDAR. Export it from your calendar as .ics.',
  },
  'calendar.badLine': {
    zh: '“{{text}}”不是“名称:值”。这一行没有读入。',
    en: '“{{text}}” is not NAME:VALUE. The line was left out.',
  },
  'calendar.strayEnd': {
    zh: 'END:{{name}} 没有对应的 BEGIN。这一行没有读入。',
    en: 'END:{{name}} has no BEGIN. The line was left out.',
  },
  'calendar.unclosed': {
    zh: 'BEGIN:{{name}} 没有对应的 END，文件可能不完整。它没有读入，里面完整的事件已读入。',
    en: 'BEGIN:{{name}} has no END: the file may not be whole. It was left out; whole events inside of it were taken.',
  },
  'calendar.noStart': {
    zh: '这个事件没有开始时间（DTSTART），没有读入。',
    en: 'The event has no beginning (DTSTART) and was left out.',
  },
  'calendar.noTime': {
    zh: '“{{text}}”不是日期或时间，写法如 20240514 或 20240514T093000。这个事件没有读入。',
    en: '“{{text}}” is no date or time, such as 20240514 or 20240514T093000. The event was left out.',
  },
  'calendar.noZone': {
    zh: '时区“{{zone}}”既不在文件里，也不是通用时区名。这个事件没有读入，以免时间错位。',
    en: 'The time zone “{{zone}}” is neither in the file nor one that is generally known. The event was left out, lest it be at the wrong time.',
  },
  'calendar.untitled': { zh: '这个事件没有标题，没有读入。', en: 'The event has no title and was left out.' },
  'calendar.badRule': {
    zh: '重复规则“{{rule}}”读不懂，或比每天更频繁。这个事件没有读入。',
    en: 'The rule of recurrence “{{rule}}” cannot be read, or is of more often than daily. The event was left out.',
  },
  'calendar.recursOn': {
    zh: '“{{title}}”还有更早或更晚的重复：只取了今天前后各两年内的 {{count}} 次。',
    en: '“{{title}}” recurs beyond that: the {{count}} occurrences within two years of today were taken.',
  },
  'calendar.isPrivate': {
    zh: '这是本程序导出的私人事件（论点或自己的评级）。它只存在保险库里，没有读入日历。',
    en: 'This is a private event that this program exported (a thesis or an own rating). Such are kept in the vault alone; it was left out.',
  },
} as const;
