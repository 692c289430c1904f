/**
 * The log of edits of securities and lists, as fact-edits.ts is for facts: changes are applied, and written with
 * what takes them back, in one transaction.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Message } from '../../shared/messages.ts';
import type { WatchChange } from '../../shared/watch-changes.ts';
import type { WatchResult, WatchState } from '../../shared/watchlist-methods.ts';
import { readEditState, type Step, takeStep, writeEdit } from './edit-log.ts';
import { dropEntity, findEntity, putEntity } from './entities.ts';
import { dropSecurity, findSecurity, findTags, putSecurity, putTags } from './securities.ts';
import { type Db, inTransaction } from './sqlite.ts';
import { isUsed } from './uses.ts';
import {
  dropEntry,
  dropGroup,
  dropWatchList,
  findEntry,
  findGroup,
  findWatchList,
  putEntry,
  putGroup,
  putWatchList,
} from './watch-lists.ts';

/** Applies a new edit and writes it with its inverse; without changes where they put only what is there already. */
export function commitWatchEdit(db: Db, label: Message, changes: readonly WatchChange[], at: string): WatchResult {
  return inTransaction(db, () => {
    const inverse: WatchChange[] = [];
    // One at a time: where a thing is changed twice, each inverse is of what was there just before.
    for (const change of changes) {
      inverse.push(inverseOf(db, change));
      apply(db, change);
    }
    if (isDeepStrictEqual(changes, inverse)) return { changes: [], state: readWatchState(db) };
    writeEdit(db, 'watch_edit', { at, label, changes, inverse: inverse.toReversed() });
    return { changes: [...changes], state: readWatchState(db) };
  });
}

/** Takes the last done edit back, or does the first undone one again; null where there is none. */
export function stepWatchEdit(db: Db, step: Step): WatchResult | null {
  return inTransaction(db, () => {
    const changes = takeStep<WatchChange>(db, 'watch_edit', step);
    if (changes === null) return null;
    for (const change of changes) apply(db, change);
    return { changes, state: readWatchState(db) };
  });
}

export function readWatchState(db: Db): WatchState {
  return readEditState(db, 'watch_edit');
}

/** What takes `change` back, read before it is applied. */
function inverseOf(db: Db, change: WatchChange): WatchChange {
  switch (change.change) {
    case 'putSecurity':
    case 'dropSecurity': {
      const securityId = change.change === 'putSecurity' ? change.security.id : change.securityId;
      const view = findSecurity(db, securityId);
      if (view === undefined) return { change: 'dropSecurity', securityId };
      const { tags: _, ...security } = view;
      return { change: 'putSecurity', security };
    }
    case 'putEntity':
    case 'dropEntity': {
      const entityId = change.change === 'putEntity' ? change.entity.id : change.entityId;
      const entity = findEntity(db, entityId);
      return entity === undefined ? { change: 'dropEntity', entityId } : { change: 'putEntity', entity };
    }
    case 'putTags':
      return { ...change, tags: findTags(db, change.securityId) };
    case 'putList':
    case 'dropList': {
      const listId = change.change === 'putList' ? change.list.id : change.listId;
      const list = findWatchList(db, listId);
      return list === undefined ? { change: 'dropList', listId } : { change: 'putList', list };
    }
    case 'putGroup':
    case 'dropGroup': {
      const groupId = change.change === 'putGroup' ? change.group.id : change.groupId;
      const group = findGroup(db, groupId);
      return group === undefined ? { change: 'dropGroup', groupId } : { change: 'putGroup', group };
    }
    case 'putEntry':
    case 'dropEntry': {
      const { listId, groupId, securityId } = change.entry;
      const entry = findEntry(db, change.entry);
      if (entry === undefined) return { change: 'dropEntry', entry: { listId, groupId, securityId } };
      return { change: 'putEntry', entry };
    }
  }
}

function apply(db: Db, change: WatchChange): void {
  switch (change.change) {
    case 'putSecurity':
      putSecurity(db, change.security);
      return;
    case 'dropSecurity':
      dropSecurity(db, change.securityId);
      return;
    case 'putEntity':
      // It may have stayed when the edit was taken back, and have got other names since.
      if (findEntity(db, change.entity.id) === undefined) putEntity(db, change.entity);
      return;
    case 'dropEntity':
      if (!isUsed(db, 'entity', change.entityId)) dropEntity(db, change.entityId);
      return;
    case 'putTags':
      putTags(db, change.securityId, change.tags);
      return;
    case 'putList':
      putWatchList(db, change.list);
      return;
    case 'dropList':
      dropWatchList(db, change.listId);
      return;
    case 'putGroup':
      putGroup(db, change.group);
      return;
    case 'dropGroup':
      dropGroup(db, change.groupId);
      return;
    case 'putEntry':
      putEntry(db, change.entry);
      return;
    case 'dropEntry':
      dropEntry(db, change.entry);
      return;
  }
}
