/**
 * Names of lines: when two are the same, and which may be given.
 */
import { type Message, message } from '../messages.ts';
import { foldText, nameCharacterLength } from './characters.ts';

const MAX_NAME_LENGTH = 255;
/** Names that are their own key: of capitals, digits and Chinese characters. */
const IS_KEY = /^[\x20-\x60\x7b-\x7e\u4e00-\u9fff]*$/;
const NEEDS_NORMALISING = /[^\x20-\x7e\u4e00-\u9fff]/;

/** Two names are the same line's when their keys are equal: regardless of case, width and Unicode composition. */
export function nameKey(name: string): string {
  if (IS_KEY.test(name)) return name;
  if (!NEEDS_NORMALISING.test(name)) return name.toUpperCase();
  return foldText(name.normalize('NFC')).toUpperCase().normalize('NFC');
}

/** What is wrong with `name` as the name of a line; null where nothing is. */
export function checkName(name: string): Message | null {
  if (name === '') return message('engine.nameEmpty');
  if (name.length > MAX_NAME_LENGTH) return message('engine.nameTooLong', { limit: MAX_NAME_LENGTH });
  const key = nameKey(name);
  if (key === 'TRUE' || key === 'FALSE') return message('engine.nameReserved', { name });
  for (let at = 0; at < name.length; ) {
    const length = nameCharacterLength(name, at, at === 0);
    if (length === 0) {
      const character = String.fromCodePoint(name.codePointAt(at) ?? 0);
      const canFollow = at === 0 && nameCharacterLength(name, at, false) > 0;
      return message(canFollow ? 'engine.nameBeginsWith' : 'engine.nameCharacter', { name, character });
    }
    at += length;
  }
  return null;
}
