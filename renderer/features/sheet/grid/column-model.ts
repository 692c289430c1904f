/**
 * The column model of the grid: which columns show, how wide they are and which stay in place, kept
 * by react-table. A cell's place on screen is its row and an index into `columns`.
 *
 * Rows are not its business: they come in the order of the sheet, are virtualised by the grid and
 * read their own cells from the store, so an edit never reaches this model.
 */
import {
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  functionalUpdate,
  type Header,
  metaHelper,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { create } from 'zustand';
import { useSheetStore } from '../sheet-store.ts';
import type { Column, Row } from './columns.ts';
import { type Geometry, GUTTER_WIDTH } from './geometry.ts';

const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  columnPinningFeature,
  columnMeta: metaHelper<{ column: Column }>(),
});
const helper = createColumnHelper<typeof features, Row>();

export type GridHeading = Header<typeof features, Row, unknown>;
type GridColumn = GridHeading['column'];

const WIDTHS: Record<Column['kind'], number> = {
  label: 220,
  name: 116,
  unit: 100,
  value: 106,
  everyPeriod: 110,
  reported: 100,
  verdict: 148,
};
const BOUNDS = { minSize: 48, maxSize: 900 };
const PINNED = { columnPinning: { start: ['label'], end: [] } };
const NO_ROWS: Row[] = [];

type Widths = Readonly<Record<string, number>>;
const DEFAULT_WIDTHS: Widths = {};

/** Widths that the user dragged, by sheet and then by column. */
const useWidths = create<{ bySheet: Readonly<Record<string, Widths>> }>(() => ({ bySheet: {} }));

export function useColumnModel(): { columns: Column[]; headings: GridHeading[]; geometry: Geometry } {
  const sheetId = useSheetStore((state) => state.sheetId) ?? '';
  const allColumns = useSheetStore((state) => state.allColumns);
  const columnVisibility = useSheetStore((state) => state.columnVisibility);
  const columnSizing = useWidths(({ bySheet }) => bySheet[sheetId] ?? DEFAULT_WIDTHS);
  const definitions = useMemo(
    () =>
      helper.columns(
        allColumns.map((column) => helper.display({ id: column.key, size: WIDTHS[column.kind], meta: { column } })),
      ),
    [allColumns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    defaultColumn: BOUNDS,
    initialState: PINNED,
    state: { columnVisibility, columnSizing },
    columnResizeMode: 'onChange',
    onColumnSizingChange: (updater: Updater<Widths>) =>
      useWidths.setState(({ bySheet }) => ({
        bySheet: { ...bySheet, [sheetId]: functionalUpdate(updater, bySheet[sheetId] ?? DEFAULT_WIDTHS) },
      })),
  });

  const shown = table.getVisibleLeafColumns();
  const geometry = useMemo(() => geometryOf(shown, columnSizing), [shown, columnSizing]);
  const columns = useMemo(() => shown.flatMap(({ columnDef: { meta } }) => meta?.column ?? []), [shown]);
  // The same list as long as the same columns show: the headings are not drawn anew as the grid scrolls.
  const headings = useMemo(() => shown[0]?.table.getLeafHeaders() ?? [], [shown]);
  return { columns, headings, geometry };
}

function geometryOf(shown: readonly GridColumn[], dragged: Widths): Geometry {
  const widths = shown.map(({ id, columnDef: { size = BOUNDS.minSize } }) =>
    Math.min(BOUNDS.maxSize, Math.max(BOUNDS.minSize, dragged[id] ?? size)),
  );
  let total = GUTTER_WIDTH;
  const lefts = widths.map((width) => {
    total += width;
    return total - width;
  });
  const frozen = shown.reduce((sum, column, at) => sum + (column.getIsPinned() ? widths[at] : 0), GUTTER_WIDTH);
  return { widths, lefts, total, frozen };
}
