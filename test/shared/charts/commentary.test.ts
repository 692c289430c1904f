/** Sentences from numbers: each says only what its references show. */
import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../../shared/chart-spec.ts';
import { chartCommentary } from '../../../shared/charts/commentary.ts';
import { daysOf, draw, type Figures, type Given, seriesOf } from './chart-fixture.ts';

const quarters = (...values: (number | null)[]): Figures =>
  Object.fromEntries(
    values.flatMap((value, at) => (value === null ? [] : [[`${2023 + Math.floor(at / 4)}Q${(at % 4) + 1}`, value]])),
  );

const line = (id: string, figures: Figures) => seriesOf(id, figures, { definition: 'gross' });

const SAYS: [string, Given[], Partial<ChartSpec>, expected: RegExp][] = [
  ['the latest of one', [line('a', quarters(5))], {}, /^A was at USD 5M \(2023Q1\)\.$/],
  [
    'the highest of several',
    [line('a', quarters(5)), line('b', quarters(7))],
    {},
    /Of 2, B was highest at USD 7M \(2023Q1\), then A at USD 5M\./,
  ],
  [
    'the largest move, up',
    [line('a', quarters(10, 12)), line('b', quarters(10, 11))],
    {},
    /A moved most: up 20%, from USD 10M \(2023Q1\) to USD 12M \(2023Q2\)\./,
  ],
  ['the largest move, down', [line('a', quarters(10, 5)), line('b', quarters(10, 14))], {}, /A moved most: down 50%/],
  [
    'points of what is in percent',
    [line('a', quarters(30, 10)), line('b', quarters(10, 30))],
    { transform: 'share' },
    /down 50 percentage points, from 75% \(2023Q1\) to 25% \(2023Q2\)/,
  ],
  [
    'a new high',
    [line('a', quarters(3, 1, 2, 1, 4))],
    {},
    /A reached USD 4M \(2024Q1\), its highest in the chart since 2023Q1\./,
  ],
  ['a new low', [line('a', quarters(3, 2, 3, 2, 1))], {}, /fell to USD 1M \(2024Q1\), its lowest/],
  ['a run', [line('a', quarters(9, 1, 2, 3, 4))], {}, /A has risen 3 periods on end \(quarter\) up to 2024Q1\./],
  [
    'a crossing that lasted',
    [line('a', quarters(1, 3, 4)), line('b', quarters(2, 2, 2))],
    {},
    /A passed B \(2023Q2\) and has stayed above it\./,
  ],
  [
    'a crossing at the end',
    [line('a', quarters(1, 1, 4)), line('b', quarters(2, 2, 2))],
    {},
    /A passed B \(2023Q3\)\./,
  ],
  ['a gap', [line('a', quarters(1, null, 4))], {}, /A has no figure for 2023Q2\./],
  ['gaps', [line('a', quarters(1, null, 4, null, 1))], {}, /A lacks 2 figures between 2023Q2 and 2023Q4\./],
  [
    'that definitions differ',
    [line('a', quarters(1)), seriesOf('b', quarters(2), { definition: 'net' })],
    {},
    /Definitions differ.*A: gross; B: net\.$/,
  ],
  [
    'that the numbers are made up',
    [seriesOf('a', quarters(1), { origin: 'demonstration' })],
    {},
    /^This is about demonstration data: all of its numbers are made up\./,
  ],
  [
    'the same in Chinese',
    [line('a', quarters(10_000, 12_000))],
    { language: 'zh' },
    /^A 2023Q2 为 120亿美元。A从 2023Q1 的 100亿美元升至 2023Q2 的 120亿美元，升幅 20%。$/,
  ],
];

const SILENT: [string, Given[], Partial<ChartSpec>, not: RegExp][] = [
  ['a run over a gap', [line('a', quarters(1, null, 2, 3))], {}, /risen/],
  [
    'a run of days that is a week’s rhythm',
    [seriesOf('a', daysOf('2024-07-01', [5, 1, 2, 3, 4]), { grain: 'day' })],
    {},
    /risen/,
  ],
  ['a move from a loss', [line('a', quarters(-1, 4))], {}, /rose|moved|fell/],
  ['a peak that was equalled', [line('a', quarters(4, 1, 2, 1, 4))], {}, /highest in/],
  ['a crossing of lines that only touch', [line('a', quarters(1, 2, 1)), line('b', quarters(2, 2, 2))], {}, /A passed/],
  [
    'the highest of different units',
    [line('a', quarters(1, 2)), seriesOf('b', quarters(5, 6), { unit: 'person' })],
    { kind: 'small-multiples' },
    /highest at/,
  ],
];

describe('commentary', () => {
  test.each(SAYS)('says %s', (_, given, spec, expected) => {
    expect(chartCommentary(draw(given, spec)).text).toMatch(expected);
  });

  test.each(SILENT)('does not say %s', (_, given, spec, not) => {
    expect(chartCommentary(draw(given, spec)).text).not.toMatch(not);
  });

  test('nothing is said of nothing', () => {
    expect(chartCommentary(draw([line('a', {})]))).toEqual({ text: '', claims: [] });
  });

  test('claims name numbers that are drawn', () => {
    const drawn = draw([line('a', quarters(9, 1, 2, 3, 4)), line('b', quarters(2, 2, 2, 2, 2))]);
    const { claims } = chartCommentary(drawn);
    expect(claims.find(({ said }) => said.key === 'chart.says.run.up')?.references).toEqual(
      ['2023Q2', '2023Q3', '2023Q4', '2024Q1'].map((period) => ({ columnKey: 'a', period })),
    );
    for (const { columnKey, period } of claims.flatMap(({ references }) => references)) {
      const column = drawn.columns.find(({ key }) => key === columnKey);
      expect(column?.values[drawn.periods.indexOf(period)]).toEqual(expect.any(Number));
    }
  });
});
