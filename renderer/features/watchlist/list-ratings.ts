/** Brokers' ratings of the list that is shown, by security, with the words of their grades. */
import type { LocalText } from '../../../shared/language.ts';
import type { ShownRating, WatchListContent } from '../../../shared/watchlist-methods.ts';

export type RatingsData = {
  /** The latest of each broker, those in force first, then the newest. */
  bySecurity: ReadonlyMap<string, readonly ShownRating[]>;
  gradeOf: (rating: { scaleId: string; gradeId: string }) => LocalText;
  brokerOf: (brokerId: string) => LocalText;
};

export function ratingsOf(content: WatchListContent | undefined): RatingsData {
  const grades = new Map((content?.grades ?? []).map(({ scaleId, id, name }) => [`${scaleId} ${id}`, name]));
  const brokers = new Map((content?.brokers ?? []).map(({ id, name }) => [id, name]));
  return {
    bySecurity: Map.groupBy(content?.ratings ?? [], ({ securityId }) => securityId),
    gradeOf: ({ scaleId, gradeId }) => grades.get(`${scaleId} ${gradeId}`) ?? { zh: gradeId, en: gradeId },
    brokerOf: (brokerId) => brokers.get(brokerId) ?? { zh: brokerId, en: brokerId },
  };
}

/** The newest target that a broker in force names. */
export function targetOf(listed: readonly ShownRating[] | undefined): ShownRating | undefined {
  return listed?.find(({ state, targetPrice }) => state === 'in-force' && targetPrice !== null);
}
