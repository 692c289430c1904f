/** Labels of periods and how they are counted; weeks are ISO's, with Monday first and 4 January in the first. */
import { describe, expect, it } from 'vitest';
import { type Grain, isPeriodLabel, labelAt, ordinalOf, periodsOf } from '../../shared/periods.ts';

/** [grain, first label, the labels that follow it] */
const RUNS: [Grain, string, string[]][] = [
  ['day', '2024-02-28', ['2024-02-29', '2024-03-01']],
  ['week', '2020W52', ['2020W53', '2021W01']],
  ['week', '2025W52', ['2026W01', '2026W02']],
  ['month', '2023-12', ['2024-01', '2024-02']],
  ['quarter', '2023Q4', ['2024Q1', '2024Q2']],
  ['fiscal-quarter', 'FY24Q4', ['FY25Q1', 'FY25Q2']],
  ['year', '2023', ['2024', '2025']],
];

const NO_LABELS: [Grain, string][] = [
  ['day', '2023-02-29'],
  ['week', '2021W53'],
  ['week', '2024W00'],
  ['week', '2024-W30'],
  ['quarter', '2024Q5'],
  ['month', '2024-13'],
];

/** The Monday with which each week begins. */
const MONDAYS: [string, string][] = [
  ['1970W01', '1969-12-29'],
  ['2020W53', '2020-12-28'],
  ['2024W30', '2024-07-22'],
  ['2026W01', '2025-12-29'],
];

describe('periods', () => {
  it.each(RUNS)('%s: after %s come %j', (grain, start, following) => {
    expect(periodsOf({ grain, start, count: following.length + 1 })).toEqual([start, ...following]);
    expect(labelAt(grain, ordinalOf(grain, start))).toBe(start);
  });

  it.each(NO_LABELS)('%s: %s is none', (grain, label) => {
    expect(isPeriodLabel(grain, label)).toBe(false);
  });

  it.each(MONDAYS)('%s begins on %s', (week, monday) => {
    expect(Math.floor((ordinalOf('day', monday) + 3) / 7)).toBe(ordinalOf('week', week));
    expect(ordinalOf('day', monday)).toBe(ordinalOf('week', week) * 7 - 3);
  });
});
