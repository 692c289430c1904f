/** Rows of a CSV or TSV file. Fields are separated by commas, tabs, semicolons or bars, whichever the file has most of. */
import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { decodeText } from './decode-text.ts';
import type { RawTable } from './raw-table.ts';

const SEPARATORS = ['\t', ',', ';', '|'] as const;
/** Excel's own line that names the separator. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;
const LOOKED_AT = 100_000;

/** Throws AppError 'invalid-file'. */
export function readCsv(bytes: Uint8Array): RawTable {
  const { text, encoding } = decodeText(bytes);
  const [line, named] = SEPARATOR_LINE.exec(text) ?? ['', undefined];
  const rows = parseRows(text.slice(line.length), named ?? separatorOf(text.slice(0, LOOKED_AT)));
  return { rows: rows.map((row) => row.map(withoutGuard)), encoding, sheet: '' };
}

function parseRows(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AppError('invalid-file', message('import.csvBroken', { line: Number(error.lines ?? 1) }));
  }
}

/** Counted outside of quotes. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most[1] === 0 ? ',' : most[0];
}

/**
 * Without the apostrophe that keeps spreadsheets from taking a text for a formula. Exports write it
 * (write-csv.ts), and so do careful people.
 */
function withoutGuard(field: string): string {
  return /^''*[=+\-@\t\r]/.test(field) ? field.slice(1) : field;
}
