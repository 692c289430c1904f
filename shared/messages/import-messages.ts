/** What the import of facts from files says: why a file or a row cannot be taken, and what to do. */
export const importMessages = {
  // --- files -------------------------------------------------------------------------------
  'import.notText': {
    zh: '这个文件既不是 CSV/TSV 文本，也不是 Excel 工作簿（.xlsx）。请另存为其中一种再导入。',
    en: 'This file is neither text (CSV, TSV) nor an Excel workbook (.xlsx). Save it as one of these and import it again.',
  },
  'import.oldWorkbook': {
    zh: '这是旧版（.xls）或加密的工作簿，无法读取。请在 Excel 中另存为不带密码的 .xlsx。',
    en: 'This is a workbook of an old kind (.xls) or one with a password. Save it in Excel as .xlsx without a password.',
  },
  'import.packageDamaged': {
    zh: '工作簿已损坏或不完整，无法打开。请在 Excel 中重新保存后再导入。',
    en: 'The workbook is damaged or incomplete. Save it again in Excel and import it once more.',
  },
  'import.packageTooLarge': {
    zh: '工作簿解压后约 {{size}} MB，超过上限 {{limit}} MB，未打开。请只留下要导入的工作表，或改存为 CSV。',
    en: 'Unpacked, the workbook takes about {{size}} MB; the limit is {{limit}} MB. It was not opened. Keep only the sheet to import, or save it as CSV.',
  },
  'import.csvBroken': {
    zh: '第 {{line}} 行附近有引号没有闭合，之后的内容无法分列。请补上引号再导入。',
    en: 'A quotation mark is not closed near line {{line}}; what follows cannot be divided into columns. Close it and import the file again.',
  },
  'import.empty': { zh: '文件里没有内容。', en: 'There is nothing in the file.' },
  'import.tooManyRows': {
    zh: '文件有 {{count}} 行，一次最多导入 {{limit}} 行。请分成几个文件。',
    en: 'The file has {{count}} rows; {{limit}} can be imported at once. Divide it into several files.',
  },
  'import.tooLarge': {
    zh: '文件有 {{size}} MB，上限为 {{limit}} MB。请分成几个文件。',
    en: 'The file has {{size}} MB; the limit is {{limit}} MB. Divide it into several files.',
  },
  'import.tooSlow': {
    zh: '文件太大或已损坏，{{seconds}} 秒内没有读完，已放弃。请只留下要导入的内容，或改存为 CSV。',
    en: 'The file is too large or damaged: it could not be read within {{seconds}} seconds. Keep only what is to be imported, or save it as CSV.',
  },
  'import.mappingTwice': {
    zh: '有两列都作为“{{fieldZh}}”。请只留一列，另一列改为其他字段或“不导入”。',
    en: 'Two columns are taken for “{{fieldEn}}”. Keep one, and make the other something else or leave it out.',
  },
  'import.mappingIncomplete': {
    zh: '还缺“{{fieldsZh}}”列。请在表头为它选一列。',
    en: 'No column is taken for {{fieldsEn}} yet. Choose one in the headings.',
  },
  'import.badRows': {
    zh: '{{count}} 行有误，第一处在第 {{row}} 行。没有导入任何事实：请改正文件，或选择跳过这些行。',
    en: '{{count}} rows have errors, the first in row {{row}}. Nothing was imported: mend the file, or choose to leave these rows out.',
  },
  'import.nothingToImport': {
    zh: '没有可以导入的行。',
    en: 'There is no row that can be imported.',
  },

  // --- cells -------------------------------------------------------------------------------
  'import.formulaWithoutValue': {
    zh: '公式没有保存计算结果。请在 Excel 中打开、计算并保存，或粘贴为数值。',
    en: 'The formula was saved without its result. Open the file in Excel, calculate and save it, or paste it as a value.',
  },
  'import.formulaAsText': {
    zh: '这里是公式，不是数值。请粘贴为数值。',
    en: 'This is a formula, not a number. Paste it as a value.',
  },
  'import.errorInCell': {
    zh: '单元格是错误值 {{error}}。请改正或清空。',
    en: 'The cell is the error {{error}}. Mend it or clear it.',
  },
  'import.mergedCell': {
    zh: '合并单元格：不清楚内容属于哪一行或哪一列。请取消合并并逐格填写。',
    en: 'Merged cells: it is not clear which row or column they speak of. Unmerge them and fill in each cell.',
  },
  'import.timeInCell': {
    zh: '单元格是时刻，不是日期或数值。',
    en: 'The cell is a time of day, neither a date nor a number.',
  },
  'import.noNumber': {
    zh: '“{{value}}”不是数值。数值写法如 88.6、1,600、74.3万、12%；文字请放在“文本”列。',
    en: '“{{value}}” is no number. Write numbers like 88.6, 1,600, 1.2bn or 12%; put words into the column Text.',
  },
  'import.dateAsNumber': {
    zh: '“{{value}}”是日期，不是数值。日期作为结果时请放在“文本”列。',
    en: '“{{value}}” is a date, not a number. Where the figure itself is a date, put it into the column Text.',
  },
  'import.percentWithUnit': {
    zh: '数值写成百分数，单位却是 {{unit}}。请去掉百分号，或把单位改为 %。',
    en: 'The number is written as a percentage, but its unit is {{unit}}. Take the sign away, or make the unit %.',
  },
  'import.twoUnits': {
    zh: '数值后面写着 {{written}}，单位列却是 {{unit}}。请只留一个单位。',
    en: '{{written}} stands behind the number, and {{unit}} in the column Unit. Keep one of them.',
  },
  'import.twoQualifiers': {
    zh: '数值前面写着 {{written}}，限定列却是 {{qualifier}}。请只留一个。',
    en: 'The number begins with {{written}}, but the column Qualifier says {{qualifier}}. Keep one of them.',
  },
  'import.noQualifier': {
    zh: '“{{value}}”不是限定符。可用 = ≈ > ≥ < ≤，或“约”“超过”“至少”“不足”“不超过”“峰值”。',
    en: '“{{value}}” is no qualifier. Use = ≈ > ≥ < ≤, or about, over, at least, under, at most, peak.',
  },
  'import.noConfidence': {
    zh: '“{{value}}”不是可信度。可用 verified、printed、consistent、recalled。',
    en: '“{{value}}” is no confidence. Use verified, printed, consistent or recalled.',
  },
  'import.noKind': {
    zh: '“{{value}}”不是对象或指标的类别。可用 {{kinds}}。',
    en: '“{{value}}” is no kind of subject or metric. Use one of {{kinds}}.',
  },
  'import.noYesNo': { zh: '“{{value}}”不是“是”或“否”。', en: '“{{value}}” is neither yes nor no.' },
  'import.noDate': {
    zh: '“{{date}}”不是日期。写法如 2024、2024Q1、2024-07 或 2024-07-19。',
    en: '“{{date}}” is no date. Write it like 2024, 2024Q1, 2024-07 or 2024-07-19.',
  },
  'import.fiscalDate': {
    zh: '“{{date}}”是财年期间，各公司起止不同。请写成日历期间，例如 2024Q1 或 2024-07。',
    en: '“{{date}}” is a fiscal period, which begins and ends differently for each company. Write the calendar period, like 2024Q1 or 2024-07.',
  },
  'import.ambiguousDate': {
    zh: '“{{date}}”可能是 {{first}}，也可能是 {{second}}。请写明是哪一个。',
    en: '“{{date}}” may be {{first}} or {{second}}. Write which one it is.',
  },
  'import.shortYear': {
    zh: '“{{date}}”的年份只有两位，年月日的次序不明。请写成 2024-07-19 的样子。',
    en: 'The year of “{{date}}” has two digits, and the order is not clear. Write it like 2024-07-19.',
  },
  'import.tooLong': {
    zh: '内容有 {{length}} 个字符，上限为 {{limit}}。',
    en: 'The text has {{length}} characters; the limit is {{limit}}.',
  },
  'import.badId': {
    zh: '“{{value}}”不能作为编号：编号不含空格和引号，最长 200 个字符。',
    en: '“{{value}}” is no id: ids have no blanks or quotation marks, and 200 characters at most.',
  },
  'import.missing': { zh: '此格必填。', en: 'This cell must be filled in.' },
  'import.unknownSource': {
    zh: '没有编号或标题为“{{value}}”的来源。请先新增来源，或清空此格以使用所选来源。',
    en: 'No source has the id or title “{{value}}”. Add it first, or clear the cell to use the source chosen.',
  },

  // --- rows against the store --------------------------------------------------------------
  'import.idTwice': {
    zh: '编号 {{factId}} 在第 {{row}} 行已出现过。每个编号只能用一次。',
    en: 'The id {{factId}} is in row {{row}} already. Use each id once.',
  },
  'import.idOfOtherSource': {
    zh: '编号 {{factId}} 属于来源 {{sourceId}} 的事实。请改来源，或换一个编号。',
    en: 'The id {{factId}} is of a fact of source {{sourceId}}. Change the source, or use another id.',
  },
  'import.bundledWords': {
    zh: '随附的事实只能改数值等字段，不能改出处、原文和印刷文字。请恢复这些格的内容。',
    en: 'Of a fact that comes with the program, its place, wording and printed text cannot be changed. Put these cells back as they were.',
  },

  // --- history -----------------------------------------------------------------------------
  'import.editImported': {
    zh: '从 {{file}} 导入 {{added}} 条事实，更新 {{changed}} 条',
    en: 'Import of {{added}} facts from {{file}}, {{changed}} updated',
  },
  // --- series: files -----------------------------------------------------------------------
  'import.fileMissing': { zh: '没有文件 {{path}}。', en: 'There is no file {{path}}.' },
  'import.cannotRead': { zh: '无法读取 {{path}}（{{reason}}）。', en: '{{path}} cannot be read ({{reason}}).' },
  'import.isFolder': { zh: '{{path}} 不是文件。请选择一个文件。', en: '{{path}} is not a file. Choose a file.' },
  'import.workbookTooLarge': {
    zh: '工作簿有 {{size}} MB，上限为 {{limit}} MB。请另存为 CSV，CSV 没有大小限制。',
    en: 'The workbook has {{size}} MB; the limit is {{limit}} MB. Save it as CSV, which may be of any size.',
  },
  'import.wrongEncoding': {
    zh: '第 {{row}} 行之后的内容不是 {{encoding}} 编码。请改选编码（例如 {{other}}）。',
    en: 'What follows row {{row}} is not text in {{encoding}}. Choose another encoding ({{other}}, for example).',
  },
  'import.fileChanged': {
    zh: '读取期间文件被改动，没有导入任何内容。请等文件写完，再导入一次。',
    en: 'The file changed while it was being read; nothing was imported. Wait until it is complete, and import it again.',
  },
  'import.noHeadings': {
    zh: '第 {{row}} 行应为表头，但文件没有这么多行。请改小跳过的行数。',
    en: 'Row {{row}} should hold the headings, but the file ends before it. Leave out fewer rows.',
  },
  'import.tooManySeries': {
    zh: '文件里的名称多于 {{limit}} 个。请检查对象、市场等列是否选对。',
    en: 'The file has more than {{limit}} different names. See whether the columns for names are the right ones.',
  },
  'import.readingRows': { zh: '已读 {{count}} 行，每秒 {{rate}} 行', en: '{{count}} rows read, {{rate}} a second' },
  'import.writingRows': {
    zh: '已核对并写入 {{count}} 个观测值，每秒 {{rate}} 行',
    en: '{{count}} observations compared and written, {{rate}} rows a second',
  },

  // --- series: questions -------------------------------------------------------------------
  'import.askPeriod': { zh: '哪一列是日期或期间？', en: 'Which column holds the dates or periods?' },
  'import.askValue': { zh: '哪一列是数值？', en: 'Which column holds the figures?' },
  'import.askValueColumns': { zh: '哪些列是数值？', en: 'Which columns hold figures?' },
  'import.askSubject': {
    zh: '这些数值是关于哪个应用或公司的？请选一列，或写明名称。',
    en: 'Which app or company are the figures about? Choose a column, or write its name.',
  },
  'import.askMetric': {
    zh: '这些数值是什么指标（下载量、日活、收入、资本开支…）？',
    en: 'What do the figures measure (downloads, DAU, revenue, capital expenditure …)?',
  },
  'import.askMacros': {
    zh: '工作簿含有宏。宏不会运行，只能采用保存时的数值。照此采用吗？',
    en: 'The workbook has macros. They are not run: only the values as they were saved can be taken. Take them?',
  },
  'import.askLinks': {
    zh: '工作簿链接到其他文件。链接不会打开，只能采用保存时的数值，可能已过时。照此采用吗？',
    en: 'The workbook has links to other files. They are not followed: only the values as they were saved can be taken, and they may be old. Take them?',
  },
  'import.askDateOrder': {
    zh: '“{{date}}”可能是 {{first}}，也可能是 {{second}}。年、月、日按什么次序写？',
    en: '“{{date}}” may be {{first}} or {{second}}. In which order are day, month and year written?',
  },
  'import.askYear': {
    zh: '“{{date}}”没有年份。是哪一年？',
    en: '“{{date}}” has no year. Which year is it of?',
  },

  // --- series: rows ------------------------------------------------------------------------
  'import.noRows': {
    zh: '第 {{row}} 行是表头，其下没有数据。请确认文件完整，或改表头所在的行。',
    en: 'There is nothing under the headings in row {{row}}. See whether the file is whole, or say in which row its headings stand.',
  },
  'import.ragged': {
    zh: '此行有 {{count}} 格，表头有 {{expected}} 格，不知哪一格缺失或多余。',
    en: 'The row has {{count}} cells and the headings have {{expected}}: it is not clear which is missing or too many.',
  },
  'import.noSubjectName': { zh: '没有应用或公司的名称。', en: 'The name of the app or company is missing.' },
  'import.noMetricName': { zh: '没有指标的名称。', en: 'The name of the metric is missing.' },
  'import.nameOfTwo': {
    zh: '“{{name}}”可指 {{first}}，也可指 {{second}}。请在映射中写编号，或给其中一个另起别名。',
    en: '“{{name}}” may mean {{first}} or {{second}}. Write the id in its place, or give one of them another alias.',
  },
  'import.mixedUnits': {
    zh: '单位是 {{written}}，而同一序列的其他数值是 {{unit}}，无法换算。',
    en: 'The unit is {{written}}, but other figures of the series are in {{unit}}; the two do not convert.',
  },
  'import.unitMissing': {
    zh: '没有写明币种（美元、人民币…）。请写单位，例如 USD、CNY 或 亿元。',
    en: 'The currency is not said. Write the unit, for example USD, CNY or 亿元.',
  },
  'import.unitOfOther': {
    zh: '单位 {{unit}} 与指标 {{metric}} 的单位 {{metricUnit}} 不是同一种量。',
    en: 'The unit {{unit}} does not measure the same as {{metricUnit}}, in which {{metric}} is counted.',
  },
  'import.unitOfSeries': {
    zh: '{{subjectZh}} 已有的序列以 {{unit}} 计，文件里是 {{written}}，无法换算。没有导入任何内容；请改单位，或写明不同的口径。',
    en: 'The series of {{subjectEn}} that is there is in {{unit}}, and the file in {{written}}; the two do not convert. Nothing was imported: change the unit, or give the file a definition of its own.',
  },
  'import.twice': {
    zh: '{{subjectZh}} 的 {{period}} 在第 {{row}} 行是另一个值 {{value}}。两行都不能采用。',
    en: '{{subjectEn}} in {{period}} is {{value}} in row {{row}}. Neither of the two can be taken.',
  },
  'import.yearMissing': {
    zh: '“{{date}}”没有年份。请写明是哪一年。',
    en: '“{{date}}” has no year. Say which year it is of.',
  },
  'import.fiscalYear': {
    zh: '“{{period}}”是截至 {{month}} 月的财年，不是日历年。请改用财季。',
    en: '“{{period}}” is a fiscal year that ends in month {{month}}, no calendar year. Use fiscal quarters.',
  },
  'import.otherGrain.day': { zh: '“{{period}}”不是某一天。', en: '“{{period}}” is no day.' },
  'import.otherGrain.week': { zh: '“{{period}}”不是某一周。', en: '“{{period}}” is no week.' },
  'import.otherGrain.month': { zh: '“{{period}}”不是某个月。', en: '“{{period}}” is no month.' },
  'import.otherGrain.quarter': {
    zh: '“{{period}}”不是日历季度。若是财季，请把频率改为财季。',
    en: '“{{period}}” is no calendar quarter. Where it is a fiscal one, make the frequency fiscal quarters.',
  },
  'import.otherGrain.fiscal-quarter': { zh: '“{{period}}”不是财季。', en: '“{{period}}” is no fiscal quarter.' },
  'import.otherGrain.year': { zh: '“{{period}}”不是年份。', en: '“{{period}}” is no year.' },
  'import.fileNowhere': {
    zh: '拖入的内容不是磁盘上的文件。请从文件夹拖入，或用“选择文件”。',
    en: 'What was dropped is no file on the disk. Drop it from a folder, or choose it.',
  },
  'import.uploadTooLarge': {
    zh: '文件超过 4 GB，无法交给工作台。请分成几个文件。',
    en: 'The file has more than 4 GB and cannot be handed over. Divide it into several files.',
  },
  'import.noCompanyFacts': {
    zh: '这不是 SEC 的 companyfacts 文件（应有 cik、entityName 和 facts.us-gaap）。请保存 companyfacts 接口返回的原文。',
    en: 'This is no companyfacts file of the SEC (with cik, entityName and facts.us-gaap). Save what its companyfacts interface answers, as it is.',
  },
  'import.noFiledFigures': {
    zh: '{{name}} 的文件里没有资本开支、收入、现金流或折旧。',
    en: 'The file of {{name}} has no capital expenditure, revenue, cash flow or depreciation.',
  },
  'import.badFiledFigure': {
    zh: '缺少起止日期、数值、申报编号或申报日期。',
    en: 'Start, end, value, accession number or filing date is missing.',
  },
  'import.filedConcept': {
    zh: 'SEC 申报数据，us-gaap:{{concept}}。',
    en: 'As filed with the SEC, us-gaap:{{concept}}.',
  },
  'import.filedConceptDerived': {
    zh: 'SEC 申报数据，us-gaap:{{concept}}。{{first}} 至 {{last}} 之间有 {{count}} 个季度只申报了累计数，由累计数相减得出。',
    en: 'As filed with the SEC, us-gaap:{{concept}}. Between {{first}} and {{last}}, {{count}} quarters were filed only as part of the year to date, and are differences of these.',
  },
  'import.badRowsOfSeries': {
    zh: '{{count}} 行有误，第一处在第 {{row}} 行。没有导入任何内容：请改正文件，或加 --skip-bad-rows 跳过这些行。',
    en: '{{count}} rows have errors, the first in row {{row}}. Nothing was imported: mend the file, or leave these rows out with --skip-bad-rows.',
  },
  'import.badMapping': {
    zh: '{{file}} 不是可用的映射：{{where}}',
    en: '{{file}} is no mapping that can be used: {{where}}',
  },
  'import.headingRow': { zh: '行', en: 'Row' },
  'import.headingColumn': { zh: '列', en: 'Column' },
  'import.headingValue': { zh: '内容', en: 'Value' },
  'import.headingReason': { zh: '原因', en: 'Reason' },
  'import.outOfMemory': {
    zh: '内存不够读完这个文件。请只留下要用的工作表或列，或改存为 CSV。',
    en: 'There is not enough memory for this file. Keep only the worksheets or columns that are needed, or save it as CSV.',
  },
  'import.cancelled': { zh: '已取消，没有导入任何内容。', en: 'Cancelled; nothing was imported.' },

  'import.reading': { zh: '正在读取文件', en: 'Reading the file' },
} as const;
