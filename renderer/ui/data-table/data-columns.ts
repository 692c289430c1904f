/** The columns of a data table: what each shows of a row, how it is sorted, copied and exported. */
import type { ReactNode } from 'react';
import type { TableCell } from '../../../shared/table.ts';
import { fullNumber } from '../number-text.ts';

export type DataColumn<Row> = {
  id: string;
  heading: string;
  /** Stands small beside the heading, and in the heading of copies and exports. */
  unit?: string;
  /** Shown when the pointer rests on the heading. */
  hint?: string;
  /** In pixels, until the user drags it. */
  width: number;
  align?: 'left' | 'right' | 'center';
  /** What the column is sorted by and what is copied; null where there is nothing. */
  value: (row: Row) => number | string | null;
  /** What is drawn, where that is more than the value. Holds nothing that takes the focus: the cell has it. */
  cell?: (row: Row) => ReactNode;
  /** Shown when the pointer rests on the cell; the value in full where left out. */
  title?: (row: Row) => string;
  /** More of the cell for the exported workbook: its fact, unit, remark. */
  exported?: (row: Row) => Partial<TableCell>;
  /** What must go with the value wherever it is copied to: that it is made up. '' of any other. */
  mark?: (row: Row) => string;
  /** False for what has no order. */
  isSortable?: boolean;
  /** Shows what is in the vault: copies and exports leave it out unless it is asked for. */
  isPrivate?: boolean;
};

export function fullText<Row>(column: DataColumn<Row>, row: Row): string {
  if (column.title) return column.title(row);
  const value = column.value(row);
  if (typeof value !== 'number') return value ?? '';
  return column.unit ? `${fullNumber(value)} ${column.unit}` : fullNumber(value);
}

export function headingText({ heading, unit }: DataColumn<never>): string {
  return unit ? `${heading} (${unit})` : heading;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Numbers by size, words as a Chinese reader orders them, numbers before words. */
export function compareValues(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return collator.compare(String(a), String(b));
}
