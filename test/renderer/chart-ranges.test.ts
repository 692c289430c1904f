/** Ranges that one click shows. */
import { expect, test } from 'vitest';
import { type Extent, presetsOf, rangeInGrain, rangeOfPreset } from '../../renderer/charts/ranges.ts';

test.each<[Extent['grain'], string, number | null, string]>([
  ['day', '2024-07-25', 1, '2024-06-26'],
  ['day', '2024-03-31', 1, '2024-03-01'],
  ['day', '2024-07-25', 12, '2023-07-26'],
  ['day', '2024-07-25', null, ''],
  ['week', '2024W30', 3, '2024W18'],
  ['month', '2024-07', 3, '2024-05'],
  ['month', '2024-07', 12, '2023-08'],
  ['quarter', '2024Q1', 12, '2023Q2'],
  ['year', '2024', 36, '2022'],
  ['day', '', 3, ''],
])('of %s up to %s, %s months begin at %s', (grain, last, months, from) => {
  const range = rangeOfPreset({ key: '1M', months }, { grain, first: '', last });
  expect(range).toEqual({ from, to: '' });
});

test.each([
  ['day', ['1M', '3M', '1Y', 'all']],
  ['month', ['1M', '3M', '1Y', 'all']],
  ['quarter', ['1Y', '3Y', 'all']],
  ['fiscal-quarter', ['1Y', '3Y', 'all']],
] as const)('%s is looked at by %j', (grain, keys) => {
  expect(presetsOf(grain).map(({ key }) => key)).toEqual(keys);
});

test.each([
  ['2024-07-03', '2024-07-20', 'week', '2024W27', '2024W29'],
  ['2024-07-03', '', 'month', '2024-07', ''],
  ['2024-07', '2024-08', 'day', '2024-07-01', '2024-08-31'],
  ['2024Q1', '2024Q2', 'year', '2024', '2024'],
  ['', '', 'week', '', ''],
] as const)('%s to %s in %s is %s to %s', (from, to, grain, first, last) => {
  expect(rangeInGrain({ from, to }, grain)).toEqual({ from: first, to: last });
});
