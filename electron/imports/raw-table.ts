/** A table as a file holds it, before anyone says what its columns mean. Rows and columns count from 0. */
import type { Message } from '../../shared/messages.ts';

/** More would be refused when they are put in. */
export const MOST_ROWS = 200_000;

/** What stands in a cell; a bare string is text as it stands in a text file. */
export type RawCell = string | TypedCell;

export type TypedCell = {
  /** As it is shown. */
  text: string;
  /** Where the file says that it is a number; `12%` is 12 with `isPercent`. */
  number?: number;
  isPercent?: true;
  /** Where the file says that it is a date: as precise as it is shown, `2024-07`. */
  date?: string;
  /** Why it cannot be read. */
  fault?: Message;
};

export type RawTable = {
  rows: RawCell[][];
  /** What a text file was written in; '' for a workbook. */
  encoding: string;
  /** The worksheet; '' for a text file. */
  sheet: string;
};

export function textOfCell(cell: RawCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell : cell.text;
}
