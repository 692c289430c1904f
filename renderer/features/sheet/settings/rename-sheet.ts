/** Renames the open sheet in the language of its user; in both, where the title was typed once for both. */
import { type Language, type LocalText, sameInBoth } from '../../../../shared/language.ts';
import { updateSheet } from '../sheet-actions.ts';

export function renameSheet(title: LocalText, text: string, language: Language) {
  const trimmed = text.trim();
  return updateSheet({ title: title.zh === title.en ? sameInBoth(trimmed) : { ...title, [language]: trimmed } });
}
