/**
 * Words as the search knows them, the same for what is found and for what is asked.
 *
 * Text is folded (full-width, case) and cut into pieces: `GPT-4o`, `gpt4o` and `ＧＰＴ 4o` are `gpt` and `4o`;
 * `Llama3.1` is `llama` and `3.1`; a run of Chinese is one piece. The index holds Latin pieces as they are and
 * Chinese as overlapping pairs of characters, so that words of any length are found without a dictionary.
 */

export type Piece = {
  text: string;
  isChinese: boolean;
  /** Being typed still: what begins with it is meant as well. */
  isPrefix: boolean;
};

const CHINESE = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ー';
const LATIN = `(?:(?![${CHINESE}])[\\p{L}\\p{M}\\p{N}])`;
const RUN = new RegExp(`[${CHINESE}]+|${LATIN}+(?:\\.\\p{N}${LATIN}*)*`, 'gu');
const IS_CHINESE = new RegExp(`^[${CHINESE}]`, 'u');
/** Between `llama` and `3.1`, not within `h100` or `405b`. */
const BEFORE_DIGITS = /(?<=\p{L}{2})(?=\p{N})/u;
const THOUSANDS = /(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))/gu;
/** More words than anybody asks for. */
const PIECES_AT_MOST = 24;

/** Without case and width, and without separators of thousands. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(THOUSANDS, '');
}

/** The words under which a text is found. */
export function indexWords(text: string): string[] {
  return piecesOf(text).flatMap((piece) => (IS_CHINESE.test(piece) ? pairsAndLast(piece) : [piece]));
}

/** What is asked for; every piece must be found. The last one may be unfinished. */
export function queryPieces(query: string): Piece[] {
  const pieces = piecesOf(query).slice(0, PIECES_AT_MOST);
  const isOpen = !/\s$/u.test(query);
  return pieces.map((text, at) => {
    const isChinese = IS_CHINESE.test(text);
    const isPrefix = isChinese ? [...text].length === 1 : isOpen && at === pieces.length - 1;
    return { text, isChinese, isPrefix };
  });
}

/** The same with each run of Chinese cut into words, for names that are typed without blanks between them. */
export function loosePieces(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) => (piece.isChinese ? chinesePieces(piece) : [piece]));
}

function chinesePieces(piece: Piece): Piece[] {
  const words: string[] = [];
  // Characters that the dictionary leaves alone are one name together, or begin or end the word beside them.
  let loose = '';
  for (const { segment } of chineseWords.segment(piece.text)) {
    if (PARTICLES.has(segment)) {
      if (loose !== '') words.push(loose);
      loose = '';
    } else if ([...segment].length === 1) {
      loose += segment;
    } else if ([...loose].length > 1) {
      words.push(loose, segment);
      loose = '';
    } else {
      words.push(loose + segment);
      loose = '';
    }
  }
  if ([...loose].length === 1 && words.length > 0) words.push(words.pop() + loose);
  else if (loose !== '') words.push(loose);
  if (words.length === 0) return [piece];
  return words.map((text) => ({ ...piece, text, isPrefix: [...text].length === 1 }));
}

const chineseWords = new Intl.Segmenter('zh', { granularity: 'word' });
/** Between names; nothing is found by them. */
const PARTICLES = new Set('的了和与及或在是对从为之于');

/** The words of the index that a piece consists of. */
export function wordsOfPiece({ text, isChinese }: Piece): string[] {
  return isChinese && [...text].length > 1 ? pairsOf([...text]) : [text];
}

/** Equal for names that differ only in case, width and what stands between the words. */
export function exactKey(pieces: readonly string[]): string {
  return pieces.join('_');
}

/** The pieces of a text, in its order. */
export function piecesOf(text: string): string[] {
  return (foldForSearch(text).match(RUN) ?? []).flatMap((run) =>
    IS_CHINESE.test(run) ? [run] : run.split(BEFORE_DIGITS),
  );
}

function pairsAndLast(run: string): string[] {
  const characters = [...run];
  return [...pairsOf(characters), characters[characters.length - 1]];
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, at) => characters[at] + character);
}
