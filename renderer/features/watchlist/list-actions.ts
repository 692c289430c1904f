/** What can be done with the rows of an own list: removing and dissolving, and moving them by dragging or with Alt and the arrows. */
import type { WatchListContent } from '../../../shared/watchlist-methods.ts';
import { call } from '../../api.ts';
import { attemptWatchEdit } from '../../securities/securities-store.ts';
import type { TableDrag } from '../../ui/data-table/table-drag.ts';
import { dropOfEntries, dropOfGroup, placesAt, stepOfEntry, stepOfGroup } from './moves.ts';
import type { EntryRow, GroupRow, WatchRow } from './watch-rows.ts';

export type ListActions = ReturnType<typeof listActions>;

export function listActions(content: WatchListContent, listId: string) {
  const keysOf = (rows: readonly EntryRow[]) =>
    rows.map(({ entry, security }) => ({ groupId: entry?.groupId ?? '', securityId: security.id }));
  const move = (rows: readonly EntryRow[], to: { groupId: string; afterId: string | null }) =>
    attemptWatchEdit(call('moveEntries', { listId, entries: keysOf(rows), groupId: to.groupId, afterId: to.afterId }));
  const moveGroup = ({ groupId, parentId, afterId }: ReturnType<typeof dropOfGroup>) =>
    attemptWatchEdit(call('moveGroup', { groupId, parentId, afterId }));
  return {
    remove: (rows: readonly EntryRow[]) => attemptWatchEdit(call('removeEntries', { listId, entries: keysOf(rows) })),
    dissolve: ({ group }: GroupRow) => attemptWatchEdit(call('deleteGroup', { groupId: group.id })),
    drag: (chosen: (row: EntryRow) => EntryRow[]): TableDrag<WatchRow> => ({
      placesAt: (dragged, target) => placesAt(content, dragged, target),
      drop: (dragged, target, place) => {
        if (dragged.kind === 'entry') {
          const moving = chosen(dragged);
          void move(moving, dropOfEntries(content, moving, target, place));
        } else if (target.kind === 'group') {
          void moveGroup(dropOfGroup(content, dragged, target, place));
        }
      },
      step: (row, key) => {
        if (row.kind === 'group') {
          const to = stepOfGroup(content, row, key);
          if (to !== null) void moveGroup(to);
          return to?.key ?? null;
        }
        const to = stepOfEntry(content, row, key);
        if (to !== null) void move([row], to);
        return to?.key ?? null;
      },
    }),
  };
}
