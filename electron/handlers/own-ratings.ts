/** The analyst's own ratings and price targets: private, in the vault. What was said before stays. */
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { ratingStates } from '../../shared/rating-state.ts';
import type { OwnRating } from '../../shared/ratings.ts';
import type { Handlers } from '../dispatch.ts';
import { listScales } from '../store/ratings.ts';
import { checkRatingDate, checkTarget, getRatedSecurity, getScaleFor } from './check-rating.ts';
import type { Context } from './context.ts';
import { today } from './ratings.ts';

type OwnRatingMethod = 'listOwnRatings' | 'putOwnRating' | 'deleteOwnRating';

export function ownRatingHandlers(context: Context): Pick<Handlers, OwnRatingMethod> {
  const { db } = context.store;
  const { vault, emit } = context;
  return {
    listOwnRatings: ({ securityId, day }) => {
      const ratings = ownRatings(context, securityId);
      const scales = new Map(listScales(db).map((scale) => [scale.id, scale]));
      const standings = ratingStates(ratings, scales, day ?? today(context));
      return ratings.flatMap((rating) => {
        const standing = standings.get(rating.id);
        return standing === undefined ? [] : [{ rating, standing }];
      });
    },
    putOwnRating: ({ rating: { id = randomUUID(), createdAt = context.now(), ...given } }, caller) => {
      const rating = { id, createdAt, ...given };
      // Asked first: a locked vault is the answer whatever else is wrong.
      if (vault.find('ownRating', id) !== undefined) {
        throw new AppError('invalid-value', message('rating.ownKept'));
      }
      getScaleFor(db, rating, getRatedSecurity(db, rating.securityId));
      checkRatingDate(rating.date, today(context));
      checkTarget(rating);
      vault.write([{ put: 'ownRating', record: rating }]);
      emit({ event: 'ratingsEdited' }, caller);
      return rating;
    },
    deleteOwnRating: ({ ratingId }, caller) => {
      const rating = vault.find('ownRating', ratingId);
      if (rating === undefined) throw new AppError('not-found', message('rating.notFound'));
      vault.write([{ drop: 'ownRating', id: ratingId }]);
      emit({ event: 'ratingsEdited' }, caller);
      return rating;
    },
  };
}

/** Newest first: by date, then by when it was recorded. Throws 'vault-locked' or 'vault-missing'. */
export function ownRatings({ vault }: Pick<Context, 'vault'>, securityId?: string): OwnRating[] {
  return vault
    .list('ownRating')
    .filter((rating) => securityId === undefined || rating.securityId === securityId)
    .sort((a, b) => b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt));
}
