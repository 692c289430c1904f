/**
 * The cursor of a data table: the cell that has the focus, and the block between it and where a
 * selection began. Row −1 is the headings.
 */
export type Position = { row: number; column: number };
export type Cursor = { at: Position; anchor: Position };

export const HEADINGS = -1;

type Size = { rows: number; columns: number };
type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean };

export function cursorAt(at: Position): Cursor {
  return { at, anchor: at };
}

/** Keeps the cursor inside a table that has become smaller. */
export function clampCursor({ at, anchor }: Cursor, size: Size): Cursor {
  return { at: clamp(at, size), anchor: clamp(anchor, size) };
}

/** Where a key leads; null where it does not move. */
export function moveCursor(cursor: Cursor, key: Key, size: Size & { page: number }): Cursor | null {
  const moved = targetOf(cursor.at, key, size);
  if (moved === null) return null;
  const at = clamp(moved, size);
  const isExtending = key.shiftKey && at.row !== HEADINGS && cursor.anchor.row !== HEADINGS;
  return { at, anchor: isExtending ? cursor.anchor : at };
}

/** The selected block, ends included. */
export function blockOf({ at, anchor }: Cursor): { top: number; bottom: number; left: number; right: number } {
  return {
    top: Math.min(at.row, anchor.row),
    bottom: Math.max(at.row, anchor.row),
    left: Math.min(at.column, anchor.column),
    right: Math.max(at.column, anchor.column),
  };
}

export function isSingle({ top, bottom, left, right }: ReturnType<typeof blockOf>): boolean {
  return top === bottom && left === right;
}

function targetOf(
  { row, column }: Position,
  key: Key,
  { rows, columns, page }: Size & { page: number },
): Position | null {
  const toEdge = key.ctrlKey || key.metaKey;
  switch (key.key) {
    case 'ArrowUp':
      return { row: toEdge ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: toEdge ? rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: toEdge ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: toEdge ? columns - 1 : column + 1 };
    case 'Home':
      return { row: toEdge ? 0 : row, column: 0 };
    case 'End':
      return { row: toEdge ? rows - 1 : row, column: columns - 1 };
    case 'PageUp':
      return { row: Math.max(0, row - page), column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return null;
  }
}

function clamp({ row, column }: Position, { rows, columns }: Size): Position {
  return {
    row: Math.max(HEADINGS, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}
