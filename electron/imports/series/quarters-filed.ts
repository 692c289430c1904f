/**
 * Quarterly values from what a company has filed: as they stand where a quarter is filed by itself, and from the
 * figures since the year's beginning where only those are.
 *
 *     quartersFiled(figures, fiscalYearEnd)
 *     // per filing, oldest first: the quarters that it says something of
 */
import { periodOfDay } from '../../../shared/period-days.ts';
import { ordinalOf } from '../../../shared/periods.ts';

/** A figure of a span of time, as a filing has it. */
export type FiledFigure = { start: string; end: string; value: number; filing: string; filed: string };
export type FilingQuarters = {
  filing: string;
  /** ISO date: known from then on. */
  filed: string;
  /** By the ordinal of the quarter's grain. */
  quarters: Map<number, { value: number; isDerived: boolean }>;
};

export type QuarterGrain = 'quarter' | 'fiscal-quarter';

type Span = { first: number; last: number; quarters: 1 | 2 | 3 | 4 };

/** Years and quarters of 52 or 53 weeks end some days before or after the month does. */
const SHIFT_DAYS = 10;
const MIDDLE_OF_QUARTER = 45;

/** The month in which the company's years end: 12 where no year was filed. */
export function fiscalYearEndOf(figures: readonly FiledFigure[]): number {
  const counts = new Map<number, number>();
  for (const { start, end } of figures) {
    if (spanOf(start, end)?.quarters !== 4) continue;
    const month = new Date((ordinalOf('day', end) - SHIFT_DAYS) * 86_400_000).getUTCMonth() + 1;
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? 12;
}

/** Fiscal quarters that end with calendar ones are those. */
export function grainOfQuarters(fiscalYearEnd: number): QuarterGrain {
  return fiscalYearEnd % 3 === 0 ? 'quarter' : 'fiscal-quarter';
}

export function quartersFiled(figures: readonly FiledFigure[], fiscalYearEnd: number): FilingQuarters[] {
  const grain = grainOfQuarters(fiscalYearEnd);
  const byFiling = Map.groupBy(figures, ({ filing, filed }) => `${filed} ${filing}`);
  /** What is known so far of spans, by their first and last day. */
  const known = new Map<string, number>();
  const filings: FilingQuarters[] = [];
  for (const key of [...byFiling.keys()].toSorted()) {
    const said = byFiling.get(key) ?? [];
    const [{ filing, filed }] = said;
    const quarters: FilingQuarters['quarters'] = new Map();
    const spans = said.flatMap((figure) => {
      const span = spanOf(figure.start, figure.end);
      if (span === null) return [];
      known.set(`${figure.start} ${span.quarters}`, figure.value);
      return [{ ...figure, ...span }];
    });
    for (const { start, last, value, quarters: length } of spans) {
      const ordinal = periodOfDay(grain, last - MIDDLE_OF_QUARTER, fiscalYearEnd);
      if (length === 1) {
        quarters.set(ordinal, { value, isDerived: false });
        continue;
      }
      const before = known.get(`${start} ${length - 1}`);
      if (before === undefined || quarters.get(ordinal)?.isDerived === false) continue;
      quarters.set(ordinal, { value: value - before, isDerived: true });
    }
    if (quarters.size > 0) filings.push({ filing, filed, quarters });
  }
  return withoutDerivedOver(filings);
}

/** A quarter that was ever filed by itself is not derived by a later filing. */
function withoutDerivedOver(filings: FilingQuarters[]): FilingQuarters[] {
  const filedItself = new Set<number>();
  for (const { quarters } of filings) {
    for (const [ordinal, { isDerived }] of quarters) {
      if (!isDerived) filedItself.add(ordinal);
      else if (filedItself.has(ordinal)) quarters.delete(ordinal);
    }
  }
  return filings;
}

function spanOf(start: string, end: string): Span | null {
  const [first, last] = [ordinalOf('day', start), ordinalOf('day', end)];
  const days = last - first + 1;
  const quarters = ([1, 2, 3, 4] as const).find((count) => Math.abs(days - count * 91.25) <= SHIFT_DAYS);
  return quarters === undefined ? null : { first, last, quarters };
}
