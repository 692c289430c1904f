/** What brokers said, the scales that they said it by, and the indexes that the user chose. */
import { randomUUID } from 'node:crypto';
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { scaleFault } from '../../shared/rating-changes.ts';
import { ratingStates } from '../../shared/rating-state.ts';
import type { RatingScale, RatingView } from '../../shared/ratings.ts';
import type { Handlers } from '../dispatch.ts';
import { readRatingsState } from '../store/rating-edits.ts';
import {
  findRating,
  findScale,
  gradesInUse,
  listBenchmarkChoices,
  listIndustryIndexes,
  listRatings,
  listScales,
} from '../store/ratings.ts';
import {
  checkRatingDate,
  checkRatingSource,
  checkTarget,
  getBroker,
  getRatedSecurity,
  getScaleFor,
  getSecurityOf,
} from './check-rating.ts';
import type { Context } from './context.ts';
import { editRatings, stepRatings } from './edit-ratings.ts';

type RatingMethod =
  | 'listScales'
  | 'putScale'
  | 'deleteScale'
  | 'listRatings'
  | 'putRating'
  | 'deleteRating'
  | 'setRatingDate'
  | 'setBenchmark'
  | 'setIndustryIndex'
  | 'getRatingsState'
  | 'undoRatings'
  | 'redoRatings';

export function ratingHandlers(context: Context): Pick<Handlers, RatingMethod> {
  const { db } = context.store;
  return {
    listScales: () => ({
      scales: listScales(db),
      choices: listBenchmarkChoices(db),
      industryIndexes: listIndustryIndexes(db),
    }),
    putScale: ({ scale: given }, caller) => {
      const scale: RatingScale = { ...given, origin: 'own' };
      const before = findScale(db, scale.id);
      if (before !== undefined) checkOwnScale(before);
      if (scale.brokerId !== '') getBroker(db, scale.brokerId);
      checkRatingSource(db, scale.sourceId);
      for (const { securityIds } of scale.benchmarks) for (const id of securityIds) getSecurityOf(db, id, 'index');
      const fault = scaleFault(scale);
      if (fault !== null) throw new AppError('invalid-value', message(`rating.scaleFault.${fault}`));
      const kept = new Set(scale.grades.map(({ id }) => id));
      const lost = before === undefined ? undefined : usedGrades(context, scale.id).find((id) => !kept.has(id));
      if (lost !== undefined) {
        throw new AppError(
          'invalid-value',
          message('rating.gradeInUse', { gradeId: lost, ...inBoth('scale', scale.name) }),
        );
      }
      editRatings(context, caller, message('rating.editScale', inBoth('name', scale.name)), [
        { change: 'putScale', scale },
      ]);
      return scale;
    },
    deleteScale: ({ scaleId }, caller) => {
      const scale = getScale(context, scaleId);
      checkOwnScale(scale);
      if (usedGrades(context, scaleId).length > 0) {
        throw new AppError('invalid-value', message('rating.scaleInUse', inBoth('scale', scale.name)));
      }
      const choices = listBenchmarkChoices(db).filter((choice) => choice.scaleId === scaleId);
      editRatings(context, caller, message('rating.editScaleDeleted', inBoth('name', scale.name)), [
        ...choices.map((choice) => ({ change: 'setBenchmark' as const, ...choice, securityId: null })),
        { change: 'dropScale', scaleId },
      ]);
      return {};
    },

    listRatings: ({ securityId, day }) => {
      const ratings = listRatings(db, securityId);
      const scales = new Map(listScales(db).map((scale) => [scale.id, scale]));
      const standings = ratingStates(ratings, scales, day ?? today(context));
      return ratings.flatMap((rating) => {
        const standing = standings.get(rating.id);
        return standing === undefined ? [] : [{ rating, standing }];
      });
    },
    putRating: ({ rating: given }, caller) => {
      const { id = `own/${randomUUID()}` } = given;
      const before = findRating(db, id);
      if (before?.origin === 'bundled') throw new AppError('invalid-value', message('rating.bundled'));
      const security = getRatedSecurity(db, given.securityId);
      const broker = getBroker(db, given.brokerId);
      getScaleFor(db, given, security, broker);
      checkRatingDate(given.date, today(context));
      checkTarget(given);
      checkRatingSource(db, given.sourceId);
      const rating = { ...given, id, origin: 'own' as const, factId: null };
      const label = message('rating.editPut', {
        ...inBoth('broker', broker.name),
        ...inBoth('security', security.name),
      });
      editRatings(context, caller, label, [{ change: 'putRating', rating }]);
      return getRating(context, id);
    },
    deleteRating: ({ ratingId }, caller) => {
      const rating = getRating(context, ratingId);
      if (rating.origin === 'bundled') throw new AppError('invalid-value', message('rating.bundled'));
      const label = message('rating.editDeleted', namesOf(context, rating));
      editRatings(context, caller, label, [{ change: 'dropRating', ratingId }]);
      return {};
    },
    setRatingDate: ({ ratingId, date }, caller) => {
      const rating = getRating(context, ratingId);
      if (rating.date !== '' && !rating.isDatedByUser) {
        throw new AppError('invalid-value', message('rating.dateKnown', { date: rating.date }));
      }
      checkRatingDate(date, today(context));
      const label = message('rating.editDate', namesOf(context, rating));
      editRatings(context, caller, label, [{ change: 'setRatingDate', ratingId, date }]);
      return getRating(context, ratingId);
    },

    setBenchmark: (choice, caller) => {
      const scale = getScale(context, choice.scaleId);
      if (choice.securityId !== null) getSecurityOf(db, choice.securityId, 'index');
      const label = message('rating.editBenchmark', inBoth('scale', scale.name));
      editRatings(context, caller, label, [{ change: 'setBenchmark', ...choice }]);
      return listBenchmarkChoices(db);
    },
    setIndustryIndex: (choice, caller) => {
      const industry = getSecurityOf(db, choice.industryId, 'industry');
      if (choice.securityId !== null) getSecurityOf(db, choice.securityId, 'index');
      const label = message('rating.editIndustryIndex', inBoth('industry', industry.name));
      editRatings(context, caller, label, [{ change: 'setIndustryIndex', ...choice }]);
      return listIndustryIndexes(db);
    },

    getRatingsState: () => readRatingsState(db),
    undoRatings: (_, caller) => stepRatings(context, caller, 'undo'),
    redoRatings: (_, caller) => stepRatings(context, caller, 'redo'),
  };
}

/** ISO date. */
export function today({ now }: Pick<Context, 'now'>): string {
  return now().slice(0, 10);
}

function getScale({ store }: Context, scaleId: string): RatingScale {
  const scale = findScale(store.db, scaleId);
  if (scale === undefined) throw new AppError('not-found', message('rating.scaleNotFound', { scaleId }));
  return scale;
}

function getRating({ store }: Context, ratingId: string): RatingView {
  const rating = findRating(store.db, ratingId);
  if (rating === undefined) throw new AppError('not-found', message('rating.notFound'));
  return rating;
}

function checkOwnScale({ origin, name }: RatingScale): void {
  if (origin === 'bundled') throw new AppError('invalid-value', message('rating.scaleBundled', inBoth('scale', name)));
}

/** Grades that brokers' ratings or the analyst's own use: where there is a vault, it must be open to tell. */
function usedGrades({ store, vault }: Context, scaleId: string): string[] {
  const own = vault.exists ? vault.list('ownRating').filter((rating) => rating.scaleId === scaleId) : [];
  return [...gradesInUse(store.db, scaleId), ...own.map(({ gradeId }) => gradeId)];
}

function namesOf({ store: { db } }: Context, { brokerId, securityId }: RatingView) {
  return {
    ...inBoth('broker', getBroker(db, brokerId).name),
    ...inBoth('security', getRatedSecurity(db, securityId).name),
  };
}
