/**
 * Search over the texts of notes, in memory only: a scan for the words over folded texts.
 *
 *     const found = new NoteSearch(vault);
 *     found.search('豆包 dau', { limit: 50, isInTrash: false });
 *
 * A folded text is kept for each note as the vault holds it, and goes with it: an edited note is another object,
 * and a locked vault holds none. Folding all of them when the vault opens is what the search needs of an index.
 */
import { bodyOf, wordsOf } from '../../shared/note-text.ts';
import type { Note } from '../../shared/notes.ts';
import { isInsideWord } from '../../shared/search-marks.ts';
import { foldForSearch, loosePieces, type Piece, queryPieces } from '../../shared/search-words.ts';
import type { Vault } from './vault.ts';

export type FoundNote = { note: Note; snippet: string; count: number };

type Folded = { title: string; text: string };
type Match = { note: Note; pieces: readonly Piece[]; titleWords: number; count: number; isLoose: boolean };

const COUNTED_AT_MOST = 10;
const SNIPPET_BEFORE = 40;
const SNIPPET_LENGTH = 160;
/** Characters that are folded at once in search of a snippet; words across two parts are found in the second. */
const PART = 4096;
const PART_OVERLAP = 256;

export class NoteSearch {
  readonly #vault: Vault;
  readonly #folded = new WeakMap<Note, Folded>();

  constructor(vault: Vault) {
    this.#vault = vault;
    vault.subscribe((isOpen) => {
      if (isOpen) this.warm();
    });
  }

  /** Folds what is not folded yet. */
  warm(): void {
    for (const note of this.#vault.list('note')) this.#foldedOf(note);
  }

  /** Notes with all the words, best first: words in the title, then how often they stand there, then the latest. */
  search(query: string, options: { limit: number; isInTrash: boolean }): { found: FoundNote[]; total: number } {
    const whole = queryPieces(query);
    if (whole.length === 0) return { found: [], total: 0 };
    const loose = loosePieces(whole);
    const isDivided = loose.length > whole.length;
    const matches: Match[] = [];
    for (const note of this.#vault.list('note')) {
      if ((note.deletedAt !== null) !== options.isInTrash) continue;
      const folded = this.#foldedOf(note);
      const match = matchOf(note, folded, whole, false) ?? (isDivided ? matchOf(note, folded, loose, true) : null);
      if (match !== null) matches.push(match);
    }
    const found = matches
      .sort(compareMatches)
      .slice(0, options.limit)
      .map(({ note, pieces, count }) => ({ note, count, snippet: snippetOf(wordsOf(bodyOf(note.text)), pieces) }));
    return { found, total: matches.length };
  }

  #foldedOf(note: Note): Folded {
    const known = this.#folded.get(note);
    if (known !== undefined) return known;
    const folded = { title: foldForSearch(note.title), text: foldForSearch(wordsOf(note.text)) };
    this.#folded.set(note, folded);
    return folded;
  }
}

/** Null where a word is nowhere: nothing is counted before all of them are there. */
function matchOf(note: Note, { title, text }: Folded, pieces: readonly Piece[], isLoose: boolean): Match | null {
  const first: number[] = [];
  for (const piece of pieces) {
    const place = findPlace(text, piece, 0);
    if (place < 0 && findPlace(title, piece, 0) < 0) return null;
    first.push(place);
  }
  const count = pieces.reduce((sum, piece, at) => sum + Math.max(1, countPlaces(text, piece, first[at])), 0);
  const titleWords = pieces.filter((piece) => findPlace(title, piece, 0) >= 0).length;
  return { note, pieces, titleWords, count: Math.min(count, COUNTED_AT_MOST), isLoose };
}

function compareMatches(a: Match, b: Match): number {
  if (a.isLoose !== b.isLoose) return a.isLoose ? 1 : -1;
  if (a.titleWords !== b.titleWords) return b.titleWords - a.titleWords;
  if (a.count !== b.count) return b.count - a.count;
  return a.note.updatedAt < b.note.updatedAt ? 1 : a.note.updatedAt > b.note.updatedAt ? -1 : 0;
}

/** How often a single letter or character stands there says nothing, and finding out takes longest. */
function countPlaces(folded: string, piece: Piece, first: number): number {
  const atMost = piece.text.length === 1 ? 1 : COUNTED_AT_MOST;
  let count = 0;
  for (let at = first; at >= 0 && count < atMost; at = findPlace(folded, piece, at + 1)) count += 1;
  return count;
}

/** Chinese anywhere in a run; other words from their beginning, and to their end unless they are being typed. */
function findPlace(folded: string, { text, isChinese, isPrefix }: Piece, from: number): number {
  for (let at = folded.indexOf(text, from); at >= 0; at = folded.indexOf(text, at + 1)) {
    if (isChinese) return at;
    if (!goesOn(folded, at) && (isPrefix || !goesOn(folded, at + text.length))) return at;
  }
  return -1;
}

/** As `isInsideWord`, which is slower than what one letter asks for a million times. */
function goesOn(text: string, at: number): boolean {
  const [before, here] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  if (before >= 128 || here >= 128) return isInsideWord(text, at);
  return isDigit(before) ? isDigit(here) || isLetter(here) : isLetter(before) && isLetter(here);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** The text around the first place of the first word that stands in it, in one line; '' where none does. */
function snippetOf(text: string, pieces: readonly Piece[]): string {
  for (const piece of pieces) {
    for (let from = 0; from < text.length; from += PART - PART_OVERLAP) {
      const part = text.slice(from, from + PART);
      const folded = foldForSearch(part);
      const place = findPlace(folded, piece, 0);
      if (place < 0) continue;
      return snippetIn(text, from + (folded.length === part.length ? place : placeIn(part, piece)));
    }
  }
  return '';
}

/** Where in the part the shortest beginning ends that contains the piece: found by halving, whatever folding makes of lengths. */
function placeIn(part: string, piece: Piece): number {
  let [low, high] = [0, part.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (findPlace(foldForSearch(part.slice(0, middle)), piece, 0) >= 0) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - piece.text.length);
}

function snippetIn(text: string, place: number): string {
  const from = Math.max(0, place - SNIPPET_BEFORE);
  const snippet = text
    .slice(from, from + SNIPPET_LENGTH)
    .replace(/\s+/gu, ' ')
    .trim();
  return `${from > 0 ? '…' : ''}${snippet}${from + SNIPPET_LENGTH < text.length ? '…' : ''}`;
}
