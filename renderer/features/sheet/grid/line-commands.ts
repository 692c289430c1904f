/** What keys, menus and the palette do with the selected lines and cells. */
import type { Input } from '../../../../shared/contract.ts';
import { sameInBoth } from '../../../../shared/language.ts';
import { NO_PERIOD } from '../../../../shared/periods.ts';
import { showUndoable } from '../../../shell/notices.tsx';
import { usePreferences } from '../../../shell/preferences.ts';
import { startEditing } from '../editing/edit-session.ts';
import { focusGrid } from '../editing/grid-focus.ts';
import {
  attempt,
  deleteLines,
  duplicateLines,
  insertLines,
  moveLines,
  newLineIds,
  setCells,
  undo,
} from '../sheet-actions.ts';
import { effectiveContent, ownContent, type SheetData } from '../sheet-data.ts';
import { select, useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { addressAt, type Column } from './columns.ts';
import { selectedLineIds } from './moves.ts';
import { type Rectangle, rectangleOf } from './selection.ts';

type CellEdit = Input<'setCells'>['cells'][number];

export function insertLineAbove(): void {
  const { rows, selection } = useSheetStore.getState();
  const { top, bottom } = rectangleOf(selection);
  void insertAfter(lineBefore(rows[top]?.lineId ?? null), bottom - top + 1, 'line');
}

export function insertLineBelow(): void {
  const { rows, selection } = useSheetStore.getState();
  const { bottom } = rectangleOf(selection);
  void insertAfter(rows[bottom]?.lineId ?? lineBefore(null), 1, 'line');
}

/** A heading above the selection, its text ready to be typed. */
export async function insertHeading(): Promise<void> {
  const { rows, selection } = useSheetStore.getState();
  const isInserted = await insertAfter(lineBefore(rows[rectangleOf(selection).top]?.lineId ?? null), 1, 'heading');
  if (!isInserted) return;
  focusGrid();
  startEditing({ mode: 'edit' });
}

async function insertAfter(afterLineId: number | null, count: number, kind: 'line' | 'heading'): Promise<boolean> {
  const { data } = useSheetStore.getState();
  if (data === null) return false;
  const known = new Set(data.order);
  const label =
    kind === 'heading' ? { label: sameInBoth(sheetTexts.newHeading[usePreferences.getState().language]) } : {};
  const lines = Array.from({ length: count }, () => ({ kind, ...label }));
  const result = await attempt(insertLines({ afterLineId, lines }));
  if (result === null) return false;
  const made = newLineIds(result, known);
  selectLines(made, 0);
  return made.length > 0;
}

/** Selects one column of some lines that stand together. */
function selectLines(lineIds: number[], column: number): void {
  const { rowOfLine } = useSheetStore.getState();
  const rows = lineIds.flatMap((lineId) => rowOfLine.get(lineId) ?? []);
  if (rows.length === 0) return;
  select({ anchor: { row: rows[0], column }, focus: { row: rows[rows.length - 1], column } });
}

/** The line that stands before another in the sheet, folded away or not; of null the last one. */
function lineBefore(lineId: number | null): number | null {
  const order = useSheetStore.getState().data?.order ?? [];
  if (lineId === null) return order.at(-1) ?? null;
  return order[order.indexOf(lineId) - 1] ?? null;
}

/** With a folded heading go the lines that are folded under it. */
function wholeLines(lineIds: number[]): number[] {
  const { data, folded } = useSheetStore.getState();
  if (data === null || !lineIds.some((id) => folded.has(id))) return lineIds;
  const chosen = new Set(lineIds);
  let isUnder = false;
  for (const id of data.order) {
    if (data.lines.get(id)?.kind === 'heading') isUnder = chosen.has(id) && folded.has(id);
    else if (isUnder) chosen.add(id);
  }
  return data.order.filter((id) => chosen.has(id));
}

export async function deleteSelectedLines(): Promise<void> {
  const lineIds = wholeLines(selectedLineIds());
  if (lineIds.length === 0) return;
  const result = await attempt(deleteLines(lineIds));
  if (result !== null) {
    showUndoable(sheetTexts.linesDeleted, { count: lineIds.length }, () => void attempt(undo()));
  }
}

export async function duplicateSelectedLines(): Promise<void> {
  const { data, selection } = useSheetStore.getState();
  const lineIds = wholeLines(selectedLineIds());
  if (lineIds.length === 0 || data === null) return;
  const known = new Set(data.order);
  const result = await attempt(duplicateLines(lineIds));
  if (result !== null) selectLines(newLineIds(result, known), selection.anchor.column);
}

export async function moveSelectedLines(step: -1 | 1): Promise<void> {
  const { data } = useSheetStore.getState();
  const lineIds = wholeLines(selectedLineIds());
  if (data === null || lineIds.length === 0) return;
  const { order } = data;
  const first = order.indexOf(lineIds[0]);
  const last = order.indexOf(lineIds[lineIds.length - 1]);
  if (step < 0 ? first === 0 : last === order.length - 1) return;
  const afterLineId = step < 0 ? (order[first - 2] ?? null) : order[last + 1];
  await attempt(moveLines(lineIds, afterLineId));
}

/** Cells fall back to their parent scenario, and those of the base become empty; labels and units stay. */
export async function clearSelection(): Promise<void> {
  const { data, selection } = useSheetStore.getState();
  if (data === null) return;
  const cells: CellEdit[] = [];
  eachCell(rectangleOf(selection), (lineId, { scenarioId, period }) => {
    if (ownContent(data, { lineId, scenarioId, period }) !== undefined) {
      cells.push({ lineId, scenarioId, period, content: null });
    }
  });
  if (cells.length > 0) await attempt(setCells(cells));
}

/** The first row (or column) of the selection goes into the rest of it; a single cell takes its neighbour's. */
export async function fillSelection(direction: 'down' | 'right'): Promise<void> {
  const rectangle = rectangleOf(useSheetStore.getState().selection);
  const { top, bottom, left, right } = rectangle;
  if (direction === 'down') {
    const from = top === bottom ? top - 1 : top;
    await fillFrom({ top: from, bottom: from, left, right }, { ...rectangle, top: from + 1 });
  } else {
    const from = left === right ? left - 1 : left;
    await fillFrom({ top, bottom, left: from, right: from }, { ...rectangle, left: from + 1 });
  }
}

/** Repeats the contents of one rectangle over another. */
export async function fillFrom(source: Rectangle, target: Rectangle): Promise<void> {
  const { data, rows, columns } = useSheetStore.getState();
  if (data === null || source.top < 0 || source.left < 0) return;
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  const cells: CellEdit[] = [];
  eachCell(target, (lineId, cell, row, column) => {
    const from = addressAt(
      rows[source.top + ((((row - source.top) % height) + height) % height)],
      columns[source.left + ((((column - source.left) % width) + width) % width)],
    );
    if (from === null) return;
    const content = effectiveContent(data, from)?.content ?? null;
    cells.push({ lineId, ...cell, content });
  });
  if (cells.length > 0) await attempt(setCells(cells));
}

/** Calls `visit` with every cell in a rectangle that can hold content. */
function eachCell(
  { top, bottom, left, right }: Rectangle,
  visit: (lineId: number, cell: { scenarioId: number; period: string }, row: number, column: number) => void,
): void {
  const { data, rows, columns } = useSheetStore.getState();
  if (data === null) return;
  for (let row = top; row <= bottom; row++) {
    const lineId = rows[row]?.lineId ?? null;
    if (lineId === null || !isLine(data, lineId)) continue;
    for (let at = left; at <= right; at++) {
      const cell = cellOf(columns[at]);
      if (cell !== null) visit(lineId, cell, row, at);
    }
  }
}

function isLine(data: SheetData, lineId: number): boolean {
  return data.lines.get(lineId)?.kind === 'line';
}

function cellOf(column: Column | undefined): { scenarioId: number; period: string } | null {
  if (column?.kind === 'value') return { scenarioId: column.scenarioId, period: column.period };
  if (column?.kind === 'everyPeriod') return { scenarioId: column.scenarioId, period: NO_PERIOD };
  return null;
}
