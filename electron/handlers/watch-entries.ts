/** What stands in a list: securities added to a group, moved about and removed. */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import { sameInBoth } from '../../shared/language.ts';
import { type Message, message } from '../../shared/messages.ts';
import type { WatchEntry } from '../../shared/securities.ts';
import type { EntryKey, WatchChange } from '../../shared/watch-changes.ts';
import type { Handlers } from '../dispatch.ts';
import { findSecurity } from '../store/securities.ts';
import type { Db } from '../store/sqlite.ts';
import { findEntry, listEntriesOfGroup } from '../store/watch-lists.ts';
import type { Context } from './context.ts';
import { editWatchlist } from './edit-watchlist.ts';
import { placeBetween } from './positions.ts';
import { getSecurity } from './securities.ts';
import { SecurityReader } from './security-drafts.ts';
import { getGroup } from './watch-groups.ts';
import { getOwnList } from './watch-lists.ts';

export function watchEntryHandlers(context: Context): Pick<Handlers, 'addEntries' | 'moveEntries' | 'removeEntries'> {
  const { db } = context.store;
  return {
    addEntries: ({ listId, groupId, entries }, caller) => {
      const list = getOwnList(db, listId);
      checkPlace(db, listId, groupId);
      const reader = new SecurityReader(db);
      const securityIds = entries.map((entry) =>
        'draft' in entry ? reader.read(entry.draft).id : getSecurity(db, entry.securityId).id,
      );
      const there = listEntriesOfGroup(db, listId, groupId);
      const known = new Set(there.map(({ securityId }) => securityId));
      const last = there.at(-1)?.position ?? 0;
      const added = [...new Set(securityIds)].filter((id) => !known.has(id));
      const puts = added.map((securityId, at): WatchChange => {
        const entry = { listId, groupId, securityId, position: last + 1 + at, factId: null, note: sameInBoth('') };
        return { change: 'putEntry', entry };
      });
      const one = [...reader.changes].map((change) => ('security' in change ? change.security.name : null));
      const name = one.find((each) => each !== null) ?? findSecurity(db, added[0] ?? '')?.name ?? sameInBoth('');
      const params = { count: added.length, ...inBoth('name', name), ...inBoth('list', list.title) };
      const key = added.length === 1 ? 'watchlist.editEntryAdded' : 'watchlist.editEntriesAdded';
      const result = editWatchlist(context, caller, message(key, params), [...reader.changes, ...puts]);
      return { ...result, securityIds };
    },
    moveEntries: ({ listId, entries, groupId, afterId }, caller) => {
      getOwnList(db, listId);
      checkPlace(db, listId, groupId);
      const moving = entries.map((entry) => getEntry(db, { ...entry, listId }));
      const ids = new Set(moving.map(({ securityId }) => securityId));
      const all = listEntriesOfGroup(db, listId, groupId);
      const staying = all.filter(({ securityId }) => !ids.has(securityId));
      const at = placeAfter(all, staying, afterId);
      const { moved, positions } = placeBetween(staying, at, ids.size);
      const bySecurity = new Map(moving.map((entry) => [entry.securityId, entry]));
      const changes: WatchChange[] = [
        ...moved.map(({ item, position }): WatchChange => ({ change: 'putEntry', entry: { ...item, position } })),
        ...moving
          .filter((entry) => entry.groupId !== groupId)
          .map((entry): WatchChange => ({ change: 'dropEntry', entry: keyOf(entry) })),
        ...[...bySecurity.values()].map(
          (entry, rank): WatchChange => ({
            change: 'putEntry',
            entry: { ...entry, groupId, position: positions[rank] },
          }),
        ),
      ];
      return editWatchlist(context, caller, labelOf(db, 'Moved', moving), changes);
    },
    removeEntries: ({ listId, entries }, caller) => {
      getOwnList(db, listId);
      const going = entries.map((entry) => getEntry(db, { ...entry, listId }));
      const changes = going.map((entry): WatchChange => ({ change: 'dropEntry', entry: keyOf(entry) }));
      return editWatchlist(context, caller, labelOf(db, 'Removed', going), changes);
    },
  };
}

/** Behind `afterId`; where that one moves as well, behind the one before it that stays. */
function placeAfter(all: readonly WatchEntry[], staying: readonly WatchEntry[], afterId: string | null): number {
  if (afterId === null) return 0;
  const at = all.findIndex(({ securityId }) => securityId === afterId);
  if (at < 0) throw new AppError('not-found', message('watchlist.entryNotFound'));
  const before = new Set(all.slice(0, at + 1));
  return staying.filter((entry) => before.has(entry)).length;
}

function keyOf({ listId, groupId, securityId }: WatchEntry): EntryKey {
  return { listId, groupId, securityId };
}

function labelOf(db: Db, done: 'Moved' | 'Removed', entries: readonly WatchEntry[]): Message {
  const name = findSecurity(db, entries[0].securityId)?.name ?? sameInBoth(entries[0].securityId);
  const params = { count: entries.length, ...inBoth('name', name) };
  return message(entries.length === 1 ? `watchlist.editEntry${done}` : `watchlist.editEntries${done}`, params);
}

function checkPlace(db: Db, listId: string, groupId: string): void {
  if (groupId !== '') getGroup(db, groupId, listId);
}

/** Throws AppError 'not-found'. */
function getEntry(db: Db, key: EntryKey): WatchEntry {
  const entry = findEntry(db, key);
  if (entry === undefined) throw new AppError('not-found', message('watchlist.entryNotFound'));
  return entry;
}
