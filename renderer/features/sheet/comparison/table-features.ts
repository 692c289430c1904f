/** What react-table does for the comparison and the reconciliation: columns, sorting and filtering. */
import {
  columnFilteringFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { Measure } from './compare-scenarios.ts';

/** Of a column that shows something of a scenario: what, and of which. */
type ColumnMeta = { scenarioId: number; measure: Measure };

export const features = tableFeatures({
  columnSizingFeature,
  columnVisibilityFeature,
  columnFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  columnMeta: metaHelper<ColumnMeta>(),
});

/** A second press turns the order round, a third goes back to the order of the sheet. */
export const sortingOptions = { sortDescFirst: true, enableMultiSort: false };
