/**
 * Texts of the user interface: each feature keeps its own catalogue of sentences in both languages
 * and reads it with `const t = useTexts(homeTexts)`, then `t('newSheet')` or `t('lines', { count })`.
 *
 * Sentences that the workbench says (failures, cell errors, history) are messages in shared/;
 * `useMessageText` turns those into text.
 */
import { useCallback } from 'react';
import { inLanguage, type Language, type LocalText } from '../shared/language.ts';
import { fillIn, formatMessage, type Message, type MessageParams, type Sentence } from '../shared/messages.ts';
import { settingIn } from '../shared/setting-words.ts';
import { usePreferences } from './shell/preferences.ts';

export type Texts = Record<string, Sentence>;

/** The language in which the program speaks now. */
export function useLanguage(): Language {
  return usePreferences((state) => state.language);
}

/** A function from keys of `texts` to sentences in the user's language. */
export function useTexts<T extends Texts>(texts: T): (key: keyof T, params?: MessageParams) => string {
  const language = useLanguage();
  return useCallback((key, params = {}) => fillIn(texts[key][language], params), [texts, language]);
}

/** A function from text that exists in both languages to the one that the user reads. */
export function useLocalText(): (text: LocalText) => string {
  const language = useLanguage();
  return useCallback((text) => inLanguage(text, language), [language]);
}

/** A function from settings of facts to the words for them that the user reads. */
export function useSettingText(): (setting: string) => string {
  const language = useLanguage();
  return useCallback((setting) => settingIn(setting, language), [language]);
}

/** A function from messages of the workbench to sentences. */
export function useMessageText(): (message: Message) => string {
  const language = useLanguage();
  return useCallback((message) => formatMessage(message, language), [language]);
}
