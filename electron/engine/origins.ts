/**
 * What a cell was computed from, by however many steps: the inputs, facts and series at the far ends of the
 * dependency graph.
 *
 * Each cell is visited once. Within ranges the cells that are still to be visited are found through a
 * list in which visited ones point on to the next (union-find), so that thousands of running totals
 * over one range cost no more than the range.
 */
import type { Column } from './column.ts';
import { forEachRead } from './contents.ts';
import type { LineTable } from './line-table.ts';
import type { PeriodAxis } from './period-axis.ts';
import type { RangeIndex } from './range-index.ts';
import { type SeriesTree, takeSeries } from './series.ts';

/** `inputs` are nodes of cells that hold no formula; of series, the ordinals taken. All in the order in which they are come upon. */
export type Origins = { inputs: number[]; factIds: Set<string>; series: Map<string, Set<number>> };

export function originsOf(
  start: number,
  column: Column,
  axis: PeriodAxis,
  lines: LineTable,
  ranges: RangeIndex,
): Origins {
  const { count } = axis;
  const order = lines.inOrder();
  /** By period and place in the sheet: the next place, this one included, that was not visited. */
  const next = Int32Array.from({ length: count * (order.length + 1) }, (_, at) => at % (order.length + 1));
  const pending: number[] = [];
  const origins: Origins = { inputs: [], factIds: new Set(), series: new Map() };

  const unvisited = (period: number, place: number): number => {
    const first = period * (order.length + 1);
    let at = place;
    while (next[first + at] !== at) {
      next[first + at] = next[first + next[first + at]];
      at = next[first + at];
    }
    return at;
  };
  const visit = (period: number, from: number, to: number) => {
    for (let place = unvisited(period, from); place <= to; place = unvisited(period, place)) {
      next[period * (order.length + 1) + place] = place + 1;
      pending.push(order[place] * count + period);
    }
  };

  const startPlace = lines.rankOf(Math.floor(start / count));
  if (startPlace >= 0) visit(start % count, startPlace, startPlace);
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const content = column.contents[node];
    if (content === undefined) continue;
    if (content.tree === null) {
      origins.inputs.push(node);
      continue;
    }
    for (const { id } of content.facts ?? []) origins.factIds.add(id);
    const period = node % count;
    for (const taken of content.series ?? []) noteTaken(origins.series, taken, axis, period);
    forEachRead(content.tree, (read) => {
      const span = axis.spanAt(read.periods, period);
      const rank = read.kind === 'reference' ? lines.rankOf(read.line.slot) : 0;
      const places = read.kind === 'reference' ? { first: rank, last: rank } : ranges.placesOf(read.range);
      if (span === undefined || places === null || places.first < 0) return;
      for (let at = Math.max(span.first, 0); at <= Math.min(span.last, count - 1); at++) {
        visit(at, places.first, places.last);
      }
    });
  }
  return origins;
}

/** Adds the ordinals that a formula takes of its series in the period. */
export function noteTaken(series: Map<string, Set<number>>, taken: SeriesTree, axis: PeriodAxis, period: number): void {
  const { id } = taken.series;
  const ordinals = series.get(id) ?? new Set();
  series.set(id, ordinals);
  for (const ordinal of takeSeries(taken, axis, period).ordinals) ordinals.add(ordinal);
}
