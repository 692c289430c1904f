/** How ratings came out: prices read from the store, everything else calculated by the engine. */

import { findJumps } from '../../shared/bar-checks.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { ordinalOf } from '../../shared/periods.ts';
import { ADJUSTMENTS } from '../../shared/price-bars.ts';
import { horizonDays, type RatingStanding, ratingStates } from '../../shared/rating-state.ts';
import { marketOfRating, type OwnRating, type RatingScale, type RatingView } from '../../shared/ratings.ts';
import {
  OLDEST_START_DAYS,
  type Remark,
  type Scorecard,
  type ScorecardFilter,
  type ScorecardRow,
} from '../../shared/scorecard.ts';
import type { Security } from '../../shared/securities.ts';
import type { Handlers } from '../dispatch.ts';
import { earnedGrades, overlappingRows, scoreGroups } from '../engine/score-groups.ts';
import { assessRating, type PriceLine, type RatingCase, ratingPath } from '../engine/scorecard.ts';
import { readBars } from '../store/price-bars.ts';
import { listBenchmarkChoices, listIndustryIndexes, listRatings, listScales } from '../store/ratings.ts';
import { findSecurity } from '../store/securities.ts';
import type { Db } from '../store/sqlite.ts';
import type { Context } from './context.ts';
import { ownRatings } from './own-ratings.ts';
import { today } from './ratings.ts';

type Said = { rating: RatingView; own: null } | { rating: OwnRating; own: OwnRating };

export function scorecardHandlers(context: Context): Pick<Handlers, 'getScorecard' | 'getRatingPath'> {
  return {
    getScorecard: (filter) => scorecard(context, filter),
    getRatingPath: ({ ratingId, isOwn }) => {
      const found = isOwn ? ownRatings(context) : listRatings(context.store.db);
      const rating = found.find(({ id }) => id === ratingId);
      if (rating === undefined) throw new AppError('not-found', message('rating.notFound'));
      const path = ratingPath(new Cases(context.store.db, [rating]).of(rating).said);
      const empty = { days: [], excess: [], securityReturn: [], benchmarkReturn: [] };
      return typeof path === 'string' ? { untold: path, path: empty } : { untold: null, path };
    },
  };
}

function scorecard(context: Context, filter: ScorecardFilter): Scorecard {
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
  const cases = new Cases(
    db,
    said.map(({ rating }) => rating),
  );
  const rows = said.flatMap((each) => {
    const standing = standings.get(each.rating.id);
    return standing === undefined ? [] : [rowOf(each, standing, cases, day)];
  });
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

function rowOf({ rating, own }: Said, standing: RatingStanding, cases: Cases, day: string): ScorecardRow {
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

type Found = { said: RatingCase; priceId: string; benchmarkId: string | null; kind: Security['kind'] };

/** What the engine needs of ratings. The bars of a security are read once, over the days that any of them needs. */
class Cases {
  readonly #db: Db;
  readonly #scales: ReadonlyMap<string, RatingScale>;
  readonly #choices: ReadonlyMap<string, string>;
  readonly #indexes: ReadonlyMap<string, string>;
  readonly #first: number;
  readonly #last: number;
  readonly #lines = new Map<string, PriceLine[]>();

  constructor(db: Db, ratings: readonly (RatingView | OwnRating)[]) {
    this.#db = db;
    this.#scales = new Map(listScales(db).map((scale) => [scale.id, scale]));
    this.#choices = new Map(
      listBenchmarkChoices(db).map(({ scaleId, market, securityId }) => [`${scaleId} ${market}`, securityId]),
    );
    this.#indexes = new Map(listIndustryIndexes(db).map(({ industryId, securityId }) => [industryId, securityId]));
    const days = ratings.flatMap(({ date, scaleId }) => {
      const horizon = this.#scales.get(scaleId)?.horizon;
      if (date === '' || horizon === undefined) return [];
      return [ordinalOf('day', date) - OLDEST_START_DAYS, ordinalOf('day', horizonDays(horizon, date).to)];
    });
    this.#first = Math.min(...days);
    this.#last = Math.max(...days) + OLDEST_START_DAYS;
  }

  of(rating: RatingView | OwnRating): Found {
    const { securityId, scaleId, gradeId, date, targetPrice, currency } = rating;
    const security = findSecurity(this.#db, securityId);
    const kind = security?.kind ?? 'stock';
    const priceId = this.#indexes.get(securityId) ?? securityId;
    const scale = this.#scales.get(scaleId);
    const benchmarkId = scale === undefined || security === undefined ? null : this.#benchmark(scale, security);
    const isDated = date !== '';
    const said: RatingCase = {
      date,
      scale,
      gradeId,
      targetPrice,
      currency,
      security: isDated ? this.#linesOf(priceId) : [],
      benchmark: benchmarkId === null ? null : isDated ? this.#linesOf(benchmarkId) : [],
    };
    return { said, priceId, benchmarkId, kind };
  }

  /** The user's choice, or the one index that the scale names for the market. */
  #benchmark({ id, benchmarks }: RatingScale, security: Security): string | null {
    const market = marketOfRating(security);
    const chosen = this.#choices.get(`${id} ${market}`);
    const named = benchmarks.find((each) => each.market === market)?.securityIds ?? [];
    return chosen ?? (named.length === 1 ? named[0] : null);
  }

  #linesOf(securityId: string): PriceLine[] {
    const known = this.#lines.get(securityId);
    if (known !== undefined) return known;
    const lines = ADJUSTMENTS.map((adjustment) => {
      const bars = readBars(this.#db, securityId, adjustment, this.#first, this.#last);
      const { currency, days, close } = bars;
      const jumps = adjustment === 'none' ? findJumps(bars) : [];
      return { adjustment, currency, days, closes: close, jumpDays: jumps.map(({ at }) => days[at]) };
    });
    this.#lines.set(securityId, lines);
    return lines;
  }
}
