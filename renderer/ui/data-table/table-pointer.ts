/** The mouse in a data table: a click opens, Shift and dragging select, the right button and that of a heading offer the menu. */
import type { MouseEvent, PointerEvent } from 'react';
import { type Cursor, cursorAt, HEADINGS, type Position } from './table-cursor.ts';

type GridPointer = {
  cursor: Cursor;
  setCursor: (cursor: Cursor) => void;
  open: (at: Position) => void;
  openMenu: (at: Position, place: { x: number; y: number }) => void;
  /** Chooses the row, or no longer; null where rows cannot be chosen. */
  toggle: ((row: number) => void) | null;
  /** What is said of a cell that the pointer rests on. */
  titleOf: (at: Position) => string;
};

const LEFT = 0;

export function gridPointer({ cursor, setCursor, open, openMenu, toggle, titleOf }: GridPointer) {
  return {
    onPointerDown: (event: PointerEvent) => {
      const at = positionOf(event.target);
      if (at === null || event.button !== LEFT) return;
      setCursor(event.shiftKey && at.row !== HEADINGS ? { at, anchor: cursor.anchor } : cursorAt(at));
    },
    onPointerOver: (event: PointerEvent) => {
      const at = positionOf(event.target);
      if (at !== null && at.row !== HEADINGS) cellOf(event.target)?.setAttribute('title', titleOf(at));
      const isDragged = event.buttons === 1 && cursor.anchor.row !== HEADINGS;
      if (at !== null && isDragged && at.row !== HEADINGS) setCursor({ at, anchor: cursor.anchor });
    },
    onClick: (event: MouseEvent) => {
      const at = positionOf(event.target);
      const menu = event.target instanceof Element ? event.target.closest('[data-menu]') : null;
      if (at !== null && menu !== null) {
        const { left, bottom } = menu.getBoundingClientRect();
        openMenu(at, { x: left, y: bottom });
        return;
      }
      const isDragged = cursor.at.row !== cursor.anchor.row || cursor.at.column !== cursor.anchor.column;
      const isSelecting = window.getSelection()?.isCollapsed === false;
      if (at === null || event.shiftKey || isDragged || isSelecting) return;
      if (toggle !== null && (event.ctrlKey || event.metaKey)) toggle(at.row);
      else open(at);
    },
    onContextMenu: (event: MouseEvent) => {
      const at = positionOf(event.target);
      if (at === null) return;
      event.preventDefault();
      setCursor(cursorAt(at));
      openMenu(at, { x: event.clientX, y: event.clientY });
    },
  };
}

/** The cell under the pointer; null beside the cells, on the edge that is dragged and on a grip. */
export function positionOf(target: EventTarget): Position | null {
  const cell = cellOf(target);
  return cell === null ? null : { row: rowAt(cell), column: Number(cell.getAttribute('aria-colindex')) - 1 };
}

/** All of a heading's row is the heading, not its words alone. */
function cellOf(target: EventTarget): Element | null {
  const element = target instanceof Text ? target.parentElement : target;
  if (!(element instanceof Element) || element.closest('[data-edge], [data-grip]')) return null;
  return element.closest('[aria-colindex]') ?? element.closest('[data-heading]')?.firstElementChild ?? null;
}

/** The index of the row that an element lies in, −1 in the headings. */
export function rowAt(element: Element): number {
  return Number(element.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2;
}
