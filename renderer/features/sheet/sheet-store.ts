/**
 * The store of the sheet screen: the open sheet, what of it shows, and the selection.
 *
 * Components read it with `useSheetStore(selector)`. `data` is merged in place, so a selector must
 * give a primitive or an object out of its maps (`(s) => s.data?.lineVersion.get(id)`); what walks
 * the whole sheet depends on `version`, which grows with every merge. Edits are in
 * sheet-actions.ts; the text being typed is in editing/edit-session.ts.
 */
import { create } from 'zustand';
import type { EditResult } from '../../../shared/contract.ts';
import { NO_PERIOD } from '../../../shared/periods.ts';
import type { CellAddress } from '../../../shared/values.ts';
import { call, onEvent } from '../../api.ts';
import { type Recalculation, tellChangedFigures } from './facts/changed-figures.ts';
import { addressAt, type Column, columnsOf, type Row, rowsOf } from './grid/columns.ts';
import { at, clampSelection, type Place, type Selection } from './grid/selection.ts';
import { applyResult, applyValues, indexSnapshot, type SheetData } from './sheet-data.ts';

export type SheetStore = {
  sheetId: string | null;
  status: 'closed' | 'loading' | 'ready' | 'failed';
  /** What the call threw that should have opened the sheet. */
  failure: unknown;
  data: SheetData | null;
  version: number;
  rows: Row[];
  rowOfLine: Map<number, number>;
  allColumns: Column[];
  /** By column key; what is not mentioned shows. */
  columnVisibility: Readonly<Record<string, boolean>>;
  /** The columns that show. */
  columns: Column[];
  /** The scenario whose periods are shown; null where scenarios are columns. */
  shownScenarioId: number | null;
  folded: ReadonlySet<number>;
  /** Lines that are being made of what was typed below the end. */
  expectedLines: number;
  selection: Selection;
  /** Whether the grid scrolls to the row and the column of the selection's focus. */
  follow: Follow;
};

type Follow = { row: boolean; column: boolean };
const FOLLOW_BOTH: Follow = { row: true, column: true };

const FIRST_CELL = at({ row: 0, column: 0 });

const CLOSED: SheetStore = {
  sheetId: null,
  status: 'closed',
  failure: null,
  data: null,
  version: 0,
  rows: [],
  rowOfLine: new Map(),
  allColumns: [],
  columnVisibility: {},
  columns: [],
  shownScenarioId: null,
  folded: new Set(),
  expectedLines: 0,
  selection: FIRST_CELL,
  follow: FOLLOW_BOTH,
};

export const useSheetStore = create<SheetStore>(() => CLOSED);

const NAMES_KEY = 'plumbline.names.shown';
/** Narrower windows begin without the names of lines, so that the scenarios have room. */
const ROOM_FOR_NAMES = 1200;

function chosenVisibility(): SheetStore['columnVisibility'] {
  const chosen = localStorage.getItem(NAMES_KEY);
  const shows = chosen === null ? window.innerWidth >= ROOM_FOR_NAMES : chosen === 'yes';
  return shows ? {} : { name: false };
}

/** Counts what was heard of recalculations, of whichever sheet. */
let heardRecalculations = 0;

/** Opens a sheet from the workbench. How it went is in `status`. */
export async function openSheet(sheetId: string): Promise<void> {
  const isOther = useSheetStore.getState().sheetId !== sheetId;
  if (isOther) {
    const kept = { columnVisibility: chosenVisibility(), folded: readFolded(sheetId) };
    useSheetStore.setState({ ...CLOSED, ...kept, sheetId, status: 'loading' });
  }
  const heard = heardRecalculations;
  try {
    const snapshot = await call('openSheet', { sheetId });
    const { sheetId: wanted, data: before } = useSheetStore.getState();
    if (wanted !== sheetId) return;
    // An edit or a recalculation may have overtaken the answer; then it is out of date.
    const isOvertaken = before !== null && before.state.revision > snapshot.state.revision;
    if (isOvertaken || heard !== heardRecalculations) return openSheet(sheetId);
    show(indexSnapshot(snapshot), { status: 'ready', failure: null });
    if (isOther) useSheetStore.setState((state) => ({ selection: at(firstValuePlace(state)) }));
  } catch (failure) {
    if (useSheetStore.getState().sheetId === sheetId) useSheetStore.setState({ status: 'failed', failure });
  }
}

export function closeSheet(): void {
  useSheetStore.setState(CLOSED);
}

/** Keeps the open sheet up to date with edits made in other windows, and with facts and series that change; returns how to stop. */
export function followEdits(): () => void {
  return onEvent((event) => {
    if (event.event === 'sheetEdited') applyEditResult(event.result);
    if (event.event === 'sheetRecalculated' && applyRecalculation(event)) void tellChangedFigures(event);
  });
}

/** Merges what an edit did, made here or elsewhere. A gap in the revisions loads the sheet anew. */
export function applyEditResult(result: EditResult): void {
  const { sheetId, data } = useSheetStore.getState();
  if (data === null || result.sheetId !== sheetId || result.state.revision <= data.state.revision) return;
  if (result.state.revision > data.state.revision + 1) {
    void openSheet(sheetId);
    return;
  }
  const { order, scenarios, sheet } = data;
  applyResult(data, result);
  const isSameShape = order === data.order && scenarios === data.scenarios && sheet === data.sheet;
  if (isSameShape) useSheetStore.setState(({ version }) => ({ version: version + 1 }));
  else show(data);
}

/**
 * Merges what a change of facts or series did; false of another sheet. One that is being opened is asked for
 * again by then. Where the sheet was edited meanwhile, nobody knows here which of the two came last: it is loaded anew.
 */
function applyRecalculation(done: Recalculation): boolean {
  heardRecalculations += 1;
  const { sheetId, data } = useSheetStore.getState();
  if (done.sheetId !== sheetId || data === null) return false;
  if (done.revision !== data.state.revision) {
    void openSheet(sheetId);
    return true;
  }
  applyValues(data, done);
  useSheetStore.setState(({ version }) => ({ version: version + 1 }));
  return true;
}

/** Puts `data` on screen: rows and columns anew, and the selection where its cells went. */
function show(data: SheetData, also: Partial<SheetStore> = {}): void {
  useSheetStore.setState((state) => {
    const shown = data.sheet.timeAxis === null ? null : shownScenario(data, state.shownScenarioId);
    const allColumns = columnsOf(data, shown);
    const columns = allColumns.filter(({ key }) => state.columnVisibility[key] !== false);
    const rows = rowsOf(data, state.folded, state.expectedLines);
    const rowOfLine = indexRows(rows);
    const moved = (place: Place): Place => {
      const lineId = state.rows[place.row]?.lineId ?? null;
      const key = state.columns[place.column]?.key;
      const column = columns.findIndex((candidate) => candidate.key === key);
      return {
        row: lineId === null ? place.row : (rowOfLine.get(lineId) ?? place.row),
        column: column < 0 ? place.column : column,
      };
    };
    const selection = clampSelection(
      { anchor: moved(state.selection.anchor), focus: moved(state.selection.focus) },
      { rows: rows.length, columns: columns.length },
    );
    return {
      data,
      allColumns,
      columns,
      rows,
      rowOfLine,
      shownScenarioId: shown,
      selection,
      version: state.version + 1,
      ...also,
    };
  });
}

function shownScenario(data: SheetData, scenarioId: number | null): number | null {
  const isThere = data.scenarios.some(({ id }) => id === scenarioId);
  return isThere ? scenarioId : (data.scenarios[0]?.id ?? null);
}

function indexRows(rows: Row[]): Map<number, number> {
  const index = new Map<number, number>();
  rows.forEach(({ lineId }, row) => {
    if (lineId !== null) index.set(lineId, row);
  });
  return index;
}

function firstValuePlace({ data, rows, columns }: SheetStore): Place {
  if (rows.length <= 1) return { row: 0, column: 0 };
  const row = rows.findIndex(({ lineId }) => lineId !== null && data?.lines.get(lineId)?.kind === 'line');
  return {
    row: Math.max(0, row),
    column: Math.max(
      0,
      columns.findIndex(({ kind }) => kind === 'value'),
    ),
  };
}

// --- what shows ------------------------------------------------------------------------------

/** Whole rows and columns are selected without scrolling to their far end. */
export function select(selection: Selection, follow: Follow = FOLLOW_BOTH): void {
  useSheetStore.setState(({ rows, columns }) => ({
    follow,
    selection: clampSelection(selection, { rows: rows.length, columns: columns.length }),
  }));
}

/** Selects a cell wherever it is: unfolds its heading and shows its scenario. */
export function jumpTo(cell: CellAddress): void {
  const { data, folded, shownScenarioId } = useSheetStore.getState();
  if (data === null) return;
  const heading = headingOf(data, cell.lineId);
  if (heading !== null && folded.has(heading)) toggleFolded(heading);
  if (shownScenarioId !== null && shownScenarioId !== cell.scenarioId) showScenario(cell.scenarioId);
  const { rowOfLine, columns } = useSheetStore.getState();
  const row = rowOfLine.get(cell.lineId);
  const column = columns.findIndex(
    (candidate) =>
      (candidate.kind === 'value' && candidate.scenarioId === cell.scenarioId && candidate.period === cell.period) ||
      (candidate.kind === 'everyPeriod' && cell.period === NO_PERIOD),
  );
  if (row !== undefined && column >= 0) select(at({ row, column }));
}

/** Of a sheet with a time axis: the scenario whose periods are the columns. */
export function showScenario(scenarioId: number): void {
  useSheetStore.setState({ shownScenarioId: scenarioId });
  refresh();
}

export function toggleNames(): void {
  const { columnVisibility } = useSheetStore.getState();
  const shows = columnVisibility.name === false;
  useSheetStore.setState({ columnVisibility: { ...columnVisibility, name: shows } });
  localStorage.setItem(NAMES_KEY, shows ? 'yes' : 'no');
  refresh();
}

/** Folds the lines under a heading away, or shows them again. Kept on this machine, not in the sheet. */
export function toggleFolded(headingId: number): void {
  const { folded, sheetId } = useSheetStore.getState();
  const next = new Set(folded);
  if (!next.delete(headingId)) next.add(headingId);
  useSheetStore.setState({ folded: next });
  if (sheetId !== null) localStorage.setItem(foldedKey(sheetId), JSON.stringify([...next]));
  refresh();
}

/**
 * A line is being made of what was typed in the row below the end: one more row follows at once, so
 * that the next line can be typed while the workbench makes this one. Call the answer when it is made.
 */
export function expectNewLine(): () => void {
  const expect = (change: number) => {
    useSheetStore.setState(({ expectedLines }) => ({ expectedLines: expectedLines + change }));
    refresh();
  };
  expect(1);
  return () => expect(-1);
}

function refresh(): void {
  const { data } = useSheetStore.getState();
  if (data !== null) show(data);
}

/** The heading that a line stands under, or null. */
export function headingOf(data: SheetData, lineId: number): number | null {
  let heading: number | null = null;
  for (const id of data.order) {
    if (id === lineId) return heading;
    if (data.lines.get(id)?.kind === 'heading') heading = id;
  }
  return null;
}

function foldedKey(sheetId: string): string {
  return `plumbline.folded.${sheetId}`;
}

function readFolded(sheetId: string): ReadonlySet<number> {
  const stored: unknown = JSON.parse(localStorage.getItem(foldedKey(sheetId)) ?? '[]');
  return new Set(Array.isArray(stored) ? stored.filter((id): id is number => typeof id === 'number') : []);
}

// --- selectors -------------------------------------------------------------------------------

/** The active cell, where it holds a value. */
export function selectedCell({ rows, columns, selection }: SheetStore): CellAddress | null {
  return addressAt(rows[selection.anchor.row], columns[selection.anchor.column]);
}

/** The line of the active cell, whichever column it is in. */
export function selectedLineId({ rows, selection }: SheetStore): number | null {
  return rows[selection.anchor.row]?.lineId ?? null;
}
