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
  'excel.tooManyRows': {
    zh: '此表需要 {{count}} 行，而 Excel 最多 {{limit}} 行。请先把表拆分。',
    en: 'This sheet takes {{count}} rows; Excel has {{limit}}. Split the sheet first.',
  },
  'excel.tooManyColumns': {
    zh: '情景与期间共需 {{count}} 列，而 Excel 最多 {{limit}} 列。请减少期间或情景。',
    en: 'Its scenarios and periods take {{count}} columns; Excel has {{limit}}. Use fewer periods or scenarios.',
  },

  // Comments in the workbook
  'excel.formulaTooLong': {
    zh: '此处只有数值：公式展开后有 {{length}} 个字符，超过 Excel 的上限 {{limit}}。',
    en: 'A value only: written out, the formula has {{length}} characters; Excel takes {{limit}}.',
  },
  'excel.tooManyArguments': {
    zh: '此处只有数值：函数展开后有 {{count}} 个参数，超过 Excel 的上限 {{limit}}。',
    en: 'A value only: written out, a function has {{count}} arguments; Excel takes {{limit}}.',
  },
  'excel.mixedUnits': {
    zh: '此处只有数值：公式把单位不同的各行当作一个区域使用，Excel 无法在区域内换算单位。',
    en: 'A value only: the formula uses lines in different units as one range, and Excel cannot convert units within a range.',
  },
  'excel.headingsBetween': {
    zh: '此处只有数值：SUMPRODUCT 各区域在工作表上的行或列不对应（例如其间有标题行）。',
    en: 'A value only: the ranges of SUMPRODUCT do not lie side by side in the worksheet, for instance because of headings.',
  },
  'excel.areaInFunction': {
    zh: '此处只有数值：Excel 的 {{function}} 无法处理多个单元格的区域。',
    en: 'A value only: {{function}} in Excel does not take a range of several cells.',
  },

  // Headings in the workbook
  'excel.model': { zh: '模型', en: 'Model' },
  'excel.reconciliation': { zh: '对账', en: 'Reconciliation' },
  'excel.sources': { zh: '来源', en: 'Sources' },
  'excel.table': { zh: '表', en: 'Table' },
  'excel.facts': { zh: '事实', en: 'Facts' },
  'excel.factId': { zh: '编号', en: 'Id' },
  'excel.subject': { zh: '对象', en: 'Subject' },
  'excel.metric': { zh: '指标', en: 'Metric' },
  'excel.setting': { zh: '条件', en: 'Setting' },
  'excel.value': { zh: '数值', en: 'Value' },
  'excel.qualifier': { zh: '限定', en: 'Bound' },
  'excel.correction': { zh: '更正与理由', en: 'Correction and reason' },
  'excel.printedFigure': { zh: '印刷值（有误）', en: 'Figure as printed' },
  'excel.correctionReason': { zh: '更正理由', en: 'Reason for correction' },
  'excel.factChosen': { zh: '冲突中选用了 {{fact}}', en: 'Chosen in a conflict: {{fact}}' },
  'excel.factRetired': { zh: '已停用', en: 'Retired' },
  'excel.chart': { zh: '图表', en: 'Chart' },
  'excel.label': { zh: '项目', en: 'Item' },
  'excel.name': { zh: '名称', en: 'Name' },
  'excel.unit': { zh: '单位', en: 'Unit' },
  'excel.reported': { zh: '原文数值', en: 'Reported' },
  'excel.printed': { zh: '原文', en: 'As printed' },
  'excel.printedPrecision': { zh: '原文精度', en: 'Printed precision' },
  'excel.computed': { zh: '计算值', en: 'Computed' },
  'excel.difference': { zh: '差额', en: 'Difference' },
  'excel.relativeDifference': { zh: '差异率', en: 'Difference %' },
  'excel.verdict': { zh: '核对结果', en: 'Verdict' },
  'excel.note': { zh: '说明', en: 'Note' },
  'excel.source': { zh: '出处', en: 'Source' },
  'excel.document': { zh: '文件', en: 'Document' },
  'excel.publisher': { zh: '发布机构', en: 'Publisher' },
  'excel.date': { zh: '日期', en: 'Date' },
  'excel.place': { zh: '位置', en: 'Place' },
  'excel.wording': { zh: '原文措辞', en: 'Wording' },
  'excel.period': { zh: '期间', en: 'Period' },
  'excel.line': { zh: '项目', en: 'Item' },
  'excel.legendInput': { zh: '蓝色：输入', en: 'Blue: input' },
  'excel.legendFormula': { zh: '黑色：公式', en: 'Black: formula' },
  'excel.legendFact': { zh: '绿色：事实', en: 'Green: fact' },
  'excel.legendOverride': { zh: '黄底：情景覆盖', en: 'Yellow: override' },
  'excel.agrees': { zh: '一致', en: 'Agrees' },
  'excel.agreesAsRounded': { zh: '四舍五入后一致', en: 'Agrees as rounded' },
  'excel.differs': { zh: '不一致', en: 'Differs' },
  /** The percentage follows. Begins with the text of excel.differs, by which the workbook counts. */
  'excel.differsBy': { zh: '不一致，相差 ', en: 'Differs by ' },
  'excel.noNumber': { zh: '无数值', en: 'No number' },
} as const;
