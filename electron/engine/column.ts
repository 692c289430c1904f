/**
 * One scenario of a sheet as the engine holds it: what was typed into it, which content holds for
 * each cell once inheritance is settled, and the values.
 *
 * A cell within a column is a number, its node: `slot * periodCount + period`. Numbers lie in one
 * typed array; whatever is no number lies beside it, where the array has NaN.
 */
import { type CellValue, isCalcError } from '../../shared/values.ts';
import type { Content } from './graph.ts';

export class Column {
  readonly scenarioId: number;
  parentId: number | null;
  /** What was typed into this scenario, by period ('' for all periods) and slot. */
  readonly own = new Map<string, Map<number, Content>>();
  /** By node: the scenario's own content, or the one it inherits. */
  contents: (Content | undefined)[] = [];
  /** Nodes that are part of a cycle. */
  readonly circular = new Set<number>();
  private numbers = new Float64Array(0);
  private readonly others = new Map<number, Exclude<CellValue, number | null>>();

  constructor(scenarioId: number, parentId: number | null) {
    this.scenarioId = scenarioId;
    this.parentId = parentId;
  }

  /** Makes room for nodes below `nodeCount`; new ones are empty. */
  grow(nodeCount: number): void {
    while (this.contents.length < nodeCount) this.contents.push(undefined);
    if (this.numbers.length >= nodeCount) return;
    const grown = new Float64Array(Math.max(nodeCount, Math.ceil(this.numbers.length * 1.5))).fill(Number.NaN);
    grown.set(this.numbers);
    this.numbers = grown;
  }

  /** Empties every node: nodes are about to be numbered anew. */
  clear(): void {
    this.contents = [];
    this.numbers = new Float64Array(0);
    this.others.clear();
    this.circular.clear();
  }

  read(node: number): CellValue {
    const number = this.numbers[node];
    return Number.isNaN(number) ? (this.others.get(node) ?? null) : number;
  }

  /** Whether the value is another than before. */
  write(node: number, value: CellValue): boolean {
    const last = this.read(node);
    if (last === value || (isCalcError(last) && isCalcError(value) && isSameError(last, value))) return false;
    if (typeof value === 'number') {
      this.numbers[node] = value;
      if (typeof last !== 'number') this.others.delete(node);
      return true;
    }
    this.numbers[node] = Number.NaN;
    if (value === null) this.others.delete(node);
    else this.others.set(node, value);
    return true;
  }

  ownContent(slot: number, period: string): Content | undefined {
    return this.own.get(period)?.get(slot);
  }

  setOwnContent(content: Content): void {
    let ofPeriod = this.own.get(content.period);
    if (ofPeriod === undefined) {
      ofPeriod = new Map();
      this.own.set(content.period, ofPeriod);
    }
    ofPeriod.set(content.slot, content);
  }

  dropOwnContent(slot: number, period: string): void {
    const ofPeriod = this.own.get(period);
    ofPeriod?.delete(slot);
    if (ofPeriod?.size === 0) this.own.delete(period);
  }
}

type CalcError = Extract<CellValue, { error: string }>;

function isSameError(a: CalcError, b: CalcError): boolean {
  return (
    a.error === b.error &&
    a.origin.lineId === b.origin.lineId &&
    a.origin.scenarioId === b.origin.scenarioId &&
    a.origin.period === b.origin.period &&
    a.message.key === b.message.key &&
    JSON.stringify(a.message.params) === JSON.stringify(b.message.params)
  );
}
