/**
 * A sheet's document in memory, indexed for the handlers that derive edits from it.
 *
 * Handlers only read it. `applyToIndex` is called once an edit is on disk; `inverseOf` gives, before
 * that, the changes that take an edit back.
 */
import { nameKey } from '../../shared/formula/names.ts';
import { byPosition, type Cell, type Line, type Scenario, type Sheet, type SheetDocument } from '../../shared/sheet.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import type { CellAddress } from '../../shared/values.ts';

export type SheetIndex = {
  sheet: Sheet;
  scenarios: Map<number, Scenario>;
  lines: Map<number, Line>;
  /** Own contents, by line: few per line, so an array is the smallest and fast enough. */
  cellsOfLine: Map<number, Cell[]>;
  /** Lines that have a name, by `nameKey`. */
  lineIdOfName: Map<string, number>;
  /** Lines in order; null when it has to be made again: see `linesInOrder`. */
  order: Line[] | null;
};

export function indexOfDocument({ sheet, scenarios, lines, cells }: SheetDocument): SheetIndex {
  return {
    sheet,
    scenarios: new Map(scenarios.map((scenario) => [scenario.id, scenario])),
    lines: new Map(lines.map((line) => [line.id, line])),
    cellsOfLine: Map.groupBy(cells, (cell) => cell.lineId),
    lineIdOfName: new Map(lines.filter(({ name }) => name !== '').map(({ id, name }) => [nameKey(name), id])),
    order: null,
  };
}

export function documentOfIndex(index: SheetIndex): SheetDocument {
  return {
    sheet: index.sheet,
    scenarios: scenariosInOrder(index),
    lines: linesInOrder(index),
    cells: [...index.cellsOfLine.values()].flat(),
  };
}

export function linesInOrder(index: SheetIndex): Line[] {
  index.order ??= [...index.lines.values()].sort(byPosition);
  return index.order;
}

export function scenariosInOrder(index: SheetIndex): Scenario[] {
  return [...index.scenarios.values()].sort(byPosition);
}

export function cellsOf(index: SheetIndex, lineId: number): readonly Cell[] {
  return index.cellsOfLine.get(lineId) ?? [];
}

/** The cell's own content, not what it inherits; null where it has none. */
export function ownContent(index: SheetIndex, { lineId, scenarioId, period }: CellAddress): string | null {
  const cell = cellsOf(index, lineId).find((each) => each.scenarioId === scenarioId && each.period === period);
  return cell?.content ?? null;
}

/**
 * The changes that take `changes` back, in the order to apply them. Each puts back what `index` holds
 * now; where one thing is changed twice, the last to be put back is what was there first.
 */
export function inverseOf(index: SheetIndex, changes: readonly SheetChange[]): SheetChange[] {
  return changes.map((change) => inverseOfChange(index, change)).reverse();
}

function inverseOfChange(index: SheetIndex, change: SheetChange): SheetChange {
  switch (change.change) {
    case 'putSheet':
      return { change: 'putSheet', sheet: index.sheet };
    case 'putLine':
    case 'dropLine': {
      const lineId = change.change === 'putLine' ? change.line.id : change.lineId;
      const line = index.lines.get(lineId);
      return line === undefined ? { change: 'dropLine', lineId } : { change: 'putLine', line };
    }
    case 'putScenario':
    case 'dropScenario': {
      const scenarioId = change.change === 'putScenario' ? change.scenario.id : change.scenarioId;
      const scenario = index.scenarios.get(scenarioId);
      return scenario === undefined ? { change: 'dropScenario', scenarioId } : { change: 'putScenario', scenario };
    }
    case 'putCell':
      return { ...change, content: ownContent(index, change) };
  }
}

export function applyToIndex(index: SheetIndex, changes: readonly SheetChange[]): void {
  for (const change of changes) applyChange(index, change);
}

function applyChange(index: SheetIndex, change: SheetChange): void {
  switch (change.change) {
    case 'putSheet':
      index.sheet = change.sheet;
      break;
    case 'putLine':
      forgetLine(index, change.line.id);
      index.lines.set(change.line.id, change.line);
      if (change.line.name !== '') index.lineIdOfName.set(nameKey(change.line.name), change.line.id);
      break;
    case 'dropLine':
      forgetLine(index, change.lineId);
      index.lines.delete(change.lineId);
      index.cellsOfLine.delete(change.lineId);
      break;
    case 'putScenario':
      index.scenarios.set(change.scenario.id, change.scenario);
      break;
    case 'dropScenario':
      index.scenarios.delete(change.scenarioId);
      break;
    case 'putCell':
      putCell(index, change);
  }
}

/** Two lines can change names within one edit: a name is forgotten only where it is still this line's. */
function forgetLine(index: SheetIndex, lineId: number): void {
  index.order = null;
  const name = index.lines.get(lineId)?.name ?? '';
  if (name !== '' && index.lineIdOfName.get(nameKey(name)) === lineId) index.lineIdOfName.delete(nameKey(name));
}

function putCell(index: SheetIndex, { lineId, scenarioId, period, content }: CellAddress & { content: string | null }) {
  const cells = index.cellsOfLine.get(lineId) ?? [];
  const at = cells.findIndex((each) => each.scenarioId === scenarioId && each.period === period);
  if (at >= 0) cells.splice(at, 1);
  if (content !== null) cells.push({ lineId, scenarioId, period, content });
  index.cellsOfLine.set(lineId, cells);
}
