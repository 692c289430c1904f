/**
 * Securities by any of their names and codes, in both languages, those of their company included; and the lists that
 * they stand in. Read through: five thousand take some milliseconds, and edits keep no index up to date.
 */
import type { Hit } from '../../shared/fact-methods.ts';
import { sameInBoth } from '../../shared/language.ts';
import { foldForSearch, queryPieces } from '../../shared/search-words.ts';
import { type Db, prepared } from './sqlite.ts';

type SecurityRow = {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  sector_zh: string;
  sector_en: string;
};
type ListRow = { id: string; title_zh: string; title_en: string; source: string | null; matched: string | null };

const NAMES = `security.id || ' ' || security.code || ' ' || security.exchange || ' ' || security.name_zh || ' '
  || security.name_en || ' ' || security.aliases || ' ' || coalesce((
    SELECT group_concat(name, ' ') FROM entity_name WHERE entity_name.entity_id = security.entity_id), '')`;

/** What is called or coded exactly so first, then what begins so, then what contains it. */
export function findSecurityHits(db: Db, text: string, limit: number): Hit[] {
  const patterns = patternsOf(text);
  const says = patterns.map(() => `(${NAMES}) LIKE ?`).join(' AND ');
  const rows = prepared<SecurityRow>(db, `SELECT * FROM security WHERE ${says}`).all(...patterns);
  const wanted = foldForSearch(text).trim();
  const ranked = rows.map((row) => ({ row, rank: rankOf(row, wanted) }));
  return ranked
    .sort((a, b) => a.rank - b.rank || (a.row.id < b.row.id ? -1 : 1))
    .slice(0, limit)
    .map(({ row: { id, name_zh: zh, name_en: en, sector_zh, sector_en } }) => ({
      kind: 'security',
      id,
      title: { zh: zh || en, en: en || zh },
      detail: {
        zh: [id, en === zh ? '' : en, sector_zh].filter(Boolean).join(' · '),
        en: [id, zh === en ? '' : zh, sector_en].filter(Boolean).join(' · '),
      },
      fact: null,
    }));
}

/** By their titles, their groups', and the name of the report that they stand in. */
export function findListHits(db: Db, text: string, limit: number): Hit[] {
  const patterns = patternsOf(text);
  const says = (words: string) => patterns.map(() => `(${words}) LIKE ?`).join(' AND ');
  const title = "list.title_zh || ' ' || list.title_en || ' ' || coalesce(source.title || ' ' || publisher, '')";
  const group = `${title} || ' ' || coalesce(watch_group.title_zh || ' ' || watch_group.title_en, '')`;
  const sql = `SELECT list.id, list.title_zh, list.title_en, source.title AS source, min(CASE WHEN NOT (${says(title)})
      THEN watch_group.title_zh END) AS matched
    FROM watch_list AS list LEFT JOIN source ON source.id = list.source_id
    LEFT JOIN watch_group ON watch_group.list_id = list.id
    WHERE ${says(group)} GROUP BY list.id ORDER BY list.origin DESC, list.position LIMIT ?`;
  return prepared<ListRow>(db, sql)
    .all(...patterns, ...patterns, limit)
    .map(({ id, title_zh, title_en, source, matched }) => ({
      kind: 'list',
      id,
      title: { zh: title_zh, en: title_en },
      detail: sameInBoth([matched, source].filter(Boolean).join(' · ')),
      fact: null,
    }));
}

function patternsOf(text: string): string[] {
  return queryPieces(text).map((piece) => `%${piece.text.replace(/[%_]/g, '')}%`);
}

function rankOf({ id, code, name_zh, name_en }: SecurityRow, wanted: string): number {
  const ranks = [id, code, name_zh, name_en].map((name) => {
    const folded = foldForSearch(name);
    if (folded === wanted) return 0;
    return folded.startsWith(wanted) ? 1 : folded.includes(wanted) ? 2 : 3;
  });
  return Math.min(...ranks);
}
