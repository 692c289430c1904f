/**
 * The open sheet in memory: its document indexed by id, with its values.
 *
 * `indexSnapshot` builds it once; `applyResult` merges an answer in time proportional to what
 * changed, in place: the maps keep their identity, `lineVersion` grows for the lines that were
 * touched, and `order` and `scenarios` are new arrays when (and only when) they changed.
 */
import type { EditResult, SheetSnapshot } from '../../../shared/contract.ts';
import { nameKey } from '../../../shared/formula/names.ts';
import { NO_PERIOD, periodsOf } from '../../../shared/periods.ts';
import { byPosition, type Line, type Scenario, type Sheet } from '../../../shared/sheet.ts';
import type { SheetChange } from '../../../shared/sheet-changes.ts';
import type { CellAddress, CellBlock, CellValue, ValueBlock } from '../../../shared/values.ts';

type SheetState = SheetSnapshot['state'];

export type SheetData = {
  sheet: Sheet;
  /** In order. */
  scenarios: Scenario[];
  /** `['']` where the sheet has no time axis. */
  periods: string[];
  lines: Map<number, Line>;
  /** Ids of lines in order. */
  order: number[];
  /** Own contents by `cellKey`. */
  cells: Map<string, string>;
  /** Values by `columnKey`, then by line id. */
  values: Map<string, Map<number, CellValue>>;
  inferredUnits: Map<number, string>;
  /** Cells that are computed from made-up numbers: by `columnKey`, their lines. */
  demonstration: Map<string, Set<number>>;
  /** Counts the merges, `lineVersion` holds the last one that touched the line, its cells or its values. */
  merges: number;
  lineVersion: Map<number, number>;
  /** By `nameKey`. */
  lineIdByName: Map<string, number>;
  state: SheetState;
};

/** A content with the cell that it is written in. */
export type EffectiveContent = { content: string; scenarioId: number; period: string };

export function cellKey(lineId: number, scenarioId: number, period: string): string {
  return `${lineId}/${scenarioId}/${period}`;
}

export function columnKey(scenarioId: number, period: string): string {
  return `${scenarioId}/${period}`;
}

export function indexSnapshot({ document, values, inferredUnits, demonstration, state }: SheetSnapshot): SheetData {
  const data: SheetData = {
    sheet: document.sheet,
    scenarios: document.scenarios.toSorted(byPosition),
    periods: periodsOf(document.sheet.timeAxis),
    lines: new Map(document.lines.map((line) => [line.id, line])),
    order: document.lines.toSorted(byPosition).map((line) => line.id),
    cells: new Map(document.cells.map((cell) => [cellKey(cell.lineId, cell.scenarioId, cell.period), cell.content])),
    values: new Map(),
    inferredUnits: new Map(inferredUnits.map(({ lineId, unit }) => [lineId, unit])),
    demonstration: linesByColumn(demonstration),
    merges: 0,
    lineVersion: new Map(),
    lineIdByName: new Map(document.lines.filter((line) => line.name).map((line) => [nameKey(line.name), line.id])),
    state,
  };
  for (const block of values) takeValues(data, block);
  return data;
}

/** Merges an answer; its revision must follow `data`'s. */
export function applyResult(data: SheetData, result: EditResult): void {
  const shape = { lines: false, scenarios: false };
  data.merges++;
  for (const change of result.changes) applyChange(data, change, shape);
  if (shape.lines) data.order = [...data.lines.values()].sort(byPosition).map((line) => line.id);
  if (shape.scenarios) data.scenarios = data.scenarios.toSorted(byPosition);
  takeResults(data, result);
  data.state = result.state;
}

/** Merges values that are new without an edit of the sheet. */
export function applyValues(data: SheetData, results: Results): void {
  data.merges++;
  takeResults(data, results);
}

type Results = Pick<EditResult, 'values' | 'inferredUnits' | 'demonstration'>;

function takeResults(data: SheetData, { values, inferredUnits, demonstration }: Results): void {
  data.demonstration = linesByColumn(demonstration);
  for (const block of values) takeValues(data, block);
  for (const { lineId, unit } of inferredUnits) {
    data.inferredUnits.set(lineId, unit);
    touch(data, lineId);
  }
}

function linesByColumn(blocks: readonly CellBlock[]): Map<string, Set<number>> {
  return new Map(
    blocks.map(({ scenarioId, period, lineIds }) => [columnKey(scenarioId, period), new Set(lineIds)] as const),
  );
}

function applyChange(data: SheetData, change: SheetChange, shape: { lines: boolean; scenarios: boolean }): void {
  switch (change.change) {
    case 'putSheet':
      data.sheet = change.sheet;
      data.periods = periodsOf(change.sheet.timeAxis);
      break;
    case 'putLine': {
      const before = data.lines.get(change.line.id);
      if (before?.position !== change.line.position) shape.lines = true;
      forgetName(data, before);
      data.lines.set(change.line.id, change.line);
      if (change.line.name) data.lineIdByName.set(nameKey(change.line.name), change.line.id);
      touch(data, change.line.id);
      break;
    }
    case 'dropLine':
      shape.lines = true;
      forgetName(data, data.lines.get(change.lineId));
      data.lines.delete(change.lineId);
      data.inferredUnits.delete(change.lineId);
      for (const column of data.values.values()) column.delete(change.lineId);
      break;
    case 'putScenario':
      shape.scenarios = true;
      data.scenarios = [...data.scenarios.filter((scenario) => scenario.id !== change.scenario.id), change.scenario];
      break;
    case 'dropScenario':
      shape.scenarios = true;
      data.scenarios = data.scenarios.filter((scenario) => scenario.id !== change.scenarioId);
      for (const period of data.periods) data.values.delete(columnKey(change.scenarioId, period));
      break;
    case 'putCell': {
      const key = cellKey(change.lineId, change.scenarioId, change.period);
      if (change.content === null) data.cells.delete(key);
      else data.cells.set(key, change.content);
      touch(data, change.lineId);
      break;
    }
  }
}

function takeValues(data: SheetData, { scenarioId, period, lineIds, values }: ValueBlock): void {
  const key = columnKey(scenarioId, period);
  let column = data.values.get(key);
  if (column === undefined) {
    column = new Map();
    data.values.set(key, column);
  }
  for (let i = 0; i < lineIds.length; i++) {
    column.set(lineIds[i], values[i]);
    touch(data, lineIds[i]);
  }
}

function touch(data: SheetData, lineId: number): void {
  data.lineVersion.set(lineId, data.merges);
}

function forgetName(data: SheetData, line: Line | undefined): void {
  if (line !== undefined && data.lineIdByName.get(nameKey(line.name)) === line.id) {
    data.lineIdByName.delete(nameKey(line.name));
  }
}

export function findScenario(data: SheetData, scenarioId: number): Scenario | undefined {
  return data.scenarios.find((scenario) => scenario.id === scenarioId);
}

export function valueAt(data: SheetData, { lineId, scenarioId, period }: CellAddress): CellValue {
  return data.values.get(columnKey(scenarioId, period))?.get(lineId) ?? null;
}

/** Whether the cell is computed from made-up numbers, by however many steps. */
export function isDemonstration(data: SheetData, { lineId, scenarioId, period }: CellAddress): boolean {
  return data.demonstration.get(columnKey(scenarioId, period))?.has(lineId) ?? false;
}

/** The cell's own content, or undefined where it falls back. */
export function ownContent(data: SheetData, { lineId, scenarioId, period }: CellAddress): string | undefined {
  return data.cells.get(cellKey(lineId, scenarioId, period));
}

/**
 * The content that the cell is calculated from: its own, the scenario's for every period, and then
 * the same of the parent scenario, up to the base.
 */
export function effectiveContent(
  data: SheetData,
  { lineId, scenarioId, period }: CellAddress,
): EffectiveContent | null {
  let scenario = findScenario(data, scenarioId);
  while (scenario !== undefined) {
    for (const at of period === NO_PERIOD ? [NO_PERIOD] : [period, NO_PERIOD]) {
      const content = data.cells.get(cellKey(lineId, scenario.id, at));
      if (content !== undefined) return { content, scenarioId: scenario.id, period: at };
    }
    scenario = scenario.parentId === null ? undefined : findScenario(data, scenario.parentId);
  }
  return null;
}

/** The unit that the line's numbers are in: its own, or the one that follows from its formula; '' for none. */
export function unitOf(data: SheetData, lineId: number): string {
  return data.lines.get(lineId)?.unit || (data.inferredUnits.get(lineId) ?? '');
}
