/** How ratings came out, against values calculated by hand. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { assessRating, earnedGrade, ratingPath } from '../../electron/engine/scorecard.ts';
import { labelAt, ordinalOf } from '../../shared/periods.ts';
import { line, ratingOf, SCALE } from './rating-fixture.ts';

const TODAY = '2024-06-01';
/** The security rises by 10 %, 30 %, then falls to 15 % above; the index by 5 %, 5 %, and then 10 %. */
const PRICES = {
  '2023-01-10': 10,
  '2023-03-01': 11,
  '2023-07-10': 13,
  '2024-01-10': 11.5,
  '2024-02-01': 20,
};
const INDEX = {
  '2023-01-10': 4000,
  '2023-03-01': 4200,
  '2023-07-10': 4200,
  '2024-01-10': 4400,
  '2024-02-01': 4400,
};
const rated = ratingOf({ security: [line(PRICES)], benchmark: [line(INDEX)] });

describe('a rating with a year of closes', () => {
  const outcome = assessRating(rated, TODAY);

  it('starts from the closes of its day', () => {
    expect(outcome).toMatchObject({
      untold: null,
      adjustment: 'none',
      start: { day: '2023-01-10', close: 10, benchmarkClose: 4000 },
    });
  });

  it('is read at both ends of its horizon, and so far at the last day within it', () => {
    expect(outcome.atFrom).toEqual({
      on: '2023-07-10',
      state: 'ended',
      reading: {
        day: '2023-07-10',
        close: 13,
        benchmarkClose: 4200,
        securityReturn: 0.3,
        benchmarkReturn: 0.05,
        excess: 0.25,
        inBand: true,
        earnedGradeId: 'buy',
      },
    });
    const atTo = { day: '2024-01-10', securityReturn: 0.15, benchmarkReturn: 0.1, excess: 0.05 };
    expect(outcome.atTo).toMatchObject({
      on: '2024-01-10',
      state: 'ended',
      reading: { ...atTo, inBand: false, earnedGradeId: 'hold' },
    });
    expect(outcome.soFar).toEqual(outcome.atTo?.reading);
  });

  it('draws the way there', () => {
    expect(ratingPath(rated)).toEqual({
      days: ['2023-01-10', '2023-03-01', '2023-07-10', '2024-01-10'],
      excess: [0, 0.05, 0.25, 0.05],
      securityReturn: [0, 0.1, 0.3, 0.15],
      benchmarkReturn: [0, 0.05, 0.05, 0.1],
    });
  });
});

test.each<[string, Partial<Parameters<typeof ratingOf>[0]>, string | null]>([
  ['undated', { date: '' }, 'undated'],
  ['of a scale that is gone', { scale: undefined }, 'no-scale'],
  ['without a view', { gradeId: 'none' }, 'no-view'],
  ['without a chosen index', { benchmark: null }, 'no-benchmark'],
  ['without prices', { security: [] }, 'no-prices'],
  ['with a price of zero', { security: [line({ ...PRICES, '2023-03-01': 0 })] }, 'no-prices'],
  ['without prices of the index', { benchmark: [] }, 'no-benchmark-prices'],
  ['before all closes', { date: '2022-12-01' }, 'no-start'],
  ['sixteen days after the last close', { date: '2024-02-17' }, 'no-start'],
  ['fifteen days after the last close', { date: '2024-02-16' }, 'no-days-after'],
  ['on the last day', { date: '2024-02-01' }, 'no-days-after'],
  [
    'from before a jump as by a split',
    { security: [line({ ...PRICES, '2023-07-11': 6.5 })], benchmark: [line({ ...INDEX, '2023-07-11': 4200 })] },
    'suspected-split',
  ],
  [
    'over the same jump in prices said to be adjusted',
    {
      security: [line({ ...PRICES, '2023-07-11': 6.5 }, 'forward')],
      benchmark: [line({ ...INDEX, '2023-07-11': 4200 })],
    },
    null,
  ],
  ['that can be told', {}, null],
])('a rating %s', (_, given, untold) => {
  expect(assessRating({ ...rated, ...given }, TODAY).untold).toBe(untold);
});

test.each([
  ['on a holiday', '2023-03-05', '2023-03-01'],
  ['on a day that only one of both has', '2023-03-02', '2023-03-01'],
])('a rating %s starts from the close before', (_, date, start) => {
  const security = [line({ ...PRICES, '2023-03-02': 11.2, '2023-03-03': 11.3 })];
  const index = [line({ ...INDEX, '2023-03-04': 4100 })];
  expect(assessRating({ ...rated, date, security, benchmark: index }, TODAY).start?.day).toBe(start);
});

test.each([
  ['the day before', '2024-01-09', 'pending'],
  ['on its day', '2024-01-10', 'no-days'],
])('a horizon that bars do not reach is, %s, %s', (_, today, state) => {
  const security = [line({ '2023-01-10': 10, '2023-03-01': 11 })];
  const outcome = assessRating({ ...rated, security }, today);
  expect(outcome).toMatchObject({ untold: null, soFar: { excess: 0.05 }, atTo: { state, reading: null } });
});

test('a horizon that ends on a holiday is read on the day before, once there is one after it', () => {
  const closes = { '2023-01-10': 10, '2024-01-09': 12 };
  const at = (more: Record<string, number>) =>
    assessRating(
      { ...rated, security: [line({ ...closes, ...more })], benchmark: [line({ ...INDEX, '2024-01-09': 4000 })] },
      TODAY,
    ).atTo;
  expect(at({})).toMatchObject({ state: 'no-days', reading: null });
  expect(at({ '2024-02-01': 14 })).toMatchObject({ state: 'ended', reading: { day: '2024-01-09', excess: 0.2 } });
});

test('returns are of adjusted prices where there are any', () => {
  const adjusted = line({ '2023-01-10': 5, '2023-07-10': 6.5, '2024-01-10': 5.5 }, 'forward');
  expect(assessRating({ ...rated, security: [line(PRICES), adjusted] }, TODAY)).toMatchObject({
    adjustment: 'forward',
    soFar: { securityReturn: 0.1, excess: 0 },
  });
});

test('adjusted prices that begin too late leave the others to be used', () => {
  const adjusted = line({ '2023-07-10': 6.5, '2024-01-10': 5.5 }, 'forward');
  expect(assessRating({ ...rated, security: [adjusted, line(PRICES)] }, TODAY).adjustment).toBe('none');
});

test('what was told before a jump stays told', () => {
  const security = [line({ ...PRICES, '2023-10-09': 13, '2023-10-10': 6.5 })];
  const benchmark = [line({ ...INDEX, '2023-10-09': 4200, '2023-10-10': 4200 })];
  expect(assessRating({ ...rated, security, benchmark }, TODAY)).toMatchObject({
    untold: 'suspected-split',
    splitDay: '2023-10-10',
    soFar: null,
    atFrom: { state: 'ended', reading: { excess: 0.25 } },
    atTo: { state: 'suspected-split', reading: null },
  });
});

test.each([
  ['fifteen days before it', '2023-12-26', 'ended'],
  ['sixteen days before it', '2023-12-25', 'no-days'],
])('the end of a horizon in a long pause is read %s at most', (_, last, state) => {
  const closes = { '2023-01-10': 10, [last]: 12, '2024-02-01': 14 };
  expect(assessRating({ ...rated, security: [line(closes)], benchmark: [line(closes)] }, TODAY).atTo?.state).toBe(
    state,
  );
});

describe('a target price', () => {
  const target = (targetPrice: number, given: Partial<typeof rated> = {}) =>
    assessRating({ ...rated, targetPrice, ...given }, TODAY).target;

  test.each([
    [13, 'reached', '2023-07-10'],
    [10.5, 'reached', '2023-03-01'],
    [14, 'missed', null],
    [9, 'missed', null],
  ])('of %d on a close of 10', (price, state, day) => {
    expect(target(price)).toMatchObject({ state, day });
  });

  test.each([
    ['is open within the horizon', '2023-12-01', 'open'],
    ['cannot be told where bars end early', '2024-03-01', 'unknown'],
  ])('%s', (_, today, state) => {
    const short = ratingOf({
      targetPrice: 14,
      security: [line({ '2023-01-10': 10, '2023-03-01': 11 })],
      benchmark: null,
    });
    expect(assessRating(short, today)).toMatchObject({ untold: 'no-benchmark', target: { state, promised: 0.4 } });
  });

  it('below the close is reached by falling to it', () => {
    expect(
      target(9, { security: [line({ ...PRICES, '2023-08-10': 11.5, '2023-09-10': 10, '2023-10-10': 8.9 })] }),
    ).toMatchObject({
      state: 'reached',
      day: '2023-10-10',
      promised: -0.1,
    });
  });

  it('counts what the security returned, whatever a split made of its price', () => {
    const traded = line({ '2023-01-10': 20, '2023-02-28': 22, '2023-03-01': 11, '2024-01-10': 13 });
    const adjusted = line({ '2023-01-10': 10, '2023-03-01': 11, '2024-01-10': 13 }, 'forward');
    expect(target(26, { security: [traded, adjusted] })).toMatchObject({ state: 'reached', day: '2024-01-10' });
    expect(target(26, { security: [adjusted] })).toMatchObject({ state: 'unknown', reason: 'no-traded-price' });
    expect(target(26, { security: [traded] })).toMatchObject({ state: 'unknown', reason: 'suspected-split' });
  });

  it('in another currency is not compared', () => {
    expect(target(13, { currency: 'USD' })).toMatchObject({ state: 'unknown', reason: 'other-currency' });
  });
});

test.each([
  [0.5, 'buy'],
  [0.2, 'buy'],
  [0.1999, 'hold'],
  [-0.1, 'hold'],
  [-0.1001, 'sell'],
])('an excess return of %d earns %s', (excess, id) => {
  expect(earnedGrade(SCALE, excess)?.id).toBe(id);
});

test('what lies on a bound lies there whatever binary fractions make of it', () => {
  const outcome = assessRating(
    {
      ...rated,
      security: [line({ '2023-01-10': 10, '2024-01-10': 12 })],
      benchmark: [line({ '2023-01-10': 1, '2024-01-10': 1 })],
    },
    TODAY,
  );
  expect(outcome.atTo?.reading).toMatchObject({ excess: 0.2, inBand: true });
});

test('a day that is added changes nothing that was told of the days before it', () => {
  const FIRST = ordinalOf('day', '2023-01-01');
  const steps = fc.array(
    fc.record({ gap: fc.integer({ min: 1, max: 40 }), close: fc.integer({ min: 50, max: 150 }) }),
    {
      minLength: 2,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(steps, fc.integer({ min: 50, max: 150 }), (all, target) => {
      let day = FIRST;
      const closes = all.map(({ gap, close }) => {
        day += gap;
        return [labelAt('day', day), close] as const;
      });
      const assess = (count: number) => {
        const prices = line(Object.fromEntries(closes.slice(0, count)));
        const index = line(Object.fromEntries(closes.slice(0, count).map(([at]) => [at, 100])));
        const told = { security: [prices], benchmark: [index], targetPrice: target };
        return assessRating({ ...rated, ...told }, '2030-01-01');
      };
      let before = assess(1);
      for (let count = 2; count <= closes.length; count += 1) {
        const now = assess(count);
        for (const end of ['atFrom', 'atTo'] as const) {
          if (before[end]?.reading) expect(now[end]).toEqual(before[end]);
        }
        if (before.start !== null && before.start.day < closes[count - 1][0]) {
          const isAfterRating = closes[count - 1][0] > rated.date;
          if (isAfterRating) expect(now.start).toEqual(before.start);
        }
        if (before.target?.state === 'reached') expect(now.target).toEqual(before.target);
        before = now;
      }
    }),
  );
});
