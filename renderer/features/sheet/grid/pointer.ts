/**
 * The mouse in the grid: select, extend, drag, fill, select whole rows and columns, point at cells
 * while a formula is edited. One set of handlers for all cells; a cell says where it is by its data attributes.
 */
import { type RefObject, useMemo } from 'react';
import { commitEditing, editSession, startEditing } from '../editing/edit-session.ts';
import { focusGrid } from '../editing/grid-focus.ts';
import { canPoint, pointAt } from '../editing/pointing.ts';
import { select, useSheetStore } from '../sheet-store.ts';
import { useFillDrag } from './fill-drag.ts';
import { HEADER_HEIGHT } from './geometry.ts';
import { fillFrom } from './line-commands.ts';
import { moveTo, selectColumns, selectRows } from './moves.ts';
import { contains, type Place, type Rectangle, rectangleOf } from './selection.ts';

type Target = Partial<Place> & { isGutter: boolean; isHeader: boolean; isFillHandle: boolean };

export function useGridPointer(scroller: RefObject<HTMLDivElement | null>) {
  return useMemo(
    () => ({
      onPointerDown: (event: React.PointerEvent) => press(event, scroller.current),
      onDoubleClick: (event: React.MouseEvent) => {
        const { row, column } = targetOf(event.target);
        if (row !== undefined && column !== undefined && editSession() === null) startEditing({ mode: 'edit' });
      },
      /** The focus stays in the grid's own input, which the press would take it from. */
      onMouseDown: (event: React.MouseEvent) => {
        if (isOwnControl(event.target)) return;
        event.preventDefault();
      },
    }),
    [scroller],
  );
}

function press(event: React.PointerEvent, scroller: HTMLDivElement | null): void {
  if (scroller === null || isOwnControl(event.target)) return;
  const target = targetOf(event.target);
  const isMain = event.button === 0;
  const session = editSession();
  if (session !== null && target.row !== undefined && target.column !== undefined && isMain && canPoint(session)) {
    const from = { row: target.row, column: target.column };
    if (pointAt(from)) {
      drag(scroller, (place) => pointAt(place, from));
      return;
    }
  }
  if (target.row === undefined && target.column === undefined) return;
  if (!commitEditing()) return;
  focusGrid();
  const { selection } = useSheetStore.getState();
  if (target.isFillHandle && isMain) dragFill(scroller);
  else if (target.isHeader && target.column !== undefined) {
    const from = event.shiftKey ? selection.anchor.column : target.column;
    selectColumns(from, target.column);
    if (isMain) drag(scroller, ({ column }) => selectColumns(from, column), { axes: { x: true, y: false } });
  } else if (target.isGutter && target.row !== undefined) {
    const { top, bottom } = rectangleOf(selection);
    if (!isMain && target.row >= top && target.row <= bottom) return;
    const from = event.shiftKey ? selection.anchor.row : target.row;
    selectRows(from, target.row);
    if (isMain) drag(scroller, ({ row }) => selectRows(from, row), { axes: { x: false, y: true } });
  } else if (target.row !== undefined && target.column !== undefined) {
    const place = { row: target.row, column: target.column };
    if (!isMain && contains(rectangleOf(selection), place)) return;
    moveTo(place, event.shiftKey);
    if (isMain) drag(scroller, (to) => moveTo(to, true));
  }
}

function dragFill(scroller: HTMLDivElement): void {
  const source = rectangleOf(useSheetStore.getState().selection);
  drag(scroller, (place) => useFillDrag.setState({ target: fillTarget(source, place) }), {
    end: () => {
      const { target } = useFillDrag.getState();
      useFillDrag.setState({ target: null });
      if (target === null) return;
      void fillFrom(source, target);
      const all = { top: Math.min(source.top, target.top), left: Math.min(source.left, target.left) };
      select({
        anchor: { row: all.top, column: all.left },
        focus: { row: Math.max(source.bottom, target.bottom), column: Math.max(source.right, target.right) },
      });
    },
  });
}

/** What a drag of the handle to `place` fills: only down, up, right or left of the source, whichever is further. */
export function fillTarget(source: Rectangle, { row, column }: Place): Rectangle | null {
  if (contains(source, { row, column })) return null;
  const down = row - source.bottom;
  const up = source.top - row;
  const right = column - source.right;
  const left = source.left - column;
  const furthest = Math.max(down, up, right, left);
  if (furthest === down) return { ...source, top: source.bottom + 1, bottom: row };
  if (furthest === up) return { ...source, top: row, bottom: source.top - 1 };
  if (furthest === right) return { ...source, left: source.right + 1, right: column };
  return { ...source, left: column, right: source.left - 1 };
}

type Axes = { x: boolean; y: boolean };
const BOTH: Axes = { x: true, y: true };

/**
 * Follows the mouse until its button is let go, over whatever cell of the grid it is nearest to; held
 * beyond the edge, along `axes`, the grid scrolls.
 */
function drag(
  scroller: HTMLDivElement,
  move: (place: Place) => void,
  { axes = BOTH, end }: { axes?: Axes; end?: () => void } = {},
): void {
  let last = '';
  let mouse: { x: number; y: number } | null = null;
  let frame = 0;
  const look = () => {
    if (mouse === null) return;
    const { left, right, top, bottom } = edgesOf(scroller);
    const x = Math.max(left + 2, Math.min(right - 2, mouse.x));
    const y = Math.max(top + 2, Math.min(bottom - 2, mouse.y));
    const { row, column } = targetOf(document.elementFromPoint(x, y));
    const place = { row: row ?? Number.NaN, column: column ?? 0 };
    if (Number.isNaN(place.row) || `${row} ${column}` === last) return;
    last = `${row} ${column}`;
    move(place);
  };
  const scroll = () => {
    frame = 0;
    if (mouse === null) return;
    const { left, right, top, bottom } = edgesOf(scroller);
    const x = axes.x ? scrollStep(mouse.x, left, right) : 0;
    const y = axes.y ? scrollStep(mouse.y, top, bottom) : 0;
    if (x === 0 && y === 0) return;
    scroller.scrollBy(x, y);
    look();
    frame = requestAnimationFrame(scroll);
  };
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    mouse = { x: clientX, y: clientY };
    look();
    if (frame === 0) frame = requestAnimationFrame(scroll);
  };
  const onUp = () => {
    cancelAnimationFrame(frame);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    end?.();
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
}

/** Where the cells that scroll are in the window. */
function edgesOf(scroller: HTMLDivElement) {
  const { left, top } = scroller.getBoundingClientRect();
  return { left, right: left + scroller.clientWidth, top: top + HEADER_HEIGHT, bottom: top + scroller.clientHeight };
}

/** Pixels that a frame scrolls for a mouse at `position`: none between the edges, more the further it is beyond. */
export function scrollStep(position: number, from: number, to: number): number {
  const beyond = position < from ? position - from : Math.max(0, position - to);
  return beyond === 0 ? 0 : Math.sign(beyond) * Math.min(56, 4 + Math.round(Math.abs(beyond) / 4));
}

/** Inputs, buttons and grips inside the grid deal with the mouse themselves. */
function isOwnControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('button, input, textarea, [draggable], [role="listbox"], [role="menu"]') !== null
  );
}

function targetOf(target: EventTarget | null): Target {
  const element = target instanceof Element ? target : null;
  const cell = element?.closest<HTMLElement>('[data-row], [data-column]');
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return {
    row: number(cell?.dataset.row),
    column: number(cell?.dataset.column),
    isGutter: cell?.dataset.gutter !== undefined,
    isHeader: cell?.dataset.header !== undefined,
    isFillHandle: element?.closest('[data-fill-handle]') !== null && element !== null,
  };
}
