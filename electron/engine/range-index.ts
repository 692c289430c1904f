/**
 * Which ranges of lines (`a:b`) contain a line, without listing the lines of every range.
 *
 * A segment tree over the places of lines: a range is stored at the few tree nodes that together make
 * it up, and the ranges that contain a line are those on the way from its leaf to the root. The tree
 * nodes are also nodes of the dependency graph: a line leads to the nearest one above it that holds
 * ranges, that one to its ranges' readers and to the next above. So a thousand running totals cost a
 * walk of the tree and not a million edges.
 */
import type { LineName, LineRange } from './graph.ts';
import { type LineTable, NO_SLOT } from './line-table.ts';

/** No tree node: tree nodes are counted from 1, the root. */
export const NO_TREE_NODE = 0;

export class RangeIndex {
  private readonly lines: LineTable;
  private readonly ranges = new Map<LineName, Map<LineName, LineRange>>();
  private rangesAt: LineRange[][] = [];
  private isOccupied = new Uint8Array(0);
  private unplaced: LineRange[] = [];
  private leafCount = 0;
  private isStale = true;

  constructor(lines: LineTable) {
    this.lines = lines;
  }

  get isEmpty(): boolean {
    return this.ranges.size === 0;
  }

  /** Tree nodes are numbered below this. */
  get treeSize(): number {
    return this.isEmpty ? 1 : 2 * this.leafCount;
  }

  mention(from: LineName, to: LineName): LineRange {
    let byEnd = this.ranges.get(from);
    if (byEnd === undefined) {
      byEnd = new Map();
      this.ranges.set(from, byEnd);
    }
    let range = byEnd.get(to);
    if (range === undefined) {
      range = { from, to, uses: [], outOfUse: 0 };
      byEnd.set(to, range);
      this.unplaced.push(range);
    }
    return range;
  }

  *all(): Generator<LineRange> {
    for (const byEnd of this.ranges.values()) yield* byEnd.values();
  }

  /** Lines came, went, moved or were renamed: every range has to be placed anew. */
  markStale(): void {
    this.isStale = true;
  }

  /** Brings the tree up to date. Ranges that nobody reads any more are forgotten when it is rebuilt. */
  update(): void {
    if (this.isEmpty) return;
    if (this.isStale) {
      this.rebuild();
    }
    for (const range of this.unplaced) this.place(range);
    this.unplaced = [];
  }

  /** First and last place of the range in the sheet's order; null where an end is missing. */
  placesOf(range: LineRange): { first: number; last: number } | null {
    const from = this.lines.rankOf(range.from.slot);
    const to = this.lines.rankOf(range.to.slot);
    if (from === NO_SLOT || to === NO_SLOT) return null;
    return { first: Math.min(from, to), last: Math.max(from, to) };
  }

  /** The nearest tree node that holds ranges with the line, or NO_TREE_NODE. */
  above(slot: number): number {
    const rank = this.lines.rankOf(slot);
    return rank === NO_SLOT ? NO_TREE_NODE : this.occupied(this.leafCount + rank);
  }

  /** The next tree node that holds ranges, on the way to the root. */
  next(treeNode: number): number {
    return this.occupied(treeNode >> 1);
  }

  at(treeNode: number): readonly LineRange[] {
    return this.rangesAt[treeNode];
  }

  private occupied(treeNode: number): number {
    let node = treeNode;
    while (node !== NO_TREE_NODE && this.isOccupied[node] === 0) node >>= 1;
    return node;
  }

  private rebuild(): void {
    const count = this.lines.inOrder().length;
    let leafCount = 1;
    while (leafCount < count) leafCount *= 2;
    this.leafCount = leafCount;
    this.rangesAt = new Array<LineRange[]>(2 * leafCount).fill(NO_RANGES);
    this.isOccupied = new Uint8Array(2 * leafCount);
    this.unplaced = [];
    for (const [from, byEnd] of this.ranges) {
      for (const [to, range] of byEnd) {
        if (range.uses.length > range.outOfUse) this.unplaced.push(range);
        else byEnd.delete(to);
      }
      if (byEnd.size === 0) this.ranges.delete(from);
    }
    this.isStale = false;
  }

  private place(range: LineRange): void {
    const places = this.placesOf(range);
    if (places === null) return;
    let left = places.first + this.leafCount;
    let right = places.last + this.leafCount + 1;
    while (left < right) {
      if (left & 1) this.store(left++, range);
      if (right & 1) this.store(--right, range);
      left >>= 1;
      right >>= 1;
    }
  }

  private store(treeNode: number, range: LineRange): void {
    this.isOccupied[treeNode] = 1;
    if (this.rangesAt[treeNode] === NO_RANGES) this.rangesAt[treeNode] = [range];
    else this.rangesAt[treeNode].push(range);
  }
}

const NO_RANGES: LineRange[] = [];
