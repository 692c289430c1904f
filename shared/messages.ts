/**
 * Every sentence that the program itself says, in Chinese and English side by side.
 *
 * A message travels as `{ key, params }` (in an error value, an AppError, the history) and becomes
 * text only where a person reads it: `formatMessage(message, language)`. Catalogues lie in
 * messages/, one per area; a missing translation does not compile.
 */
import { z } from 'zod';
import type { Language } from './language.ts';
import { barMessages } from './messages/bar-messages.ts';
import { chartMessages } from './messages/chart-messages.ts';
import { cliMessages } from './messages/cli-messages.ts';
import { engineMessages } from './messages/engine-messages.ts';
import { excelMessages } from './messages/excel-messages.ts';
import { factMessages } from './messages/fact-messages.ts';
import { hostMessages } from './messages/host-messages.ts';
import { importMessages } from './messages/import-messages.ts';
import { noteMessages } from './messages/note-messages.ts';
import { ratingMessages } from './messages/rating-messages.ts';
import { seriesMessages } from './messages/series-messages.ts';
import { sheetMessages } from './messages/sheet-messages.ts';
import { storeMessages } from './messages/store-messages.ts';
import { thesisMessages } from './messages/thesis-messages.ts';
import { vaultMessages } from './messages/vault-messages.ts';
import { watchlistMessages } from './messages/watchlist-messages.ts';

/** A sentence in both languages; `{{name}}` stands for a parameter. */
export type Sentence = { zh: string; en: string };

const catalogue = {
  ...barMessages,
  ...chartMessages,
  ...cliMessages,
  ...engineMessages,
  ...excelMessages,
  ...factMessages,
  ...hostMessages,
  ...importMessages,
  ...noteMessages,
  ...ratingMessages,
  ...seriesMessages,
  ...sheetMessages,
  ...storeMessages,
  ...thesisMessages,
  ...vaultMessages,
  ...watchlistMessages,
};

export type MessageKey = keyof typeof catalogue;
export type MessageParams = Record<string, string | number>;
export type Message = { key: MessageKey; params: MessageParams };

export const messageSchema = z.custom<Message>(
  (value) =>
    typeof value === 'object' && value !== null && 'key' in value && Object.hasOwn(catalogue, String(value.key)),
);

export function message(key: MessageKey, params: MessageParams = {}): Message {
  return { key, params };
}

/** The message as a sentence in `language`. */
export function formatMessage({ key, params }: Message, language: Language): string {
  return fillIn(catalogue[key][language], params);
}

/** Puts `params` into the `{{name}}` places of `sentence`. */
export function fillIn(sentence: string, params: MessageParams): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (place, name) => String(params[name] ?? place));
}
