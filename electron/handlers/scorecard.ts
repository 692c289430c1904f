/** How ratings came out: prices read from the store, everything else calculated by the engine. */
import { setImmediate as pause } from 'node:timers/promises';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { type RatingStanding, ratingStates } from '../../shared/rating-state.ts';
import type { OwnRating, RatingView } from '../../shared/ratings.ts';
import type { Remark, Scorecard, ScorecardFilter, ScorecardRow } from '../../shared/scorecard.ts';
import type { Handlers } from '../dispatch.ts';
import { earnedGrades, overlappingRows, scoreGroups } from '../engine/score-groups.ts';
import { assessRating, ratingPath } from '../engine/scorecard.ts';
import type { JobOptions } from '../jobs/run-job.ts';
import { listRatings, listScales } from '../store/ratings.ts';
import type { Context } from './context.ts';
import { ownRatings } from './own-ratings.ts';
import { RatingCases } from './rating-cases.ts';
import { today } from './ratings.ts';
import type { RunningJobs } from './running-jobs.ts';

/** As long as nobody notices. */
const LONGEST_STRETCH_MS = 30;
/** What is done sooner needs no word of how far it is. */
const TOLD_AFTER_MS = 300;

type Said = { rating: RatingView; own: null } | { rating: OwnRating; own: OwnRating };

export function scorecardHandlers(
  context: Context,
  jobs: RunningJobs,
): Pick<Handlers, 'getScorecard' | 'getRatingPath'> {
  return {
    getScorecard: ({ jobId, ...filter }) =>
      jobId === undefined
        ? scorecard(context, filter, {})
        : jobs.run(jobId, (options) => scorecard(context, filter, options)),
    getRatingPath: ({ ratingId, isOwn }) => {
      const found = isOwn ? ownRatings(context) : listRatings(context.store.db);
      const rating = found.find(({ id }) => id === ratingId);
      if (rating === undefined) throw new AppError('not-found', message('rating.notFound'));
      const path = ratingPath(new RatingCases(context.store.db, [rating]).of(rating).said);
      const empty = { days: [], excess: [], securityReturn: [], benchmarkReturn: [] };
      return typeof path === 'string' ? { untold: path, path: empty } : { untold: null, path };
    },
  };
}

/** Others are answered in between: the bars of a thousand securities take a while to read. */
async function scorecard(
  context: Context,
  filter: ScorecardFilter,
  { onProgress, signal }: JobOptions,
): Promise<Scorecard> {
  const { db } = context.store;
  const day = today(context);
  const scales = new Map(listScales(db).map((scale) => [scale.id, scale]));
  const brokers = filter.include === 'own' ? [] : listRatings(db);
  const own = filter.include === 'brokers' ? [] : ownRatings(context);
  const standings = new Map([...ratingStates(brokers, scales, day), ...ratingStates(own, scales, day)]);
  const said: Said[] = [
    ...brokers.map((rating): Said => ({ rating, own: null })),
    ...own.map((rating): Said => ({ rating, own: rating })),
  ].filter(({ rating }) => isWanted(rating, filter));
  const cases = new RatingCases(
    db,
    said.map(({ rating }) => rating),
  );
  const rows: ScorecardRow[] = [];
  const startedAt = performance.now();
  let pausedAt = Number.NEGATIVE_INFINITY;
  for (const [done, each] of said.entries()) {
    if (performance.now() - pausedAt >= LONGEST_STRETCH_MS) {
      const isTold = performance.now() - startedAt >= TOLD_AFTER_MS;
      if (isTold) onProgress?.(done / said.length, message('rating.scoring', { done, count: said.length }));
      await pause();
      if (signal?.aborted) throw new AppError('cancelled', message('rating.scoringStopped'));
      pausedAt = performance.now();
    }
    const standing = standings.get(each.rating.id);
    if (standing !== undefined) rows.push(rowOf(each, standing, cases, day));
  }
  // It may have been locked in between.
  if (own.length > 0) ownRatings(context);
  const overlapping = overlappingRows(rows);
  for (const row of rows) if (overlapping.has(row.id)) row.remarks.push('overlaps');
  return { today: day, rows, groups: scoreGroups(rows), earned: earnedGrades(rows) };
}

function isWanted(rating: RatingView | OwnRating, { brokerIds, securityId, gradeId, from, to }: ScorecardFilter) {
  const { date } = rating;
  return (
    (brokerIds === undefined || ('brokerId' in rating && brokerIds.includes(rating.brokerId))) &&
    (securityId === undefined || rating.securityId === securityId) &&
    (gradeId === undefined || rating.gradeId === gradeId) &&
    (from === undefined || (date !== '' && date >= from)) &&
    (to === undefined || (date !== '' && date <= to))
  );
}

function rowOf({ rating, own }: Said, standing: RatingStanding, cases: RatingCases, day: string): ScorecardRow {
  const { id, securityId, scaleId, gradeId, date, targetPrice, currency } = rating;
  const { said, priceId, benchmarkId, kind } = cases.of(rating);
  const outcome = assessRating(said, day);
  const { start, adjustment } = outcome;
  const remarks: Remark[] = [];
  if (kind === 'stock' && adjustment === 'none') remarks.push('unadjusted');
  if (start !== null && start.day < date) remarks.push('old-start');
  if (own !== null && own.createdAt.slice(0, 10) > date) remarks.push('recorded-later');
  if (own === null && rating.isDatedByUser) remarks.push('dated-by-user');
  return {
    id,
    securityId,
    scaleId,
    gradeId,
    date,
    targetPrice,
    currency,
    isOwn: own !== null,
    brokerId: own === null ? rating.brokerId : '',
    sourceId: own === null ? rating.sourceId : '',
    factId: own === null ? rating.factId : null,
    standing,
    priceId,
    benchmarkId,
    outcome,
    remarks,
  };
}
