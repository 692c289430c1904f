/** What kind of file it is that an import was given, by its bytes, and its first rows. */
import { AppError } from '../../shared/errors.ts';
import { DELIMITERS, type FileForm } from '../../shared/import-file.ts';
import { message } from '../../shared/messages.ts';
import { separatorOf } from './csv-rows.ts';
import { encodingOf } from './decode-text.ts';
import { type RawCell, textOfCell } from './raw-table.ts';
import type { TableFile } from './table-file.ts';

const READ_ROWS = 5000;

/** A text's encoding and separator and a workbook's sheet may be given. Throws AppError 'invalid-file'. */
export function formOf(file: TableFile, given?: FileForm): { form: FileForm; worksheets: string[] } {
  const head = file.head();
  const startsWith = (signature: string) => [...signature].every((sign, at) => head[at] === sign.charCodeAt(0));
  if (startsWith('\xd0\xcf\x11\xe0')) throw new AppError('invalid-file', message('import.oldWorkbook'));
  if (startsWith('%PDF')) throw new AppError('invalid-file', message('import.notText'));
  if (startsWith('PK\x03\x04')) {
    const { sheets, sheet } = file.workbook(given?.worksheet);
    return { form: { encoding: 'utf-8', delimiter: '', worksheet: sheet }, worksheets: sheets };
  }
  const isText = given !== undefined && given.delimiter !== '';
  const encoding = isText ? given.encoding : encodingOf(head, head.length === file.byteCount);
  const text = new TextDecoder(encoding).decode(head.subarray(0, 100_000), { stream: true });
  const separator = DELIMITERS.find((each) => each === separatorOf(text).separator) ?? ',';
  return { form: { encoding, delimiter: isText ? given.delimiter : separator, worksheet: '' }, worksheets: [] };
}

/** The first 5,000 as they stand. Throws AppError 'invalid-file' where there is nothing in them. */
export function firstRows(file: TableFile, form: FileForm): RawCell[][] {
  const rows: RawCell[][] = [];
  for (const batch of file.batches(form)) {
    rows.push(...batch.rows.slice(0, READ_ROWS - rows.length));
    if (rows.length >= READ_ROWS) break;
  }
  if (!rows.some((row) => row.some((cell) => textOfCell(cell).trim() !== ''))) {
    throw new AppError('invalid-file', message('import.empty'));
  }
  return rows;
}
