/** Rows of a CSV or TSV file that is read whole. Fields are separated by commas, tabs, semicolons or bars, whichever the file has most of. */
import { CsvRows, separatorOf } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import type { RawTable } from './raw-table.ts';

const LOOKED_AT = 100_000;

/** Throws AppError 'invalid-file'. */
export function readCsv(bytes: Uint8Array): RawTable {
  const { text, encoding } = decodeText(bytes);
  const { separator, lineLength } = separatorOf(text.slice(0, LOOKED_AT));
  const csv = new CsvRows(separator);
  const rows = [...csv.push(text.slice(lineLength)), ...csv.end()];
  return { rows, encoding, sheet: '' };
}
