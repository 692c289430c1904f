/**
 * Keys while a text is being edited, in the cell and in the formula bar alike. True where the key
 * is dealt with; everything else is the input's own.
 */
import { moveByTab, moveFocus, moveToNextRow } from '../grid/moves.ts';
import { useSheetStore } from '../sheet-store.ts';
import { handleCompletionKey } from './completion-list.tsx';
import { cancelEditing, commitEditing, editSession, updateSession } from './edit-session.ts';
import { focusGrid } from './grid-focus.ts';
import { canPoint, pointAt } from './pointing.ts';

const STEPS: Record<string, { row: number; column: number }> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Where the arrow keys have pointed, counted from the cell being edited. */
let pointer: { text: string; row: number; column: number } | null = null;

export function handleEditKey(event: KeyboardEvent): boolean {
  const { key, shiftKey, altKey } = event;
  const session = editSession();
  if (session === null) return false;
  const isPlain = !(event.ctrlKey || event.metaKey || altKey);
  if (isPlain && !shiftKey && session.refusal === null && handleCompletionKey(key)) return true;
  switch (key) {
    case 'Enter':
      if (altKey) return false;
      if (commitEditing()) leave(() => (shiftKey ? moveFocus({ row: -1, column: 0 }) : moveToNextRow()));
      return true;
    case 'Tab':
      if (commitEditing()) leave(() => moveByTab(() => moveFocus({ row: 0, column: shiftKey ? -1 : 1 })));
      return true;
    case 'Escape':
      cancelEditing();
      focusGrid();
      return true;
    case 'F2':
      updateSession({ mode: session.mode === 'edit' ? 'type' : 'edit' });
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (session.mode === 'edit' || !isPlain) return false;
      const step = STEPS[key];
      if (canPoint(session)) return pointBy(step);
      if (session.text.startsWith('=')) return false;
      if (commitEditing()) leave(() => moveFocus(step));
      return true;
    }
    default:
      return false;
  }
}

function pointBy(step: { row: number; column: number }): boolean {
  const { selection, rows, columns } = useSheetStore.getState();
  const from = pointer !== null && pointer.text === editSession()?.text ? pointer : selection.anchor;
  let row = from.row + step.row;
  const column = Math.max(0, Math.min(columns.length - 1, from.column + step.column));
  // Headings have no name; the next line that has one is meant.
  while (row >= 0 && row < rows.length && !pointAt({ row, column })) row += step.row || 1;
  const text = editSession()?.text;
  if (text !== undefined && row >= 0 && row < rows.length) pointer = { text, row, column };
  return true;
}

function leave(move: () => void): void {
  move();
  focusGrid();
}
