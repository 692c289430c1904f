/**
 * Whether texts contain what a query asks for. The index finds pairs of characters, which may stand apart, and
 * names that a thing no longer has: what is shown is read once more as it stands.
 */
import { foldForSearch, type Piece, piecesOf } from '../../shared/search-words.ts';

/** A test of the texts of one hit. */
export function wordTest(pieces: readonly Piece[]): (texts: readonly string[]) => boolean {
  return (texts) => {
    const text = texts.join('\n');
    const folded = foldForSearch(text);
    const words = piecesOf(text);
    return pieces.every(({ text: wanted, isChinese, isPrefix }) =>
      isChinese
        ? folded.includes(wanted)
        : words.some((word) => (isPrefix ? word.startsWith(wanted) : word === wanted)),
    );
  };
}
