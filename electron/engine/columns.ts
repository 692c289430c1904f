/**
 * The scenarios of a sheet and what each inherits from the one before it.
 */
import { Column } from './column.ts';
import type { Content } from './graph.ts';
import type { PeriodAxis } from './period-axis.ts';

/** Cells to calculate, as nodes of their column. */
export type Seeds = ReadonlyMap<Column, number[]>;

/** Added to ids of scenarios with a parent, so that they come after those without. */
const CHILDREN_LAST = 2 ** 50;

export class Columns {
  private readonly byId = new Map<number, Column>();

  get(scenarioId: number): Column | undefined {
    return this.byId.get(scenarioId);
  }

  all(): MapIterator<Column> {
    return this.byId.values();
  }

  add(scenarioId: number, parentId: number | null): Column {
    const column = new Column(scenarioId, parentId);
    this.byId.set(scenarioId, column);
    return column;
  }

  delete(scenarioId: number): void {
    this.byId.delete(scenarioId);
  }

  /** In an order in which each comes after the one that it inherits from. */
  parentsFirst(): Column[] {
    const ordered = new Set<Column>();
    for (const column of this.all()) {
      const line: Column[] = [];
      for (let at: Column | undefined = column; at !== undefined && !ordered.has(at) && !line.includes(at); ) {
        line.push(at);
        at = this.parentOf(at);
      }
      for (const next of line.reverse()) ordered.add(next);
    }
    return [...ordered];
  }

  /** Finds anew what content holds for a line's cells in a column; cells with another content become seeds. */
  inherit(column: Column, slot: number, { labels, count }: PeriodAxis, seeds: Seeds): void {
    const parent = this.parentOf(column);
    const always = column.ownContent(slot, '');
    const isPlain = column.own.size === 0 || (column.own.size === 1 && always !== undefined);
    for (let period = 0; period < count; period++) {
      const node = slot * count + period;
      const own = isPlain ? always : (column.ownContent(slot, labels[period]) ?? always);
      const content = own ?? parent?.contents[node];
      if (content === column.contents[node]) continue;
      column.contents[node] = content;
      seeds.get(column)?.push(node);
    }
  }

  /** Every content typed into a line's cells. */
  *contentsOf(slot: number): Generator<Content> {
    for (const column of this.all()) {
      for (const ofPeriod of column.own.values()) {
        const content = ofPeriod.get(slot);
        if (content !== undefined) yield content;
      }
    }
  }

  /** The line's first content in the base scenario, or in another one where the base has none. */
  firstContentOf(slot: number, { count }: PeriodAxis): Content | undefined {
    let found: Content | undefined;
    let foundRank = Number.POSITIVE_INFINITY;
    for (const { scenarioId, parentId, contents } of this.all()) {
      const content = contents.slice(slot * count, (slot + 1) * count).find((held) => held !== undefined);
      const rank = parentId === null ? scenarioId : scenarioId + CHILDREN_LAST;
      if (content === undefined || rank > foundRank) continue;
      found = content;
      foundRank = rank;
    }
    return found;
  }

  private parentOf(column: Column): Column | undefined {
    return column.parentId === null ? undefined : this.byId.get(column.parentId);
  }
}
