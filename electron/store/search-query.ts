/**
 * What is asked for, as expressions for the search index.
 *
 * A fact is found where each piece of the query occurs in its own words or in the names of what it refers
 * to. A name can change without its facts being indexed again: then the piece stands beside the number of
 * what has that name, `("gpt" OR "#7") AND "mmlu"`. Numbers also find what is meant by an exact name.
 */
import { exactKey, loosePieces, type Piece, queryPieces, wordsOfPiece } from '../../shared/search-words.ts';
import type { NamedKind } from './search-index.ts';
import { type Db, prepared } from './sqlite.ts';

/** Of one piece of a query: stale names that contain it, and words that begin with it. */
const STALE_AT_MOST = 50;
const WORDS_AT_MOST = 50;
/** Names that are looked for in facts by their numbers; more would be a class of things, not some of them. */
const NAMES_AT_MOST = 16;
/** Words of a query that together can be one name. */
const NAME_PIECES_AT_MOST = 8;

/** What a filter of facts says, as far as the index knows it. */
export type Narrowing = {
  text?: string;
  sourceId?: string;
  exhibitId?: string;
  subjectIds?: readonly string[];
  metricIds?: readonly string[];
};

/**
 * For `fact_words MATCH ?`, whose rowid is `fact.key`: the facts that `search` finds, among those of the
 * filter. null where nothing can be found, undefined where the text has no words: then the index is no use.
 */
export function matchOfFacts(db: Db, { text = '', ...within }: Narrowing): string | null | undefined {
  const pieces = loosePieces(queryPieces(text));
  if (pieces.length === 0) return undefined;
  const references: [NamedKind, readonly string[] | undefined][] = [
    ['source', within.sourceId === undefined ? undefined : [within.sourceId]],
    ['exhibit', within.exhibitId === undefined ? undefined : [within.exhibitId]],
    ['entity', within.subjectIds],
    ['entity', within.metricIds],
  ];
  const narrow = references.flatMap(([kind, ids]) =>
    ids === undefined || ids.length > NAMES_AT_MOST ? [] : [{ kind, ids }],
  );
  const parts = narrow.map(({ kind, ids }) => anyKey(keysOfIds(db, kind, ids)));
  return allOf([...pieces.map((piece) => anywhere(db, piece)), ...parts]);
}

/** In the order in which their facts are to be shown, the figure itself first; later ones may find the same facts again. */
export function rankedMatchesOfFacts(db: Db, text: string): string[] {
  const strict = queryPieces(text);
  const loose = loosePieces(strict);
  if (strict.length === 0) return [];
  const ranked = [
    wholeName(strict),
    matchOfExactNames(db, strict),
    matchOfNames(db, strict),
    allOf(strict.map((piece) => anywhere(db, piece))),
    allOf(loose.map((piece) => anywhere(db, piece))),
  ];
  return [...new Set(ranked.filter((match) => match !== null))];
}

/** For `name_words MATCH ?`, in the order in which names are to be shown: the query as one name, as words, as words of notes. */
export function rankedMatchesOfNames(text: string): string[] {
  const strict = queryPieces(text);
  if (strict.length === 0) return [];
  const loose = loosePieces(strict);
  const inNames = [strict, loose].map((pieces) => pieces.map((piece) => wordsInNames(piece)).join(' AND '));
  const inAll = loose.map((piece) => `((${wordsInNames(piece)}) OR (${wordsInNames(piece, '~')}))`).join(' AND ');
  return [...new Set([wholeName(strict), ...inNames, inAll])];
}

/** Facts of things that the query names exactly: `Llama 3.1 405B MMLU` is two names. Null where it names nothing. */
function matchOfExactNames(db: Db, pieces: readonly Piece[]): string | null {
  const found: (string | null)[] = [];
  let hasName = false;
  for (let at = 0; at < pieces.length; ) {
    const { keys, length } = longestName(db, pieces, at);
    hasName ||= keys.length > 0;
    found.push(keys.length > 0 ? anyKey(keys) : anywhere(db, pieces[at]));
    at += length;
  }
  return hasName ? allOf(found) : null;
}

function longestName(db: Db, pieces: readonly Piece[], from: number): { keys: number[]; length: number } {
  for (let length = Math.min(NAME_PIECES_AT_MOST, pieces.length - from); length > 0; length -= 1) {
    const keys = keysMatching(db, wholeName(pieces.slice(from, from + length)), NAMES_AT_MOST);
    if (keys.length > 0) return { keys, length };
  }
  return { keys: [], length: 1 };
}

/** Facts of things whose names contain the pieces, before those that only mention them; null where those are none, or many. */
function matchOfNames(db: Db, pieces: readonly Piece[]): string | null {
  const keys = pieces.map((piece) => keysMatching(db, wordsInNames(piece), NAMES_AT_MOST + 1));
  return keys.some(({ length }) => length > NAMES_AT_MOST) ? null : allOf(keys.map(anyKey));
}

/** The piece in a fact's own words or in the names of what it refers to. */
function anywhere(db: Db, piece: Piece): string {
  const own = piece.isPrefix
    ? [piece.text, ...wordsBeginning(db, piece.text)].map(quote).join(' OR ')
    : wordsOfPiece(piece).map(quote).join(' AND ');
  return [`(${own})`, anyKey(staleKeys(db, piece))].filter((part) => part !== null).join(' OR ');
}

function staleKeys(db: Db, piece: Piece): number[] {
  const anyStale = prepared(db, 'SELECT 1 FROM search_key WHERE is_stale = 1 LIMIT 1').get();
  if (anyStale === undefined) return [];
  const sql = `SELECT key FROM name_words JOIN search_key ON search_key.key = name_words.rowid
    WHERE name_words MATCH ? AND is_stale = 1 LIMIT ${STALE_AT_MOST}`;
  return prepared<{ key: number }>(db, sql)
    .all(wordsInNames(piece))
    .map(({ key }) => key);
}

function keysMatching(db: Db, match: string, limit: number): number[] {
  const sql = 'SELECT rowid AS key FROM name_words WHERE name_words MATCH ? LIMIT ?';
  return prepared<{ key: number }>(db, sql)
    .all(match, limit)
    .map(({ key }) => key);
}

function keysOfIds(db: Db, kind: NamedKind, ids: readonly string[]): number[] {
  const sql = 'SELECT key FROM search_key WHERE kind = ? AND id = ?';
  return ids.flatMap((id) => prepared<{ key: number }>(db, sql).get(kind, id)?.key ?? []);
}

function wordsBeginning(db: Db, beginning: string): string[] {
  const sql = `SELECT word FROM fact_word WHERE word > ? AND word < ? ORDER BY word LIMIT ${WORDS_AT_MOST}`;
  return prepared<{ word: string }>(db, sql)
    .all(beginning, `${beginning}\u{10ffff}`)
    .map(({ word }) => word);
}

/** `mark` is what the words of notes begin with. */
function wordsInNames(piece: Piece, mark: '' | '~' = ''): string {
  if (piece.isPrefix) return `${quote(mark + piece.text)} *`;
  return wordsOfPiece(piece)
    .map((word) => quote(mark + word))
    .join(' AND ');
}

function wholeName(pieces: readonly Piece[]): string {
  return quote(`=${exactKey(pieces.map(({ text }) => text))}`);
}

function anyKey(keys: readonly number[]): string | null {
  return keys.length === 0 ? null : keys.map((key) => quote(`#${key}`)).join(' OR ');
}

function allOf(parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : parts.map((part) => `(${part})`).join(' AND ');
}

/** Pieces hold letters and digits only, never a quote. */
function quote(word: string): string {
  return `"${word}"`;
}
