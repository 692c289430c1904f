/**
 * Keeps the search index up to date. Called in the transaction that writes what is indexed:
 *
 *     indexNames(db, 'entity', [id]);   // after an entity, its aliases, a source or an exhibit were written
 *     unindexNames(db, 'entity', [id]); // when it went
 *     indexFacts(db, keys);             // after facts were written, new or changed
 *     unindexFacts(db, keys);           // before or after they went
 *
 * A fact is found by its own words, and by a number for each entity, source and exhibit that it refers
 * to. A query finds names first and facts through their numbers: an entity that gets another name needs
 * none of its facts indexed again, and the index of a million facts stays small.
 */
import { exactKey, indexWords, piecesOf } from '../../shared/search-words.ts';
import { type Db, prepared } from './sqlite.ts';

export type NamedKind = 'entity' | 'source' | 'exhibit';

type FactWordsRow = {
  key: number;
  id: string;
  source_id: string;
  place: string;
  subject_id: string;
  metric_id: string;
  setting: string;
  text: string;
  date: string;
  note_zh: string;
  note_en: string;
  correction: string | null;
  printed: string;
  wording: string;
};

const FACT_COLUMNS = `key, id, source_id, place, subject_id, metric_id, setting, text, date, note_zh, note_en,
  correction, printed, wording`;

/** Facts by their integer keys, as they stand in table fact now. */
export function indexFacts(db: Db, keys: Iterable<number>): void {
  const select = prepared<FactWordsRow>(db, `SELECT ${FACT_COLUMNS} FROM fact WHERE key = ?`);
  const write = prepared(db, 'INSERT OR REPLACE INTO fact_words (rowid, words) VALUES (?, ?)');
  const learn = prepared(db, 'INSERT OR IGNORE INTO fact_word (word) VALUES (?)');
  const learnt = new Set<string>();
  const keyOf = searchKeys(db);
  for (const key of keys) {
    const row = select.get(key);
    if (row === undefined) continue;
    const words = wordsOfFact(row);
    for (const word of words) {
      if (learnt.has(word) || !/\p{L}/u.test(word)) continue;
      learnt.add(word);
      learn.run(word);
    }
    const refers = [
      keyOf('entity', row.subject_id),
      keyOf('entity', row.metric_id),
      keyOf('source', row.source_id),
      ...(row.place === '' ? [] : [keyOf('exhibit', row.place)]),
    ];
    for (const refersTo of refers) words.add(`#${refersTo}`);
    words.add(`=${exactKey(piecesOf(row.printed))}`);
    write.run(key, [...words].join(' '));
  }
}

export function unindexFacts(db: Db, keys: Iterable<number>): void {
  const remove = prepared(db, 'DELETE FROM fact_words WHERE rowid = ?');
  for (const key of keys) remove.run(key);
}

/** Entities, sources or exhibits, as they stand in their tables now. */
export function indexNames(db: Db, kind: NamedKind, ids: Iterable<string>): void {
  const write = prepared(db, 'INSERT OR REPLACE INTO name_words (rowid, words) VALUES (?, ?)');
  const keyOf = searchKeys(db);
  for (const id of ids) {
    const { names, others } = textsOfNamed(db, kind, id);
    const words = new Set(names.flatMap(indexWords));
    for (const name of names) words.add(`=${exactKey(piecesOf(name))}`);
    for (const word of others.flatMap(indexWords)) words.add(`~${word}`);
    write.run(keyOf(kind, id), [...words].join(' '));
  }
}

export function unindexNames(db: Db, kind: NamedKind, ids: Iterable<string>): void {
  const remove = prepared(db, 'DELETE FROM name_words WHERE rowid = ?');
  const find = prepared<{ key: number }>(db, 'SELECT key FROM search_key WHERE kind = ? AND id = ?');
  for (const id of ids) {
    const key = find.get(kind, id)?.key;
    if (key !== undefined) remove.run(key);
  }
}

/** What an entity, source or exhibit is found by: names, which its facts are found by as well, and other texts. */
export function textsOfNamed(db: Db, kind: NamedKind, id: string): { names: string[]; others: string[] } {
  if (kind === 'entity') {
    const rows = prepared<{ name: string }>(db, 'SELECT name FROM entity_name WHERE entity_id = ?').all(id);
    return { names: [...rows.map(({ name }) => name), id], others: [] };
  }
  if (kind === 'source') {
    const sql = 'SELECT title, publisher FROM source WHERE id = ?';
    const row = prepared<{ title: string; publisher: string }>(db, sql).get(id);
    return row === undefined ? { names: [], others: [] } : { names: [row.title, row.publisher, id], others: [] };
  }
  const sql = 'SELECT title_zh, title_en, note_zh, note_en, attribution FROM exhibit WHERE id = ?';
  const row = prepared<Record<'title_zh' | 'title_en' | 'note_zh' | 'note_en' | 'attribution', string>>(db, sql).get(
    id,
  );
  if (row === undefined) return { names: [], others: [] };
  return { names: [row.title_zh, row.title_en, id], others: [row.note_zh, row.note_en, row.attribution] };
}

/** The texts of a fact itself, without those of what it refers to. */
export function textsOfFact(row: FactWordsRow): string[] {
  const correction = row.correction === null ? '' : correctionText(row.correction);
  const { id, place, setting, text, date, note_zh, note_en, printed, wording } = row;
  return [id, place, setting, text, date, note_zh, note_en, correction, printed, wording];
}

function wordsOfFact(row: FactWordsRow): Set<string> {
  return new Set(indexWords(textsOfFact(row).join('\n')));
}

function correctionText(json: string): string {
  const { value, text, reason } = JSON.parse(json);
  return `${value ?? ''}\n${text}\n${reason.zh}\n${reason.en}`;
}

/** A function that gives the number of an entity, source or exhibit, a new one at its first use. */
function searchKeys(db: Db): (kind: NamedKind, id: string) => number {
  const known = new Map<string, number>();
  const find = prepared<{ key: number }>(db, 'SELECT key FROM search_key WHERE kind = ? AND id = ?');
  const insert = prepared(db, 'INSERT INTO search_key (kind, id) VALUES (?, ?)');
  return (kind, id) => {
    const name = `${kind} ${id}`;
    let key = known.get(name);
    if (key === undefined) {
      key = find.get(kind, id)?.key ?? Number(insert.run(kind, id).lastInsertRowid);
      known.set(name, key);
    }
    return key;
  };
}
