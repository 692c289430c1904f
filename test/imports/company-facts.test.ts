/** Quarters from what companies file: by themselves, as differences, restated, and by which calendar. */
import { describe, expect, it } from 'vitest';
import {
  type FiledFigure,
  fiscalYearEndOf,
  grainOfQuarters,
  quartersFiled,
} from '../../electron/imports/series/quarters-filed.ts';
import { labelAt } from '../../shared/periods.ts';

type Row = [start: string, end: string, value: number, filing: string, filed: string];

function quarters(rows: Row[]) {
  const figures: FiledFigure[] = rows.map(([start, end, value, filing, filed]) => ({
    start,
    end,
    value,
    filing,
    filed,
  }));
  const fiscalYearEnd = fiscalYearEndOf(figures);
  const grain = grainOfQuarters(fiscalYearEnd);
  return quartersFiled(figures, fiscalYearEnd).map(({ filing, quarters: all }) => [
    filing,
    Object.fromEntries(
      [...all].map(([at, { value, isDerived }]) => [labelAt(grain, at), isDerived ? `${value} derived` : value]),
    ),
  ]);
}

describe('quarters filed', () => {
  it.each<[what: string, rows: Row[], expected: unknown]>([
    [
      'as they stand',
      [
        ['2023-01-01', '2023-03-31', 10, 'a', '2023-04-27'],
        ['2023-04-01', '2023-06-30', 11, 'b', '2023-07-27'],
      ],
      [
        ['a', { '2023Q1': 10 }],
        ['b', { '2023Q2': 11 }],
      ],
    ],
    [
      'as differences of the year to date',
      [
        ['2023-01-01', '2023-03-31', 10, 'a', '2023-04-27'],
        ['2023-01-01', '2023-06-30', 25, 'b', '2023-07-27'],
        ['2023-01-01', '2023-09-30', 45, 'c', '2023-10-26'],
        ['2023-01-01', '2023-12-31', 70, 'd', '2024-02-02'],
      ],
      [
        ['a', { '2023Q1': 10 }],
        ['b', { '2023Q2': '15 derived' }],
        ['c', { '2023Q3': '20 derived' }],
        ['d', { '2023Q4': '25 derived' }],
      ],
    ],
    ['not at all where the span before is missing', [['2023-01-01', '2023-12-31', 70, 'd', '2024-02-02']], []],
    [
      'restated by a later filing, and itself before derived',
      [
        ['2023-01-01', '2023-03-31', 10, 'a', '2023-04-27'],
        ['2023-01-01', '2023-03-31', 12, 'b', '2024-04-25'],
        ['2023-01-01', '2023-06-30', 30, 'c', '2024-07-25'],
        ['2023-04-01', '2023-06-30', 18, 'c', '2024-07-25'],
      ],
      [
        ['a', { '2023Q1': 10 }],
        ['b', { '2023Q1': 12 }],
        ['c', { '2023Q2': 18 }],
      ],
    ],
    [
      'of years of 52 weeks that end in January',
      [
        ['2022-01-31', '2023-01-29', 100, 'a', '2023-02-24'],
        ['2023-01-30', '2023-04-30', 30, 'b', '2023-05-26'],
      ],
      [['b', { FY24Q1: 30 }]],
    ],
    [
      'of years that end in June, by calendar quarters',
      [
        ['2022-07-01', '2023-06-30', 100, 'a', '2023-07-27'],
        ['2023-07-01', '2023-09-30', 30, 'b', '2023-10-24'],
      ],
      [['b', { '2023Q3': 30 }]],
    ],
    [
      'of a year that ends in the first days of October',
      [
        ['2021-09-26', '2022-10-01', 100, 'a', '2022-10-28'],
        ['2022-10-02', '2022-12-31', 30, 'b', '2023-02-03'],
      ],
      [['b', { '2022Q4': 30 }]],
    ],
  ])('%s', (_what, rows, expected) => {
    expect(quarters(rows)).toEqual(expected);
  });
});
