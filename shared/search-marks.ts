/** Where a text contains what was searched for: `markWords('GPT-4o 价格', 'gpt')` → `GPT` found, the rest not. */
import { loosePieces, queryPieces } from './search-words.ts';

export type MarkedText = { text: string; isFound: boolean };

/** The text in parts, in its order; parts side by side differ in `isFound`. */
export function markWords(text: string, query: string): MarkedText[] {
  const found = new Array<boolean>(text.length).fill(false);
  const { folded, origin } = foldWithOrigin(text);
  const whole = queryPieces(query);
  const pieces = whole.flatMap((piece) => (folded.includes(piece.text) ? [piece] : loosePieces([piece])));
  for (const piece of pieces) {
    for (let at = folded.indexOf(piece.text); at >= 0; at = folded.indexOf(piece.text, at + 1)) {
      const end = at + piece.text.length;
      if (!piece.isChinese && isInsideWord(folded, at)) continue;
      if (!piece.isChinese && !piece.isPrefix && isInsideWord(folded, end)) continue;
      found.fill(true, origin[at], origin[end]);
    }
  }
  const parts: MarkedText[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = parts.at(-1);
    if (last?.isFound === found[at]) last.text += text[at];
    else parts.push({ text: text[at], isFound: found[at] });
  }
  return parts;
}

/** The text folded character by character, and where in it each character of the folded one came from. */
function foldWithOrigin(text: string): { folded: string; origin: number[] } {
  let folded = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    const each = character.normalize('NFKC').toLowerCase();
    for (let index = 0; index < each.length; index += 1) origin.push(at);
    folded += each;
    at += character.length;
  }
  origin.push(at);
  return { folded, origin };
}

/** Whether a word goes on across `at`: `gpt4` may be cut before the 4, `mmlu` nowhere. */
export function isInsideWord(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 1), at + 1);
  return /^(\p{L}\p{L}|\p{N}\p{N}|\p{N}\p{L})$/u.test(around) && !/[\p{sc=Han}]/u.test(around);
}
