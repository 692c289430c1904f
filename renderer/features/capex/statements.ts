/**
 * What the report says of capital expenditure against the series: each statement under each way to read its
 * period and each definition that there are figures of.
 *
 *     checked(statement, fact, [{ series, observations }])
 *     // [{ definition: 'purchases of P&E', reading, figure: 110.19, difference: 0.0017, verdict: 'agrees' }]
 */
import { rescaled } from '../../../shared/charts/units.ts';
import { type FactView, figureOf } from '../../../shared/facts.ts';
import { daysOfPeriod, periodOfDay } from '../../../shared/period-days.ts';
import { labelAt, ordinalOf } from '../../../shared/periods.ts';
import type { Observations, Series } from '../../../shared/series.ts';
import { PEAK_SINCE, type Reading, type Statement } from './report-figures.ts';

/** `within` and `outside` are said of bounds, the directions where no number is said. */
export type Verdict = 'agrees' | 'differs' | 'within' | 'outside' | 'same-direction' | 'other-direction';

export type Check = {
  definition: string;
  reading: Reading;
  /** In the statement's unit, or the series' where that is text; a part of one for growth. */
  figure: number;
  unit: string;
  /** What is more or less than said, as a part of what is said; null where no number is said. */
  difference: number | null;
  /** Of a peak: the highest figure before, and the first quarter that there is. */
  before: { value: number; period: string; since: string } | null;
  verdict: Verdict;
};

type Figures = { series: Series; observations: Observations };

export function checked(statement: Statement, fact: FactView, all: readonly Figures[]): Check[] {
  return statement.readings.flatMap((reading) =>
    all.flatMap(({ series, observations }) => {
      const values = quarterly(series, observations);
      const check = checkOf(statement, reading, fact, series.unit, values);
      return check === null ? [] : [{ ...check, definition: series.definition, reading }];
    }),
  );
}

type Found = Omit<Check, 'definition' | 'reading'>;

function checkOf(
  { measure }: Statement,
  { first, last }: Reading,
  fact: FactView,
  unit: string,
  values: ReadonlyMap<number, number>,
): Found | null {
  const [from, to] = [ordinalOf('quarter', first), ordinalOf('quarter', last)];
  const total = sum(values, from, to);
  if (total === null) return null;
  if (measure === 'peak') return peak(values, to, unit);
  if (measure === 'total') return against(fact, total, unit);
  const lag = measure === 'qoq' ? to - from + 1 : 4;
  const base = sum(values, from - lag, to - lag);
  if (base === null || base <= 0) return null;
  if (measure === 'change') return against(fact, total - base, unit);
  const growth = (total - base) / base;
  const verdict = growth > 0 ? 'same-direction' : 'other-direction';
  return { figure: growth, unit: '', difference: null, before: null, verdict };
}

/** A figure agrees when it is what was printed, rounded as it was printed; a bound when it is kept. */
function against(fact: FactView, found: number, unit: string): Found | null {
  const { value } = figureOf(fact);
  const figure = rescaled(found, unit, fact.unit);
  if (value === null || figure === undefined) return null;
  const decimals = String(value).split('.')[1]?.length ?? 0;
  const isAsPrinted = Math.abs(figure - value) <= 0.5 * 10 ** -decimals;
  const agrees = {
    '=': isAsPrinted,
    '≈': isAsPrinted,
    peak: figure <= value,
    '>': figure > value,
    '≥': figure >= value,
    '<': figure < value,
    '≤': figure <= value,
  }[fact.qualifier];
  const difference = value === 0 ? null : (figure - value) / Math.abs(value);
  const isBound = fact.qualifier !== '=' && fact.qualifier !== '≈';
  const [kept, missed] = isBound ? (['within', 'outside'] as const) : (['agrees', 'differs'] as const);
  return { figure, unit: fact.unit, difference, before: null, verdict: agrees ? kept : missed };
}

function peak(values: ReadonlyMap<number, number>, at: number, unit: string): Found | null {
  const since = ordinalOf('quarter', PEAK_SINCE);
  const earlier = [...values].filter(([ordinal]) => ordinal >= since && ordinal < at);
  const [highest] = earlier.toSorted(([, a], [, b]) => b - a);
  const figure = values.get(at);
  if (figure === undefined || highest === undefined) return null;
  const label = (ordinal: number) => labelAt('quarter', ordinal);
  return {
    figure,
    unit,
    difference: null,
    before: { value: highest[1], period: label(highest[0]), since: label(Math.min(...earlier.map(([each]) => each))) },
    verdict: figure > highest[1] ? 'agrees' : 'differs',
  };
}

/** By calendar quarters, whichever the company reports by. */
function quarterly({ grain, fiscalYearEnd }: Series, { ordinals, values }: Observations): Map<number, number> {
  if (grain !== 'quarter' && grain !== 'fiscal-quarter') return new Map();
  return new Map(
    ordinals.map((ordinal, at) => [
      periodOfDay('quarter', daysOfPeriod(grain, ordinal, fiscalYearEnd).last, fiscalYearEnd),
      values[at],
    ]),
  );
}

/** Null where a quarter is missing. */
function sum(values: ReadonlyMap<number, number>, first: number, last: number): number | null {
  let total = 0;
  for (let ordinal = first; ordinal <= last; ordinal++) {
    const value = values.get(ordinal);
    if (value === undefined) return null;
    total += value;
  }
  return total;
}
