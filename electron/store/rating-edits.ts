/** The log of edits of ratings (edit-log.ts), and what each change does to the store. Each function that writes is one transaction. */
import { isDeepStrictEqual } from 'node:util';
import type { Message } from '../../shared/messages.ts';
import type { RatingChange } from '../../shared/rating-changes.ts';
import { readEditState, type Step, takeStep, writeEdit } from './edit-log.ts';
import {
  dropRating,
  dropScale,
  findRatingDate,
  findRecordedRating,
  findScale,
  listBenchmarkChoices,
  listIndustryIndexes,
  putRating,
  putScale,
  setBenchmark,
  setIndustryIndex,
  setRatingDate,
} from './ratings.ts';
import { type Db, inTransaction } from './sqlite.ts';

const LOG = 'rating_edit';

/** Applies a new edit and writes it with its inverse; false where the changes put only what is there already. */
export function commitRatingEdit(db: Db, label: Message, changes: readonly RatingChange[], at: string): boolean {
  return inTransaction(db, () => {
    const inverse: RatingChange[] = [];
    // One at a time: where a thing is changed twice, each inverse is of what was there just before.
    for (const change of changes) {
      inverse.unshift(inverseOf(db, change));
      apply(db, change);
    }
    if (isDeepStrictEqual(changes, inverse.toReversed())) return false;
    writeEdit(db, LOG, { at, label, changes, inverse });
    return true;
  });
}

/**
 * Takes the last edit back, or does the next one again; false where there is none.
 * @param check throws where a change can no longer be made: nothing is changed then
 */
export function stepRatingEdits(db: Db, step: Step, check: (change: RatingChange) => void): boolean {
  return inTransaction(db, () => {
    const changes = takeStep<RatingChange>(db, LOG, step);
    for (const change of changes ?? []) {
      check(change);
      apply(db, change);
    }
    return changes !== null;
  });
}

export function readRatingsState(db: Db) {
  return readEditState(db, LOG);
}

function apply(db: Db, change: RatingChange): void {
  switch (change.change) {
    case 'putScale':
      putScale(db, change.scale);
      break;
    case 'dropScale':
      dropScale(db, change.scaleId);
      break;
    case 'putRating':
      putRating(db, change.rating);
      break;
    case 'dropRating':
      dropRating(db, change.ratingId);
      break;
    case 'setRatingDate':
      setRatingDate(db, change.ratingId, change.date);
      break;
    case 'setBenchmark':
      setBenchmark(db, change.scaleId, change.market, change.securityId);
      break;
    case 'setIndustryIndex':
      setIndustryIndex(db, change.industryId, change.securityId);
  }
}

function inverseOf(db: Db, change: RatingChange): RatingChange {
  switch (change.change) {
    case 'putScale':
    case 'dropScale': {
      const scaleId = change.change === 'putScale' ? change.scale.id : change.scaleId;
      const scale = findScale(db, scaleId);
      return scale === undefined ? { change: 'dropScale', scaleId } : { change: 'putScale', scale };
    }
    case 'putRating':
    case 'dropRating': {
      const ratingId = change.change === 'putRating' ? change.rating.id : change.ratingId;
      const rating = findRecordedRating(db, ratingId);
      return rating === undefined ? { change: 'dropRating', ratingId } : { change: 'putRating', rating };
    }
    case 'setRatingDate':
      return { ...change, date: findRatingDate(db, change.ratingId) };
    case 'setBenchmark': {
      const { scaleId, market } = change;
      const chosen = listBenchmarkChoices(db).find((each) => each.scaleId === scaleId && each.market === market);
      return { ...change, securityId: chosen?.securityId ?? null };
    }
    case 'setIndustryIndex': {
      const chosen = listIndustryIndexes(db).find(({ industryId }) => industryId === change.industryId);
      return { ...change, securityId: chosen?.securityId ?? null };
    }
  }
}
