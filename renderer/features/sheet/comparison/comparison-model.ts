/**
 * The comparison as a table of react-table: its columns, which lines it leaves out and their order.
 * `table.getRowModel().rows` is what shows, each with its ComparedRow in `original`.
 */
import {
  createColumnHelper,
  filterFn_equals,
  type ReactTable,
  type SortingState,
  sortFn_basic,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Scenario } from '../../../../shared/sheet.ts';
import type { ComparedRow, Measure } from './compare-scenarios.ts';
import { features, sortingOptions } from './table-features.ts';

const helper = createColumnHelper<typeof features, ComparedRow>();

const MEASURES: readonly Measure[] = ['value', 'difference', 'relative'];
const WIDTHS: Record<Measure, number> = { value: 102, difference: 102, relative: 84 };
/** Not for the eye, but to filter by. */
const HIDDEN = { differs: false, kind: false };

export type ComparisonModel = ReactTable<typeof features, ComparedRow>;

type Options = { rows: ComparedRow[]; scenarios: readonly Scenario[]; baselineId: number; onlyDiffering: boolean };

export function useComparisonModel({ rows, scenarios, baselineId, onlyDiffering }: Options): ComparisonModel {
  const [sorting, setSorting] = useState<SortingState>([]);
  const columns = useMemo(() => columnsOf(scenarios, baselineId), [scenarios, baselineId]);
  const columnFilters = useMemo(
    () => [
      ...(onlyDiffering ? [{ id: 'differs', value: true }] : []),
      // Sorted, lines are no longer under their headings.
      ...(sorting.length > 0 ? [{ id: 'kind', value: 'line' }] : []),
    ],
    [onlyDiffering, sorting],
  );
  return useTable({
    ...sortingOptions,
    features,
    columns,
    data: rows,
    getRowId: ({ line }: ComparedRow) => String(line.id),
    state: { sorting, columnFilters, columnVisibility: HIDDEN },
    onSortingChange: setSorting,
  });
}

function columnsOf(scenarios: readonly Scenario[], baselineId: number) {
  return helper.columns([
    helper.display({ id: 'label', size: 220 }),
    helper.display({ id: 'unit', size: 102 }),
    ...scenarios.flatMap(({ id: scenarioId }, index) =>
      MEASURES.filter((measure) => measure === 'value' || scenarioId !== baselineId).map((measure) =>
        helper.accessor(({ cells }) => numberOrNone(cells[index]?.[measure]), {
          id: `${scenarioId}/${measure}`,
          size: WIDTHS[measure],
          meta: { scenarioId, measure },
          sortFn: sortFn_basic,
          sortUndefined: 'last',
        }),
      ),
    ),
    helper.accessor('differs', { filterFn: filterFn_equals }),
    helper.accessor(({ line }) => line.kind, { id: 'kind', filterFn: filterFn_equals }),
  ]);
}

function numberOrNone(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
