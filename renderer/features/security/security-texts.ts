/** Texts of a security's page. */
export const securityTexts = {
  notThere: {
    zh: '没有证券 {{securityId}}，可能已被删除。',
    en: 'There is no security {{securityId}}; it may have been deleted.',
  },
  factsAbout: { zh: '有关的全部事实', en: 'All facts about it' },
} as const;
