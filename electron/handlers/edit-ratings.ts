/** The way of one edit of ratings: on disk first, then the other clients are told. */
import { AppError } from '../../shared/errors.ts';
import { type Message, message } from '../../shared/messages.ts';
import type { RatingChange } from '../../shared/rating-changes.ts';
import type { RatingsState } from '../../shared/rating-methods.ts';
import type { Step } from '../store/edit-log.ts';
import { commitRatingEdit, readRatingsState, stepRatingEdits } from '../store/rating-edits.ts';
import { findSource } from '../store/sources.ts';
import { type Db, sqliteCode } from '../store/sqlite.ts';
import type { Context } from './context.ts';

/** Does the edit. `label` is its name in the undo menu; `caller` already knows of it. */
export function editRatings(context: Context, caller: string, label: Message, changes: readonly RatingChange[]): void {
  const isNew = commitRatingEdit(context.store.db, label, changes, context.now());
  if (isNew) context.emit({ event: 'ratingsEdited' }, caller);
}

/** Undo and redo; null where there is nothing to do. */
export function stepRatings({ store: { db }, emit }: Context, caller: string, step: Step): RatingsState | null {
  try {
    if (!stepRatingEdits(db, step, (change) => checkSource(db, change))) return null;
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error;
    throw new AppError('invalid-value', message('rating.stepImpossible'));
  }
  emit({ event: 'ratingsEdited' }, caller);
  return readRatingsState(db);
}

/** Sources have undo steps of their own: one may be gone by now. */
function checkSource(db: Db, change: RatingChange): void {
  const put = change.change === 'putRating' ? change.rating : change.change === 'putScale' ? change.scale : null;
  if (put === null || put.sourceId === '' || findSource(db, put.sourceId) !== undefined) return;
  throw new AppError('invalid-value', message('rating.stepWithoutSource', { sourceId: put.sourceId }));
}
