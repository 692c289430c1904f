/**
 * Keeps the search index up to date. Called in the transaction that writes what is indexed:
 *
 *     indexNames(db, 'entity', [id]);   // after an entity, its aliases, a source or an exhibit were written
 *     unindexNames(db, 'entity', [id]); // when it went
 *     indexFacts(db, keys);             // after facts were written, new or changed
 *     unindexFacts(db, keys);           // before or after they went
 *
 * A fact is found by its own words, by those of the names of its subject, metric, source and exhibit, by a
 * number for each of these, and by the words of who made its subject: 百度 价格 finds what ERNIE Speed costs. Other names mean that its facts are indexed again; where these are very
 * many, names are stale instead, and a query looks for their numbers as well.
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

/** Beyond this the facts of a thing whose names change are not indexed again: it would keep the user waiting. */
const FACTS_AGAIN = 5000;

const FACTS_OF: Record<NamedKind, string> = {
  entity: `SELECT key FROM fact WHERE subject_id = :id UNION SELECT key FROM fact WHERE metric_id = :id
    UNION SELECT fact.key FROM entity JOIN fact ON subject_id = entity.id WHERE organisation_id = :id LIMIT :limit`,
  source: 'SELECT key FROM fact WHERE source_id = :id LIMIT :limit',
  exhibit: 'SELECT key FROM fact WHERE place = :id LIMIT :limit',
};

/** Facts by their integer keys, as they stand in table fact now. */
export function indexFacts(db: Db, keys: Iterable<number>): void {
  const select = prepared<FactWordsRow>(db, `SELECT ${FACT_COLUMNS} FROM fact WHERE key = ?`);
  const write = prepared(db, 'INSERT OR REPLACE INTO fact_words (rowid, words) VALUES (?, ?)');
  const learn = wordLearner(db);
  const wordsOf = referenceWords(db);
  const makerOf = makers(db);
  for (const key of keys) {
    const row = select.get(key);
    if (row === undefined) continue;
    const maker = makerOf(row.subject_id);
    const words = new Set([
      // Words alone: asked for by its exact name, the maker itself comes first.
      ...(maker === '' ? [] : wordsOf('entity', maker).filter((word) => !word.startsWith('#'))),
      ...wordsOf('entity', row.subject_id),
      ...wordsOf('entity', row.metric_id),
      ...wordsOf('source', row.source_id),
      ...(row.place === '' ? [] : wordsOf('exhibit', row.place)),
    ]);
    for (const word of indexWords(textsOfFact(row).join('\n'))) {
      // Those of names were learnt with the names.
      if (!words.has(word)) learn(word);
      words.add(word);
    }
    words.add(`=${exactKey(piecesOf(row.printed))}`);
    write.run(key, [...words].join(' '));
  }
}

export function unindexFacts(db: Db, keys: Iterable<number>): void {
  const remove = prepared(db, 'DELETE FROM fact_words WHERE rowid = ?');
  for (const key of keys) remove.run(key);
}

/** Entities, sources or exhibits, as they stand in their tables now, and their facts where the names are others. */
export function indexNames(db: Db, kind: NamedKind, ids: Iterable<string>): void {
  const write = prepared(db, 'INSERT OR REPLACE INTO name_words (rowid, words) VALUES (?, ?)');
  const learn = wordLearner(db);
  const keep = prepared(db, 'UPDATE search_key SET words = ?, is_stale = ? WHERE key = ?');
  for (const id of ids) {
    const { names, others } = textsOfNamed(db, kind, id);
    const words = new Set(names.flatMap(indexWords));
    for (const word of words) learn(word);
    for (const name of names) words.add(`=${exactKey(piecesOf(name))}`);
    for (const word of others.flatMap(indexWords)) words.add(`~${word}`);
    const text = [...words].join(' ');
    const before = searchKey(db, kind, id);
    write.run(before.key, text);
    if (before.words === text) continue;
    const facts = prepared<{ key: number }>(db, FACTS_OF[kind]).all({ id, limit: FACTS_AGAIN + 1 });
    const isStale = facts.length > FACTS_AGAIN;
    keep.run(text, isStale ? 1 : before.is_stale, before.key);
    if (!isStale) {
      indexFacts(
        db,
        facts.map(({ key }) => key),
      );
    }
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
  const inSource = id.replace(/^[^/]*\//, '');
  return { names: [row.title_zh, row.title_en, id, inSource], others: [row.note_zh, row.note_en, row.attribution] };
}

/** The texts of a fact itself, without those of what it refers to. */
export function textsOfFact(row: FactWordsRow): string[] {
  const correction = row.correction === null ? '' : correctionText(row.correction);
  const { id, place, setting, text, date, note_zh, note_en, printed, wording } = row;
  return [id, place, setting, text, date, note_zh, note_en, correction, printed, wording];
}

function correctionText(json: string): string {
  const { value, text, reason } = JSON.parse(json);
  return `${value ?? ''}\n${text}\n${reason.zh}\n${reason.en}`;
}

/** A function that gives the id of who made an entity; '' where that is not known. */
export function makers(db: Db): (entityId: string) => string {
  const select = prepared<{ id: string }>(db, 'SELECT organisation_id AS id FROM entity WHERE id = ?');
  return (entityId) => select.get(entityId)?.id ?? '';
}

/** A function that gives what a fact is found by for an entity, source or exhibit that it refers to. */
function referenceWords(db: Db): (kind: NamedKind, id: string) => string[] {
  const known = new Map<string, string[]>();
  return (kind, id) => {
    const name = `${kind} ${id}`;
    let words = known.get(name);
    if (words === undefined) {
      const named = searchKey(db, kind, id);
      words = [`#${named.key}`, ...named.words.split(' ').filter((word) => !/^[=~]/.test(word))];
      known.set(name, words);
    }
    return words;
  };
}

/** A function that remembers words with letters, for those that begin with what is being typed. */
function wordLearner(db: Db): (word: string) => void {
  const insert = prepared(db, 'INSERT OR IGNORE INTO fact_word (word) VALUES (?)');
  const learnt = new Set<string>();
  return (word) => {
    if (learnt.has(word) || !/\p{L}/u.test(word)) return;
    learnt.add(word);
    insert.run(word);
  };
}

type SearchKeyRow = { key: number; words: string; is_stale: number };

/** The row of an entity, source or exhibit, a new one at its first use. */
function searchKey(db: Db, kind: NamedKind, id: string): SearchKeyRow {
  const sql = 'SELECT key, words, is_stale FROM search_key WHERE kind = ? AND id = ?';
  const known = prepared<SearchKeyRow>(db, sql).get(kind, id);
  if (known !== undefined) return known;
  const insert = prepared(db, "INSERT INTO search_key (kind, id, words, is_stale) VALUES (?, ?, '', 0)");
  return { key: Number(insert.run(kind, id).lastInsertRowid), words: '', is_stale: 0 };
}
