/** What the handlers of sheets say: refusals, and the names of edits in the history. */
export const sheetMessages = {
  'sheet.notFound': { zh: '没有编号为 {{sheetId}} 的表', en: 'There is no sheet {{sheetId}}' },

  'sheet.templateNotFound': { zh: '没有编号为 {{templateId}} 的模板', en: 'There is no template {{templateId}}' },
  'sheet.lineNotFound': {
    zh: '没有编号为 {{lineId}} 的行，可能已被删除',
    en: 'There is no line {{lineId}}; it may have been deleted',
  },
  'sheet.scenarioNotFound': {
    zh: '没有编号为 {{scenarioId}} 的情景，可能已被删除',
    en: 'There is no scenario {{scenarioId}}; it may have been deleted',
  },
  'sheet.periodNotFound': {
    zh: '“{{name}}”：时间轴上没有“{{period}}”',
    en: '{{name}}: the time axis has no period “{{period}}”',
  },
  'sheet.headingHasNoCells': {
    zh: '“{{labelZh}}”是标题，没有名称、单位和内容',
    en: '“{{labelEn}}” is a heading: it has no name, unit or content',
  },
  'sheet.nameTaken': {
    zh: '已有名为“{{name}}”的行（不分大小写）。请换一个名称。',
    en: 'There is a line called “{{name}}” already (upper and lower case are the same). Choose another name.',
  },
  'sheet.formulaSyntax': {
    zh: '“{{name}}”（{{scenarioZh}}）的公式第 {{position}} 个字符处有误：{{reasonZh}}',
    en: 'The formula of {{name}} ({{scenarioEn}}) is wrong at character {{position}}: {{reasonEn}}',
  },
  'sheet.unitDoesNotFit': {
    zh: '“{{typed}}”的单位 {{typedUnit}} 无法换算成“{{name}}”的单位 {{unit}}。请改用 {{unit}}，或先修改该行的单位。',
    en: '“{{typed}}”: {{typedUnit}} cannot be converted to {{unit}}, the unit of {{name}}. Type it in {{unit}}, or change the unit of the line first.',
  },
  'sheet.unitOfLine': {
    zh: '“{{name}}”的单位“{{unit}}”有误：{{reasonZh}}',
    en: 'The unit “{{unit}}” of {{name}} is not right: {{reasonEn}}',
  },
  'sheet.unitKnown': { zh: '已有单位“{{unit}}”', en: 'There is a unit {{unit}} already' },
  'sheet.unitDefinition': {
    zh: '单位的定义“{{definition}}”有误。写法如 8 GPU；留空则为独立计数的单位。',
    en: 'The definition “{{definition}}” is not right. Write it like 8 GPU, or leave it empty for a thing that is counted by itself.',
  },
  'sheet.lastScenario': {
    zh: '表至少要有一个情景，不能删除最后一个',
    en: 'A sheet needs a scenario: the last one cannot be deleted',
  },
  'sheet.scenarioLoop': {
    zh: '情景“{{scenarioZh}}”不能以自己或自己的下级为上级',
    en: 'The scenario “{{scenarioEn}}” cannot be below itself or one of its own children',
  },
  'sheet.jobRunning': { zh: '任务 {{jobId}} 已在进行', en: 'The job {{jobId}} is running already' },
  'sheet.untitled': { zh: '未命名', en: 'Untitled' },
  'sheet.baseScenario': { zh: '基准', en: 'Base' },
  'sheet.copyOf': { zh: '{{title}}（副本）', en: '{{title}} (copy)' },

  // --- names of edits in the undo menu and the history -------------------------------------
  'sheet.editCell': {
    zh: '{{lineZh}}（{{scenarioZh}}）：{{content}}',
    en: '{{lineEn}} ({{scenarioEn}}): {{content}}',
  },
  'sheet.editCellEmptied': { zh: '{{lineZh}}（{{scenarioZh}}）：清空', en: '{{lineEn}} ({{scenarioEn}}): emptied' },
  'sheet.editCells': { zh: '{{count}} 个单元格', en: '{{count}} cells' },
  'sheet.editPasted': { zh: '粘贴（{{count}} 个单元格）', en: 'Paste ({{count}} cells)' },
  'sheet.editSheet': { zh: '表的标题、说明或时间轴', en: 'Title, note or time axis of the sheet' },
  'sheet.editSheetField': { zh: '表的{{fieldZh}}', en: '{{fieldEn}} of the sheet' },
  'sheet.editLine': { zh: '行“{{lineZh}}”', en: 'Line {{lineEn}}' },
  'sheet.editField': { zh: '{{fieldZh}} {{beforeZh}} → {{afterZh}}', en: '{{fieldEn}} {{beforeEn}} → {{afterEn}}' },
  'sheet.editLineField': {
    zh: '{{fieldZh}} {{beforeZh}} → {{afterZh}}（{{lineZh}}）',
    en: '{{fieldEn}} {{beforeEn}} → {{afterEn}} ({{lineEn}})',
  },
  'sheet.editLineFields': { zh: '{{fieldsZh}}（{{lineZh}}）', en: '{{fieldsEn}} ({{lineEn}})' },
  'sheet.editSource': { zh: '修改出处（{{lineZh}}）', en: 'Source changed ({{lineEn}})' },
  'sheet.editSourceAdded': { zh: '新增出处（{{lineZh}}）', en: 'Source added ({{lineEn}})' },
  'sheet.editSourceRemoved': { zh: '移除出处（{{lineZh}}）', en: 'Source removed ({{lineEn}})' },
  'sheet.editLinesInserted': { zh: '插入 {{count}} 行', en: 'Lines inserted: {{count}}' },
  'sheet.editLinesDeleted': { zh: '删除 {{count}} 行（{{lineZh}}…）', en: 'Lines deleted: {{count}} ({{lineEn}}…)' },
  'sheet.editLinesDuplicated': {
    zh: '复制 {{count}} 行（{{lineZh}}…）',
    en: 'Lines duplicated: {{count}} ({{lineEn}}…)',
  },
  'sheet.editLinesMoved': { zh: '移动 {{count}} 行（{{lineZh}}…）', en: 'Lines moved: {{count}} ({{lineEn}}…)' },
  'sheet.editScenario': { zh: '情景“{{scenarioZh}}”', en: 'Scenario {{scenarioEn}}' },
  'sheet.editScenarioRenamed': {
    zh: '情景 {{beforeZh}} → {{scenarioZh}}',
    en: 'Scenario {{beforeEn}} → {{scenarioEn}}',
  },
  'sheet.editScenarioParent': {
    zh: '情景“{{scenarioZh}}”的上级 → {{parentZh}}',
    en: 'Parent of scenario {{scenarioEn}} → {{parentEn}}',
  },
  'sheet.editScenarioNote': { zh: '情景“{{scenarioZh}}”的说明', en: 'Note of scenario {{scenarioEn}}' },
  'sheet.editScenarioAdded': { zh: '新增情景“{{scenarioZh}}”', en: 'Scenario {{scenarioEn}} added' },
  'sheet.editScenarioDuplicated': { zh: '复制情景“{{scenarioZh}}”', en: 'Scenario {{scenarioEn}} duplicated' },
  'sheet.editScenarioMoved': { zh: '移动情景“{{scenarioZh}}”', en: 'Scenario {{scenarioEn}} moved' },
  'sheet.editScenarioDeleted': { zh: '删除情景“{{scenarioZh}}”', en: 'Scenario {{scenarioEn}} deleted' },
  'sheet.editUnitAdded': { zh: '新增单位“{{unit}}”', en: 'Unit {{unit}} added' },

  'sheet.fieldLabel': { zh: '显示名', en: 'Label' },
  'sheet.fieldName': { zh: '名称', en: 'Name' },
  'sheet.fieldUnit': { zh: '单位', en: 'Unit' },
  'sheet.fieldFormat': { zh: '数字格式', en: 'Number format' },
  'sheet.fieldNote': { zh: '备注', en: 'Note' },
  'sheet.fieldReported': { zh: '报告值', en: 'Reported value' },
  'sheet.fieldSources': { zh: '出处', en: 'Sources' },
  'sheet.fieldTitle': { zh: '表名', en: 'Title' },
  'sheet.fieldTimeAxis': { zh: '时间轴', en: 'Time axis' },
  'sheet.fieldEmpty': { zh: '（无）', en: '(none)' },
  'sheet.formatAutomatic': { zh: '自动', en: 'automatic' },
  'sheet.formatDecimals': { zh: '{{decimals}} 位小数', en: '{{decimals}} decimals' },
  'sheet.formatGrouped': { zh: '{{digitsZh}}、千位分隔', en: '{{digitsEn}} with separators' },

  // --- input that does not fit its schema --------------------------------------------------
  'sheet.inputType': { zh: '{{where}}：应为 {{expected}}', en: '{{where}}: should be of type {{expected}}' },
  'sheet.inputKey': { zh: '{{where}}：不认识的字段“{{key}}”', en: '{{where}}: there is no field “{{key}}”' },
  'sheet.inputSmall': {
    zh: '{{where}}：过短或过小，至少应为 {{minimum}}',
    en: '{{where}}: too short or too small, at least {{minimum}} is needed',
  },
  'sheet.inputBig': {
    zh: '{{where}}：过长或过大，最多为 {{maximum}}',
    en: '{{where}}: too long or too large, at most {{maximum}} is allowed',
  },
  'sheet.inputValue': { zh: '{{where}}：应为以下之一：{{values}}', en: '{{where}}: should be one of {{values}}' },
  'sheet.inputForm': { zh: '{{where}}：格式不正确', en: '{{where}}: is not in the right form' },

  // --- sheet files -------------------------------------------------------------------------
  'sheet.definitionOther': {
    zh: '这不是 Plumbline 的表文件：缺少 "plumbline": "sheet"。请选择由 Plumbline 导出的文件。',
    en: 'This is not a sheet file of Plumbline: "plumbline": "sheet" is missing. Choose a file that Plumbline has written.',
  },
  'sheet.definitionNewer': {
    zh: '该表文件由更新版本的 Plumbline 写成（格式 {{version}}）。请更新 Plumbline 后再打开。',
    en: 'This sheet file was written by a newer Plumbline (format {{version}}). Update Plumbline to open it.',
  },
  'sheet.definitionTruncated': {
    zh: '表文件不完整：在第 {{line}} 行第 {{column}} 列中断。请重新获取完整的文件。',
    en: 'The sheet file is incomplete: it breaks off at line {{line}}, column {{column}}. Get the whole file again.',
  },
  'sheet.definitionNotJson': {
    zh: '表文件不是正确的 JSON：第 {{line}} 行第 {{column}} 列有误。',
    en: 'The sheet file is not JSON: the mistake is at line {{line}}, column {{column}}.',
  },
  'sheet.definitionKeyTwice': {
    zh: '{{where}}：情景“{{value}}”重复',
    en: '{{where}}: the scenario “{{value}}” is there twice',
  },
  'sheet.definitionScenario': {
    zh: '{{where}}：没有情景“{{value}}”',
    en: '{{where}}: there is no scenario “{{value}}”',
  },
  'sheet.definitionLoop': {
    zh: '{{where}}：情景“{{value}}”成为了自己的上级',
    en: '{{where}}: the scenario “{{value}}” would be its own parent',
  },
  'sheet.definitionPeriod': {
    zh: '{{where}}：时间轴上没有“{{value}}”',
    en: '{{where}}: the time axis has no period “{{value}}”',
  },
} as const;
