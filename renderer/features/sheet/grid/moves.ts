/** Moves of the selection, as keys ask for them. */
import { usePreferences } from '../../../shell/preferences.ts';
import { editableText } from '../editing/cell-content.ts';
import { select, useSheetStore } from '../sheet-store.ts';
import { at, clampPlace, type Extent, edgeFrom, type Place, rectangleOf } from './selection.ts';

export function extentNow(): Extent {
  const { rows, columns } = useSheetStore.getState();
  return { rows: rows.length, columns: columns.length };
}

/** One cell selected, a step from the active one. */
export function moveFocus(step: Place): void {
  const { anchor } = useSheetStore.getState().selection;
  select(at(clampPlace({ row: anchor.row + step.row, column: anchor.column + step.column }, extentNow())));
}

/** Where a run of Tab along a row began, and the cell that it has come to. */
let tabRun: { from: number; row: number; column: number } | null = null;

/** Does the step of a Tab; Enter after a run of them goes back below where it began. */
export function moveByTab(move: () => void): void {
  const from = tabStart();
  move();
  tabRun = { from, ...useSheetStore.getState().selection.anchor };
}

/** The row below, in the column where the run of Tab began, as in Excel: lines are typed one after the other so. */
export function moveToNextRow(): void {
  const { anchor } = useSheetStore.getState().selection;
  moveFocus({ row: 1, column: tabStart() - anchor.column });
  tabRun = null;
}

function tabStart(): number {
  const { anchor } = useSheetStore.getState().selection;
  return tabRun?.row === anchor.row && tabRun.column === anchor.column ? tabRun.from : anchor.column;
}

/** Moves the selection, or with `extend` only its far corner. */
export function moveTo(place: Place, extend: boolean): void {
  const { selection } = useSheetStore.getState();
  const target = clampPlace(place, extentNow());
  select(extend ? { anchor: selection.anchor, focus: target } : at(target));
}

export function moveBy(step: Place, extend: boolean): void {
  const { anchor, focus } = useSheetStore.getState().selection;
  const from = extend ? focus : anchor;
  moveTo({ row: from.row + step.row, column: from.column + step.column }, extend);
}

export function moveToEdge(step: Place, extend: boolean): void {
  const { data, rows, columns, selection } = useSheetStore.getState();
  if (data === null) return;
  const { language } = usePreferences.getState();
  const isFilled = ({ row, column }: Place) =>
    editableText(data, rows[row]?.lineId ?? null, columns[column], language) !== '';
  moveTo(edgeFrom(extend ? selection.focus : selection.anchor, step, extentNow(), isFilled), extend);
}

export function selectRows(from: number, to: number): void {
  const { columns } = useSheetStore.getState();
  const all = { anchor: { row: from, column: 0 }, focus: { row: to, column: columns.length - 1 } };
  select(all, { row: true, column: false });
}

export function selectColumns(from: number, to: number): void {
  const all = { anchor: { row: 0, column: from }, focus: { row: Math.max(0, extentNow().rows - 2), column: to } };
  select(all, { row: false, column: true });
}

export function selectAll(): void {
  const { rows, columns } = extentNow();
  const all = { anchor: { row: 0, column: 0 }, focus: { row: Math.max(0, rows - 2), column: columns - 1 } };
  select(all, { row: false, column: false });
}

/** Lines of the selected rows, in order. */
export function selectedLineIds(): number[] {
  const { rows, selection } = useSheetStore.getState();
  const { top, bottom } = rectangleOf(selection);
  return rows.slice(top, bottom + 1).flatMap(({ lineId }) => (lineId === null ? [] : [lineId]));
}
