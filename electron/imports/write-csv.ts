/**
 * A table as a CSV file: UTF-8 with a byte order mark, and no cell that could start a formula.
 */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { BYTE_ORDER_MARK, printCsv } from '../../shared/csv.ts';
import { message } from '../../shared/messages.ts';
import type { Jobs, OnProgress } from '../jobs/jobs.ts';

type Export = Jobs['export-csv'];

const ROWS_AT_ONCE = 2000;

/** Writes to `temporaryPath`; the caller puts the file in its place. */
export function exportCsv(input: Export['input'], temporaryPath: string, onProgress: OnProgress): Export['output'] {
  const { columns, rows } = input.table;
  let cellCount = 0;
  const file = openSync(temporaryPath, 'wx');
  try {
    writeSync(file, `${BYTE_ORDER_MARK}${printCsv([columns.map(({ heading }) => heading)])}`);
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      onProgress(from / rows.length, message('excel.writingLines'));
      const part = rows.slice(from, from + ROWS_AT_ONCE);
      for (const cells of part) cellCount += cells.filter(({ value }) => value !== null && value !== '').length;
      writeSync(file, printCsv(part.map((cells) => cells.map(({ value }) => value))));
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return { path: input.path, cellCount };
}
