/**
 * The two languages of the product, and text that exists in both.
 *
 * `LocalText` is what a user or a template wrote; either side may be empty, and `inLanguage` falls
 * back to the other. Texts of the program itself are messages (messages.ts).
 */
import { z } from 'zod';

export const languageSchema = z.enum(['zh', 'en']);
export type Language = z.infer<typeof languageSchema>;

export const localTextSchema = z.object({ zh: z.string().max(10_000), en: z.string().max(10_000) });
export type LocalText = z.infer<typeof localTextSchema>;

/** The text in `language`, or in the other one where that is empty. */
export function inLanguage(text: LocalText, language: Language): string {
  return text[language] || text[language === 'zh' ? 'en' : 'zh'];
}

/** The same text for both languages: what a user typed once. */
export function sameInBoth(text: string): LocalText {
  return { zh: text, en: text };
}
