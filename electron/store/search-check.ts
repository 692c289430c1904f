/** Whether texts contain what the index can only say approximately: Chinese words of three characters and more. */
import { foldForSearch, type Piece } from '../../shared/search-words.ts';

/** A test of the texts of one hit; null where the index alone is exact. */
export function wordTest(pieces: readonly Piece[]): ((texts: readonly string[]) => boolean) | null {
  const long = pieces.filter(({ text, isChinese }) => isChinese && [...text].length > 2).map(({ text }) => text);
  if (long.length === 0) return null;
  return (texts) => {
    const folded = foldForSearch(texts.join('\n'));
    return long.every((word) => folded.includes(word));
  };
}
