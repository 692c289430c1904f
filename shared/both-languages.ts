/**
 * A message holds plain parameters; where one of them is itself a text in two languages, it goes in as
 * two, and each language's sentence says its own:
 *
 *     message('sheet.editScenario', inBoth('scenario', scenario.name))   // {{scenarioZh}}, {{scenarioEn}}
 */
import type { LocalText } from './language.ts';
import { formatMessage, type Message, type MessageParams } from './messages.ts';

export function inBoth(name: string, said: LocalText | Message): MessageParams {
  const text = 'key' in said ? textOf(said) : said;
  return { [`${name}Zh`]: text.zh || text.en, [`${name}En`]: text.en || text.zh };
}

export function textOf(said: Message): LocalText {
  return { zh: formatMessage(said, 'zh'), en: formatMessage(said, 'en') };
}
