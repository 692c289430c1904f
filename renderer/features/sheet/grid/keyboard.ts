/** Keys while nothing is being edited. True where the key is dealt with. */
import { startEditing } from '../editing/edit-session.ts';
import { stepScenario } from '../scenarios/scenario-commands.ts';
import { attempt, redo, undo } from '../sheet-actions.ts';
import { useSheetStore } from '../sheet-store.ts';
import {
  clearSelection,
  deleteSelectedLines,
  duplicateSelectedLines,
  fillSelection,
  insertLineAbove,
  moveSelectedLines,
} from './line-commands.ts';
import { extentNow, moveBy, moveByTab, moveTo, moveToEdge, selectAll, selectColumns, selectRows } from './moves.ts';
import { jumpAlongTrace, jumpBack } from './trace.ts';

const ARROWS: Record<string, { row: number; column: number }> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};
/** Rows that PageUp and PageDown move, until the grid says how many it shows. */
let pageRows = 20;

export function setPageRows(rows: number): void {
  pageRows = Math.max(1, rows);
}

export function handleGridKey(event: KeyboardEvent): boolean {
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.altKey) return isCommand ? false : handleAltKey(event);
  return isCommand ? handleCommandKey(event) : handlePlainKey(event);
}

/** Alt with an arrow moves the selected lines up and down, and their scenario left and right. */
function handleAltKey({ key }: KeyboardEvent): boolean {
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    void moveSelectedLines(key === 'ArrowUp' ? -1 : 1);
    return true;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  const { columns, selection } = useSheetStore.getState();
  const column = columns[selection.anchor.column];
  if (column?.kind === 'value') void stepScenario(column.scenarioId, key === 'ArrowLeft' ? -1 : 1);
  return true;
}

function handlePlainKey({ key, shiftKey }: KeyboardEvent): boolean {
  const { row } = useSheetStore.getState().selection[shiftKey ? 'focus' : 'anchor'];
  if (key in ARROWS) {
    moveBy(ARROWS[key], shiftKey);
    return true;
  }
  switch (key) {
    case 'Enter':
      if (shiftKey) moveBy({ row: -1, column: 0 }, false);
      else if (!startEditing({ mode: 'edit' })) moveBy({ row: 1, column: 0 }, false);
      return true;
    case 'Tab':
      return tabThrough(shiftKey);
    case 'F2':
      startEditing({ mode: 'edit' });
      return true;
    case 'Home':
      moveTo({ row, column: 0 }, shiftKey);
      return true;
    case 'End':
      moveTo({ row, column: extentNow().columns - 1 }, shiftKey);
      return true;
    case 'PageUp':
      moveBy({ row: -pageRows, column: 0 }, shiftKey);
      return true;
    case 'PageDown':
      moveBy({ row: pageRows, column: 0 }, shiftKey);
      return true;
    case 'Delete':
    case 'Backspace':
      void clearSelection();
      return true;
    case ' ':
      if (!shiftKey) return false;
      selectRows(row, row);
      return true;
    default:
      return false;
  }
}

/** At the ends of the sheet the key leaves the grid, so that nobody is caught in it. */
function tabThrough(isBack: boolean): boolean {
  const { row, column } = useSheetStore.getState().selection.anchor;
  const { rows, columns } = extentNow();
  const next = column + (isBack ? -1 : 1);
  if (next >= 0 && next < columns) moveByTab(() => moveTo({ row, column: next }, false));
  else if (isBack ? row > 0 : row < rows - 1)
    moveTo({ row: row + (isBack ? -1 : 1), column: isBack ? columns - 1 : 0 }, false);
  else return false;
  return true;
}

function handleCommandKey({ key, code, shiftKey }: KeyboardEvent): boolean {
  if (key in ARROWS) {
    moveToEdge(ARROWS[key], shiftKey);
    return true;
  }
  const { anchor } = useSheetStore.getState().selection;
  switch (key.toLowerCase()) {
    case 'a':
      selectAll();
      return true;
    case 'home':
      moveTo({ row: 0, column: 0 }, shiftKey);
      return true;
    case 'end':
      moveTo({ row: extentNow().rows - 2, column: extentNow().columns - 1 }, shiftKey);
      return true;
    case 'd':
      if (shiftKey) void duplicateSelectedLines();
      else void fillSelection('down');
      return true;
    case 'r':
      if (shiftKey) return false;
      void fillSelection('right');
      return true;
    case 'z':
      void attempt(shiftKey ? redo() : undo());
      return true;
    case 'y':
      void attempt(redo());
      return true;
    case '[':
      void jumpAlongTrace('precedents');
      return true;
    case ']':
      void jumpAlongTrace('dependents');
      return true;
    case 'backspace':
      jumpBack();
      return true;
    case '-':
    case '_':
      void deleteSelectedLines();
      return true;
    case '+':
    case '=':
      insertLineAbove();
      return true;
    case ' ':
      selectColumns(anchor.column, anchor.column);
      return true;
    default:
      if (code === 'NumpadAdd') insertLineAbove();
      else if (code === 'NumpadSubtract') void deleteSelectedLines();
      else return false;
      return true;
  }
}
