/**
 * Every security under all its names (renderer/kept-data.ts), and the lists that there are: kept up to date by the
 * edits of this window and the events of others. What depends on a list asks again when `version` grows.
 */
import { create } from 'zustand';
import type { SecurityView } from '../../shared/securities.ts';
import type { WatchChange } from '../../shared/watch-changes.ts';
import type { WatchListSummary, WatchResult, WatchState } from '../../shared/watchlist-methods.ts';
import { call, onConnection, onEvent } from '../api.ts';
import { stopping } from '../follow.ts';
import { type KeptData, keepData, UNREAD } from '../kept-data.ts';
import { showFailure } from '../shell/notices.tsx';

/** `version` counts what others changed: what this window did reaches its screens as changes. */
export type SecuritiesData = KeptData & {
  securities: ReadonlyMap<string, SecurityView>;
  lists: readonly WatchListSummary[];
  /** How many securities there are; null until the lists were read. */
  count: number | null;
  /** What undo and redo would do; null until it is known. */
  state: WatchState | null;
};

export const useSecurities = create<SecuritiesData>(() => ({
  ...UNREAD,
  securities: new Map(),
  lists: [],
  count: null,
  state: null,
}));

const keptSecurities = keepData(useSecurities, async () => {
  const securities = await call('listSecurities', {});
  return { securities: new Map(securities.map((security) => [security.id, security])) };
});

export const { load: loadSecurities, followEdits: followOthersEdits } = keptSecurities;

/** Keeps everything up to date with other windows, and after the host was away; returns how to stop. */
export function followSecurities(): () => void {
  const again = () => {
    keptSecurities.readAgain();
    if (useSecurities.getState().count !== null) void loadLists();
    keptSecurities.wereEdited();
  };
  return stopping(
    onEvent((event) => {
      // Without any list or security it tells of saved views.
      if (event.event === 'watchlistEdited' && event.listIds.length + event.securityIds.length > 0) again();
    }),
    onConnection((isConnected) => {
      if (isConnected) again();
    }),
  );
}

const listeners = new Set<(changes: readonly WatchChange[]) => void>();

/** Hears the changes that this window made. Returns a function that stops listening. */
export function onWatchChanges(listener: (changes: readonly WatchChange[]) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Waits for an edit and makes everything on screen follow it; throws where the edit was refused. */
export async function editWatchlist<R extends WatchResult | null>(edit: Promise<R>): Promise<R> {
  const result = await edit;
  if (result !== null) adopt(result);
  return result;
}

/** The same; a refusal becomes a notice, and null. */
export async function attemptWatchEdit<R extends WatchResult | null>(edit: Promise<R>): Promise<R | null> {
  try {
    return await editWatchlist(edit);
  } catch (failure) {
    showFailure(failure);
    return null;
  }
}

function adopt({ changes, state }: WatchResult): void {
  useSecurities.setState(({ securities }) => ({ state, securities: securitiesAfter(securities, changes) }));
  for (const listener of listeners) listener(changes);
  if (changes.some(({ change }) => /List$|Entry$|Security$/.test(change))) void loadLists();
}

/** Reads which lists there are, and what undo would do; a failure becomes a notice. */
export async function loadLists(): Promise<void> {
  try {
    const { lists, securityCount: count, state } = await call('listWatchLists', {});
    useSecurities.setState({ lists, count, state });
  } catch (failure) {
    showFailure(failure);
  }
}

function securitiesAfter(
  before: SecuritiesData['securities'],
  changes: readonly WatchChange[],
): SecuritiesData['securities'] {
  const touching = changes.filter(({ change }) => /Security$|Tags$/.test(change));
  if (touching.length === 0) return before;
  const after = new Map(before);
  for (const change of touching) {
    if (change.change === 'putSecurity') {
      const tags = after.get(change.security.id)?.tags ?? [];
      after.set(change.security.id, { ...change.security, tags });
    } else if (change.change === 'dropSecurity') {
      after.delete(change.securityId);
    } else if (change.change === 'putTags') {
      const security = after.get(change.securityId);
      if (security) after.set(change.securityId, { ...security, tags: change.tags });
    }
  }
  return after;
}
