/**
 * The periods of a sheet by number, and what a period selector in a formula means in each of them,
 * read in both directions: which periods a formula takes, and which formulas take a period.
 */
import type { PeriodPoint, PeriodSelector } from '../../shared/formula/ast.ts';
import { type Grain, periodsOf, type TimeAxis } from '../../shared/periods.ts';

export type PeriodSpan = { first: number; last: number };

export class PeriodAxis {
  /** Null without an axis. */
  readonly grain: Grain | null;
  readonly labels: readonly string[];
  private readonly indexes: ReadonlyMap<string, number>;

  constructor(axis: TimeAxis | null) {
    this.grain = axis?.grain ?? null;
    this.labels = periodsOf(axis);
    this.indexes = new Map(this.labels.map((label, index) => [label, index]));
  }

  get count(): number {
    return this.labels.length;
  }

  get hasAxis(): boolean {
    return this.labels[0] !== '';
  }

  indexOf(label: string): number | undefined {
    return this.indexes.get(label);
  }

  /** The number of the period that `point` means for a formula in `period`: outside of the axis, or undefined for a label that is not on it. */
  pointAt(point: PeriodPoint, period: number): number | undefined {
    return point.kind === 'offset' ? period + point.by : this.indexes.get(point.label);
  }

  /** What of the axis the formula in `period` takes; `first > last` for nothing. Ends in the wrong order take nothing. */
  spanAt(periods: PeriodSelector, period: number): PeriodSpan | undefined {
    switch (periods.kind) {
      case 'same':
        return { first: period, last: period };
      case 'all':
        return { first: 0, last: this.count - 1 };
      case 'between': {
        const first = this.pointAt(periods.from, period);
        const last = this.pointAt(periods.to, period);
        if (first === undefined || last === undefined) return undefined;
        return { first: Math.max(first, 0), last: Math.min(last, this.count - 1) };
      }
      default: {
        const at = this.pointAt(periods, period);
        return at === undefined ? undefined : { first: at, last: at };
      }
    }
  }

  /** The periods whose formulas, with this selector, take `period`. */
  readersOf(periods: PeriodSelector, period: number): PeriodSpan {
    let first = 0;
    let last = this.count - 1;
    const none = { first: 0, last: -1 };
    const takesFrom = (point: PeriodPoint) => {
      if (point.kind === 'offset') last = Math.min(last, period - point.by);
      else if (!((this.indexes.get(point.label) ?? Number.POSITIVE_INFINITY) <= period)) last = -1;
    };
    const takesTo = (point: PeriodPoint) => {
      if (point.kind === 'offset') first = Math.max(first, period - point.by);
      else if (!((this.indexes.get(point.label) ?? Number.NEGATIVE_INFINITY) >= period)) last = -1;
    };
    switch (periods.kind) {
      case 'same':
        return { first: period, last: period };
      case 'all':
        return { first, last };
      case 'between':
        takesFrom(periods.from);
        takesTo(periods.to);
        return first > last ? none : { first, last };
      default:
        takesFrom(periods);
        takesTo(periods);
        return first > last ? none : { first, last };
    }
  }
}
