/** The language in which the program speaks before it knows the user's preference: the system's. */
import type { Language } from '../shared/language.ts';

export function systemLanguage(locale = Intl.DateTimeFormat().resolvedOptions().locale): Language {
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
