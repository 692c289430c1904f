import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOfLabel, daysOfPeriod, periodOfDay } from '../../shared/period-days.ts';
import { grainSchema, labelAt, ordinalOf } from '../../shared/periods.ts';

const day = (label: string) => ordinalOf('day', label);

describe('the days of a period', () => {
  it.each([
    ['2024-02-29', 12, '2024-02-29', '2024-02-29'],
    ['2024W01', 12, '2024-01-01', '2024-01-07'],
    ['2020W53', 12, '2020-12-28', '2021-01-03'],
    ['2024-02', 12, '2024-02-01', '2024-02-29'],
    ['2023Q4', 12, '2023-10-01', '2023-12-31'],
    ['2024', 12, '2024-01-01', '2024-12-31'],
    ['FY24Q1', 12, '2024-01-01', '2024-03-31'],
    ['FY24Q1', 6, '2023-07-01', '2023-09-30'],
    ['FY24Q4', 6, '2024-04-01', '2024-06-30'],
    ['FY24Q1', 1, '2023-02-01', '2023-04-30'],
    ['FY24Q4', 9, '2024-07-01', '2024-09-30'],
  ])('%s, fiscal years ending in month %d', (label, fiscalYearEnd, first, last) => {
    expect(daysOfLabel(label, fiscalYearEnd)).toEqual({ first: day(first), last: day(last) });
  });

  it.each(['', '2024-13', '2024Q5', '24Q1', '2024-02-30', 'July'])('there are none of %j', (label) => {
    expect(daysOfLabel(label, 12)).toBeNull();
  });

  it('follow each other without a gap, and each day is in the period that has it', () => {
    const period = fc.record({
      grain: fc.constantFrom(...grainSchema.options),
      at: fc.integer({ min: day('2000-01-03'), max: day('2098-12-31') }),
      fiscalYearEnd: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(period, ({ grain, at, fiscalYearEnd }) => {
        const ordinal = periodOfDay(grain, at, fiscalYearEnd);
        const { first, last } = daysOfPeriod(grain, ordinal, fiscalYearEnd);
        expect(first <= at && at <= last, labelAt(grain, ordinal)).toBe(true);
        expect(periodOfDay(grain, last + 1, fiscalYearEnd)).toBe(ordinal + 1);
        expect(daysOfPeriod(grain, ordinal + 1, fiscalYearEnd).first).toBe(last + 1);
      }),
    );
  });
});
