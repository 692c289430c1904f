/**
 * Which cells a formula reads: the edges of the dependency graph in the direction that only people ask for.
 */
import { forEachRead } from './contents.ts';
import type { FormulaTree, LineRange } from './graph.ts';
import { type LineTable, NO_SLOT } from './line-table.ts';
import type { PeriodAxis } from './period-axis.ts';
import type { RangeIndex } from './range-index.ts';

/** Nodes of the cells that the formula reads in a period, in the order in which it names them. */
export function precedentsOf(
  tree: FormulaTree,
  period: number,
  axis: PeriodAxis,
  lines: LineTable,
  ranges: RangeIndex,
): Set<number> {
  const nodes = new Set<number>();
  forEachRead(tree, (read) => {
    const span = axis.spanAt(read.periods, period);
    if (span === undefined) return;
    const first = Math.max(span.first, 0);
    const last = Math.min(span.last, axis.count - 1);
    const slots = read.kind === 'reference' ? [read.line.slot] : slotsOf(read.range);
    for (const slot of slots) {
      if (slot === NO_SLOT) continue;
      for (let at = first; at <= last; at++) nodes.add(slot * axis.count + at);
    }
  });
  return nodes;

  function slotsOf(range: LineRange): readonly number[] {
    const places = ranges.placesOf(range);
    return places === null ? [] : lines.inOrder().slice(places.first, places.last + 1);
  }
}
