/** Periods as vendors write them: the label that each becomes, or why it is none. */
import { describe, expect, it } from 'vitest';
import { PeriodReader, type PeriodSettings } from '../../electron/imports/read-period.ts';
import { type Grain, labelAt } from '../../shared/periods.ts';

const SETTINGS: PeriodSettings = { grain: 'day', dateOrder: null, year: null, fiscalYearEnd: 12 };

function read(written: string, settings: Partial<PeriodSettings> = {}): string {
  const all = { ...SETTINGS, ...settings };
  const period = new PeriodReader(all).read(written);
  return typeof period === 'number' ? labelAt(all.grain, period) : period.key;
}

describe('a period', () => {
  it.each<[written: string, grain: Grain, label: string]>([
    ['2024-07-19', 'day', '2024-07-19'],
    ['2024/7/19', 'day', '2024-07-19'],
    ['２０２４／７／１９', 'day', '2024-07-19'],
    ['2024.7.19', 'day', '2024-07-19'],
    ['20240719', 'day', '2024-07-19'],
    ['2024年7月19日', 'day', '2024-07-19'],
    ['2024-07-19 00:00:00', 'day', '2024-07-19'],
    ['2024-07-19T08:00:00Z', 'day', '2024-07-19'],
    ['45492', 'day', '2024-07-19'],
    ['Jul 19, 2024', 'day', '2024-07-19'],
    ['19 July 2024', 'day', '2024-07-19'],
    ['19/7/2024', 'day', '2024-07-19'],
    ['7/19/2024', 'day', '2024-07-19'],
    ['2024-07-15', 'week', '2024W29'],
    ['2024W29', 'week', '2024W29'],
    ['2024-W29', 'week', '2024W29'],
    ['2024年第29周', 'week', '2024W29'],
    ['2024-07-15/2024-07-21', 'week', '2024W29'],
    ['2024-07-14~2024-07-20', 'week', '2024W29'],
    ['2024-07', 'month', '2024-07'],
    ['202407', 'month', '2024-07'],
    ['2024年7月', 'month', '2024-07'],
    ['Jul 2024', 'month', '2024-07'],
    ['2024-07-31', 'month', '2024-07'],
    ['2024Q1', 'quarter', '2024Q1'],
    ['Q1 2024', 'quarter', '2024Q1'],
    ['2024年一季度', 'quarter', '2024Q1'],
    ['2024-03-31', 'quarter', '2024Q1'],
    ['FY24Q2', 'fiscal-quarter', 'FY24Q2'],
    ['FY2024 Q2', 'fiscal-quarter', 'FY24Q2'],
    ['Q2 FY24', 'fiscal-quarter', 'FY24Q2'],
    ['2024财年第二季度', 'fiscal-quarter', 'FY24Q2'],
    ['2024', 'year', '2024'],
    ['2024年', 'year', '2024'],
    ['FY2024', 'year', '2024'],
  ])('%s in a series of %ss is %s', (written, grain, label) => {
    expect(read(written, { grain })).toBe(label);
  });

  it.each<[written: string, settings: Partial<PeriodSettings>, label: string]>([
    ['03/04/2024', { dateOrder: 'dmy' }, '2024-04-03'],
    ['03/04/2024', { dateOrder: 'mdy' }, '2024-03-04'],
    ['24/7/19', { dateOrder: 'ymd' }, '2024-07-19'],
    ['19.7.24', { dateOrder: 'dmy' }, '2024-07-19'],
    ['7月19日', { year: 2024 }, '2024-07-19'],
    ['Jul 19', { year: 2023 }, '2023-07-19'],
    ['2/29', { year: 2024 }, '2024-02-29'],
    ['3/4', { year: 2024, dateOrder: 'dmy' }, '2024-04-03'],
    ['FY24Q2', { grain: 'quarter', fiscalYearEnd: 6 }, '2023Q4'],
    ['2023Q4', { grain: 'fiscal-quarter', fiscalYearEnd: 6 }, 'FY24Q2'],
  ])('%s with %o is %s', (written, settings, label) => {
    expect(read(written, settings)).toBe(label);
  });

  it.each<[written: string, settings: Partial<PeriodSettings>, reason: string]>([
    ['03/04/2024', {}, 'import.ambiguousDate'],
    ['24/7/19', {}, 'import.shortYear'],
    ['7月19日', {}, 'import.yearMissing'],
    ['3/4', { year: 2024 }, 'import.ambiguousDate'],
    ['2月30日', { year: 2024 }, 'import.noDate'],
    ['13/14/2024', { dateOrder: 'mdy' }, 'import.noDate'],
    ['2024-13-01', {}, 'import.noDate'],
    ['合计', {}, 'import.noDate'],
    ['', {}, 'import.missing'],
    ['2024', {}, 'import.otherGrain.day'],
    ['2024Q1', { grain: 'month' }, 'import.otherGrain.month'],
    ['FY24Q2', { grain: 'quarter', fiscalYearEnd: 1 }, 'import.otherGrain.quarter'],
    ['FY2024', { grain: 'year', fiscalYearEnd: 6 }, 'import.fiscalYear'],
    ['2024W60', { grain: 'week' }, 'import.noDate'],
  ])('%s with %o is refused: %s', (written, settings, reason) => {
    expect(read(written, settings)).toBe(reason);
  });
});
