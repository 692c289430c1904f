/** A file of facts as a raw table, by what its bytes are and not by how it is called. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { MOST_ROWS, type RawTable } from './raw-table.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/**
 * Throws AppError 'invalid-file' for what is neither a table of text nor an Excel workbook.
 *
 * @param sheet the worksheet that is wanted of a workbook; the first that holds anything where left out
 */
export function readTable(bytes: Uint8Array, sheet?: string): RawTable & { sheets: string[] } {
  const table = startsWith(bytes, 'PK\x03\x04') ? readXlsx(bytes, sheet) : readText(bytes);
  if (!table.rows.some((row) => row.some((cell) => cell !== ''))) {
    throw new AppError('invalid-file', message('import.empty'));
  }
  if (table.rows.length > MOST_ROWS) {
    throw new AppError('invalid-file', message('import.tooManyRows', { count: table.rows.length, limit: MOST_ROWS }));
  }
  return table;
}

function readText(bytes: Uint8Array): RawTable & { sheets: string[] } {
  // Workbooks of before 2007, and ones with a password.
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) throw new AppError('invalid-file', message('import.oldWorkbook'));
  if (startsWith(bytes, '%PDF')) throw new AppError('invalid-file', message('import.notText'));
  return { ...readCsv(bytes), sheets: [] };
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((character, at) => bytes[at] === character.charCodeAt(0));
}
