/** A file of series, read whole by its mapping: observations go into the buffer, rows that cannot be taken to the bad ones. */
import { AppError } from '../../../shared/errors.ts';
import { message } from '../../../shared/messages.ts';
import type { SeriesMapping } from '../../../shared/series-import.ts';
import type { BadRows } from '../bad-rows.ts';
import type { ProgressReport } from '../progress-report.ts';
import { type RawCell, textOfCell } from '../raw-table.ts';
import { isEmptyCell } from '../row-cells.ts';
import { TableFile } from '../table-file.ts';
import { askedOfWorkbook, unanswered } from './mapping-questions.ts';
import type { ObservationBuffer } from './observation-buffer.ts';
import { isRowAboutColumns } from './series-headings.ts';
import type { SeriesNames } from './series-names.ts';
import { SeriesReader } from './series-reader.ts';

export type SeriesFile = Pick<SeriesReader, 'series'> & {
  sha256: string;
  headings: readonly string[];
  /** Rows of data, the bad ones included. */
  rowCount: number;
  /** The heading under which a series has its observation of a period. */
  headingOf: SeriesReader['headingOf'];
};

export type ReadInto = { names: SeriesNames; buffer: ObservationBuffer; bad: BadRows; report: ProgressReport };

/** Terminals put a few rows under the headings that say something of every column. */
const ROWS_ABOUT_COLUMNS = 8;

/** Throws AppError: 'invalid-file', or 'invalid-value' where the mapping leaves something open. */
export function readSeriesFile(path: string, mapping: SeriesMapping, into: ReadInto): SeriesFile {
  const file = new TableFile(path);
  try {
    if (mapping.delimiter === '') {
      const [question] = askedOfWorkbook(file.workbook(mapping.worksheet), mapping);
      if (question !== undefined) throw new AppError('invalid-value', question.reason);
    }
    let headings: string[] = [];
    let reader: SeriesReader | null = null;
    let rowCount = 0;
    const headingRow = mapping.skippedRows + 1;
    for (const { rows, firstRow, bytesRead } of file.batches(mapping)) {
      for (const [index, cells] of rows.entries()) {
        const row = firstRow + index;
        if (row === headingRow) {
          headings = cells.map((cell) => textOfCell(cell).trim());
          reader = readerFor(mapping, headings, into);
        } else if (reader !== null && !isAboutColumns(reader, mapping, cells, row) && !cells.every(isEmptyCell)) {
          rowCount += 1;
          reader.read(cells, row);
        }
      }
      into.report.reading(rowCount, bytesRead / file.byteCount);
    }
    if (reader === null) throw new AppError('invalid-file', message('import.noHeadings', { row: headingRow }));
    if (rowCount === 0) throw new AppError('invalid-file', message('import.noRows', { row: headingRow }));
    const { series } = reader;
    const headingOf = reader.headingOf.bind(reader);
    return { sha256: file.finish(), headings, series, headingOf, rowCount };
  } finally {
    file.close();
  }
}

function readerFor(mapping: SeriesMapping, headings: string[], { names, buffer, bad }: ReadInto): SeriesReader {
  const [question] = unanswered(mapping, headings);
  if (question !== undefined) throw new AppError('invalid-value', question.reason);
  return new SeriesReader(mapping, headings, names, {
    observation: (series, ordinal, value, qualifier, row) => buffer.add(series, ordinal, value, qualifier, row),
    bad: (row, column, value, reason) => bad.add(row, column, value, reason),
  });
}

/** Whether the row says something of every column; units are taken from it. */
function isAboutColumns(reader: SeriesReader, mapping: SeriesMapping, cells: readonly RawCell[], row: number): boolean {
  if (mapping.shape !== 'series-across' || row > mapping.skippedRows + 1 + ROWS_ABOUT_COLUMNS) return false;
  const about = isRowAboutColumns(textOfCell(cells[0]));
  if (about === 'unit') reader.setUnits(cells);
  return about !== null;
}
