/** What is drawn in place of values: by labels of periods, with gaps that stay gaps. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canRegroup, regrouped } from '../../../shared/charts/regroup.ts';
import {
  isTransformOf,
  type NoValue,
  type Points,
  periodBefore,
  shares,
  transformed,
} from '../../../shared/charts/transforms.ts';
import { type Grain, labelAt, ordinalOf } from '../../../shared/periods.ts';
import { TRANSFORMS, type Transform } from '../../../shared/series.ts';
import { daysOf, type Figures } from './chart-fixture.ts';

type Plain = Exclude<Transform, 'share'>;

const WEEK = [7, 14, 21, 28, 35, 42, 49];

const CASES: [what: string, Plain, Grain, given: Figures, expected: Figures, without: Record<string, NoValue>][] = [
  [
    'a change on the quarter',
    'qoq',
    'quarter',
    { '2023Q4': 100, '2024Q1': 125 },
    { '2024Q1': 0.25 },
    { '2023Q4': 'missing' },
  ],
  [
    'a change on the year',
    'yoy',
    'fiscal-quarter',
    { FY23Q2: 80, FY24Q1: 1, FY24Q2: 100 },
    { FY24Q2: 0.25 },
    { FY23Q2: 'missing', FY24Q1: 'missing' },
  ],
  [
    'a change over a gap',
    'qoq',
    'quarter',
    { '2023Q3': 100, '2024Q1': 125 },
    {},
    { '2023Q3': 'missing', '2024Q1': 'missing' },
  ],
  [
    'a change against zero',
    'mom',
    'month',
    { '2024-01': 0, '2024-02': 5 },
    {},
    { '2024-01': 'missing', '2024-02': 'zero-base' },
  ],
  [
    'a change against a loss',
    'yoy',
    'year',
    { '2022': -4, '2023': 4 },
    {},
    { '2022': 'missing', '2023': 'negative-base' },
  ],
  [
    'a change against next to nothing',
    'yoy',
    'year',
    { '2022': 5e-324, '2023': 4 },
    {},
    { '2022': 'missing', '2023': 'zero-base' },
  ],
  ['a fall to zero', 'yoy', 'year', { '2022': 4, '2023': 0 }, { '2023': -1 }, { '2022': 'missing' }],
  [
    'a day on its week',
    'wow',
    'day',
    { '2024-07-12': 10, '2024-07-19': 8 },
    { '2024-07-19': -0.2 },
    { '2024-07-12': 'missing' },
  ],
  [
    'the last day of a longer month',
    'mom',
    'day',
    { '2024-02-29': 10, '2024-03-31': 15 },
    { '2024-03-31': 0.5 },
    { '2024-02-29': 'missing' },
  ],
  [
    'a leap day on its year',
    'yoy',
    'day',
    { '2023-02-28': 10, '2024-02-29': 15 },
    { '2024-02-29': 0.5 },
    { '2023-02-28': 'missing' },
  ],
  ['a week on its year', 'yoy', 'week', { '2023W30': 10, '2024W30': 12 }, { '2024W30': 0.2 }, { '2023W30': 'missing' }],
  [
    'the last four quarters',
    'ttm',
    'quarter',
    { '2023Q1': 1, '2023Q2': 2, '2023Q3': 3, '2023Q4': 4, '2024Q1': 5 },
    { '2023Q4': 10, '2024Q1': 14 },
    { '2023Q1': 'missing', '2023Q2': 'missing', '2023Q3': 'missing' },
  ],
  [
    'four quarters with a gap',
    'ttm',
    'quarter',
    { '2023Q1': 1, '2023Q2': 2, '2023Q4': 4, '2024Q1': 5 },
    {},
    { '2023Q1': 'missing', '2023Q2': 'missing', '2023Q4': 'missing', '2024Q1': 'missing' },
  ],
  [
    'seven days',
    'ma7',
    'day',
    daysOf('2024-07-01', WEEK),
    { '2024-07-07': 28 },
    Object.fromEntries(Object.keys(daysOf('2024-07-01', WEEK.slice(1))).map((day) => [day, 'missing'])),
  ],
  ['an index', 'index', 'month', { '2024-01': 50, '2024-02': 75 }, { '2024-01': 100, '2024-02': 150 }, {}],
];

describe('transforms', () => {
  test.each(CASES)('%s', (_, transform, grain, given, expected, without) => {
    const result = transformed(transform, grain, pointsOf(grain, given));
    expect(figuresOf(grain, result.points)).toEqual(expected);
    expect(Object.fromEntries(result.without.map(({ ordinal, reason }) => [labelAt(grain, ordinal), reason]))).toEqual(
      without,
    );
  });

  test('have a meaning only for some grains', () => {
    const table = Object.fromEntries(
      (['day', 'week', 'month', 'quarter', 'fiscal-quarter', 'year'] as const).map((grain) => [
        grain,
        TRANSFORMS.filter((transform) => isTransformOf(transform, grain)).join(' '),
      ]),
    );
    expect(table).toEqual({
      day: 'none ma7 wow mom qoq yoy index share',
      week: 'none wow yoy index share',
      month: 'none mom qoq yoy ttm index share',
      quarter: 'none qoq yoy ttm index share',
      'fiscal-quarter': 'none qoq yoy ttm index share',
      year: 'none yoy index share',
    });
  });

  test('shares need every part, and none below zero', () => {
    const parts: Figures[] = [
      { '2024Q1': 30, '2024Q2': 1, '2024Q3': -1, '2024Q4': 0 },
      { '2024Q1': 10, '2024Q3': 3, '2024Q4': 0 },
    ];
    const result = shares(parts.map((part) => pointsOf('quarter', part)));
    expect(result.map(({ points }) => figuresOf('quarter', points))).toEqual([{ '2024Q1': 0.75 }, { '2024Q1': 0.25 }]);
    expect(result[0].without.map(({ reason }) => reason)).toEqual(['missing', 'negative-part', 'zero-total']);
  });

  const points = fc
    .uniqueArray(fc.integer({ min: 19_000, max: 19_400 }), { maxLength: 80 })
    .map((ordinals) => ordinals.toSorted((a, b) => a - b))
    .chain((ordinals) =>
      fc
        .array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
          minLength: ordinals.length,
          maxLength: ordinals.length,
        })
        .map((values): Points => ({ ordinals, values })),
    );
  const plain = fc.constantFrom(...TRANSFORMS.filter((each): each is Plain => each !== 'share'));

  test('each period is there or has a reason, and none is made up', () => {
    fc.assert(
      fc.property(points, plain, (given, transform) => {
        if (!isTransformOf(transform, 'day')) return;
        const { points: result, without } = transformed(transform, 'day', given);
        const all = [...result.ordinals, ...without.map(({ ordinal }) => ordinal)].toSorted((a, b) => a - b);
        expect(all).toEqual(given.ordinals);
        expect(result.values.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test('a change undone gives the figure again', () => {
    fc.assert(
      fc.property(points, fc.constantFrom('wow', 'mom', 'qoq', 'yoy' as const), (given, transform) => {
        const values = new Map(given.ordinals.map((ordinal, at) => [ordinal, given.values[at]]));
        const { points: result } = transformed(transform, 'day', given);
        result.ordinals.forEach((ordinal, at) => {
          const base = values.get(periodBefore(transform, 'day', ordinal) ?? Number.NaN) ?? Number.NaN;
          const value = values.get(ordinal) ?? Number.NaN;
          expect(Math.abs(base * (1 + result.values[at]) - value)).toBeLessThanOrEqual(
            1e-6 * Math.max(Math.abs(base), Math.abs(value)),
          );
        });
      }),
    );
  });

  test('shares of a period add up to one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 9 }), (values) => {
        const result = shares(values.map((value) => ({ ordinals: [1], values: [value] })));
        expect(result.reduce((sum, part) => sum + part.points.values[0], 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});

const REGROUPED: [string, Grain, Grain, 'calendar' | 'fiscal', number, 'sum' | 'mean', Figures, Figures][] = [
  [
    'days to the mean of their week',
    'day',
    'week',
    'calendar',
    12,
    'mean',
    daysOf('2024-07-15', [...WEEK, 1]),
    { '2024W29': 28 },
  ],
  [
    'a month with a day missing is none',
    'day',
    'month',
    'calendar',
    12,
    'sum',
    daysOf('2024-02-01', [...new Array(28).fill(1)]),
    {},
  ],
  [
    'a whole month',
    'day',
    'month',
    'calendar',
    12,
    'sum',
    daysOf('2024-02-01', new Array(29).fill(2)),
    { '2024-02': 58 },
  ],
  [
    'quarters to years',
    'quarter',
    'year',
    'calendar',
    12,
    'sum',
    { '2023Q1': 1, '2023Q2': 2, '2023Q3': 3, '2023Q4': 4, '2024Q1': 5 },
    { '2023': 10 },
  ],
  [
    'quarters to fiscal years',
    'quarter',
    'year',
    'fiscal',
    6,
    'sum',
    { '2022Q3': 1, '2022Q4': 2, '2023Q1': 3, '2023Q2': 4, '2023Q3': 9 },
    { '2023': 10 },
  ],
  ['quarters to fiscal quarters', 'quarter', 'fiscal-quarter', 'fiscal', 6, 'sum', { '2023Q4': 7 }, { FY24Q2: 7 }],
  [
    'fiscal quarters to calendar ones',
    'fiscal-quarter',
    'quarter',
    'calendar',
    6,
    'sum',
    { FY24Q2: 7, FY24Q3: 8 },
    { '2023Q4': 7, '2024Q1': 8 },
  ],
  [
    'fiscal quarters that end in the first month',
    'fiscal-quarter',
    'quarter',
    'calendar',
    1,
    'sum',
    { FY24Q4: 7 },
    { '2024Q1': 7 },
  ],
];

describe('regrouping', () => {
  test.each(REGROUPED)('%s', (_, from, to, calendar, fiscalYearEnd, how, given, expected) => {
    const { points } = regrouped(pointsOf(from, given), { from, to, calendar, fiscalYearEnd, how });
    expect(figuresOf(to, points)).toEqual(expected);
  });

  test('is for coarser periods only', () => {
    expect(canRegroup('week', 'month')).toBe(false);
    expect(canRegroup('month', 'day')).toBe(false);
    expect(canRegroup('day', 'year')).toBe(true);
  });
});

function pointsOf(grain: Grain, figures: Figures): Points {
  const entries = Object.entries(figures)
    .map(([label, value]) => [ordinalOf(grain, label), value] as const)
    .toSorted(([a], [b]) => a - b);
  return { ordinals: entries.map(([ordinal]) => ordinal), values: entries.map(([, value]) => value) };
}

function figuresOf(grain: Grain, { ordinals, values }: Points): Figures {
  return Object.fromEntries(
    ordinals.map((ordinal, at) => [labelAt(grain, ordinal), Number(values[at].toPrecision(12))]),
  );
}
