/**
 * The way of one edit of facts, the same for every method that makes one: on disk first, then the
 * sheets that use the facts are recalculated, then the other clients are told.
 */
import { AppError } from '../../shared/errors.ts';
import type { FactChange } from '../../shared/fact-changes.ts';
import type { FactsResult } from '../../shared/fact-methods.ts';
import { type Message, message } from '../../shared/messages.ts';
import { commitFactEdit, type DoneFactEdit, readFactsState, redoFactEdit, undoFactEdit } from '../store/fact-edits.ts';
import { readFacts } from '../store/facts.ts';
import { seriesOverFacts } from '../store/series-facts.ts';
import { countUses, findSource } from '../store/sources.ts';
import { type Db, sqliteCode } from '../store/sqlite.ts';
import type { Context } from './context.ts';
import { recalculateSheets } from './recalculate-sheets.ts';

/** An answer or event names and shows so many facts at most; screens that show more ask again. */
export const MOST_TOLD = 1000;

/** Does the edit. `label` is its name in the undo menu and the history; `caller` already knows of it. */
export function editFacts(
  context: Context,
  caller: string,
  label: Message,
  changes: readonly FactChange[],
): FactsResult {
  const { db } = context.store;
  const done = commitFactEdit(db, label, changes, context.now());
  return done === null ? { facts: [], state: readFactsState(db) } : tell(context, caller, done);
}

/** Null where there is nothing to take back. */
export function undoFacts(context: Context, caller: string): FactsResult | null {
  return stepBackOrForth(context, caller, undoFactEdit);
}

/** Null where there is nothing to do again. */
export function redoFacts(context: Context, caller: string): FactsResult | null {
  return stepBackOrForth(context, caller, redoFactEdit);
}

function stepBackOrForth(context: Context, caller: string, step: typeof undoFactEdit): FactsResult | null {
  try {
    const { db } = context.store;
    const done = step(db, (change) => checkUnused(db, change));
    return done === null ? null : tell(context, caller, done);
  } catch (error) {
    // An update of the program took away a source or an entity that the edit needs.
    if (sqliteCode(error) !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error;
    throw new AppError('invalid-value', message('fact.stepImpossible'));
  }
}

/** Ratings have undo steps of their own: one may hang from a source by now. */
function checkUnused(db: Db, change: FactChange): void {
  if (change.change !== 'dropSource') return;
  const { sourceId } = change;
  const uses = countUses(db, sourceId);
  const title = findSource(db, sourceId)?.title ?? sourceId;
  if (uses.ratings > 0) throw new AppError('invalid-value', message('fact.sourceInUse', { title, ...uses }), uses);
}

function tell(context: Context, caller: string, { factIds, state }: DoneFactEdit): FactsResult {
  const seriesIds = seriesOverFacts(context.store.db, factIds);
  recalculateSheets(context, { factIds, seriesIds });
  const told = factIds.slice(0, MOST_TOLD);
  context.emit({ event: 'factsEdited', factIds: told, state }, caller);
  if (seriesIds.length > 0) context.emit({ event: 'seriesEdited', seriesIds }, null);
  return { facts: readFacts(context.store.db, told), state };
}
