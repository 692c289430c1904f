/** What follows from many ratings, against values calculated by hand. */
import { describe, expect, it, test } from 'vitest';
import { earnedGrades, overlappingRows, scoreGroups, wilsonInterval } from '../../electron/engine/score-groups.ts';
import { monthsAfter } from '../../shared/rating-state.ts';
import { FEWEST_ENDED, type Outcome, type ScorecardRow } from '../../shared/scorecard.ts';

/** A rating over six months that came out with `excess`; null has not ended. */
function row(date: string, excess: number | null, given: Partial<ScorecardRow> = {}): ScorecardRow {
  const to = date === '' ? null : monthsAfter(date, 6);
  const closes = (day: string) => ({ day, close: 1, benchmarkClose: 1 });
  const reading =
    excess === null || to === null
      ? null
      : {
          ...closes(to),
          securityReturn: excess,
          benchmarkReturn: 0,
          excess,
          inBand: excess >= 0.1,
          earnedGradeId: excess >= 0.1 ? 'buy' : 'hold',
        };
  const outcome: Outcome = {
    untold: date === '' ? 'undated' : null,
    adjustment: 'none',
    start: date === '' ? null : closes(date),
    soFar: reading,
    atFrom: null,
    atTo: to === null ? null : { on: to, state: reading === null ? 'pending' : 'ended', reading },
    target: null,
    splitDay: null,
  };
  return {
    id: `${given.securityId ?? 's'} ${date} ${given.brokerId ?? 'b'}`,
    isOwn: false,
    securityId: 's',
    brokerId: 'b',
    scaleId: 'b/stock',
    gradeId: 'buy',
    date,
    targetPrice: null,
    currency: '',
    sourceId: '',
    factId: null,
    standing: { state: 'lapsed', from: null, to, replacedBy: null },
    priceId: 's',
    benchmarkId: 'i',
    outcome,
    remarks: [],
    ...given,
  };
}

/** So many ended ratings, each on a security of its own, `hits` of them in their band. */
function ended(count: number, hits: number, given: Partial<ScorecardRow> = {}): ScorecardRow[] {
  return Array.from({ length: count }, (_, at) =>
    row('2023-01-10', at < hits ? 0.2 : -0.05, { securityId: `s${at}`, ...given }),
  );
}

const all = (rows: ScorecardRow[]) => scoreGroups(rows).find(({ by }) => by === 'all');

test.each([
  [5, 10, 0.2366, 0.7634],
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [7, 20, 0.1812, 0.5671],
  [60, 100, 0.502, 0.6906],
])('%d of %d lie between %d and %d', (hits, count, low, high) => {
  const interval = wilsonInterval(hits / count, count);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

describe('a conclusion', () => {
  it('is not drawn from nine ended ratings, and is from ten', () => {
    expect(all(ended(FEWEST_ENDED - 1, 5))).toMatchObject({ ended: 9, independent: 9, conclusion: null });
    expect(all(ended(FEWEST_ENDED, 5))).toMatchObject({ ended: 10, independent: 10, conclusion: { share: 0.5 } });
  });

  it('is not drawn from ten ratings that repeat each other on one security', () => {
    const monthly = Array.from({ length: 12 }, (_, at) => row(`2022-${String(at + 1).padStart(2, '0')}-10`, 0.2));
    // January to July, July to January: the rest lies across these.
    expect(all(monthly)).toMatchObject({ ended: 12, independent: 2, conclusion: null });
  });

  it('gives the share, its interval, the mean and the median', () => {
    const rows = [...ended(9, 3), row('2023-01-10', 0.55, { securityId: 'last' })];
    // Three of 0.2, six of -0.05 and one of 0.55: sum 0.85; the middle two are -0.05.
    expect(all(rows)?.conclusion).toEqual({
      share: 0.4,
      low: expect.closeTo(0.1682, 4),
      high: expect.closeTo(0.6873, 4),
      meanExcess: expect.closeTo(0.085, 10),
      medianExcess: -0.05,
    });
  });

  it('does not count what runs or cannot be told', () => {
    const rows = [...ended(9, 9), row('2024-01-10', null, { securityId: 'runs' }), row('', null)];
    expect(all(rows)).toMatchObject({ ratings: 11, ended: 9, running: 1, untold: 1, conclusion: null });
  });
});

test('groups are of brokers, grades, years and quarters, and never of own ratings and others together', () => {
  const rows = [
    row('2023-01-10', 0.2),
    row('2023-05-10', 0.2, { brokerId: 'c', scaleId: 'c/stock' }),
    row('', null),
    row('2024-02-01', null, { isOwn: true, brokerId: '', gradeId: 'hold' }),
  ];
  const found = scoreGroups(rows).map(
    ({ isOwn, by, key, ratings }) => `${isOwn ? 'own ' : ''}${by} ${key}: ${ratings}`,
  );
  expect(found).toEqual([
    'all : 3',
    'broker b: 2',
    'broker c: 1',
    'grade b/stock/buy: 2',
    'grade c/stock/buy: 1',
    'year 2023: 2',
    'quarter 2023Q1: 1',
    'quarter 2023Q2: 1',
    'own all : 1',
    'own grade b/stock/hold: 1',
    'own year 2024: 1',
    'own quarter 2024Q1: 1',
  ]);
});

test('grades are counted by what they earned', () => {
  expect(earnedGrades(ended(5, 2))).toEqual([
    { isOwn: false, scaleId: 'b/stock', gradeId: 'buy', earnedGradeId: 'buy', count: 2 },
    { isOwn: false, scaleId: 'b/stock', gradeId: 'buy', earnedGradeId: 'hold', count: 3 },
  ]);
});

test('ratings of one broker on one security overlap until the former has lapsed', () => {
  const rows = [
    row('2023-01-10', 0.2),
    row('2023-03-10', 0.2),
    row('2023-09-10', 0.2),
    row('2024-05-01', null),
    row('2023-02-01', 0.2, { brokerId: 'c' }),
    row('2023-02-01', 0.2, { securityId: 't' }),
    row('', null),
  ];
  expect([...overlappingRows(rows)]).toEqual(['s 2023-01-10 b', 's 2023-03-10 b']);
});
