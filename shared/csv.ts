/**
 * Rows as CSV text in which no cell can start a formula: texts that a spreadsheet would calculate are
 * kept from that by an apostrophe, which the import takes off again.
 */
import type { TableCell } from './table.ts';

/** By which Excel knows that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

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
