/** What the workbench says of securities and the lists that they stand in. */
export const watchlistMessages = {
  'watchlist.securityNotFound': {
    zh: '没有证券 {{securityId}}，可能已被删除。',
    en: 'There is no security {{securityId}}; it may have been deleted.',
  },
  'watchlist.listNotFound': {
    zh: '没有自选列表 {{listId}}，可能已被删除。',
    en: 'There is no list {{listId}}; it may have been deleted.',
  },
  'watchlist.groupNotFound': {
    zh: '该分组不存在，可能已被删除。',
    en: 'This group does not exist; it may have been deleted.',
  },
  'watchlist.entryNotFound': {
    zh: '该证券不在这个分组里，可能已被移走。',
    en: 'The security does not stand in this group; it may have been moved.',
  },
  'watchlist.viewNotFound': { zh: '该视图不存在。', en: 'There is no such view.' },
  'watchlist.nameEmpty': { zh: '证券要有名称，中文或英文。', en: 'A security needs a name, in Chinese or English.' },
  'watchlist.titleEmpty': { zh: '名称不能为空。', en: 'A name is needed.' },
  'watchlist.codeTaken': {
    zh: '代码 {{code}} 在这个交易所已属于“{{otherZh}}”。',
    en: 'On this exchange the code {{code}} is that of “{{otherEn}}”.',
  },
  'watchlist.listBundled': {
    zh: '“{{titleZh}}”是报告里的列表，不能改动。先复制一份，再在副本里修改。',
    en: '“{{titleEn}}” is a report’s list and stays as it is. Make a copy of it and change that.',
  },
  'watchlist.nothingToReset': {
    zh: '“{{nameZh}}”是自建的证券，没有可还原的原始内容。可以撤销修改。',
    en: '“{{nameEn}}” is a security of your own: there is nothing to reset it to. Undo your change.',
  },
  'watchlist.securityBundled': {
    zh: '“{{nameZh}}”随程序提供，不能删除。',
    en: '“{{nameEn}}” comes with the program and cannot be deleted.',
  },
  'watchlist.usedBy.list': {
    zh: '“{{nameZh}}”还在自选列表里。先从各列表移出，再删除。',
    en: '“{{nameEn}}” still stands in lists. Remove it from them first.',
  },
  'watchlist.usedBy.bars': {
    zh: '“{{nameZh}}”有已导入的行情。先撤销那次导入，再删除。',
    en: '“{{nameEn}}” has imported prices. Withdraw their import first.',
  },
  'watchlist.usedBy.rating': {
    zh: '“{{nameZh}}”有评级记录。先删除评级，再删除证券。',
    en: '“{{nameEn}}” has ratings. Delete them first.',
  },
  'watchlist.usedBy.benchmark': {
    zh: '“{{nameZh}}”被选为某个评级体系的基准。先改选别的指数，再删除。',
    en: '“{{nameEn}}” was chosen as the benchmark of a rating scale. Choose another index first.',
  },
  'watchlist.groupIntoItself': {
    zh: '分组“{{titleZh}}”不能移到它自己里面。',
    en: 'The group “{{titleEn}}” cannot be moved into itself.',
  },
  'watchlist.groupTooDeep': {
    zh: '分组最多 {{depth}} 层。',
    en: 'Groups can lie in each other {{depth}} deep at most.',
  },
  'watchlist.stepImpossible': {
    zh: '无法撤销或重做：所需的证券已不存在，或后来有了行情、评级。',
    en: 'This cannot be undone or redone: a security that it needs is gone, or has prices or ratings by now.',
  },
  'watchlist.lineAgain': {
    zh: '与第 {{before}} 行是同一只证券。',
    en: 'This is the security of line {{before}} again.',
  },
  'watchlist.lineAmbiguous': {
    zh: '“{{text}}”对应多只证券：{{candidates}}。请写上交易所，如 688111.SH。',
    en: '“{{text}}” is more than one security: {{candidates}}. Add the exchange, as in 688111.SH.',
  },
  'watchlist.lineExchange': {
    zh: '看不出代码 {{code}} 属于哪个交易所。请写成 {{code}}.BJ 这样。',
    en: 'The exchange of the code {{code}} cannot be told. Write it like {{code}}.BJ.',
  },
  'watchlist.lineWithoutName': {
    zh: '没有代码 {{code}}.{{exchange}} 的证券。在代码后面写上名称，就会新建一只。',
    en: 'There is no security {{code}}.{{exchange}}. With a name behind the code, it will be made.',
  },
  'watchlist.lineDiffers': {
    zh: '{{id}} 是“{{knownZh}}”，不是“{{name}}”。请核对代码和名称。',
    en: '{{id}} is “{{knownEn}}”, not “{{name}}”. Check the code and the name.',
  },
  'watchlist.lineUnknown': {
    zh: '没有证券叫“{{name}}”。请核对；确实要新建（没有代码）就勾选此行。',
    en: 'No security is called “{{name}}”. Check it; tick the line to make one without a code.',
  },
  'watchlist.editSecurityAdded': { zh: '新建证券 {{nameZh}}', en: 'Add {{nameEn}}' },
  'watchlist.editSecurity': { zh: '修改证券 {{nameZh}}', en: 'Change {{nameEn}}' },
  'watchlist.editSecurityReset': { zh: '还原证券 {{nameZh}}', en: 'Reset {{nameEn}}' },
  'watchlist.editSecurityDeleted': { zh: '删除证券 {{nameZh}}', en: 'Delete {{nameEn}}' },
  'watchlist.editTags': { zh: '修改 {{nameZh}} 的标签', en: 'Change the tags of {{nameEn}}' },
  'watchlist.editTagsSeveral': { zh: '修改 {{count}} 只证券的标签', en: 'Change the tags of {{count}} securities' },
  'watchlist.editListAdded': { zh: '新建列表 {{titleZh}}', en: 'Add the list {{titleEn}}' },
  'watchlist.editList': { zh: '修改列表 {{titleZh}}', en: 'Change the list {{titleEn}}' },
  'watchlist.editListDeleted': { zh: '删除列表 {{titleZh}}', en: 'Delete the list {{titleEn}}' },
  'watchlist.editGroupAdded': { zh: '新建分组 {{titleZh}}', en: 'Add the group {{titleEn}}' },
  'watchlist.editGroup': { zh: '分组改名为 {{titleZh}}', en: 'Rename the group to {{titleEn}}' },
  'watchlist.editGroupMoved': { zh: '移动分组 {{titleZh}}', en: 'Move the group {{titleEn}}' },
  'watchlist.editGroupDeleted': { zh: '解散分组 {{titleZh}}', en: 'Dissolve the group {{titleEn}}' },
  'watchlist.editEntryAdded': { zh: '把 {{nameZh}} 加入 {{listZh}}', en: 'Add {{nameEn}} to {{listEn}}' },
  'watchlist.editEntriesAdded': {
    zh: '把 {{count}} 只证券加入 {{listZh}}',
    en: 'Add {{count}} securities to {{listEn}}',
  },
  'watchlist.editEntryMoved': { zh: '移动 {{nameZh}}', en: 'Move {{nameEn}}' },
  'watchlist.editEntriesMoved': { zh: '移动 {{count}} 只证券', en: 'Move {{count}} securities' },
  'watchlist.editEntryRemoved': { zh: '移出 {{nameZh}}', en: 'Remove {{nameEn}}' },
  'watchlist.editEntriesRemoved': { zh: '移出 {{count}} 只证券', en: 'Remove {{count}} securities' },
};
