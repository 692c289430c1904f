/**
 * The rating scales and ratings that come with the program: `data/ratings/BROKER.json`, one file for each broker.
 * Grades, horizons and benchmarks name the facts that they are read from; the printed words are taken from these.
 */
import { z } from 'zod';
import type { Fact } from '../../shared/facts.ts';
import { gradeSchema, type Rating, type RatingScale, ratingScaleSchema, ratingSchema } from '../../shared/ratings.ts';
import { marketSchema } from '../../shared/securities.ts';
import { findRecordedRating, findScale, putRating, putScale } from './ratings.ts';
import { type Db, prepared } from './sqlite.ts';

const scale = ratingScaleSchema.shape;
const rating = ratingSchema.shape;
const factId = z.string();

const ratingFileSchema = z.strictObject({
  source: scale.sourceId,
  broker: scale.brokerId,
  scales: z.array(
    z.strictObject({
      id: scale.id,
      subjectKind: scale.subjectKind,
      name: scale.name,
      horizon: scale.horizon.pick({ from: true, to: true }).extend({ facts: z.array(factId).min(1) }),
      grades: z.array(gradeSchema.pick({ id: true, name: true, band: true }).extend({ fact: factId })),
      benchmarks: z.array(
        z.strictObject({ market: marketSchema, securities: z.array(rating.securityId), fact: factId }),
      ),
      note: scale.note,
    }),
  ),
  ratings: z.array(
    z.strictObject({
      id: rating.id,
      security: rating.securityId,
      scale: scale.id,
      grade: rating.gradeId,
      date: rating.date,
      fact: factId,
    }),
  ),
});

export type BundledRatings = { scales: RatingScale[]; ratings: Rating[] };

/** The scales and ratings of all files. Throws where one is malformed or names a fact that is not among `facts`: the data is the program's own. */
export function readBundledRatings(files: readonly string[], facts: readonly Fact[]): BundledRatings {
  const named = new Map(facts.map((fact) => [fact.id, fact]));
  const read = files.map((json) => readFile(json, named));
  return { scales: read.flatMap(({ scales }) => scales), ratings: read.flatMap(({ ratings }) => ratings) };
}

function readFile(json: string, facts: ReadonlyMap<string, Fact>): BundledRatings {
  const file = ratingFileSchema.parse(JSON.parse(json));
  const factOf = (id: string): Fact => {
    const fact = facts.get(id);
    if (fact === undefined) throw new Error(`A rating names the fact ${id}, which is not there`);
    return fact;
  };
  const { source: sourceId, broker: brokerId } = file;
  const scales = file.scales.map(
    ({ horizon: { facts: horizonFacts, ...horizon }, grades, benchmarks, ...rest }): RatingScale => ({
      ...rest,
      origin: 'bundled',
      brokerId,
      sourceId,
      horizon: {
        ...horizon,
        words: [...new Set(horizonFacts.map((id) => factOf(id).wording))].join('；'),
        factIds: horizonFacts,
      },
      grades: grades.map(({ fact, ...grade }) => ({ ...grade, words: factOf(fact).printed, factId: fact })),
      benchmarks: benchmarks.map(({ market, securities, fact }) => ({
        market,
        securityIds: securities,
        words: factOf(fact).wording,
        factId: fact,
      })),
    }),
  );
  const ratings = file.ratings.map(
    (said): Rating => ({
      id: said.id,
      origin: 'bundled',
      securityId: said.security,
      brokerId,
      scaleId: said.scale,
      gradeId: said.grade,
      date: said.date,
      targetPrice: null,
      currency: '',
      sourceId,
      factId: said.fact,
      note: factOf(said.fact).wording,
    }),
  );
  return { scales, ratings };
}

/**
 * Makes the store's bundled scales and ratings these. A rating that is gone goes; a scale stays as one of the user's
 * own, since private ratings may use it. Nothing of the user's own that has the id of one is touched.
 */
export function renewRatings(db: Db, { scales, ratings }: BundledRatings): void {
  for (const each of scales) if (findScale(db, each.id)?.origin !== 'own') putScale(db, each);
  for (const each of ratings) if (findRecordedRating(db, each.id)?.origin !== 'own') putRating(db, each);
  const ratingIds = JSON.stringify(ratings.map(({ id }) => id));
  const scaleIds = JSON.stringify(scales.map(({ id }) => id));
  const isGone = "origin = 'bundled' AND id NOT IN (SELECT value FROM json_each(?))";
  prepared(db, `DELETE FROM rating WHERE ${isGone}`).run(ratingIds);
  prepared(db, `UPDATE rating_scale SET origin = 'own' WHERE ${isGone}`).run(scaleIds);
}
