/**
 * Recalculates one scenario after an edit: finds what the edited cells lead to, puts it in order and
 * calculates it, stopping wherever a value comes out as it was.
 *
 * Nodes of the graph are the cells of a column and, above `cellCount`, the tree nodes of the range
 * index, one set for each period. Edges are not stored: they follow from the lists of readers of names
 * and ranges. Tarjan's algorithm (1972), without recursion, gives the cycles and the order in one walk.
 */
import { message } from '../../shared/messages.ts';
import type { CellValue } from '../../shared/values.ts';
import { Column } from './column.ts';
import type { Use } from './graph.ts';
import type { LineTable } from './line-table.ts';
import { PeriodAxis } from './period-axis.ts';
import { NO_TREE_NODE, type RangeIndex } from './range-index.ts';

const DONE = 0x7fffffff;

export class Recalculation {
  private readonly lines: LineTable;
  private readonly ranges: RangeIndex;
  /** Of the run. */
  private axis = new PeriodAxis(null);
  private column = new Column(0, null);
  /** Scratch space, all zero between runs. */
  private index = new Int32Array(0);
  private low = new Int32Array(0);
  private dirty = new Uint8Array(0);
  private edges: number[] = [];
  private edgeCount = 0;
  private cellCount = 0;

  constructor(lines: LineTable, ranges: RangeIndex) {
    this.lines = lines;
    this.ranges = ranges;
  }

  /**
   * Calculates `seeds` and what depends on them with `calculate`, which gives the value of a node. Returns the
   * nodes whose value changed, in the order of calculation. `isWhole`: the seeds are all cells that hold anything.
   */
  run(
    column: Column,
    axis: PeriodAxis,
    seeds: readonly number[],
    calculate: (column: Column, node: number) => CellValue,
    isWhole: boolean,
  ): number[] {
    this.column = column;
    this.axis = axis;
    this.cellCount = this.lines.slotCount * axis.count;
    this.makeRoom(this.cellCount + this.ranges.treeSize * axis.count);
    const order = this.orderFrom(seeds);
    for (const node of seeds) this.dirty[node] = 1;
    const changed: number[] = [];
    for (let at = order.length - 1; at >= 0; at--) {
      const isCircular = order[at] < 0;
      const node = isCircular ? ~order[at] : order[at];
      this.index[node] = 0;
      const isDirty = this.dirty[node] === 1;
      this.dirty[node] = 0;
      if (node >= this.cellCount) {
        // Within a cycle there is no order: the tree node may come before the cell that changes.
        if (!isWhole && (isDirty || isCircular)) this.markReaders(node);
        continue;
      }
      const wasCircular = column.circular.size > 0 && column.circular.has(node);
      if (!isDirty && isCircular === wasCircular) continue;
      if (isCircular !== wasCircular) {
        if (isCircular) column.circular.add(node);
        else column.circular.delete(node);
      }
      if (!column.write(node, isCircular ? this.circularValue(node) : calculate(column, node))) continue;
      changed.push(node);
      if (!isWhole) this.markReaders(node);
    }
    for (const node of order) this.dirty[node < 0 ? ~node : node] = 0;
    return changed;
  }

  /** The nodes that read a cell directly. */
  readersOf(column: Column, axis: PeriodAxis, cell: number): number[] {
    return [...this.reached(column, axis, [cell], false)];
  }

  /** The nodes that are computed from one of `cells` by however many steps, and those themselves. */
  reachedFrom(column: Column, axis: PeriodAxis, cells: readonly number[]): Set<number> {
    return new Set([...cells, ...this.reached(column, axis, cells, true)]);
  }

  private reached(column: Column, axis: PeriodAxis, cells: readonly number[], isOnwards: boolean): Set<number> {
    this.column = column;
    this.axis = axis;
    this.cellCount = this.lines.slotCount * axis.count;
    const seen = new Set<number>();
    const pending = [...cells];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      this.edgeCount = 0;
      this.pushReaders(node);
      for (const reader of this.edges.slice(0, this.edgeCount)) {
        if (seen.has(reader)) continue;
        seen.add(reader);
        if (isOnwards || reader >= this.cellCount) pending.push(reader);
      }
    }
    this.edgeCount = 0;
    return new Set([...seen].filter((node) => node < this.cellCount));
  }

  private makeRoom(nodeCount: number): void {
    if (this.index.length >= nodeCount) return;
    const size = Math.ceil(nodeCount * 1.25);
    this.index = new Int32Array(size);
    this.low = new Int32Array(size);
    this.dirty = new Uint8Array(size);
  }

  private circularValue(node: number): CellValue {
    const slot = Math.floor(node / this.axis.count);
    const origin = {
      lineId: this.lines.idOf(slot),
      scenarioId: this.column.scenarioId,
      period: this.axis.labels[node - slot * this.axis.count],
    };
    const name = this.lines.nameOf(slot)?.text ?? '';
    return { error: '#CIRC!', message: message('engine.circular', { name }), origin };
  }

  private markReaders(node: number): void {
    this.edgeCount = 0;
    this.pushReaders(node);
    for (let at = 0; at < this.edgeCount; at++) this.dirty[this.edges[at]] = 1;
    this.edgeCount = 0;
  }

  private pushReaders(node: number): void {
    const { lines, ranges, axis, cellCount } = this;
    const periodCount = axis.count;
    if (node < cellCount) {
      const slot = periodCount === 1 ? node : Math.floor(node / periodCount);
      const period = node - slot * periodCount;
      const name = lines.nameOf(slot);
      if (name !== null && name.slot === slot) this.pushUses(name.uses, period);
      if (ranges.isEmpty) return;
      const above = ranges.above(slot);
      if (above !== NO_TREE_NODE) this.edges[this.edgeCount++] = cellCount + above * periodCount + period;
      return;
    }
    const treeNode = Math.floor((node - cellCount) / periodCount);
    const period = node - cellCount - treeNode * periodCount;
    for (const range of ranges.at(treeNode)) this.pushUses(range.uses, period);
    const next = ranges.next(treeNode);
    if (next !== NO_TREE_NODE) this.edges[this.edgeCount++] = cellCount + next * periodCount + period;
  }

  private pushUses(uses: readonly Use[], period: number): void {
    const { contents } = this.column;
    const periodCount = this.axis.count;
    for (let at = 0; at < uses.length; at++) {
      const { reader, periods } = uses[at];
      if (!reader.isInUse) continue;
      const first = reader.slot * periodCount;
      if (periods.kind === 'same') {
        if (contents[first + period] === reader) this.edges[this.edgeCount++] = first + period;
        continue;
      }
      const span = this.axis.readersOf(periods, period);
      for (let of = span.first; of <= span.last; of++) {
        if (contents[first + of] === reader) this.edges[this.edgeCount++] = first + of;
      }
    }
  }

  /**
   * What `seeds` lead to, themselves included, readers before what they read. A node of a cycle is given as `~node`.
   */
  private orderFrom(seeds: readonly number[]): number[] {
    const { index, low } = this;
    const order: number[] = [];
    /** Nodes of components that are not complete yet. */
    const open: number[] = [];
    const path: number[] = [];
    const edgeStarts: number[] = [];
    const readingThemselves = new Set<number>();
    let count = 0;
    const visit = (node: number) => {
      index[node] = low[node] = ++count;
      open.push(node);
      path.push(node);
      edgeStarts.push(this.edgeCount);
      this.pushReaders(node);
    };
    for (const seed of seeds) {
      if (index[seed] !== 0) continue;
      visit(seed);
      while (path.length > 0) {
        const depth = path.length - 1;
        const node = path[depth];
        if (this.edgeCount > edgeStarts[depth]) {
          const reader = this.edges[--this.edgeCount];
          if (index[reader] === 0) visit(reader);
          else if (index[reader] < low[node]) low[node] = index[reader];
          if (reader === node) readingThemselves.add(node);
          continue;
        }
        path.pop();
        edgeStarts.pop();
        if (low[node] === index[node]) {
          const isCycle = open[open.length - 1] !== node || readingThemselves.has(node);
          let member: number;
          do {
            member = open.pop() ?? node;
            index[member] = DONE;
            order.push(isCycle ? ~member : member);
          } while (member !== node);
        }
        if (depth > 0 && low[node] < low[path[depth - 1]]) low[path[depth - 1]] = low[node];
      }
    }
    return order;
  }
}
