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

/** A list that is aimed at is often pressed before its answer is there. */
let underWay: { listId: string; answer: Promise<WatchListContent> } | null = null;

/** Where it is not kept already. What cannot be read ahead is read when it is shown, and told then. */
export async function readListAhead(listId: string): Promise<void> {
  if (kept.has(listId) || underWay !== null) return;
  const asked = { listId, answer: askForContent(listId) };
  underWay = asked;
  try {
    keepContent(listId, await asked.answer);
  } catch (failure) {
    if (!(failure instanceof CallError)) throw failure;
  } finally {
    underWay = null;
  }
}

/** What is being read ahead already, or else asked for now. */
export function firstContent(listId: string): Promise<WatchListContent> {
  return underWay?.listId === listId ? underWay.answer : askForContent(listId);
}

export function askForContent(listId: string): Promise<WatchListContent> {
  const answer = call('getWatchList', listId === '' ? {} : { listId });
  // A failure is shown by who hears the answer; until then it is no bug.
  answer.catch(() => undefined);
  return answer;
}
