/** The groups of a list, nested in each other, and their order. */
import { randomUUID } from 'node:crypto';
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { WatchGroup } from '../../shared/securities.ts';
import type { WatchChange } from '../../shared/watch-changes.ts';
import type { Handlers } from '../dispatch.ts';
import type { Db } from '../store/sqlite.ts';
import { findEntry, findGroup, listEntriesOfGroup, listGroups } from '../store/watch-lists.ts';
import type { Context } from './context.ts';
import { editWatchlist } from './edit-watchlist.ts';
import { placeBetween } from './positions.ts';
import { checkTitle, getOwnList } from './watch-lists.ts';

/** Deeper than any report goes; a list stays readable. */
const DEEPEST = 8;

export function watchGroupHandlers(context: Context): Pick<Handlers, 'putGroup' | 'moveGroup' | 'deleteGroup'> {
  const { db } = context.store;
  return {
    putGroup: ({ listId, groupId, parentId, title }, caller) => {
      getOwnList(db, listId);
      checkTitle(title);
      const said = inBoth('title', title);
      if (groupId !== undefined) {
        const group = { ...getGroup(db, groupId, listId), title };
        const result = editWatchlist(context, caller, message('watchlist.editGroup', said), [put(group)]);
        return { ...result, groupId };
      }
      if (parentId !== null) checkDepth(db, getGroup(db, parentId, listId), 1);
      const siblings = siblingsIn(db, listId, parentId);
      const position = (siblings.at(-1)?.position ?? 0) + 1;
      const group = { id: randomUUID(), listId, parentId, title, position };
      const result = editWatchlist(context, caller, message('watchlist.editGroupAdded', said), [put(group)]);
      return { ...result, groupId: group.id };
    },
    moveGroup: ({ groupId, parentId, afterId }, caller) => {
      const group = getGroup(db, groupId);
      getOwnList(db, group.listId);
      if (parentId !== null) {
        const parent = getGroup(db, parentId, group.listId);
        if (lineage(db, parent).some(({ id }) => id === groupId)) {
          throw new AppError('invalid-value', message('watchlist.groupIntoItself', inBoth('title', group.title)));
        }
        checkDepth(db, parent, heightOf(db, group));
      }
      const siblings = siblingsIn(db, group.listId, parentId).filter(({ id }) => id !== groupId);
      const at = afterId === null ? 0 : siblings.findIndex(({ id }) => id === afterId) + 1;
      if (afterId !== null && at === 0) throw new AppError('not-found', message('watchlist.groupNotFound'));
      const { moved, positions } = placeBetween(siblings, at, 1);
      const changes = [
        ...moved.map(({ item, position }) => put({ ...item, position })),
        put({ ...group, parentId, position: positions[0] }),
      ];
      return editWatchlist(context, caller, message('watchlist.editGroupMoved', inBoth('title', group.title)), changes);
    },
    deleteGroup: ({ groupId }, caller) => {
      const group = getGroup(db, groupId);
      getOwnList(db, group.listId);
      const label = message('watchlist.editGroupDeleted', inBoth('title', group.title));
      return editWatchlist(context, caller, label, [
        ...groupsUp(db, group),
        ...entriesUp(db, group),
        { change: 'dropGroup', groupId },
      ]);
    },
  };
}

function put(group: WatchGroup): WatchChange {
  return { change: 'putGroup', group };
}

/** The groups in it take its place. */
function groupsUp(db: Db, { id, listId, parentId }: WatchGroup): WatchChange[] {
  const siblings = siblingsIn(db, listId, parentId);
  const inner = siblingsIn(db, listId, id);
  const { moved, positions } = placeBetween(siblings, siblings.findIndex((each) => each.id === id) + 1, inner.length);
  return [
    ...moved.map(({ item, position }) => put({ ...item, position })),
    ...inner.map((each, at) => put({ ...each, parentId, position: positions[at] })),
  ];
}

/** The entries in it go behind those of the group that it lies in; one that stands there already stays there. */
function entriesUp(db: Db, { id, listId, parentId }: WatchGroup): WatchChange[] {
  const groupId = parentId ?? '';
  const last = listEntriesOfGroup(db, listId, groupId).at(-1)?.position ?? 0;
  return listEntriesOfGroup(db, listId, id).flatMap((entry, at): WatchChange[] => {
    const drop: WatchChange = { change: 'dropEntry', entry };
    if (findEntry(db, { ...entry, groupId }) !== undefined) return [drop];
    return [drop, { change: 'putEntry', entry: { ...entry, groupId, position: last + 1 + at } }];
  });
}

/** Of that list, where one is given. Throws AppError 'not-found'. */
export function getGroup(db: Db, groupId: string, listId?: string): WatchGroup {
  const group = findGroup(db, groupId);
  if (group === undefined || (listId !== undefined && group.listId !== listId)) {
    throw new AppError('not-found', message('watchlist.groupNotFound'));
  }
  return group;
}

function siblingsIn(db: Db, listId: string, parentId: string | null): WatchGroup[] {
  return listGroups(db, listId).filter((group) => group.parentId === parentId);
}

/** The group itself and those that it lies in. */
function lineage(db: Db, group: WatchGroup): WatchGroup[] {
  const parent = group.parentId === null ? undefined : findGroup(db, group.parentId);
  return parent === undefined ? [group] : [group, ...lineage(db, parent)];
}

/** How many levels the group and what lies in it have. */
function heightOf(db: Db, { id, listId }: WatchGroup): number {
  return 1 + Math.max(0, ...siblingsIn(db, listId, id).map((inner) => heightOf(db, inner)));
}

function checkDepth(db: Db, parent: WatchGroup, height: number): void {
  if (lineage(db, parent).length + height <= DEEPEST) return;
  throw new AppError('invalid-value', message('watchlist.groupTooDeep', { depth: DEEPEST }));
}
