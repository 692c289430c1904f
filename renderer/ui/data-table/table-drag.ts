/**
 * Moving the rows of a data table: by a grip (an element with `data-grip`) that is dragged to another row, before
 * it, behind it or into it, or with Alt and an arrow.
 */
import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { rowAt } from './table-pointer.ts';

export type DropPlace = 'before' | 'after' | 'into';

export type TableDrag<Row> = {
  /** Where, of `target`, the dragged row may go; the first one that fits the pointer is taken. */
  placesAt: (dragged: Row, target: Row) => readonly DropPlace[];
  drop: (dragged: Row, target: Row, place: DropPlace) => void;
  /** Alt with an arrow key on a row: the key that the row has where it goes; null where it stays. */
  step: (row: Row, key: string) => string | null;
};

type Drop = { row: number; place: DropPlace };
type Options<Row> = {
  drag: TableDrag<Row> | undefined;
  rows: readonly Row[];
  scroller: RefObject<HTMLDivElement | null>;
  rowHeight: number;
};

/** So near to the edge of the table it scrolls on, by so much for each movement. */
const EDGE = 24;

/** What the grid hears, and where the dragged row would go. */
export function useTableDrag<Row>({ drag, rows, scroller, rowHeight }: Options<Row>) {
  const from = useRef<number | null>(null);
  const [dropAt, setDropAt] = useState<Drop | null>(null);
  const end = () => {
    from.current = null;
    setDropAt(null);
  };
  if (drag === undefined) return { dropAt: null };
  return {
    dropAt,
    onPointerDownCapture: (event: PointerEvent<HTMLElement>) => {
      const row = gripOf(event.target);
      if (row === null || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.preventDefault();
      from.current = row;
    },
    onPointerMoveCapture: (event: PointerEvent<HTMLElement>) => {
      const box = scroller.current;
      if (from.current === null || box === null) return;
      const { top, bottom } = box.getBoundingClientRect();
      if (event.clientY > bottom - EDGE) box.scrollTop += rowHeight / 2;
      if (event.clientY < top + EDGE + rowHeight) box.scrollTop -= rowHeight / 2;
      const head = box.firstElementChild?.clientHeight ?? 0;
      const y = event.clientY - top + box.scrollTop - head;
      const row = Math.max(0, Math.min(rows.length - 1, Math.floor(y / rowHeight)));
      const place = placeIn(drag.placesAt(rows[from.current], rows[row]), y / rowHeight - row);
      setDropAt(place === null ? null : { row, place });
    },
    onPointerUpCapture: () => {
      const dragged = from.current === null ? undefined : rows[from.current];
      if (dragged !== undefined && dropAt !== null) drag.drop(dragged, rows[dropAt.row], dropAt.place);
      end();
    },
    onPointerCancel: end,
    onLostPointerCapture: end,
  };
}

/** `share` is how far down the row the pointer is. */
function placeIn(places: readonly DropPlace[], share: number): DropPlace | null {
  const isEdge = places.includes('into') ? 0.3 : 0.5;
  if (share < isEdge && places.includes('before')) return 'before';
  if (share > 1 - isEdge && places.includes('after')) return 'after';
  return places.find((place) => place === 'into') ?? places[0] ?? null;
}

function gripOf(target: EventTarget): number | null {
  return target instanceof Element && target.closest('[data-grip]') !== null ? rowAt(target) : null;
}
