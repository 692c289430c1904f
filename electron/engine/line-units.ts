/**
 * The units of the lines of a sheet: declared, or inferred from the formula of the line; and the unit
 * check of every formula, kept up to date by what an edit touches.
 *
 * A line without a unit takes that of its first content in the base scenario; its other contents are
 * converted to it. Lines without a unit that lead back to themselves are plain numbers. A sheet in
 * which no line and no literal has a unit is not checked at all.
 */
import type { CustomUnit } from '../../shared/sheet.ts';
import { componentsOf } from './components.ts';
import { forEachRead, isFormula } from './contents.ts';
import { elaborate, type UnitSource } from './elaborate.ts';
import type { Content, LineRange } from './graph.ts';
import { inUnitOfLine, readInput } from './input-value.ts';
import { type LineTable, NO_SLOT } from './line-table.ts';
import { NO_TREE_NODE, type RangeIndex } from './range-index.ts';
import { fault } from './scalar.ts';
import { PLAIN, printUnit, type Unit } from './units/unit.ts';
import { type UnitReading, UnitWords } from './units/unit-words.ts';

/** The contents of the sheet, as far as the unit check looks at them. */
export type SheetContents = {
  /** All contents typed into a line's cells, of every scenario and period. */
  ofLine(slot: number): Iterable<Content>;
  /** The content that a line without a unit takes its unit from. */
  unitGiver(slot: number): Content | undefined;
};

export type Stale = {
  /** Formulas that read something else than before. */
  contents: Iterable<Content>;
  linesInOtherUnits: Iterable<number>;
  linesWithOtherContents: Iterable<number>;
};

export class LineUnits implements UnitSource {
  words = new UnitWords();
  private readonly lines: LineTable;
  private readonly ranges: RangeIndex;
  private readonly contents: SheetContents;
  /** Of lines that declare none; null fits any. */
  private readonly inferred = new Map<number, Unit | null>();
  /** Lines without a unit whose unit would depend on itself. */
  private readonly inCycles = new Set<number>();
  private customUnits: readonly CustomUnit[] = [];
  private isChecking = false;

  constructor(lines: LineTable, ranges: RangeIndex, contents: SheetContents) {
    this.lines = lines;
    this.ranges = ranges;
    this.contents = contents;
  }

  /** Whether the words changed: then everything is to be checked anew. */
  setCustomUnits(customUnits: readonly CustomUnit[]): boolean {
    if (JSON.stringify(customUnits) === JSON.stringify(this.customUnits)) return false;
    this.customUnits = customUnits;
    this.words = new UnitWords(customUnits);
    return true;
  }

  unitOfLine(slot: number): Unit | null {
    const declared = this.declared(slot);
    if (declared === null) return this.inferred.get(slot) ?? null;
    return declared.ok ? declared.unit : null;
  }

  linesOf(range: LineRange): { slot: number; lineId: number }[] {
    const places = this.ranges.placesOf(range);
    if (places === null) return [];
    const slots = this.lines.inOrder().slice(places.first, places.last + 1);
    return slots.map((slot) => ({ slot, lineId: this.lines.idOf(slot) }));
  }

  /** The unit of a line that declares none, as text; '' of one that declares a unit and of plain numbers. */
  inferredUnit(slot: number): string {
    const unit = this.lines.entries[slot].unit === '' ? this.inferred.get(slot) : null;
    return unit ? printUnit(unit) : '';
  }

  /** Checks anew what `stale` says; returns all contents that were checked, and the lines whose inferred unit is another. */
  update(isInUnits: boolean, stale: Stale): { checked: Set<Content>; changed: Set<number> } {
    const checked = new Set<Content>();
    if (!isInUnits && !this.isChecking) return { checked, changed: new Set() };
    const isSwitched = isInUnits !== this.isChecking;
    this.isChecking = isInUnits;
    const lines = isSwitched ? new Set(this.lines.inOrder()) : this.touchedLines(stale, checked);
    const changed = this.infer(lines, checked);
    for (const slot of this.infer(this.downstream(changed), checked)) changed.add(slot);
    for (const slot of stale.linesInOtherUnits) this.addReaders(slot, checked);
    for (const slot of changed) this.addReaders(slot, checked);
    for (const content of checked) this.check(content);
    return { checked, changed };
  }

  private touchedLines(stale: Stale, checked: Set<Content>): Set<number> {
    const lines = new Set([...stale.linesInOtherUnits, ...stale.linesWithOtherContents]);
    for (const content of stale.contents) {
      checked.add(content);
      if (this.declared(content.slot) === null) lines.add(content.slot);
    }
    const below = this.downstream([...lines].filter((slot) => this.mayReadItself(slot)));
    // An edit may close a cycle or open one, which decides the units of all that are in it.
    const isOfCycle = (slot: number) => lines.has(slot) || this.inCycles.has(slot);
    if ([...below].some(isOfCycle)) for (const slot of below) lines.add(slot);
    return lines;
  }

  // --- inference ---------------------------------------------------------------------------

  private declared(slot: number): UnitReading | null {
    const { unit } = this.lines.entries[slot];
    return unit === '' || !this.isChecking ? null : this.words.read(unit);
  }

  /** Finds the units of lines that declare none, those that others depend on first; returns those with another than before. */
  private infer(slots: ReadonlySet<number>, checked: Set<Content>): Set<number> {
    const changed = new Set<number>();
    for (const slot of slots) for (const content of this.contents.ofLine(slot)) checked.add(content);
    for (const slot of slots) {
      if (this.declared(slot) === null) continue;
      this.inCycles.delete(slot);
      if (this.inferred.get(slot)) changed.add(slot);
      this.inferred.delete(slot);
    }
    const undeclared = new Set([...slots].filter((slot) => this.declared(slot) === null));
    for (const { nodes, isCycle } of componentsOf(undeclared, (slot) => this.readBy(slot, undeclared))) {
      const before = nodes.map((slot) => this.inferred.get(slot) ?? null);
      for (const slot of nodes) {
        if (isCycle) this.inCycles.add(slot);
        else this.inCycles.delete(slot);
        this.inferred.set(slot, isCycle ? PLAIN : this.unitGivenTo(slot));
      }
      nodes.forEach((slot, at) => {
        if (!isSameUnit(before[at], this.inferred.get(slot) ?? null)) changed.add(slot);
      });
    }
    return changed;
  }

  private unitGivenTo(slot: number): Unit | null {
    const giver = this.contents.unitGiver(slot);
    if (giver === undefined || !this.isChecking || !this.lines.isCalculated(slot)) return null;
    if (giver.tree !== null) {
      const { unit, fault: clash } = elaborate(giver.tree, null, this);
      return clash === null ? unit : null;
    }
    const input = readInput(giver.text, this.words);
    return typeof input.value === 'number' && !isFormula(giver.text) ? (input.unit ?? PLAIN) : null;
  }

  /** The lines among `of` whose unit a line's own depends on. */
  private readBy(slot: number, of: ReadonlySet<number>): number[] {
    const tree = this.contents.unitGiver(slot)?.tree;
    const read: number[] = [];
    if (!tree) return read;
    forEachRead(tree, (part) => {
      const slots = part.kind === 'reference' ? [part.line.slot] : this.linesOf(part.range).map((line) => line.slot);
      for (const other of slots) if (other !== NO_SLOT && of.has(other)) read.push(other);
    });
    return read;
  }

  private mayReadItself(slot: number): boolean {
    if (this.declared(slot) !== null) return false;
    return this.inCycles.has(slot) || Boolean(this.contents.unitGiver(slot)?.tree);
  }

  /** Lines without a unit that take theirs, by however many steps, from `slots`. */
  private downstream(slots: Iterable<number>): Set<number> {
    const found = new Set<number>();
    const pending = [...slots];
    for (let slot = pending.pop(); slot !== undefined; slot = pending.pop()) {
      const readers = new Set<Content>();
      this.addReaders(slot, readers);
      for (const reader of readers) {
        if (found.has(reader.slot) || this.declared(reader.slot) !== null) continue;
        if (this.contents.unitGiver(reader.slot) !== reader) continue;
        found.add(reader.slot);
        pending.push(reader.slot);
      }
    }
    return found;
  }

  /** The formulas that name a line or have it in a range. */
  private addReaders(slot: number, readers: Set<Content>): void {
    for (const use of this.lines.nameOf(slot)?.uses ?? []) if (use.reader.isInUse) readers.add(use.reader);
    if (this.ranges.isEmpty) return;
    for (let node = this.ranges.above(slot); node !== NO_TREE_NODE; node = this.ranges.next(node)) {
      for (const range of this.ranges.at(node))
        for (const use of range.uses) if (use.reader.isInUse) readers.add(use.reader);
    }
  }

  // --- the check of one content ------------------------------------------------------------

  private check(content: Content): void {
    content.unitFault = null;
    content.unit = '';
    const declared = this.declared(content.slot);
    if (declared !== null && !declared.ok) {
      content.unitFault = fault('#UNIT!', declared.fault.message);
      return;
    }
    const unit = this.unitOfLine(content.slot);
    if (content.tree !== null) {
      const result = this.isChecking
        ? elaborate(content.tree, unit, this)
        : { tree: content.tree, unit: null, fault: null };
      content.elaborated = result.tree;
      content.unit = result.unit === null ? '' : printUnit(result.unit);
      content.unitFault = result.fault;
    } else if (!isFormula(content.text)) {
      const input = readInput(content.text, this.words);
      content.value = unit === null ? input.value : inUnitOfLine(input, unit);
    }
  }
}

function isSameUnit(a: Unit | null, b: Unit | null): boolean {
  if (a === null || b === null) return a === b;
  return printUnit(a) === printUnit(b) && a.dimension === b.dimension;
}
