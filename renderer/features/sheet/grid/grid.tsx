/**
 * The grid: a virtualised table of lines by columns, with one input that always has the focus.
 *
 * Rows and columns out of sight are not in the page. What a key or the mouse does is in keyboard.ts
 * and pointer.ts; what is typed goes through the cell editor, which is invisible until an edit begins.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useLanguage, useLocalText, useTexts } from '../../../texts.ts';
import { CellEditor } from '../editing/cell-editor.tsx';
import { useReferenceMarks } from '../editing/reference-marks.ts';
import { factDrop } from '../facts/insert-facts.ts';
import { useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { announcementOf } from './announcement.ts';
import { useColumnModel } from './column-model.ts';
import { openContextMenu } from './context-menu.tsx';
import { type Geometry, GUTTER_WIDTH, HEADER_HEIGHT, ROW_HEIGHT } from './geometry.ts';
import classes from './grid.module.css';
import { GridHeader } from './grid-header.tsx';
import { GridRow } from './grid-row.tsx';
import { setPageRows } from './keyboard.ts';
import { useGridPointer } from './pointer.ts';
import type { Place } from './selection.ts';
import { useTraceMarks } from './trace.ts';

const OVERSCAN_ROWS = 8;

export function Grid() {
  const t = useTexts(sheetTexts);
  const localText = useLocalText();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useSheetStore((state) => state.rows);
  const { columns, headings, geometry } = useColumnModel();
  const title = useSheetStore((state) => state.data?.sheet.title);
  const pointer = useGridPointer(scroller);
  useReferenceMarks();
  useTraceMarks();

  const rowVirtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: HEADER_HEIGHT,
    scrollMargin: HEADER_HEIGHT,
  });
  const columnVirtualizer = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => geometry.widths[at],
    overscan: 2,
    paddingStart: GUTTER_WIDTH,
    scrollPaddingStart: geometry.frozen,
  });
  useLayoutEffect(() => {
    if (geometry.total > 0) columnVirtualizer.measure();
  }, [columnVirtualizer, geometry]);

  const shownColumns = columnVirtualizer.getVirtualItems();
  const from = shownColumns[0]?.index ?? 0;
  const to = shownColumns.at(-1)?.index ?? -1;
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      {...pointer}
      {...factDrop}
      onContextMenu={(event) => {
        event.preventDefault();
        openContextMenu(menuPlace(event, scroller.current));
      }}
    >
      <div
        role="grid"
        aria-label={t('grid', { title: title === undefined ? '' : localText(title) })}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        className={classes.canvas}
        style={{ width: geometry.total, height: HEADER_HEIGHT + rows.length * ROW_HEIGHT + 40 }}
      >
        <GridHeader headings={headings} geometry={geometry} from={from} to={to} />
        <div role="rowgroup" className={classes.body}>
          {rowVirtualizer.getVirtualItems().map(({ index }) => (
            <GridRow
              key={rows[index]?.lineId ?? `new ${index}`}
              index={index}
              lineId={rows[index]?.lineId ?? null}
              columns={columns}
              geometry={geometry}
              from={from}
              to={to}
            />
          ))}
        </div>
      </div>
      <CellEditor geometry={geometry} scroller={scroller} scrollLeft={columnVirtualizer.scrollOffset ?? 0} />
      <Announcement />
      <FollowSelection scroller={scroller} geometry={geometry} />
    </div>
  );
}

/** Keeps the far corner of the selection in sight. A component, so that the grid need not follow each move. */
function FollowSelection({ scroller, geometry }: { scroller: RefObject<HTMLDivElement | null>; geometry: Geometry }) {
  const focus = useSheetStore((state) => state.selection.focus);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    setPageRows(Math.floor((element.clientHeight - HEADER_HEIGHT) / ROW_HEIGHT) - 1);
    revealPlace(element, focus, useSheetStore.getState().follow, geometry);
  }, [scroller, focus, geometry]);
  return null;
}

/** Where the mouse is; asked for by key, at the active cell. */
function menuPlace(event: React.MouseEvent, scroller: HTMLElement | null): { x: number; y: number } {
  if (event.nativeEvent.button === 2) return { x: event.clientX, y: event.clientY };
  const box = scroller?.querySelector('[data-active]')?.getBoundingClientRect();
  return box === undefined ? { x: event.clientX, y: event.clientY } : { x: box.left + 8, y: box.bottom };
}

/** Scrolls just as far as it takes for the cell to be seen whole, beside what is frozen. */
function revealPlace(
  element: HTMLElement,
  { row, column }: Place,
  follow: { row: boolean; column: boolean },
  { lefts, widths, frozen }: Geometry,
): void {
  if (follow.row) {
    const top = row * ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    const bottom = top + ROW_HEIGHT + HEADER_HEIGHT;
    if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
  }
  if (!follow.column || column === 0 || column >= lefts.length) return;
  const left = lefts[column] - frozen;
  if (left < element.scrollLeft) element.scrollLeft = left;
  const right = lefts[column] + widths[column];
  if (right > element.scrollLeft + element.clientWidth) element.scrollLeft = right - element.clientWidth;
}

/** Says to a screen reader where the selection is and what it holds. */
function Announcement() {
  const language = useLanguage();
  const text = useSheetStore((state) => announcementOf(state, language));
  return (
    <div className={classes.announcement} aria-live="polite" id="cell-announcement">
      {text}
    </div>
  );
}
