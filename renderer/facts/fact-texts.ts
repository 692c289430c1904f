/** Texts of facts wherever they are shown: marks, the panel, the forms. */
export const factTexts = {
  'mark-conflict': { zh: '有冲突', en: 'in conflict' },
  'mark-conflict-hint': { zh: '另有来源给出不同的数', en: 'Another figure for the same thing disagrees' },
  'mark-chosen': { zh: '已选用', en: 'chosen' },
  'mark-chosen-hint': { zh: '有冲突，您选用了这一个', en: 'In conflict: you chose this one' },
  'mark-passed-over': { zh: '未选用', en: 'passed over' },
  'mark-passed-over-hint': { zh: '有冲突，您选用了另一个', en: 'In conflict: you chose another one' },
  'mark-corrected': { zh: '已更正', en: 'corrected' },
  'mark-corrected-hint': {
    zh: '原文有误：保留原文数字，使用更正值',
    en: 'Misprinted: the printed figure is kept, the corrected one is used',
  },
  'mark-changed': { zh: '您改过', en: 'changed by you' },
  'mark-changed-hint': {
    zh: '您修改了随附的事实，可随时还原',
    en: 'You changed what came with the program; it can be reset',
  },
  'mark-own': { zh: '自有', en: 'your own' },
  'mark-own-hint': { zh: '您自己添加的事实', en: 'A fact that you added' },
  'mark-retired': { zh: '已停用', en: 'retired' },
  'mark-retired-hint': {
    zh: '您停用了它：不参与计算与比较',
    en: 'Taken out of use by you: not calculated or compared with',
  },
  newFact: { zh: '新增事实…', en: 'New fact…' },
  newSource: { zh: '新增来源…', en: 'New source…' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  undone: { zh: '已撤销：{{label}}', en: 'Undone: {{label}}' },
  redone: { zh: '已重做：{{label}}', en: 'Redone: {{label}}' },
  nothingToUndo: { zh: '没有可撤销的修改', en: 'Nothing to undo' },
  nothingToRedo: { zh: '没有可重做的修改', en: 'Nothing to redo' },
} as const;
