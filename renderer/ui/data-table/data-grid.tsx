/**
 * The grid of a data table. The focus stays on the grid as a whole and `aria-activedescendant` names the
 * cell: rows come and go while they scroll, the focus does not.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { showNotice } from '../../shell/notices.tsx';
import { ColumnHeading } from './column-heading.tsx';
import { fullText } from './data-columns.ts';
import { DataRow } from './data-row.tsx';
import classes from './data-table.module.css';
import type { DataTableProps } from './data-table.tsx';
import { dataTableTexts } from './data-table-texts.ts';
import { type MenuEntry, RowMenu } from './row-menu.tsx';
import { blockOf, type Cursor, clampCursor, cursorAt, HEADINGS, isSingle, type Position } from './table-cursor.ts';
import { useTableDrag } from './table-drag.ts';
import { gridKeys } from './table-keys.ts';
import type { TableModel } from './table-model.ts';
import { cellsTsv, hasPrivate, publicOutput, type TableOutput, tableTsv } from './table-output.ts';
import { gridPointer } from './table-pointer.ts';

const ROW_HEIGHT = 28;
/** Fewer columns are all drawn; of more, those in view. */
const VIRTUAL_COLUMNS = 40;

type DataGridProps<Row> = Pick<
  DataTableProps<Row>,
  | 'label'
  | 'columns'
  | 'rowKey'
  | 'onOpen'
  | 'rowMenu'
  | 'selected'
  | 'isWrapped'
  | 'headingCell'
  | 'onHeading'
  | 'isExpanded'
  | 'headingMenu'
  | 'onSelect'
  | 'drag'
  | 'isPrivateRow'
  | 'target'
> & { headingOf: (row: Row) => string | null; model: TableModel<Row> };

export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, rowKey, headingOf, onOpen, rowMenu, selected, isWrapped = false, model } = props;
  const { headingCell, onHeading, isExpanded, headingMenu, onSelect, drag, isPrivateRow, target = null } = props;
  const { rows, widths } = model;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setCursor] = useState<Cursor>(cursorAt({ row: 0, column: 0 }));
  /** Whether it is scrolled sideways. */
  const [isAside, setAside] = useState(false);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number; at: Position } | null>(null);

  const vertical = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rowKey(rows[index]),
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const isWide = columns.length > VIRTUAL_COLUMNS;
  const horizontal = useVirtualizer({
    horizontal: true,
    enabled: isWide,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[index],
    overscan: 4,
  });
  // What had the focus went with the table before: the keyboard goes on in this one.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, []);
  const inView = horizontal.getVirtualItems();
  const from = isWide ? Math.max(1, inView[0]?.index ?? 1) : 1;
  const to = isWide ? (inView.at(-1)?.index ?? VIRTUAL_COLUMNS) : columns.length - 1;
  // The first one is always there.
  const shown = useMemo(
    () => [0, ...Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)],
    [from, to],
  );
  const starts = useMemo(() => startsOf(widths), [widths]);
  const totalWidth = starts[widths.length];
  /** Columns that are not drawn before the second one, in pixels. */
  const gap = from < widths.length ? starts[from] - starts[1] : 0;

  const shownTarget = useRef<string | null>(null);
  useEffect(() => {
    if (target === null) shownTarget.current = null;
    const row = shownTarget.current === target ? -1 : rows.findIndex((each) => rowKey(each) === target);
    if (row < 0) return;
    shownTarget.current = target;
    setCursor(cursorAt({ row, column: 0 }));
    vertical.scrollToIndex(row, { align: 'start' });
  }, [target, rows, rowKey, vertical]);

  // The cursor goes with the row that Alt and an arrow move.
  const following = useRef<string | null>(null);
  useEffect(() => {
    const row = following.current === null ? -1 : rows.findIndex((each) => rowKey(each) === following.current);
    if (row < 0) return;
    following.current = null;
    setCursor(({ at }) => cursorAt({ row, column: at.column }));
  }, [rows, rowKey]);

  const size = { rows: rows.length, columns: columns.length };
  const cursor = clampCursor(wanted, size);
  const block = blockOf(cursor);
  const hasBlock = !isSingle(block);
  const idOf = ({ row, column }: Position) => `${id}-${row}-${column}`;
  const isHeading = (row: number) => rows[row] !== undefined && headingOf(rows[row]) !== null;

  const reveal = ({ row, column }: Position) => {
    if (row >= 0) vertical.scrollToIndex(row);
    const box = scroller.current;
    if (box === null) return;
    const [left, right] = [starts[column], starts[column + 1]];
    if (column === 0) box.scrollLeft = 0;
    else if (left < box.scrollLeft + widths[0]) box.scrollLeft = left - widths[0];
    else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
  };
  const open = ({ row, column }: Position) => {
    if (row === HEADINGS) model.sort(column);
    else if (isHeading(row)) onHeading?.(rows[row]);
    else onOpen?.(rows[row], columns[column].id);
  };
  const entriesAt = ({ row, column }: Position): readonly MenuEntry[] => {
    if (rows[row] === undefined) return [];
    return (isHeading(row) ? headingMenu?.(rows[row]) : rowMenu?.(rows[row], columns[column].id)) ?? [];
  };
  const openMenu = (at: Position, place: { x: number; y: number }) => {
    if (entriesAt(at).length > 0) setMenuAt({ ...place, at });
  };
  const moveTo = (next: Cursor) => {
    setCursor(next);
    const { top, bottom } = blockOf(next);
    if (onSelect && top !== bottom && top !== HEADINGS) onSelect(keysOf(rows.slice(top, bottom + 1)));
  };
  const keysOf = (some: readonly Row[]) => new Set(some.filter((row) => headingOf(row) === null).map(rowKey));
  const toggle = (row: number) => {
    if (onSelect === undefined || rows[row] === undefined || isHeading(row)) return;
    const key = rowKey(rows[row]);
    const rest = new Set(selected);
    if (!rest.delete(key)) rest.add(key);
    onSelect(rest);
  };
  const chooseNone = () => {
    if (selected === undefined || selected.size === 0) return false;
    onSelect?.(new Set());
    return true;
  };
  const { dropAt, ...grips } = useTableDrag({ drag, rows, scroller, rowHeight: ROW_HEIGHT });
  const output = { columns, rows, headingOf, isPrivateRow };
  /** Of the headings, the whole table. */
  const copied = () =>
    block.top === HEADINGS
      ? copyPublic(output, tableTsv)
      : copyPublic(
          {
            ...output,
            columns: columns.slice(block.left, block.right + 1),
            rows: rows.slice(block.top, block.bottom + 1),
          },
          cellsTsv,
        );

  const keys = gridKeys({
    cursor,
    size: { ...size, page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2) },
    move: (next) => {
      moveTo(next);
      reveal(next.at);
    },
    open,
    openMenu: (at) => {
      const box = document.getElementById(idOf(at))?.getBoundingClientRect();
      openMenu(at, { x: (box?.left ?? 0) + 12, y: box?.bottom ?? 0 });
    },
    widen: (column, by) => model.resize(column, widths[column] + by),
    shift: (row, key) => {
      const moved = drag?.step(rows[row], key) ?? null;
      following.current = moved;
      return moved !== null;
    },
    choose: onSelect ? { toggle, none: chooseNone } : null,
    copied,
    isPrivate: ({ row, column }) =>
      rows[row] !== undefined && hasPrivate({ ...output, columns: [columns[column]], rows: [rows[row]] }),
  });
  const pointer = gridPointer({
    cursor,
    setCursor: moveTo,
    open,
    openMenu,
    toggle: onSelect ? toggle : null,
    titleOf: ({ row, column }) => (isHeading(row) ? '' : fullText(columns[column], rows[row])),
  });

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      data-aside={isAside || undefined}
      onScroll={(event) => setAside(event.currentTarget.scrollLeft > 0)}
      aria-activedescendant={idOf(isHeading(cursor.at.row) ? { row: cursor.at.row, column: 0 } : cursor.at)}
      {...keys}
      {...pointer}
      {...grips}
    >
      <div role="rowgroup" className={classes.head} style={{ minWidth: totalWidth }}>
        <div role="row" aria-rowindex={1} className={classes.headRow}>
          {shown.map((at) => (
            <ColumnHeading
              key={columns[at].id}
              id={idOf({ row: HEADINGS, column: at })}
              at={at}
              column={columns[at]}
              width={widths[at]}
              gap={at === from ? gap : 0}
              direction={model.directions[at]}
              isCurrent={cursor.at.row === HEADINGS && cursor.at.column === at}
              onResize={(width) => model.resize(at, width)}
            />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: vertical.getTotalSize(), minWidth: totalWidth }}>
        {vertical.getVirtualItems().map(({ index, start, key }) => (
          <DataRow
            key={key}
            id={id}
            index={index}
            start={start}
            row={rows[index]}
            heading={headingOf(rows[index])}
            headingCell={headingCell}
            isExpanded={isHeading(index) ? isExpanded?.(rows[index]) : undefined}
            hasMenu={isHeading(index) && entriesAt({ row: index, column: 0 }).length > 0}
            dropAt={dropAt?.row === index ? dropAt.place : null}
            columns={columns}
            shown={shown}
            widths={widths}
            gap={gap}
            current={cursor.at.row === index ? cursor.at.column : null}
            blockFrom={hasBlock && block.top <= index && index <= block.bottom ? block.left : null}
            blockTo={hasBlock && block.top <= index && index <= block.bottom ? block.right : null}
            isSelected={selected?.has(rowKey(rows[index])) || rowKey(rows[index]) === target}
            isOpening={onOpen !== undefined}
            measure={isWrapped ? vertical.measureElement : undefined}
          />
        ))}
      </div>
      {menuAt !== null && rows[menuAt.at.row] !== undefined && (
        <RowMenu
          place={menuAt}
          entries={entriesAt(menuAt.at)}
          onClose={() => {
            setMenuAt(null);
            scroller.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}

/** What is not private, as text; null where nothing is left. Says what was left out, and offers it. */
function copyPublic<Row>(picked: TableOutput<Row>, print: (output: TableOutput<Row>) => string): string | null {
  const open = publicOutput(picked);
  if (hasPrivate(picked)) {
    const copyAll = () =>
      navigator.clipboard.writeText(print(picked)).catch(() => showNotice(dataTableTexts.copyRefused));
    const { privateLeftOut, copyItToo } = dataTableTexts;
    showNotice(privateLeftOut, {}, { label: copyItToo, run: () => void copyAll() });
  }
  return open.rows.length === 0 || open.columns.length === 0 ? null : print(open);
}

/** Where each column begins, and where the last one ends. */
function startsOf(widths: readonly number[]): number[] {
  const starts = [0];
  for (const width of widths) starts.push(starts[starts.length - 1] + width);
  return starts;
}
