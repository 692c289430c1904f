/** Hits among what has names: entities, exhibits and sources. */
import type { Hit } from '../../shared/fact-methods.ts';
import { foldForSearch, loosePieces, queryPieces } from '../../shared/search-words.ts';
import { wordTest } from './search-check.ts';
import { type NamedKind, textsOfNamed } from './search-index.ts';
import { rankedMatchesOfNames } from './search-query.ts';
import { type Db, prepared } from './sqlite.ts';

type NamedRow = { id: string; title_zh: string; title_en: string; detail_zh: string; detail_en: string };

/** Looked at to put the best first. */
const CANDIDATES = 300;

const FOUND = `WITH found AS MATERIALIZED (
  SELECT search_key.id FROM name_words JOIN search_key ON search_key.key = name_words.rowid
    WHERE name_words MATCH ? AND search_key.kind = ? LIMIT ${CANDIDATES})`;

const ALIASES = `(SELECT group_concat(name, ' · ' ORDER BY origin, ordinal)
  FROM entity_name WHERE entity_id = entity.id AND ordinal > 1)`;

/** A name in the other language than the title, so that it can be seen why something was found. */
function otherName(column: string, title: string): string {
  return `nullif(nullif(${column}, ''), ${title})`;
}

const ROWS: Record<NamedKind, string> = {
  entity: `SELECT entity.id, entity.name_zh AS title_zh, entity.name_en AS title_en,
      concat_ws(' · ', organisation.name_zh, ${otherName('entity.name_en', 'entity.name_zh')}, ${ALIASES}) AS detail_zh,
      concat_ws(' · ', organisation.name_en, ${otherName('entity.name_zh', 'entity.name_en')}, ${ALIASES}) AS detail_en
    FROM found JOIN entity ON entity.id = found.id
    LEFT JOIN entity AS organisation ON organisation.id = entity.organisation_id`,
  exhibit: `SELECT exhibit.id, title_zh, title_en,
      concat_ws(' · ', exhibit.id, ${otherName('title_en', 'title_zh')}, source.title) AS detail_zh,
      concat_ws(' · ', exhibit.id, ${otherName('title_zh', 'title_en')}, source.title) AS detail_en
    FROM found JOIN exhibit ON exhibit.id = found.id JOIN source ON source.id = exhibit.source_id
    ORDER BY exhibit.source_id, exhibit.ordinal`,
  source: `SELECT source.id, title AS title_zh, title AS title_en,
      concat_ws(' · ', source.id, nullif(publisher, ''), nullif(date, '')) AS detail_zh,
      concat_ws(' · ', source.id, nullif(publisher, ''), nullif(date, '')) AS detail_en
    FROM found JOIN source ON source.id = found.id ORDER BY source.id`,
};

/** Exact names first, then names that begin with the query, then names that contain it, then others (aliases, notes). */
export function findNamedHits(db: Db, kind: NamedKind, text: string, limit: number): Hit[] {
  const says = wordTest(loosePieces(queryPieces(text)));
  const found = new Map<string, NamedRow>();
  for (const match of rankedMatchesOfNames(text)) {
    if (found.size >= limit) break;
    const rows = prepared<NamedRow>(db, `${FOUND} ${ROWS[kind]}`).all(match, kind);
    const isNew = ({ id }: NamedRow) => !found.has(id) && says(Object.values(textsOfNamed(db, kind, id)).flat());
    for (const row of inOrder(rows.filter(isNew), text)) found.set(row.id, row);
  }
  return [...found.values()].slice(0, limit).map((row) => ({
    kind,
    id: row.id,
    title: { zh: row.title_zh, en: row.title_en },
    detail: { zh: row.detail_zh, en: row.detail_en },
    fact: null,
  }));
}

function inOrder(rows: readonly NamedRow[], text: string): NamedRow[] {
  const wanted = foldForSearch(text).trim();
  const ranked = rows.map((row) => ({ row, rank: rankOf(row, wanted) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
}

/** Of two that are alike the shorter name is nearer to what was typed. */
function rankOf({ title_zh, title_en }: NamedRow, wanted: string): number {
  const ranks = [title_zh, title_en].map((title) => {
    const at = foldForSearch(title).indexOf(wanted);
    const place = at === 0 ? 0 : at > 0 ? 1 : 2;
    return place * 1000 + Math.min(title.length, 999);
  });
  return Math.min(...ranks);
}
