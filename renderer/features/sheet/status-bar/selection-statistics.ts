/** Sum, average and the like of the numbers in the selection, as the status bar shows them. */
import { addressAt, type Column, type Row } from '../grid/columns.ts';
import type { Rectangle } from '../grid/selection.ts';
import { type SheetData, unitOf, valueAt } from '../sheet-data.ts';

export type SelectionStatistics = {
  /** Cells that hold anything. */
  count: number;
  /** Null where no cell holds a number. */
  numbers: { sum: number; average: number; minimum: number; maximum: number } | null;
  /** The unit that all numbers share; null where they differ. */
  unit: string | null;
};

export function selectionStatistics(
  data: SheetData,
  rows: Row[],
  columns: Column[],
  { top, bottom, left, right }: Rectangle,
): SelectionStatistics {
  let count = 0;
  let numberCount = 0;
  let sum = 0;
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  let unit: string | null | undefined;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      if (columns[column]?.kind !== 'value') continue;
      const address = addressAt(rows[row], columns[column]);
      const value = address === null ? null : valueAt(data, address);
      if (address === null || value === null) continue;
      count++;
      if (typeof value !== 'number') continue;
      numberCount++;
      sum += value;
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
      const own = unitOf(data, address.lineId);
      unit = unit === undefined || unit === own ? own : null;
    }
  }
  return {
    count,
    numbers: numberCount === 0 ? null : { sum, average: sum / numberCount, minimum, maximum },
    unit: unit ?? null,
  };
}
