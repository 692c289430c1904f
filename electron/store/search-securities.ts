/**
 * Securities by any of their names and codes, in both languages, those of their company included; and the lists
 * and groups that they stand in. Read through: five thousand take some milliseconds, and edits keep no index up to date.
 */
import type { Hit } from '../../shared/fact-methods.ts';
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
/** A list with its report, or a group with its list. */
type TitledRow = { id: string; title_zh: string; title_en: string; within_zh: string; within_en: string };

const NAMES = `security.id || ' ' || security.code || ' ' || security.exchange || ' ' || security.name_zh || ' '
  || security.name_en || ' ' || security.aliases || ' ' || coalesce((
    SELECT group_concat(name, ' ') FROM entity_name WHERE entity_name.entity_id = security.entity_id), '')`;

/** What is called or coded exactly so first, then what begins so, then what contains it. */
export function findSecurityHits(db: Db, text: string, limit: number): Hit[] {
  const patterns = patternsOf(text);
  const rows = prepared<SecurityRow>(db, `SELECT * FROM security WHERE ${saysAll(patterns, NAMES)}`).all(...patterns);
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

/** By their titles, and the name of the report that they stand in. */
export function findListHits(db: Db, text: string, limit: number): Hit[] {
  const patterns = patternsOf(text);
  const says = saysAll(
    patterns,
    "list.title_zh || ' ' || list.title_en || ' ' || coalesce(source.title || ' ' || publisher, '')",
  );
  const sql = `SELECT list.id, list.title_zh, list.title_en, coalesce(source.title, '') AS within_zh,
      coalesce(source.title, '') AS within_en
    FROM watch_list AS list LEFT JOIN source ON source.id = list.source_id
    WHERE ${says} ORDER BY list.origin DESC, list.position LIMIT ?`;
  return prepared<TitledRow>(db, sql)
    .all(...patterns, limit)
    .map((row) => titledHit('list', row));
}

/** Groups of lists by their titles; their list is told beside them. */
export function findGroupHits(db: Db, text: string, limit: number): Hit[] {
  const patterns = patternsOf(text);
  const says = saysAll(patterns, "watch_group.title_zh || ' ' || watch_group.title_en");
  const sql = `SELECT watch_group.id, watch_group.title_zh, watch_group.title_en, list.title_zh AS within_zh,
      list.title_en AS within_en
    FROM watch_group JOIN watch_list AS list ON list.id = watch_group.list_id
    WHERE ${says} ORDER BY list.origin DESC, list.position, watch_group.position LIMIT ?`;
  return prepared<TitledRow>(db, sql)
    .all(...patterns, limit)
    .map((row) => titledHit('group', row));
}

function titledHit(kind: 'list' | 'group', { id, title_zh, title_en, within_zh, within_en }: TitledRow): Hit {
  return { kind, id, title: { zh: title_zh, en: title_en }, detail: { zh: within_zh, en: within_en }, fact: null };
}

function saysAll(patterns: readonly string[], words: string): string {
  return patterns.map(() => `(${words}) LIKE ?`).join(' AND ');
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
