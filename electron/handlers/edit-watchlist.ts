/**
 * The way of one edit of securities and lists, the same for every method that makes one: on disk first, then the
 * other clients are told.
 */
import { AppError } from '../../shared/errors.ts';
import { type Message, message } from '../../shared/messages.ts';
import type { WatchChange } from '../../shared/watch-changes.ts';
import type { WatchResult } from '../../shared/watchlist-methods.ts';
import type { Step } from '../store/edit-log.ts';
import { readFactsState } from '../store/fact-edits.ts';
import { sqliteCode } from '../store/sqlite.ts';
import { commitWatchEdit, stepWatchEdit } from '../store/watch-edits.ts';
import type { Context } from './context.ts';

/** An event names so many securities at most; screens that show more ask again. */
const MOST_TOLD = 1000;

/** Does the edit. `label` is its name in the undo menu and the history; `caller` already knows of it. */
export function editWatchlist(
  context: Context,
  caller: string,
  label: Message,
  changes: readonly WatchChange[],
): WatchResult {
  return tell(context, caller, commitWatchEdit(context.store.db, label, changes, context.now()));
}

/** Takes the last edit back, or does it again; null where there is none. */
export function stepWatchlist(context: Context, caller: string, step: Step): WatchResult | null {
  try {
    const result = stepWatchEdit(context.store.db, step);
    return result && tell(context, caller, result);
  } catch (error) {
    // An update of the program took away a security that the edit needs, or one got prices since it was made.
    if (sqliteCode(error) !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error;
    throw new AppError('invalid-value', message('watchlist.stepImpossible'));
  }
}

function tell(context: Context, caller: string, result: WatchResult): WatchResult {
  const { changes, state } = result;
  if (changes.length === 0) return result;
  const listIds = [...new Set(changes.map(listOf).filter((id) => id !== null))];
  const securityIds = [...new Set(changes.map(securityOf).filter((id) => id !== null))].slice(0, MOST_TOLD);
  context.emit({ event: 'watchlistEdited', listIds, securityIds, state }, caller);
  if (changes.some(({ change }) => change === 'putEntity' || change === 'dropEntity')) {
    context.emit({ event: 'factsEdited', factIds: [], state: readFactsState(context.store.db) }, null);
  }
  return result;
}

function listOf(change: WatchChange): string | null {
  if ('entry' in change) return change.entry.listId;
  if ('list' in change) return change.list.id;
  if ('group' in change) return change.group.listId;
  return 'listId' in change ? change.listId : null;
}

function securityOf(change: WatchChange): string | null {
  if ('entry' in change) return change.entry.securityId;
  if ('security' in change) return change.security.id;
  return 'securityId' in change ? change.securityId : null;
}
