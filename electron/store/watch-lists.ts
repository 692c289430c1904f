/** The lists in which securities are watched: their groups, nested, and the entries in them. */
import { originSchema } from '../../shared/facts.ts';
import type { WatchEntry, WatchGroup, WatchList } from '../../shared/securities.ts';
import type { EntryKey } from '../../shared/watch-changes.ts';
import { type Db, prepared } from './sqlite.ts';

type ListRow = {
  id: string;
  origin: string;
  title_zh: string;
  title_en: string;
  note_zh: string;
  note_en: string;
  source_id: string;
  position: number;
};
type GroupRow = {
  id: string;
  list_id: string;
  parent_id: string | null;
  title_zh: string;
  title_en: string;
  position: number;
};
type EntryRow = {
  list_id: string;
  group_id: string;
  security_id: string;
  position: number;
  fact_id: string | null;
  note_zh: string;
  note_en: string;
};

/** Those of the reports first, each kind in its order. */
export function listWatchLists(db: Db): (WatchList & { entryCount: number })[] {
  const sql = `SELECT watch_list.*, (SELECT count(*) FROM watch_entry WHERE list_id = watch_list.id) AS entry_count
    FROM watch_list ORDER BY origin, position, id`;
  return prepared<ListRow & { entry_count: number }>(db, sql)
    .all()
    .map((row) => ({ ...rowToList(row), entryCount: row.entry_count }));
}

export function findWatchList(db: Db, listId: string): WatchList | undefined {
  const row = prepared<ListRow>(db, 'SELECT * FROM watch_list WHERE id = ?').get(listId);
  return row && rowToList(row);
}

export function findGroup(db: Db, groupId: string): WatchGroup | undefined {
  const row = prepared<GroupRow>(db, 'SELECT * FROM watch_group WHERE id = ?').get(groupId);
  return row && rowToGroup(row);
}

/** Of all levels, in the order that they have among their siblings. */
export function listGroups(db: Db, listId: string): WatchGroup[] {
  const sql = 'SELECT * FROM watch_group WHERE list_id = ? ORDER BY position, id';
  return prepared<GroupRow>(db, sql).all(listId).map(rowToGroup);
}

/** Of all groups, each group's in their order. */
export function listEntries(db: Db, listId: string): WatchEntry[] {
  const sql = 'SELECT * FROM watch_entry WHERE list_id = ? ORDER BY position, security_id';
  return prepared<EntryRow>(db, sql).all(listId).map(rowToEntry);
}

export function listEntriesOfGroup(db: Db, listId: string, groupId: string): WatchEntry[] {
  const sql = 'SELECT * FROM watch_entry WHERE list_id = ? AND group_id = ? ORDER BY position, security_id';
  return prepared<EntryRow>(db, sql).all(listId, groupId).map(rowToEntry);
}

/** Where a security stands. */
export function listEntriesOfSecurity(db: Db, securityId: string): WatchEntry[] {
  const sql = 'SELECT * FROM watch_entry WHERE security_id = ? ORDER BY list_id, group_id';
  return prepared<EntryRow>(db, sql).all(securityId).map(rowToEntry);
}

export function findEntry(db: Db, { listId, groupId, securityId }: EntryKey): WatchEntry | undefined {
  const sql = 'SELECT * FROM watch_entry WHERE list_id = ? AND group_id = ? AND security_id = ?';
  const row = prepared<EntryRow>(db, sql).get(listId, groupId, securityId);
  return row && rowToEntry(row);
}

export function putWatchList(db: Db, { id, origin, title, note, sourceId, position }: WatchList): void {
  const sql = `INSERT INTO watch_list (id, origin, title_zh, title_en, note_zh, note_en, source_id, position)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, title_zh = excluded.title_zh, title_en = excluded.title_en,
      note_zh = excluded.note_zh, note_en = excluded.note_en, source_id = excluded.source_id,
      position = excluded.position`;
  prepared(db, sql).run(id, origin, title.zh, title.en, note.zh, note.en, sourceId, position);
}

/** Its groups and entries go by changes of their own, or with `dropContent`. */
export function dropWatchList(db: Db, listId: string): void {
  prepared(db, 'DELETE FROM watch_list WHERE id = ?').run(listId);
}

export function dropContent(db: Db, listId: string): void {
  prepared(db, 'DELETE FROM watch_entry WHERE list_id = ?').run(listId);
  prepared(db, 'DELETE FROM watch_group WHERE list_id = ?').run(listId);
}

export function putGroup(db: Db, { id, listId, parentId, title, position }: WatchGroup): void {
  const sql = `INSERT INTO watch_group (id, list_id, parent_id, title_zh, title_en, position) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET list_id = excluded.list_id, parent_id = excluded.parent_id,
      title_zh = excluded.title_zh, title_en = excluded.title_en, position = excluded.position`;
  prepared(db, sql).run(id, listId, parentId, title.zh, title.en, position);
}

export function dropGroup(db: Db, groupId: string): void {
  prepared(db, 'DELETE FROM watch_group WHERE id = ?').run(groupId);
}

export function putEntry(db: Db, entry: WatchEntry): void {
  const { listId, groupId, securityId, position, factId, note } = entry;
  const sql = `INSERT OR REPLACE INTO watch_entry (list_id, group_id, security_id, position, fact_id, note_zh, note_en)
    VALUES (?, ?, ?, ?, ?, ?, ?)`;
  prepared(db, sql).run(listId, groupId, securityId, position, factId, note.zh, note.en);
}

export function dropEntry(db: Db, { listId, groupId, securityId }: EntryKey): void {
  const sql = 'DELETE FROM watch_entry WHERE list_id = ? AND group_id = ? AND security_id = ?';
  prepared(db, sql).run(listId, groupId, securityId);
}

function rowToList(row: ListRow): WatchList {
  return {
    id: row.id,
    origin: originSchema.parse(row.origin),
    title: { zh: row.title_zh, en: row.title_en },
    note: { zh: row.note_zh, en: row.note_en },
    sourceId: row.source_id,
    position: row.position,
  };
}

function rowToGroup(row: GroupRow): WatchGroup {
  return {
    id: row.id,
    listId: row.list_id,
    parentId: row.parent_id,
    title: { zh: row.title_zh, en: row.title_en },
    position: row.position,
  };
}

function rowToEntry(row: EntryRow): WatchEntry {
  return {
    listId: row.list_id,
    groupId: row.group_id,
    securityId: row.security_id,
    position: row.position,
    factId: row.fact_id,
    note: { zh: row.note_zh, en: row.note_en },
  };
}
