/** What a list of the watchlist shows of brokers' ratings: the latest of each, with how it stands and the words of its grade. */
import { horizonCounter, standingAlone } from '../../shared/rating-state.ts';
import type { WatchListContent } from '../../shared/watchlist-methods.ts';
import { findEntity } from '../store/entities.ts';
import { listLatestRatings, listScales } from '../store/ratings.ts';
import type { Context } from './context.ts';
import { today } from './ratings.ts';
import { nameOf } from './unstored-facts.ts';

/** Of the securities of a list; without one, of all. */
export function shownRatings(
  context: Context,
  listId: string | undefined,
): Pick<WatchListContent, 'ratings' | 'brokers' | 'grades'> {
  const { db } = context.store;
  const day = today(context);
  const latest = listLatestRatings(db, day, listId);
  const scales = listScales(db);
  const horizons = new Map(scales.map(({ id, horizon }) => [id, horizon]));
  const horizonOf = horizonCounter();
  const ratings = latest.map((rating) => {
    const { state, to } = standingAlone(rating, horizons.get(rating.scaleId), day, horizonOf);
    return { ...rating, state, to };
  });
  const brokerIds = [...new Set(ratings.map(({ brokerId }) => brokerId))];
  return {
    ratings: ratings.sort((a, b) => Number(b.state === 'in-force') - Number(a.state === 'in-force')),
    brokers: brokerIds.map((id) => ({ id, name: nameOf(id, findEntity(db, id)) })),
    grades: scales.flatMap((scale) => scale.grades.map(({ id, name }) => ({ id, name, scaleId: scale.id }))),
  };
}
