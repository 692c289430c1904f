/** Ratings, scales and price lines for tests, with days as dates. */
import type { PriceLine, RatingCase } from '../../electron/engine/scorecard.ts';
import { findJumps } from '../../shared/bar-checks.ts';
import { ordinalOf } from '../../shared/periods.ts';
import type { Adjustment } from '../../shared/price-bars.ts';
import type { Grade, RatingScale } from '../../shared/ratings.ts';

const grade = (id: string, band: Grade['band']): Grade => ({
  id,
  name: { zh: id, en: id },
  band,
  words: '',
  factId: null,
});

/** Six to twelve months; better above 10 %, worse below -10 %. */
export const SCALE: RatingScale = {
  id: 'b/stock',
  origin: 'bundled',
  brokerId: 'b',
  subjectKind: 'stock',
  name: { zh: 'B', en: 'B' },
  sourceId: '',
  horizon: { from: 6, to: 12, words: '', factIds: [] },
  grades: [
    grade('buy', { low: 0.2, high: null }),
    grade('hold', { low: -0.1, high: 0.2 }),
    grade('sell', { low: null, high: -0.1 }),
    grade('none', null),
  ],
  benchmarks: [{ market: 'A', securityIds: ['i'], words: '', factId: null }],
  note: { zh: '', en: '' },
};

/** `{ '2024-01-02': 10 }` */
export function line(closes: Record<string, number>, adjustment: Adjustment = 'none', currency = 'CNY'): PriceLine {
  const labels = Object.keys(closes).toSorted();
  const days = labels.map((day) => ordinalOf('day', day));
  const close = labels.map((day) => closes[day]);
  const jumps = adjustment === 'none' ? findJumps({ days, close }) : [];
  return { adjustment, currency, days, closes: close, jumpDays: jumps.map(({ at }) => days[at]) };
}

export function ratingOf(given: Partial<RatingCase>): RatingCase {
  return {
    date: '2023-01-10',
    scale: SCALE,
    gradeId: 'buy',
    targetPrice: null,
    currency: 'CNY',
    security: [],
    benchmark: [],
    ...given,
  };
}
