/** Where a security stands in the watchlist's lists, for its page. */
import type { Handlers } from '../dispatch.ts';
import { findStoredFact } from '../store/fact-rows.ts';
import type { Db } from '../store/sqlite.ts';
import { findGroup, findWatchList, listEntriesOfSecurity } from '../store/watch-lists.ts';
import type { Context } from './context.ts';

export function placeHandlers({ store }: Context): Pick<Handlers, 'listPlaces'> {
  const { db } = store;
  return {
    listPlaces: ({ securityId }) =>
      listEntriesOfSecurity(db, securityId).flatMap(({ listId, groupId, factId }) => {
        const list = findWatchList(db, listId);
        if (list === undefined) return [];
        const wording = factId === null ? '' : (findStoredFact(db, factId)?.fact.wording ?? '');
        const { title, sourceId } = list;
        return [{ listId, list: title, sourceId, groups: groupsAround(db, groupId), factId, wording }];
      }),
  };
}

/** From the outermost in; none of ''. */
function groupsAround(db: Db, groupId: string) {
  const groups: { id: string; title: { zh: string; en: string } }[] = [];
  for (let group = findGroup(db, groupId); group !== undefined; ) {
    groups.unshift({ id: group.id, title: group.title });
    group = group.parentId === null ? undefined : findGroup(db, group.parentId);
  }
  return groups;
}
