/**
 * The securities and the reports' lists that come with the program: `data/securities/*.jsonl`, one security to a
 * line, and `data/watchlists/*.json`, one list to a file with its groups as the report divides it:
 *
 *     { "id": "report/004", "source": "004", "title": …, "groups": [
 *       { "key": "应用", "title": …, "groups": [
 *         { "key": "办公软件", "title": …, "entries": [{ "security": "688111.SH", "fact": "004/6/…" }] }] }] }
 *
 * A group's id is the list's with the keys that lead to it: `report/004/应用/办公软件`.
 */
import { z } from 'zod';
import { localTextSchema, sameInBoth } from '../../shared/language.ts';
import {
  type Security,
  securitySchema,
  type WatchEntry,
  type WatchGroup,
  type WatchList,
  watchEntrySchema,
  watchGroupSchema,
  watchListSchema,
} from '../../shared/securities.ts';
import { dropSecurity, findSecurity, putSecurity, usesOfSecurity } from './securities.ts';
import { type Db, prepared } from './sqlite.ts';
import { dropContent, dropWatchList, putEntry, putGroup, putWatchList } from './watch-lists.ts';

const fields = securitySchema.shape;

const securityFileSchema = z.strictObject({
  id: fields.id,
  kind: fields.kind,
  code: fields.code.default(''),
  exchange: fields.exchange.default('other'),
  name: fields.name,
  aliases: fields.aliases.default([]),
  sector: fields.sector.default(sameInBoth('')),
  currency: fields.currency.default(''),
  entityId: fields.entityId.default(''),
  confidence: fields.confidence,
});

const entryFileSchema = z.strictObject({
  security: watchEntrySchema.shape.securityId,
  fact: z.string(),
  note: localTextSchema.default(sameInBoth('')),
});

type GroupFile = {
  key: string;
  title: z.infer<typeof localTextSchema>;
  groups: GroupFile[];
  entries: z.infer<typeof entryFileSchema>[];
};

const groupFileSchema: z.ZodType<GroupFile> = z.strictObject({
  key: z.string().min(1),
  title: watchGroupSchema.shape.title,
  get groups() {
    return z.array(groupFileSchema).default([]);
  },
  entries: z.array(entryFileSchema).default([]),
});

const listFileSchema = z.strictObject({
  id: watchListSchema.shape.id,
  source: watchListSchema.shape.sourceId,
  title: watchListSchema.shape.title,
  note: watchListSchema.shape.note,
  groups: z.array(groupFileSchema),
});

export type BundledList = { list: WatchList; groups: WatchGroup[]; entries: WatchEntry[] };

/** The securities of a file. Throws where a line is malformed: the data is the program's own. */
export function readSecurities(jsonl: string): Security[] {
  return jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ origin: 'bundled', ...securityFileSchema.parse(JSON.parse(line)) }));
}

/** The list of a file; `position` is its place among the files. Throws where it is malformed. */
export function readWatchList(json: string, position: number): BundledList {
  const { id, source, title, note, groups: top } = listFileSchema.parse(JSON.parse(json));
  const list: WatchList = { id, origin: 'bundled', title, note, sourceId: source, position };
  const groups: WatchGroup[] = [];
  const entries: WatchEntry[] = [];
  const add = (file: GroupFile, parentId: string | null, at: number) => {
    const groupId = `${parentId ?? id}/${file.key.replace(/\s+/g, '')}`;
    groups.push({ id: groupId, listId: id, parentId, title: file.title, position: at });
    for (const [place, entry] of file.entries.entries()) {
      const { security: securityId, fact: factId } = entry;
      entries.push({ listId: id, groupId, securityId, position: place, factId, note: entry.note });
    }
    for (const [place, inner] of file.groups.entries()) add(inner, groupId, place);
  };
  for (const [at, group] of top.entries()) add(group, null, at);
  return { list, groups, entries };
}

/** Makes the store's bundled securities and lists these; what is the user's own stays. */
export function renewWatchlists(db: Db, securities: readonly Security[], lists: readonly BundledList[]): void {
  for (const security of securities) {
    // One that the user changed, or made before the program brought it.
    if (findSecurity(db, security.id)?.origin !== 'own') putSecurity(db, security);
  }
  for (const { id } of prepared<{ id: string }>(db, "SELECT id FROM watch_list WHERE origin = 'bundled'").all()) {
    dropContent(db, id);
    dropWatchList(db, id);
  }
  for (const { list, groups, entries } of lists) {
    putWatchList(db, list);
    for (const group of groups) putGroup(db, group);
    for (const entry of entries) putEntry(db, entry);
  }
}

/** Takes out the bundled securities that are not among `securities`; one that something hangs from becomes the user's own. */
export function takeOutSecurities(db: Db, securities: readonly Security[]): void {
  const kept = new Set(securities.map(({ id }) => id));
  for (const { id } of prepared<{ id: string }>(db, "SELECT id FROM security WHERE origin = 'bundled'").all()) {
    if (kept.has(id)) continue;
    if (usesOfSecurity(db, id).length === 0) dropSecurity(db, id);
    else prepared(db, "UPDATE security SET origin = 'own' WHERE id = ?").run(id);
  }
}
