/**
 * The bars of a file by security and adjustment, in the order of time: days that it gives twice, what looks odd,
 * and what the store is given.
 */
import { findGaps, findJumps, splitRatio } from '../../../shared/bar-checks.ts';
import type { BarWarning } from '../../../shared/bar-import.ts';
import { message } from '../../../shared/messages.ts';
import { labelAt } from '../../../shared/periods.ts';
import type { NewBars } from '../../store/merge-bars.ts';
import type { RecordGroup } from '../record-buffer.ts';
import { BAR_RECORD } from './bar-reader.ts';
import type { ReadBarSeries } from './bar-series.ts';

const { day: DAY, row: ROW, previousClose: PREVIOUS } = BAR_RECORD;
const VALUES = ['open', 'high', 'low', 'close', 'volume', 'marketCap'] as const;

/** Bars of one series, each day once; `rows` of the file they are from. */
export type GroupBars = NewBars & { rows: Uint32Array; previousClose: Float64Array };

/** Rows of one day that say different things of it. */
export type TwoRows = { row: number; other: number; day: number; closes: [number, number] };

export function* disagreementsOf({ count, read }: RecordGroup, isBad: (row: number) => boolean): Generator<TwoRows> {
  let first = -1;
  for (let at = 0; at < count; at += 1) {
    if (isBad(read(at, ROW))) continue;
    if (first < 0 || read(first, DAY) !== read(at, DAY)) first = at;
    else if (VALUES.some((field) => !Object.is(read(first, BAR_RECORD[field]), read(at, BAR_RECORD[field])))) {
      const closes: [number, number] = [read(first, BAR_RECORD.close), read(at, BAR_RECORD.close)];
      yield { row: read(first, ROW), other: read(at, ROW), day: read(at, DAY), closes };
    }
  }
}

/** Each day once, without the rows that are not taken. */
export function barsOfGroup({ count, read }: RecordGroup, isBad: (row: number) => boolean): GroupBars {
  const places: number[] = [];
  for (let at = 0; at < count; at += 1) {
    if (isBad(read(at, ROW))) continue;
    const last = places.at(-1);
    if (last === undefined || read(last, DAY) !== read(at, DAY)) places.push(at);
  }
  const values = (field: number) => Float64Array.from(places, (at) => read(at, field));
  return {
    days: Int32Array.from(places, (at) => read(at, DAY)),
    rows: Uint32Array.from(places, (at) => read(at, ROW)),
    open: values(BAR_RECORD.open),
    high: values(BAR_RECORD.high),
    low: values(BAR_RECORD.low),
    close: values(BAR_RECORD.close),
    volume: values(BAR_RECORD.volume),
    marketCap: values(BAR_RECORD.marketCap),
    previousClose: values(PREVIOUS),
  };
}

/** On which days anything in the file was traded: how its gaps are told from holidays. */
export class TradingDays {
  readonly #days = new Set<number>();
  readonly #spans: { group: number; first: number; last: number }[] = [];
  #sorted: Int32Array | null = null;

  add(group: number, days: ArrayLike<number>): void {
    if (days.length === 0) return;
    for (let at = 0; at < days.length; at += 1) this.#days.add(days[at]);
    this.#spans.push({ group, first: days[0], last: days[days.length - 1] });
    this.#sorted = null;
  }

  /** How many days others were traded on in a gap of this one; undefined where no other was traded before and after it. */
  between(group: number, first: number, last: number): number | undefined {
    const isCovered = this.#spans.some((span) => span.group !== group && span.first < first && span.last > last);
    if (!isCovered) return undefined;
    this.#sorted ??= Int32Array.from(this.#days).sort();
    return this.#sorted.filter((day) => day >= first && day <= last).length;
  }
}

/** What is told of a series that is taken. */
export function warningsOf(series: ReadBarSeries, group: number, bars: GroupBars, trading: TradingDays): BarWarning[] {
  const { security, adjustment } = series;
  const name = security.isNew?.written ?? security.securityId;
  const of = (kind: BarWarning['kind'], at: number, said: BarWarning['message']): BarWarning => ({
    kind,
    securityId: security.securityId,
    row: bars.rows[at],
    day: labelAt('day', bars.days[at]),
    message: said,
  });
  const jumps = adjustment === 'none' ? findJumps(bars) : [];
  const gaps = findGaps(bars.days, (first, last) => trading.between(group, first, last));
  return [
    ...jumps.map(({ at, factor }) => {
      const params = { name, before: bars.close[at - 1], close: bars.close[at], ratio: splitRatio(factor) };
      return of('split', at, message('bars.looksLikeSplit', { ...params, day: labelAt('day', bars.days[at]) }));
    }),
    ...gaps.map(({ at, missing }) => {
      const [first, last] = [labelAt('day', bars.days[at - 1]), labelAt('day', bars.days[at])];
      return of('gap', at, message('bars.gap', { name, first, last, missing }));
    }),
  ].toSorted((a, b) => a.row - b.row);
}

/** Unadjusted prices do not change afterwards: one of the two files is adjusted, or was mended. */
export function restatedWarning(
  { security }: ReadBarSeries,
  bars: GroupBars,
  { at, before, count }: { at: number; before: number; count: number },
): BarWarning {
  const day = labelAt('day', bars.days[at]);
  const params = { name: security.securityId, day, before, close: bars.close[at], count };
  return {
    kind: 'restated',
    securityId: security.securityId,
    row: bars.rows[at],
    day,
    message: message('bars.restated', params),
  };
}
