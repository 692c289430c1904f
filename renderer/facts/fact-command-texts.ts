/** Texts of the commands that concern facts; apart from the rest, for they are there from the start. */
export const factCommandTexts = {
  newFact: { zh: '新增事实…', en: 'New fact…' },
  newSource: { zh: '新增来源…', en: 'New source…' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  undone: { zh: '已撤销：{{label}}', en: 'Undone: {{label}}' },
  redone: { zh: '已重做：{{label}}', en: 'Redone: {{label}}' },
  nothingToUndo: { zh: '没有可撤销的修改', en: 'Nothing to undo' },
  nothingToRedo: { zh: '没有可重做的修改', en: 'Nothing to redo' },
  undoFacts: { zh: '撤销对事实的修改', en: 'Undo the edit of facts' },
  redoFacts: { zh: '重做对事实的修改', en: 'Redo the edit of facts' },
} as const;
