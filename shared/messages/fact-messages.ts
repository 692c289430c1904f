/** What the handlers of facts say: refusals, and the names of edits in the history. */
export const factMessages = {
  'fact.notFound': { zh: '没有编号为 {{factId}} 的事实', en: 'There is no fact {{factId}}' },
  'fact.sourceNotFound': { zh: '没有编号为 {{sourceId}} 的来源', en: 'There is no source {{sourceId}}' },
  'fact.exhibitNotFound': { zh: '没有编号为 {{exhibitId}} 的图表', en: 'There is no exhibit {{exhibitId}}' },
  'fact.entityNotFound': { zh: '没有编号为 {{entityId}} 的主体或指标', en: 'There is no entity {{entityId}}' },
} as const;
