/** What the handlers of facts say: refusals, and the names of edits in the history. */
export const factMessages = {
  'fact.notFound': { zh: '没有编号为 {{factId}} 的事实', en: 'There is no fact {{factId}}' },
  'fact.sourceNotFound': { zh: '没有编号为 {{sourceId}} 的来源', en: 'There is no source {{sourceId}}' },
  'fact.exhibitNotFound': { zh: '没有编号为 {{exhibitId}} 的图表', en: 'There is no exhibit {{exhibitId}}' },
  'fact.entityNotFound': { zh: '没有编号为 {{entityId}} 的主体或指标', en: 'There is no entity {{entityId}}' },

  // --- facts as a person writes them -------------------------------------------------------
  'fact.empty': {
    zh: '事实既没有数值也没有文字。请填写其中之一。',
    en: 'The fact has neither a value nor a text. Give it one of them.',
  },
  'fact.correctionEmpty': {
    zh: '更正值是空的。请填写正确的数值或文字，或取消更正。',
    en: 'The correction is empty. Give the right value or text, or take the correction away.',
  },
  'fact.correctionWithoutReason': {
    zh: '更正没有写明理由。请说明为什么原文有误。',
    en: 'The correction has no reason. Say how it is known that the source is wrong.',
  },
  'fact.noDate': {
    zh: '“{{date}}”不是存在的日期。写法如 2024、2024Q1、2024-07 或 2024-07-19。',
    en: '{{date}} is no date that exists. Write it like 2024, 2024Q1, 2024-07 or 2024-07-19.',
  },
  'fact.unitDoesNotFit': {
    zh: '单位 {{unit}} 不能用于“{{metricZh}}”：该指标以 {{metricUnit}} 计。请换一个单位，或另选指标。',
    en: '{{unit}} is no unit for {{metricEn}}, which is measured in {{metricUnit}}. Use another unit, or another metric.',
  },
  'fact.unitMissing': {
    zh: '“{{metricZh}}”的数值需要单位，例如 {{metricUnit}}。',
    en: 'A value of {{metricEn}} needs a unit, such as {{metricUnit}}.',
  },
  'fact.noMetric': {
    zh: '“{{nameZh}}”不是指标。请选择评测基准或指标，或换一个新名称。',
    en: '{{nameEn}} is not something that is measured. Choose a benchmark or measure, or give a new name.',
  },
  'fact.nameEmpty': { zh: '名称是空的。请填写名称。', en: 'The name is empty. Give it a name.' },
  'fact.nameOfTwo': {
    zh: '“{{name}}”既可指“{{firstZh}}”（{{firstId}}），也可指“{{secondZh}}”（{{secondId}}）。请改用括号中的编号。',
    en: '{{name}} is a name of {{firstEn}} ({{firstId}}) and of {{secondEn}} ({{secondId}}). Use the id in brackets instead.',
  },
  'fact.idTaken': {
    zh: '编号 {{factId}} 已被使用过。请换一个编号，或留空由程序给出。',
    en: 'The id {{factId}} was used already. Choose another one, or leave it empty to be given one.',
  },
  'fact.nothingToReset': {
    zh: '{{factId}} 是自建的事实，没有可恢复的原始内容。可以停用它，或撤销修改。',
    en: '{{factId}} is a fact of your own: there is nothing to reset it to. Retire it, or undo your change.',
  },
  'fact.gone': {
    zh: '{{factId}} 已不再随程序提供，不能重新启用。可以用它的内容新建一条事实。',
    en: '{{factId}} no longer comes with the program and cannot be taken into use again. You can add a fact of your own with what it says.',
  },
  'fact.stepImpossible': {
    zh: '此步骤无法执行：所需的来源或主体已随程序更新而移除。',
    en: 'This step cannot be done: a source or entity that it needs went with an update of the program.',
  },

  // --- sources, entities, conflicts --------------------------------------------------------
  'fact.sourceBundled': {
    zh: '来源 {{sourceId}} 随程序提供，不能修改或删除；可以填写您的文件位置。',
    en: 'The source {{sourceId}} comes with the program and cannot be changed or deleted; you can link your own file to it.',
  },
  'fact.sourceInUse': {
    zh: '不能删除来源“{{title}}”：有 {{facts}} 条事实、{{lines}} 个表中的行和 {{ratings}} 条评级引用它。请先移除这些引用。',
    en: 'The source {{title}} cannot be deleted: {{facts}} facts, {{lines}} lines of sheets and {{ratings}} ratings refer to it. Remove those first.',
  },
  'fact.entityBundled': {
    zh: '“{{nameZh}}”随程序提供，不能修改；可以为它添加别名。',
    en: '{{nameEn}} comes with the program and cannot be changed; you can give it further names.',
  },
  'fact.nameTaken': {
    zh: '“{{name}}”已是“{{otherZh}}”（{{entityId}}）的名称。同类事物的名称不能重复。',
    en: '{{name}} is a name of {{otherEn}} ({{entityId}}) already. Two things of one kind cannot share a name.',
  },
  'fact.noConflict': {
    zh: '这里已没有分歧：相关的事实现在一致，或已停用。',
    en: 'There is no conflict here any more: the facts agree now, or are retired.',
  },
  'fact.notInConflict': {
    zh: '事实 {{factId}} 不在这个分歧中。请选择列出的事实之一。',
    en: 'The fact {{factId}} is not part of this conflict. Choose one of those listed.',
  },

  // --- names of edits in the undo menu and the history -------------------------------------
  'fact.editAdded': { zh: '新增事实（{{nameZh}}）', en: 'Fact added ({{nameEn}})' },
  'fact.editFigure': { zh: '{{nameZh}}：{{from}} → {{to}}', en: '{{nameEn}}: {{from}} → {{to}}' },
  'fact.editFields': { zh: '修改{{fieldsZh}}（{{nameZh}}）', en: '{{fieldsEn}} changed ({{nameEn}})' },
  'fact.editReset': { zh: '恢复原始内容（{{nameZh}}）', en: 'Reset ({{nameEn}})' },
  'fact.editRetired': { zh: '停用（{{nameZh}}）', en: 'Retired ({{nameEn}})' },
  'fact.editRetiredSeveral': {
    zh: '停用 {{count}} 条事实（{{nameZh}}…）',
    en: '{{count}} facts retired ({{nameEn}}…)',
  },
  'fact.editRestored': { zh: '重新启用（{{nameZh}}）', en: 'Back in use ({{nameEn}})' },
  'fact.editRestoredSeveral': {
    zh: '重新启用 {{count}} 条事实（{{nameZh}}…）',
    en: '{{count}} facts back in use ({{nameEn}}…)',
  },
  'fact.editChosen': { zh: '采用 {{figure}}（{{nameZh}}）', en: '{{figure}} chosen ({{nameEn}})' },
  'fact.editChosenSeveral': {
    zh: '在 {{count}} 处分歧中选用一方（{{nameZh}}…）',
    en: '{{count}} conflicts decided ({{nameEn}}…)',
  },
  'fact.editChoiceDropped': { zh: '取消采用（{{nameZh}}）', en: 'Choice taken back ({{nameEn}})' },
  'fact.editSourceAdded': { zh: '新增来源“{{title}}”', en: 'Source added: {{title}}' },
  'fact.editSource': { zh: '修改来源“{{title}}”', en: 'Source changed: {{title}}' },
  'fact.editSourceLink': { zh: '文件位置（{{title}}）', en: 'Link to the file of {{title}}' },
  'fact.editSourceDeleted': { zh: '删除来源“{{title}}”', en: 'Source deleted: {{title}}' },
  'fact.editEntityAdded': { zh: '新增“{{nameZh}}”', en: '{{nameEn}} added' },
  'fact.editEntity': { zh: '修改“{{nameZh}}”', en: '{{nameEn}} changed' },
  'fact.editAliases': { zh: '“{{nameZh}}”的别名', en: 'Names of {{nameEn}}' },

  'fact.fieldSubject': { zh: '主体', en: 'Subject' },
  'fact.fieldMetric': { zh: '指标', en: 'Metric' },
  'fact.fieldSetting': { zh: '条件', en: 'Setting' },
  'fact.fieldValue': { zh: '数值', en: 'Value' },
  'fact.fieldText': { zh: '文字', en: 'Text' },
  'fact.fieldUnit': { zh: '单位', en: 'Unit' },
  'fact.fieldQualifier': { zh: '限定', en: 'Qualifier' },
  'fact.fieldDate': { zh: '日期', en: 'Date' },
  'fact.fieldConfidence': { zh: '可信度', en: 'Confidence' },
  'fact.fieldNote': { zh: '备注', en: 'Note' },
  'fact.fieldCorrection': { zh: '更正', en: 'Correction' },
} as const;
