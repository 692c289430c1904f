/** What an edit makes of the list that is shown. Null where the answer must be asked for again: it has a security that is not known yet. */
import type { WatchEntry } from '../../../shared/securities.ts';
import type { EntryKey, WatchChange } from '../../../shared/watch-changes.ts';
import type { WatchListContent } from '../../../shared/watchlist-methods.ts';

export function applyChanges(content: WatchListContent, changes: readonly WatchChange[]): WatchListContent | null {
  const listId = content.list?.id ?? null;
  const groups = new Map(content.groups.map((group) => [group.id, group]));
  const entries = new Map(content.entries.map((entry) => [keyOf(entry), entry]));
  const securities = new Map(content.securities.map((security) => [security.id, security]));
  let { list } = content;
  for (const change of changes) {
    switch (change.change) {
      case 'putSecurity': {
        const before = securities.get(change.security.id);
        // One of another list is nothing to this one.
        if (before !== undefined || listId === null) {
          securities.set(change.security.id, { ...change.security, tags: before?.tags ?? [] });
        } else if (changes.some((each) => each.change === 'putEntry' && each.entry.listId === listId)) {
          return null;
        }
        break;
      }
      case 'dropSecurity':
        securities.delete(change.securityId);
        break;
      case 'putTags': {
        const security = securities.get(change.securityId);
        if (security) securities.set(security.id, { ...security, tags: change.tags });
        break;
      }
      case 'putList':
        if (change.list.id === listId) list = change.list;
        break;
      case 'putGroup':
        if (change.group.listId === listId) groups.set(change.group.id, change.group);
        break;
      case 'dropGroup':
        groups.delete(change.groupId);
        break;
      case 'putEntry':
        if (change.entry.listId !== listId) break;
        if (!securities.has(change.entry.securityId)) return null;
        entries.set(keyOf(change.entry), change.entry);
        break;
      case 'dropEntry':
        if (change.entry.listId === listId) entries.delete(keyOf(change.entry));
        break;
    }
  }
  return {
    ...content,
    list,
    groups: inOrder([...groups.values()]),
    entries: inOrder([...entries.values()]),
    securities: [...securities.values()],
  };
}

function keyOf({ groupId, securityId }: Pick<EntryKey, 'groupId' | 'securityId'>): string {
  return `${groupId}|${securityId}`;
}

function inOrder<T extends Pick<WatchEntry, 'position'>>(items: T[]): T[] {
  return items.sort((a, b) => a.position - b.position);
}
