/**
 * Where rows of a list go when they are dragged, or moved with Alt and an arrow: what to ask the workbench for.
 * Nothing here changes anything.
 */
import type { WatchEntry, WatchGroup } from '../../../shared/securities.ts';
import type { WatchListContent } from '../../../shared/watchlist-methods.ts';
import type { DropPlace } from '../../ui/data-table/table-drag.ts';
import { type EntryRow, entryKey, type GroupRow, groupKey, type WatchRow } from './watch-rows.ts';

export type EntryMove = { groupId: string; afterId: string | null };
export type GroupMove = { groupId: string; parentId: string | null; afterId: string | null };

type Content = Pick<WatchListContent, 'groups' | 'entries'>;

/** Where `dragged` may go, seen from the row under the pointer. */
export function placesAt(content: Content, dragged: WatchRow, target: WatchRow): readonly DropPlace[] {
  if (dragged.key === target.key) return [];
  if (dragged.kind === 'entry') return target.kind === 'group' ? ['into'] : ['before', 'after'];
  if (target.kind === 'entry' || isWithin(content, target.group, dragged.group.id)) return [];
  return ['before', 'into', 'after'];
}

/** Of entries that are dropped beside an entry, or into a group, where they come last. */
export function dropOfEntries(
  content: Content,
  moving: readonly EntryRow[],
  target: WatchRow,
  place: DropPlace,
): EntryMove {
  if (target.kind === 'group') {
    const last = entriesIn(content, target.group.id).at(-1)?.securityId ?? null;
    return { groupId: target.group.id, afterId: last };
  }
  const groupId = target.entry?.groupId ?? '';
  if (place !== 'before') return { groupId, afterId: target.security.id };
  const ids = entriesIn(content, groupId).map(({ securityId }) => securityId);
  const isMoving = new Set(moving.filter(({ entry }) => entry?.groupId === groupId).map(({ security }) => security.id));
  const before = ids.slice(0, ids.indexOf(target.security.id)).findLast((id) => !isMoving.has(id));
  return { groupId, afterId: before ?? null };
}

export function dropOfGroup({ groups }: Content, { group }: GroupRow, target: GroupRow, place: DropPlace): GroupMove {
  const groupId = group.id;
  if (place === 'into') {
    const last = groups.findLast(({ parentId, id }) => parentId === target.group.id && id !== groupId);
    return { groupId, parentId: target.group.id, afterId: last?.id ?? null };
  }
  const { parentId } = target.group;
  if (place === 'after') return { groupId, parentId, afterId: target.group.id };
  const siblings = groups.filter((each) => each.parentId === parentId && each.id !== groupId);
  const at = siblings.findIndex(({ id }) => id === target.group.id);
  return { groupId, parentId, afterId: siblings[at - 1]?.id ?? null };
}

/** One place up or down; at the end of its group into the next one. Null at the end of the list. */
export function stepOfEntry(content: Content, { entry }: EntryRow, key: string): (EntryMove & { key: string }) | null {
  const by = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (by === undefined || entry === null) return null;
  const ids = entriesIn(content, entry.groupId).map(({ securityId }) => securityId);
  const at = ids.indexOf(entry.securityId);
  const move = (groupId: string, afterId: string | null) => ({
    groupId,
    afterId,
    key: entryKey(groupId, entry.securityId),
  });
  if (ids[at + by] !== undefined) return move(entry.groupId, by === 1 ? ids[at + 1] : (ids[at - 2] ?? null));
  const places = ['', ...outline(content.groups, null).map(({ id }) => id)];
  const groupId = places[places.indexOf(entry.groupId) + by];
  if (groupId === undefined) return null;
  return move(groupId, by === 1 ? null : (entriesIn(content, groupId).at(-1)?.securityId ?? null));
}

/** Up and down among its siblings; right into the sibling before it, left out of the group that it lies in. */
export function stepOfGroup(
  { groups }: Content,
  { group }: GroupRow,
  key: string,
): (GroupMove & { key: string }) | null {
  const { id: groupId, parentId } = group;
  const siblings = groups.filter((each) => each.parentId === parentId).map(({ id }) => id);
  const at = siblings.indexOf(groupId);
  const move = (parent: string | null, afterId: string | null) => ({
    groupId,
    parentId: parent,
    afterId,
    key: groupKey(groupId),
  });
  switch (key) {
    case 'ArrowUp':
      return at === 0 ? null : move(parentId, siblings[at - 2] ?? null);
    case 'ArrowDown':
      return siblings[at + 1] === undefined ? null : move(parentId, siblings[at + 1]);
    case 'ArrowRight': {
      const before = siblings[at - 1];
      return before === undefined
        ? null
        : move(before, groups.findLast((each) => each.parentId === before)?.id ?? null);
    }
    case 'ArrowLeft': {
      const parent = groups.find(({ id }) => id === parentId);
      return parent === undefined ? null : move(parent.parentId, parent.id);
    }
    default:
      return null;
  }
}

/** All groups, each before what lies in it, as they stand below each other. */
export function outline(groups: readonly WatchGroup[], parentId: string | null): WatchGroup[] {
  return groups
    .filter((group) => group.parentId === parentId)
    .flatMap((group) => [group, ...outline(groups, group.id)]);
}

/** The group and those that it lies in, outermost first; empty where it is not there. */
export function pathTo(groups: readonly WatchGroup[], groupId: string | null): string[] {
  const group = groups.find(({ id }) => id === groupId);
  return group === undefined ? [] : [...pathTo(groups, group.parentId), group.id];
}

function entriesIn({ entries }: Content, groupId: string): WatchEntry[] {
  return entries.filter((entry) => entry.groupId === groupId);
}

function isWithin({ groups }: Content, group: WatchGroup, outerId: string): boolean {
  if (group.id === outerId) return true;
  const parent = groups.find(({ id }) => id === group.parentId);
  return parent !== undefined && isWithin({ groups, entries: [] }, parent, outerId);
}
