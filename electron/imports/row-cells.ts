/** Whether a row of a table can be read at all: what is empty, and what has too many cells or too few. */
import { type Message, message } from '../../shared/messages.ts';
import { type RawCell, textOfCell } from './raw-table.ts';

export function isEmptyCell(cell: RawCell | undefined): boolean {
  if (cell === undefined || cell === '') return true;
  return typeof cell === 'string' ? cell.trim() === '' : cell.fault === undefined && cell.text.trim() === '';
}

/** Null of a row that has a cell for each heading; 'empty' where nothing is in it. */
export function raggedness(cells: readonly RawCell[], headingCount: number): Message | 'empty' | null {
  const extra = cells.length > headingCount && cells.slice(headingCount).some((cell) => !isEmptyCell(cell));
  // A workbook leaves empty cells at the end of a row out.
  const isShort = cells.length < headingCount && cells.every((cell) => typeof cell === 'string');
  if (!extra && !isShort) return null;
  if (cells.every(isEmptyCell)) return 'empty';
  return message('import.ragged', { count: cells.length, expected: headingCount });
}

/** The row as a whole, as a list of bad rows shows it. */
export function textOfRow(cells: readonly RawCell[]): string {
  return cells.map(textOfCell).join(' | ');
}
