/** The keyboard of a data table: the arrows walk, Enter opens or sorts, Ctrl+C copies what is selected. */
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { type Cursor, HEADINGS, moveCursor, type Position } from './table-cursor.ts';
import { positionOf } from './table-pointer.ts';

type GridKeys = {
  cursor: Cursor;
  size: { rows: number; columns: number; page: number };
  move: (cursor: Cursor) => void;
  open: (at: Position) => void;
  openMenu: (at: Position) => void;
  widen: (column: number, by: number) => void;
  /** Alt with an arrow on a row; false where it does nothing. */
  shift: (row: number, key: string) => boolean;
  /** Chooses the row at the cursor, or no longer, or none at all; null where rows cannot be chosen. */
  choose: { toggle: (row: number) => void; none: () => boolean } | null;
  /** The selected cells as text; of the headings, the whole table; null where nothing of them may be copied. */
  copied: () => string | null;
  /** Whether the cell shows what is private. */
  isPrivate: (at: Position) => boolean;
};

const STEP = 16;

export function gridKeys({ cursor, size, move, open, openMenu, widen, shift, choose, copied, isPrivate }: GridKeys) {
  const { at } = cursor;
  /** True where the key was taken. */
  const take = (event: KeyboardEvent): boolean => {
    if (event.altKey) {
      const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
      if (at.row !== HEADINGS) return shift(at.row, event.key);
      if (by === undefined) return false;
      widen(at.column, by);
      return true;
    }
    const withMod = event.ctrlKey || event.metaKey;
    if (withMod && event.key.toLowerCase() === 'a') {
      move({ at: { row: size.rows - 1, column: size.columns - 1 }, anchor: { row: 0, column: 0 } });
      return true;
    }
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      openMenu(at);
      return true;
    }
    if (choose !== null && event.key === ' ' && !withMod) {
      choose.toggle(at.row);
      return true;
    }
    if (choose !== null && event.key === 'Escape') return choose.none();
    if (event.key === 'Enter' && !withMod) {
      open(at);
      return true;
    }
    const moved = moveCursor(cursor, event, size);
    if (moved === null) return false;
    move(moved);
    return true;
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || !take(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onCopy: (event: ClipboardEvent) => {
      // Words that were marked within a cell are what the user wants.
      const cell = cellOfSelection();
      if (cell !== null && !isPrivate(cell)) return;
      event.preventDefault();
      const text = copied();
      if (text !== null) event.clipboardData.setData('text/plain', text);
    },
  };
}

/** The cell in which words are marked with the mouse; null where there are none, or in several cells. */
function cellOfSelection(): Position | null {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed) return null;
  const from = selection.anchorNode && positionOf(selection.anchorNode);
  const to = selection.focusNode && positionOf(selection.focusNode);
  return from && to && from.row === to.row && from.column === to.column ? from : null;
}
