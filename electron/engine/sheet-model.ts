/**
 * A sheet that calculates: built from its document, kept up to date by the changes of each edit.
 *
 *     const model = SheetModel.build(document, facts);
 *     model.valueOf({ lineId: 1, scenarioId: 1, period: '' });
 *     const { values } = model.apply([{ change: 'putCell', lineId: 1, scenarioId: 1, period: '', content: '42' }]);
 *
 * Numbers are in the unit of their line. An edit recalculates what depends on it and nothing else.
 */
import type { Line, Scenario, Sheet, SheetDocument } from '../../shared/sheet.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import type { CellAddress, CellBlock, CellValue, ValueBlock } from '../../shared/values.ts';
import type { Column } from './column.ts';
import { Columns, type Seeds } from './columns.ts';
import { type Names, readContent, retire } from './contents.ts';
import { Evaluation } from './evaluate-tree.ts';
import { type FactSource, factTable, NO_FACTS } from './facts.ts';
import type { Content, Elaborated, LineName } from './graph.ts';
import { LineTable, NO_SLOT } from './line-table.ts';
import { LineUnits } from './line-units.ts';
import { noteTaken, originsOf } from './origins.ts';
import { PeriodAxis } from './period-axis.ts';
import { precedentsOf } from './precedents.ts';
import { RangeIndex } from './range-index.ts';
import { Recalculation } from './recalculation.ts';
import { type Fault, isFault, type Scalar } from './scalar.ts';
import { NO_SERIES, type SeriesSource, seriesTable } from './series.ts';

export type InferredUnit = { lineId: number; unit: string };
export type Recalculated = { values: ValueBlock[]; inferredUnits: InferredUnit[] };

/** What the changes of one edit leave to be brought up to date. */
class Pending {
  /** Every cell is new: nothing has to be looked for. */
  readonly isAll: boolean;
  readonly cells: { slot: number; column: Column; period: string }[] = [];
  readonly reboundNames = new Set<LineName>();
  readonly newSlots: number[] = [];
  readonly droppedSlots: number[] = [];
  readonly newColumns = new Set<Column>();
  readonly unitSlots = new Set<number>();
  /** Formulas that use a fact or series that changed. */
  readers: ReadonlySet<Content> = new Set();
  unitWordsChanged = false;
  linesMoved = false;
  scenariosChanged = false;
  axisChanged = false;

  constructor(isAll: boolean) {
    this.isAll = isAll;
  }

  readonly noteRebound = (name: LineName): void => {
    if (!this.isAll) this.reboundNames.add(name);
  };
}

export class SheetModel {
  private readonly lines = new LineTable();
  private readonly ranges = new RangeIndex(this.lines);
  private readonly columns = new Columns();
  /** What formulas are bound to. */
  private readonly names: Names;
  private axis = new PeriodAxis(null);
  // Both are made once: V8 throws away code that it made for an object which is there for one edit only.
  private readonly recalculation = new Recalculation(this.lines, this.ranges);
  private readonly evaluation = new Evaluation(this.lines, this.ranges);
  private readonly units = new LineUnits(this.lines, this.ranges, {
    ofLine: (slot) => this.columns.contentsOf(slot),
    unitGiver: (slot) => this.columns.firstContentOf(slot, this.axis),
  });
  /** As told, by slot; lines of plain numbers are left out. */
  private readonly shownUnits = new Map<number, string>();
  /** How many contents have numbers written with a unit. */
  private literalUnitCount = 0;

  private constructor(facts: FactSource, series: SeriesSource) {
    this.names = { lines: this.lines, ranges: this.ranges, facts: factTable(facts), series: seriesTable(series) };
  }

  /** `facts` and `series` give what `FACT("id")` and `SERIES("id")` take, and are asked again by `refresh`. */
  static build(document: SheetDocument, facts: FactSource = NO_FACTS, series: SeriesSource = NO_SERIES): SheetModel {
    const model = new SheetModel(facts, series);
    const pending = new Pending(true);
    model.putSheet(document.sheet, pending);
    for (const scenario of document.scenarios) model.putScenario(scenario, pending);
    for (const line of document.lines) model.putLine(line, pending);
    for (const { lineId, scenarioId, period, content } of document.cells) {
      model.putCell(lineId, scenarioId, period, content, pending);
    }
    model.settle(pending);
    return model;
  }

  /**
   * Adopts changes and recalculates only what they touch. Returns the values that changed, those of new lines
   * and scenarios included, and the inferred units that changed ('' where there is none any more).
   */
  apply(changes: readonly SheetChange[]): Recalculated {
    const pending = new Pending(false);
    for (const change of changes) {
      switch (change.change) {
        case 'putSheet':
          this.putSheet(change.sheet, pending);
          break;
        case 'putLine':
          this.putLine(change.line, pending);
          break;
        case 'dropLine':
          this.dropLine(change.lineId, pending);
          break;
        case 'putScenario':
          this.putScenario(change.scenario, pending);
          break;
        case 'dropScenario':
          this.dropScenario(change.scenarioId, pending);
          break;
        case 'putCell':
          this.putCell(change.lineId, change.scenarioId, change.period, change.content, pending);
          break;
      }
    }
    return this.settle(pending);
  }

  /** Recalculates what uses facts or series that have changed, their units included; returns what `apply` does. */
  refresh({
    factIds = [],
    seriesIds = [],
  }: {
    factIds?: Iterable<string>;
    seriesIds?: Iterable<string>;
  }): Recalculated {
    const readers = new Set([...this.names.facts.refresh(factIds), ...this.names.series.refresh(seriesIds)]);
    if (readers.size === 0) return { values: [], inferredUnits: [] };
    const pending = new Pending(false);
    pending.readers = readers;
    return this.settle(pending);
  }

  /** Ids of all facts that formulas of the sheet take. */
  usedFacts(): string[] {
    return this.names.facts.used();
  }

  /** Ids of all series that formulas of the sheet take. */
  usedSeries(): string[] {
    return this.names.series.used();
  }

  /** Of each series that cells take, the ordinals that they take, of all scenarios and periods. */
  takenOrdinals(): Map<string, Set<number>> {
    const taken = new Map<string, Set<number>>();
    for (const column of this.columns.all()) {
      column.contents.forEach((content, node) => {
        for (const tree of content?.series ?? []) noteTaken(taken, tree, this.axis, node % this.axis.count);
      });
    }
    return taken;
  }

  /** The facts that a cell's own or inherited formula takes, in the order of its text. */
  factsOf(cell: CellAddress): string[] {
    const used = this.findContent(cell)?.facts ?? [];
    return [...new Set(used.map(({ id }) => id))];
  }

  /** The same of series. */
  seriesOf(cell: CellAddress): string[] {
    const used = this.findContent(cell)?.series ?? [];
    return [...new Set(used.map(({ series }) => series.id))];
  }

  /**
   * The cells that are computed from one of these series by however many steps: for each scenario and period
   * that has some, their lines.
   */
  cellsFrom(seriesIds: ReadonlySet<string>): CellBlock[] {
    this.ranges.update();
    return [...this.columns.all()].flatMap((column) => {
      const takers: number[] = [];
      column.contents.forEach((content, node) => {
        if (content?.series?.some(({ series }) => seriesIds.has(series.id))) takers.push(node);
      });
      if (takers.length === 0) return [];
      const nodes = [...this.recalculation.reachedFrom(column, this.axis, takers)];
      const byPeriod = Map.groupBy(nodes, (node) => node % this.axis.count);
      return [...byPeriod].map(([period, ofPeriod]) => ({
        scenarioId: column.scenarioId,
        period: this.axis.labels[period],
        lineIds: ofPeriod.map((node) => this.lines.idOf(Math.floor(node / this.axis.count))),
      }));
    });
  }

  /** The value in the line's unit; null of an empty cell and of one that does not exist. */
  valueOf(cell: CellAddress): CellValue {
    const found = this.findNode(cell);
    return found === null ? null : found.column.read(found.node);
  }

  /** All values: one block for each scenario and period, its lines (headings left out) in the sheet's order. */
  allValues(): ValueBlock[] {
    const order = this.lines.inOrder();
    const lineIds = order.map((slot) => this.lines.idOf(slot));
    return [...this.columns.all()].flatMap((column) =>
      this.axis.labels.map((period, index) => ({
        scenarioId: column.scenarioId,
        period,
        lineIds,
        values: order.map((slot) => column.read(slot * this.axis.count + index)),
      })),
    );
  }

  /** The units that lines without one take from their formulas; lines of plain numbers are left out. */
  inferredUnits(): InferredUnit[] {
    return this.lines.inOrder().flatMap((slot) => {
      const unit = this.shownUnits.get(slot);
      return unit === undefined ? [] : [{ lineId: this.lines.idOf(slot), unit }];
    });
  }

  /** The same of one line; '' where it is left out. */
  inferredUnitOf(lineId: number): string {
    return this.shownUnits.get(this.lines.slotOf(lineId)) ?? '';
  }

  /** What a cell holds, its own or inherited, and the scenario and period where that was typed; null where nothing. */
  contentOf(cell: CellAddress): { content: string; scenarioId: number; period: string } | null {
    const content = this.findContent(cell);
    if (content === undefined) return null;
    return { content: content.text, scenarioId: content.scenarioId, period: content.period };
  }

  /** The cells that a cell's formula reads, one step. */
  precedents(cell: CellAddress): CellAddress[] {
    const found = this.findNode(cell);
    const tree = this.findContent(cell)?.tree;
    if (found === null || !tree) return [];
    const nodes = precedentsOf(tree, found.node % this.axis.count, this.axis, this.lines, this.ranges);
    return [...nodes].map((node) => this.addressOf(found.column, node));
  }

  /** The inputs, the facts and the series (by id, the ordinals) that a cell is computed from, by however many steps; of an input, itself. */
  origins(cell: CellAddress): { inputs: CellAddress[]; factIds: string[]; series: Map<string, Set<number>> } {
    const found = this.findNode(cell);
    if (found === null) return { inputs: [], factIds: [], series: new Map() };
    this.ranges.update();
    const { inputs, factIds, series } = originsOf(found.node, found.column, this.axis, this.lines, this.ranges);
    return { inputs: inputs.map((node) => this.addressOf(found.column, node)), factIds: [...factIds], series };
  }

  /** The cells whose formulas read a cell, one step. */
  dependents(cell: CellAddress): CellAddress[] {
    const found = this.findNode(cell);
    if (found === null) return [];
    this.ranges.update();
    const nodes = this.recalculation.readersOf(found.column, this.axis, found.node);
    return nodes.map((node) => this.addressOf(found.column, node));
  }

  /** Cells with a formula of their own that names the line: those that a rename rewrites. */
  cellsNaming(lineId: number): CellAddress[] {
    const slot = this.lines.slotOf(lineId);
    const name = slot === NO_SLOT ? null : this.lines.nameOf(slot);
    if (name === null) return [];
    const readers = new Set<Content>(name.uses.map((use) => use.reader));
    for (const range of this.ranges.all()) {
      if (range.from === name || range.to === name) for (const use of range.uses) readers.add(use.reader);
    }
    return [...readers]
      .filter((reader) => reader.isInUse)
      .map((reader) => ({
        lineId: this.lines.idOf(reader.slot),
        scenarioId: reader.scenarioId,
        period: reader.period,
      }));
  }

  /** The formula of a cell with names bound and conversions written out; null of an input or an empty cell. */
  elaboratedFormula(cell: CellAddress): Elaborated | null {
    const content = this.findContent(cell);
    if (!content?.elaborated) return null;
    return { expression: content.elaborated, unit: content.unit, fault: content.unitFault };
  }

  // --- changes -----------------------------------------------------------------------------

  private putSheet(sheet: Sheet, pending: Pending): void {
    if (this.units.setCustomUnits(sheet.customUnits)) pending.unitWordsChanged = true;
    const axis = new PeriodAxis(sheet.timeAxis);
    if (axis.labels.length === this.axis.labels.length && axis.labels[0] === this.axis.labels[0]) {
      if (axis.labels.at(-1) === this.axis.labels.at(-1)) return;
    }
    this.axis = axis;
    pending.axisChanged = true;
  }

  private putScenario({ id, parentId }: Scenario, pending: Pending): void {
    const column = this.columns.get(id);
    if (column === undefined) {
      pending.newColumns.add(this.columns.add(id, parentId));
    } else if (column.parentId === parentId) return;
    else column.parentId = parentId;
    pending.scenariosChanged = true;
  }

  private dropScenario(scenarioId: number, pending: Pending): void {
    const column = this.columns.get(scenarioId);
    if (column === undefined) return;
    for (const ofPeriod of column.own.values()) for (const content of ofPeriod.values()) this.retire(content);
    this.columns.delete(scenarioId);
    pending.scenariosChanged = true;
  }

  private putLine(line: Line, pending: Pending): void {
    const effect = this.lines.put(line, pending.noteRebound);
    pending.linesMoved ||= effect.orderChanged;
    if (pending.isAll) return;
    if (effect.isNew) pending.newSlots.push(effect.slot);
    if (effect.unitChanged) pending.unitSlots.add(effect.slot);
  }

  private dropLine(lineId: number, pending: Pending): void {
    const slot = this.lines.slotOf(lineId);
    if (slot === NO_SLOT) return;
    for (const column of this.columns.all()) {
      for (const period of [...column.own.keys()]) this.replaceOwn(column, slot, period, null, pending);
    }
    this.lines.drop(lineId, pending.noteRebound);
    pending.droppedSlots.push(slot);
    pending.linesMoved = true;
  }

  private putCell(lineId: number, scenarioId: number, period: string, text: string | null, pending: Pending): void {
    const slot = this.lines.slotOf(lineId);
    const column = this.columns.get(scenarioId);
    if (slot === NO_SLOT || column === undefined) return;
    this.replaceOwn(column, slot, period, text || null, pending);
  }

  private replaceOwn(column: Column, slot: number, period: string, text: string | null, pending: Pending): void {
    const last = column.ownContent(slot, period);
    if (last === undefined && text === null) return;
    if (last !== undefined) this.retire(last);
    if (text === null) column.dropOwnContent(slot, period);
    else {
      const place = { slot, scenarioId: column.scenarioId, period };
      const content = readContent(place, text, this.names, this.units.words);
      if (content.hasUnits) this.literalUnitCount++;
      column.setOwnContent(content);
    }
    if (!pending.isAll) pending.cells.push({ slot, column, period });
  }

  private retire(content: Content): void {
    retire(content);
    if (content.hasUnits) this.literalUnitCount--;
  }

  // --- bringing up to date -----------------------------------------------------------------

  private settle(pending: Pending): Recalculated {
    const seeds = new Map<Column, number[]>();
    const columns = this.columns.parentsFirst();
    const nodeCount = this.lines.slotCount * this.axis.count;
    for (const column of columns) {
      if (pending.axisChanged) column.clear();
      column.grow(nodeCount);
      seeds.set(column, []);
    }
    if (pending.linesMoved || pending.reboundNames.size > 0) this.ranges.markStale();
    if (pending.axisChanged || pending.scenariosChanged) {
      for (const column of columns) {
        for (let slot = 0; slot < this.lines.slotCount; slot++) this.columns.inherit(column, slot, this.axis, seeds);
      }
    } else {
      const slots = new Set(pending.cells.map((cell) => cell.slot));
      for (const column of columns) for (const slot of slots) this.columns.inherit(column, slot, this.axis, seeds);
    }
    this.ranges.update();
    const readers = this.readersOfRebound(pending);
    for (const reader of pending.readers) readers.add(reader);
    const inferredUnits = this.settleUnits(pending, readers);
    if (!pending.isAll) for (const content of readers) this.seedContent(content, seeds);
    const values: ValueBlock[] = [];
    for (const column of columns) {
      const nodes = seeds.get(column) ?? [];
      this.evaluation.moveTo(column, this.axis);
      const changed = this.recalculation.run(column, this.axis, nodes, this.calculate, pending.isAll);
      if (!pending.isAll) this.report(column, changed, pending, values);
    }
    return { values, inferredUnits };
  }

  /** Formulas that read a name or range that now means something else. */
  private readersOfRebound(pending: Pending): Set<Content> {
    const readers = new Set<Content>();
    if (pending.isAll) return readers;
    const add = ({ reader }: { reader: Content }) => {
      if (reader.isInUse) readers.add(reader);
    };
    for (const name of pending.reboundNames) name.uses.forEach(add);
    if (!pending.linesMoved && pending.reboundNames.size === 0) return readers;
    for (const range of this.ranges.all()) range.uses.forEach(add);
    return readers;
  }

  /** Checks the units of what an edit touches; formulas that are converted otherwise than before join `readers`. */
  private settleUnits(pending: Pending, readers: Set<Content>): InferredUnit[] {
    const isInUnits = this.lines.unitCount > 0 || this.literalUnitCount > 0;
    const isAllStale = pending.unitWordsChanged || pending.axisChanged || pending.scenariosChanged;
    const { checked, changed } = this.units.update(isInUnits, {
      contents: readers,
      linesInOtherUnits: isAllStale ? this.lines.inOrder() : pending.unitSlots,
      linesWithOtherContents: new Set(pending.cells.map((cell) => cell.slot)),
    });
    for (const content of checked) readers.add(content);
    return [...changed].flatMap((slot) => this.adoptInferredUnit(slot));
  }

  private adoptInferredUnit(slot: number): InferredUnit[] {
    const unit = this.lines.isCalculated(slot) ? this.units.inferredUnit(slot) : '';
    if (unit === (this.shownUnits.get(slot) ?? '')) return [];
    if (unit === '') this.shownUnits.delete(slot);
    else this.shownUnits.set(slot, unit);
    return this.lines.isCalculated(slot) ? [{ lineId: this.lines.idOf(slot), unit }] : [];
  }

  private seedContent(content: Content, seeds: Seeds): void {
    if (!content.isInUse) return;
    const first = content.slot * this.axis.count;
    for (const [column, nodes] of seeds) {
      for (let node = first; node < first + this.axis.count; node++) {
        if (column.contents[node] === content) nodes.push(node);
      }
    }
  }

  private readonly calculate = (column: Column, node: number): CellValue => {
    const content = column.contents[node];
    if (content === undefined) return null;
    const value = this.valueOfContent(content, node);
    return isFault(value) ? this.originating(value, column, node) : value;
  };

  private valueOfContent(content: Content, node: number): Scalar {
    if (content.unitFault !== null) return content.unitFault;
    if (content.elaborated === null) return content.value;
    return this.evaluation.valueOf(content.elaborated, node % this.axis.count);
  }

  private originating({ error, message, origin }: Fault, column: Column, node: number): CellValue {
    return { error, message, origin: origin ?? this.addressOf(column, node) };
  }

  /** Adds to `values` what is new in a column: a block for each period. */
  private report(column: Column, changed: readonly number[], pending: Pending, values: ValueBlock[]): void {
    const { scenarioId } = column;
    const { count, labels } = this.axis;
    const blocks = labels.map((period): ValueBlock => ({ scenarioId, period, lineIds: [], values: [] }));
    for (const node of this.nodesToReport(column, changed, pending)) {
      const slot = Math.floor(node / count);
      if (!this.lines.isCalculated(slot)) continue;
      const block = blocks[node - slot * count];
      block.lineIds.push(this.lines.idOf(slot));
      block.values.push(column.read(node));
    }
    for (const block of blocks) if (block.lineIds.length > 0) values.push(block);
  }

  /** What changed, and the cells of new lines and scenarios that are empty still. */
  private nodesToReport(column: Column, changed: readonly number[], pending: Pending): readonly number[] {
    const { count, labels } = this.axis;
    const nodesOf = (slot: number) => labels.map((_, period) => slot * count + period);
    if (pending.axisChanged || pending.newColumns.has(column)) return this.lines.inOrder().flatMap(nodesOf);
    if (pending.newSlots.length === 0) return changed;
    return [...changed, ...pending.newSlots.flatMap(nodesOf).filter((node) => column.read(node) === null)];
  }

  // --- finding -----------------------------------------------------------------------------

  private findNode({ lineId, scenarioId, period }: CellAddress): { column: Column; node: number } | null {
    const slot = this.lines.slotOf(lineId);
    const column = this.columns.get(scenarioId);
    const index = this.axis.indexOf(period);
    if (slot === NO_SLOT || column === undefined || index === undefined) return null;
    return { column, node: slot * this.axis.count + index };
  }

  private findContent(cell: CellAddress): Content | undefined {
    const found = this.findNode(cell);
    return found === null ? undefined : found.column.contents[found.node];
  }

  private addressOf(column: Column, node: number): CellAddress {
    const slot = Math.floor(node / this.axis.count);
    return {
      lineId: this.lines.idOf(slot),
      scenarioId: column.scenarioId,
      period: this.axis.labels[node - slot * this.axis.count],
    };
  }
}
