/** A data table's rows in the order that the user sorted them, and the widths that they dragged. */
import {
  columnSizingFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { compareValues, type DataColumn } from './data-columns.ts';

const features = tableFeatures({
  columnSizingFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

export type SortDirection = 'asc' | 'desc' | false;

/** The order of the rows, where it is kept outside of the table: they come in it. */
export type TableOrder = {
  sort: { column: string; isDescending: boolean } | null;
  onSort: (sort: TableOrder['sort']) => void;
};

export type TableModel<Row> = {
  rows: readonly Row[];
  widths: readonly number[];
  directions: readonly SortDirection[];
  /** Biggest first, then smallest first, then as it was; words the other way round. */
  sort: (column: number) => void;
  resize: (column: number, width: number) => void;
};

const MIN_WIDTH = 40;

type Options<Row> = {
  rows: readonly Row[];
  columns: readonly DataColumn<Row>[];
  rowKey: (row: Row) => string;
  headingOf: (row: Row) => string | null;
  order?: TableOrder;
};

export function useTableModel<Row>({ rows, columns, rowKey, headingOf, order }: Options<Row>): TableModel<Row> {
  const [sorting, setSorting] = useState<SortingState>([]);
  const [columnSizing, setSizing] = useState<Record<string, number>>({});
  const known = useMemo(
    () => sorting.filter(({ id }) => columns.some((column) => column.id === id)),
    [sorting, columns],
  );
  // Sorted, rows are no longer under their headings.
  const isOrdered = order !== undefined;
  const data = useMemo(() => {
    if (isOrdered) return [];
    return (known.length === 0 ? rows : rows.filter((row) => headingOf(row) === null)).map((row) => ({ row }));
  }, [rows, known, headingOf, isOrdered]);
  const definitions = useMemo(() => definitionsOf(columns), [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: ({ row }: { row: Row }) => rowKey(row),
    enableMultiSort: false,
    state: { sorting: known, columnSizing },
    onSortingChange: setSorting,
    onColumnSizingChange: setSizing,
  });
  const shown = table.getAllLeafColumns();
  const sorted = table.getRowModel().rows;
  const sortedRows = useMemo(() => sorted.map(({ original }) => original.row), [sorted]);
  const widths = useMemo(
    () => columns.map(({ id, width }) => Math.max(MIN_WIDTH, columnSizing[id] ?? width)),
    [columns, columnSizing],
  );
  return {
    rows: isOrdered ? rows : sortedRows,
    widths,
    directions: columns.map(({ id }, at) => (order ? directionIn(order, id) : shown[at].getIsSorted())),
    sort: (at) => {
      if (columns[at]?.isSortable === false) return;
      if (order) order.onSort(nextSort(order, columns[at]));
      else shown[at]?.toggleSorting();
    },
    resize: (at, width) =>
      setSizing((before) => ({ ...before, [columns[at].id]: Math.max(MIN_WIDTH, Math.round(width)) })),
  };
}

function directionIn({ sort }: TableOrder, columnId: string): SortDirection {
  if (sort?.column !== columnId) return false;
  return sort.isDescending ? 'desc' : 'asc';
}

function nextSort<Row>({ sort }: TableOrder, { id, align }: DataColumn<Row>): TableOrder['sort'] {
  const isDescendingFirst = align === 'right';
  if (sort?.column !== id) return { column: id, isDescending: isDescendingFirst };
  return sort.isDescending === isDescendingFirst ? { column: id, isDescending: !isDescendingFirst } : null;
}

function definitionsOf<Row>(columns: readonly DataColumn<Row>[]) {
  const helper = createColumnHelper<typeof features, { row: Row }>();
  return helper.columns(
    columns.map((column) =>
      helper.accessor(({ row }) => column.value(row) ?? undefined, {
        id: column.id,
        enableSorting: column.isSortable !== false,
        sortDescFirst: column.align === 'right',
        sortUndefined: 'last',
        sortFn: (a, b, id) => compareValues(a.getValue(id), b.getValue(id)),
      }),
    ),
  );
}
