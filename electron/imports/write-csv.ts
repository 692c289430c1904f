/**
 * A table as a CSV file: UTF-8 with a byte order mark, by which Excel knows it, and texts that a
 * spreadsheet would calculate kept from that by an apostrophe, which the import takes off again.
 */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { message } from '../../shared/messages.ts';
import type { TableCell } from '../../shared/table.ts';
import type { Jobs, OnProgress } from '../jobs/jobs.ts';

type Export = Jobs['export-csv'];

const ROWS_AT_ONCE = 2000;

/** Writes to `temporaryPath`; the caller puts the file in its place. */
export function exportCsv(input: Export['input'], temporaryPath: string, onProgress: OnProgress): Export['output'] {
  const { columns, rows } = input.table;
  let cellCount = 0;
  const file = openSync(temporaryPath, 'wx');
  try {
    writeSync(file, `\ufeff${lineOf(columns.map(({ heading }) => heading))}`);
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

export function printCsv(rows: readonly (readonly TableCell['value'][])[]): string {
  return rows.map(lineOf).join('');
}

function lineOf(values: readonly TableCell['value'][]): string {
  return `${values.map((value) => (typeof value === 'number' ? String(value) : field(value ?? ''))).join(',')}\r\n`;
}

function field(text: string): string {
  const guarded = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;|\t\r\n']|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
