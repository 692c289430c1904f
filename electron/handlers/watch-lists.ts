/** The lists in which securities are watched. Those of the reports are read-only; a copy of one is the user's own. */
import { randomUUID } from 'node:crypto';
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import type { LocalText } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import type { WatchList } from '../../shared/securities.ts';
import type { WatchChange } from '../../shared/watch-changes.ts';
import type { Handlers } from '../dispatch.ts';
import { findQuotes } from '../store/price-bars.ts';
import { countSecurities, listSecurities } from '../store/securities.ts';
import type { Db } from '../store/sqlite.ts';
import { readWatchState } from '../store/watch-edits.ts';
import { findWatchList, listEntries, listGroups, listWatchLists } from '../store/watch-lists.ts';
import { dropWatchView, listWatchViews, putWatchView } from '../store/watch-views.ts';
import { isBlank } from './check-fact.ts';
import type { Context } from './context.ts';
import { editWatchlist, stepWatchlist } from './edit-watchlist.ts';
import { shownRatings } from './shown-ratings.ts';

type ListMethod =
  | 'listWatchLists'
  | 'getWatchList'
  | 'putList'
  | 'duplicateList'
  | 'deleteList'
  | 'undoWatchlist'
  | 'redoWatchlist'
  | 'listWatchViews'
  | 'putWatchView'
  | 'deleteWatchView';

export function watchListHandlers(context: Context): Pick<Handlers, ListMethod> {
  const { db } = context.store;
  return {
    listWatchLists: () => ({
      lists: listWatchLists(db),
      securityCount: countSecurities(db),
      state: readWatchState(db),
    }),
    getWatchList: ({ listId }) => {
      const list = listId === undefined ? null : getList(db, listId);
      const securities = listSecurities(db, listId);
      const quotes = findQuotes(
        db,
        securities.map(({ id }) => id),
      );
      return {
        list,
        groups: listId === undefined ? [] : listGroups(db, listId),
        entries: listId === undefined ? [] : listEntries(db, listId),
        securities,
        quotes: [...quotes.values()],
        ...shownRatings(context, listId),
        state: readWatchState(db),
      };
    },
    putList: ({ listId, title, note }, caller) => {
      checkTitle(title);
      const before = listId === undefined ? null : getOwnList(db, listId);
      const list = before === null ? newList(db, title, note) : { ...before, title, note };
      const key = before === null ? 'watchlist.editListAdded' : 'watchlist.editList';
      const label = message(key, inBoth('title', title));
      return { ...editWatchlist(context, caller, label, [{ change: 'putList', list }]), listId: list.id };
    },
    duplicateList: ({ listId, title }, caller) => {
      const { note } = getList(db, listId);
      checkTitle(title);
      const list = newList(db, title, note);
      const label = message('watchlist.editListAdded', inBoth('title', title));
      const changes: WatchChange[] = [{ change: 'putList', list }, ...copyOfContent(db, listId, list.id)];
      return { ...editWatchlist(context, caller, label, changes), listId: list.id };
    },
    deleteList: ({ listId }, caller) => {
      const { title } = getOwnList(db, listId);
      const changes: WatchChange[] = [
        ...listEntries(db, listId).map((entry): WatchChange => ({ change: 'dropEntry', entry })),
        ...listGroups(db, listId).map(({ id }): WatchChange => ({ change: 'dropGroup', groupId: id })),
        { change: 'dropList', listId },
      ];
      return editWatchlist(context, caller, message('watchlist.editListDeleted', inBoth('title', title)), changes);
    },
    undoWatchlist: (_, caller) => stepWatchlist(context, caller, 'undo'),
    redoWatchlist: (_, caller) => stepWatchlist(context, caller, 'redo'),

    listWatchViews: () => listWatchViews(db),
    putWatchView: ({ view }, caller) => {
      putWatchView(db, view);
      context.emit({ event: 'watchlistEdited', listIds: [], securityIds: [], state: readWatchState(db) }, caller);
      return view;
    },
    deleteWatchView: ({ viewId }, caller) => {
      if (!dropWatchView(db, viewId)) throw new AppError('not-found', message('watchlist.viewNotFound'));
      context.emit({ event: 'watchlistEdited', listIds: [], securityIds: [], state: readWatchState(db) }, caller);
      return {};
    },
  };
}

/** Throws AppError 'not-found'. */
export function getList(db: Db, listId: string): WatchList {
  const list = findWatchList(db, listId);
  if (list === undefined) throw new AppError('not-found', message('watchlist.listNotFound', { listId }));
  return list;
}

/** Throws AppError 'not-found', or 'invalid-value' of a report's list. */
export function getOwnList(db: Db, listId: string): WatchList {
  const list = getList(db, listId);
  if (list.origin === 'own') return list;
  throw new AppError('invalid-value', message('watchlist.listBundled', inBoth('title', list.title)));
}

export function checkTitle(title: LocalText): void {
  if (isBlank(title)) throw new AppError('invalid-name', message('watchlist.titleEmpty'));
}

/** Behind the user's other lists. */
function newList(db: Db, title: LocalText, note: LocalText): WatchList {
  const own = listWatchLists(db).filter(({ origin }) => origin === 'own');
  const position = Math.max(0, ...own.map((list) => list.position)) + 1;
  return { id: randomUUID(), origin: 'own', title, note, sourceId: '', position };
}

function copyOfContent(db: Db, fromId: string, listId: string): WatchChange[] {
  const groups = listGroups(db, fromId);
  const idOfCopy = new Map(groups.map(({ id }) => [id, randomUUID() as string]));
  const copyOf = (groupId: string) => idOfCopy.get(groupId) ?? '';
  return [
    ...groups.map((group): WatchChange => {
      const parentId = group.parentId === null ? null : copyOf(group.parentId);
      return { change: 'putGroup', group: { ...group, id: copyOf(group.id), listId, parentId } };
    }),
    ...listEntries(db, fromId).map((entry): WatchChange => {
      const groupId = entry.groupId === '' ? '' : copyOf(entry.groupId);
      return { change: 'putEntry', entry: { ...entry, listId, groupId } };
    }),
  ];
}
