/** The contents of lists as they were read last: shown at once, while they are read again. */
import type { WatchListContent } from '../../shared/watchlist-methods.ts';
import { CallError, call } from '../api.ts';

const MOST_KEPT = 4;

const kept = new Map<string, WatchListContent>();

/** '' is all securities; undefined of a list that was not read for some time. */
export function lastContent(listId: string): WatchListContent | undefined {
  return kept.get(listId);
}

export function keepContent(listId: string, content: WatchListContent): void {
  kept.delete(listId);
  kept.set(listId, content);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT) kept.delete(oldest);
}

/** Where it is not kept already. What cannot be read ahead is read when it is shown, and told then. */
export async function readListAhead(listId: string): Promise<void> {
  if (kept.has(listId)) return;
  try {
    keepContent(listId, await call('getWatchList', listId === '' ? {} : { listId }));
  } catch (failure) {
    if (!(failure instanceof CallError)) throw failure;
  }
}
