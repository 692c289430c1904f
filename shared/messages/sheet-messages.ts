/** What the handlers of sheets say: refusals, and the names of edits in the history. */
export const sheetMessages = {
  'sheet.notFound': { zh: '没有编号为 {{sheetId}} 的表', en: 'There is no sheet {{sheetId}}' },

  // --- input that does not fit its schema --------------------------------------------------
  'sheet.inputType': { zh: '{{where}}：应为 {{expected}}', en: '{{where}}: should be of type {{expected}}' },
  'sheet.inputKey': { zh: '{{where}}：不认识的字段“{{key}}”', en: '{{where}}: there is no field “{{key}}”' },
  'sheet.inputSmall': { zh: '{{where}}：过短或过小，至少应为 {{minimum}}', en: '{{where}}: too short or too small, at least {{minimum}} is needed' },
  'sheet.inputBig': { zh: '{{where}}：过长或过大，最多为 {{maximum}}', en: '{{where}}: too long or too large, at most {{maximum}} is allowed' },
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
  'sheet.definitionKeyTwice': { zh: '{{where}}：情景“{{value}}”重复', en: '{{where}}: the scenario “{{value}}” is there twice' },
  'sheet.definitionScenario': { zh: '{{where}}：没有情景“{{value}}”', en: '{{where}}: there is no scenario “{{value}}”' },
  'sheet.definitionLoop': {
    zh: '{{where}}：情景“{{value}}”成为了自己的上级',
    en: '{{where}}: the scenario “{{value}}” would be its own parent',
  },
  'sheet.definitionPeriod': {
    zh: '{{where}}：时间轴上没有“{{value}}”',
    en: '{{where}}: the time axis has no period “{{value}}”',
  },
} as const;
