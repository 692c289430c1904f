/**
 * What the engine needs of ratings: scale, benchmark and prices. The bars of a security are read once, over the days
 * that its ratings need.
 */
import { findJumps } from '../../shared/bar-checks.ts';
import { ordinalOf } from '../../shared/periods.ts';
import { ADJUSTMENTS } from '../../shared/price-bars.ts';
import { horizonDays } from '../../shared/rating-state.ts';
import { marketOfRating, type OwnRating, type RatingScale, type RatingView } from '../../shared/ratings.ts';
import { OLDEST_START_DAYS } from '../../shared/scorecard.ts';
import type { Security } from '../../shared/securities.ts';
import type { PriceLine, RatingCase } from '../engine/scorecard.ts';
import { readCloses } from '../store/price-bars.ts';
import { listBenchmarkChoices, listIndustryIndexes, listScales } from '../store/ratings.ts';
import { findSecurity } from '../store/securities.ts';
import type { Db } from '../store/sqlite.ts';

export type FoundCase = { said: RatingCase; priceId: string; benchmarkId: string | null; kind: Security['kind'] };

/** A security may stand still for as long after the end of a horizon and it is told all the same. */
const LONGEST_WAIT_DAYS = 60;

type AnyRating = RatingView | OwnRating;
/** Days since 1970-01-01, both inclusive. */
type Span = { first: number; last: number };
/** Whose prices a rating is measured by. */
type Measured = { priceId: string; benchmarkId: string | null; kind: Security['kind'] };

export class RatingCases {
  readonly #db: Db;
  readonly #scales: ReadonlyMap<string, RatingScale>;
  readonly #choices: ReadonlyMap<string, string>;
  readonly #indexes: ReadonlyMap<string, string>;
  readonly #measured = new Map<AnyRating, Measured>();
  readonly #spans = new Map<string, Span>();
  readonly #lines = new Map<string, PriceLine[]>();

  constructor(db: Db, ratings: readonly AnyRating[]) {
    this.#db = db;
    this.#scales = new Map(listScales(db).map((scale) => [scale.id, scale]));
    this.#choices = new Map(
      listBenchmarkChoices(db).map(({ scaleId, market, securityId }) => [`${scaleId} ${market}`, securityId]),
    );
    this.#indexes = new Map(listIndustryIndexes(db).map(({ industryId, securityId }) => [industryId, securityId]));
    for (const rating of ratings) this.#note(rating);
  }

  /** Of one of the ratings that were given. */
  of(rating: AnyRating): FoundCase {
    const { scaleId, gradeId, date, targetPrice, currency } = rating;
    const { priceId, benchmarkId, kind } = this.#measured.get(rating) ?? this.#note(rating);
    const said: RatingCase = {
      date,
      scale: this.#scales.get(scaleId),
      gradeId,
      targetPrice,
      currency,
      security: this.#linesOf(priceId),
      benchmark: benchmarkId === null ? null : this.#linesOf(benchmarkId),
    };
    return { said, priceId, benchmarkId, kind };
  }

  #note(rating: AnyRating): Measured {
    const { securityId, scaleId, date } = rating;
    const security = findSecurity(this.#db, securityId);
    const scale = this.#scales.get(scaleId);
    const priceId = this.#indexes.get(securityId) ?? securityId;
    const benchmarkId = scale === undefined || security === undefined ? null : this.#benchmark(scale, security);
    const measured = { priceId, benchmarkId, kind: security?.kind ?? 'stock' };
    this.#measured.set(rating, measured);
    if (date !== '' && scale !== undefined) {
      const first = ordinalOf('day', date) - OLDEST_START_DAYS;
      // The end is told once there is a day on or after it.
      const last = ordinalOf('day', horizonDays(scale.horizon, date).to) + LONGEST_WAIT_DAYS;
      for (const id of [priceId, benchmarkId]) {
        if (id === null) continue;
        const before = this.#spans.get(id) ?? { first, last };
        this.#spans.set(id, { first: Math.min(before.first, first), last: Math.max(before.last, last) });
      }
    }
    return measured;
  }

  /** The user's choice, or the one index that the scale names for the market. */
  #benchmark({ id, benchmarks }: RatingScale, security: Security): string | null {
    const market = marketOfRating(security);
    const chosen = this.#choices.get(`${id} ${market}`);
    const named = benchmarks.find((each) => each.market === market)?.securityIds ?? [];
    return chosen ?? (named.length === 1 ? named[0] : null);
  }

  /** None of what only undated ratings are of. */
  #linesOf(securityId: string): PriceLine[] {
    const known = this.#lines.get(securityId);
    if (known !== undefined) return known;
    const span = this.#spans.get(securityId);
    const lines = span === undefined ? [] : ADJUSTMENTS.map((adjustment) => this.#read(securityId, adjustment, span));
    this.#lines.set(securityId, lines);
    return lines;
  }

  #read(securityId: string, adjustment: PriceLine['adjustment'], { first, last }: Span): PriceLine {
    const bars = readCloses(this.#db, securityId, adjustment, first, last);
    const { currency, days, close } = bars;
    const jumps = adjustment === 'none' ? findJumps(bars) : [];
    return { adjustment, currency, days, closes: close, jumpDays: jumps.map(({ at }) => days[at]) };
  }
}
