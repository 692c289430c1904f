/** Brokers' ratings by security, with the words of their grades: for every list the same, asked for once. */
import { useMemo } from 'react';
import type { LocalText } from '../../../shared/language.ts';
import type { ListedRating } from '../../../shared/rating-methods.ts';
import type { RatingScale } from '../../../shared/ratings.ts';
import { useAnswer } from './use-answer.ts';

export type RatingsData = {
  /** The newest of each broker, in force first, then the newest. */
  bySecurity: ReadonlyMap<string, readonly ListedRating[]>;
  gradeOf: (rating: { scaleId: string; gradeId: string }) => LocalText;
};

const EVENTS = ['ratingsEdited'] as const;

export function useRatings(): RatingsData {
  const ratings = useAnswer('listRatings', {}, EVENTS);
  const scales = useAnswer('listScales', {}, EVENTS);
  return useMemo(() => {
    const bySecurity = new Map<string, ListedRating[]>();
    for (const listed of ratings ?? []) {
      const { securityId, brokerId } = listed.rating;
      const known = bySecurity.get(securityId) ?? [];
      // They come newest first.
      if (known.some(({ rating }) => rating.brokerId === brokerId)) continue;
      bySecurity.set(securityId, [...known, listed]);
    }
    for (const listed of bySecurity.values()) listed.sort((a, b) => rankOf(a) - rankOf(b));
    return { bySecurity, gradeOf: gradeNames(scales?.scales ?? []) };
  }, [ratings, scales]);
}

/** A function that gives the name of a rating's grade. */
export function gradeNames(scales: readonly RatingScale[]): RatingsData['gradeOf'] {
  const names = new Map(
    scales.flatMap(({ id, grades }) => grades.map((grade) => [`${id} ${grade.id}`, grade.name] as const)),
  );
  return ({ scaleId, gradeId }) => names.get(`${scaleId} ${gradeId}`) ?? { zh: gradeId, en: gradeId };
}

function rankOf({ standing }: ListedRating): number {
  return standing.state === 'in-force' ? 0 : 1;
}

/** The newest target that a broker in force names. */
export function targetOf(listed: readonly ListedRating[] | undefined): ListedRating['rating'] | undefined {
  return listed?.find(({ rating, standing }) => standing.state === 'in-force' && rating.targetPrice !== null)?.rating;
}
