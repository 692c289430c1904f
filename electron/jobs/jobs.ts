/**
 * The jobs there are, with what they take and give, and what passes between the main thread
 * (run-job.ts) and the worker thread (worker.ts).
 *
 * A job writes one file. It writes to `temporaryPath`, beside `input.path`; only run-job.ts puts the
 * finished file in its place, so that a cancelled or failed job leaves everything as it was.
 */
import type { BarImportOutcome, BarImportPreview } from '../../shared/bar-import.ts';
import { AppError, type Failure } from '../../shared/errors.ts';
import type { ImportColumn } from '../../shared/fact-file-methods.ts';
import type { Source } from '../../shared/facts.ts';
import type { Language } from '../../shared/language.ts';
import { type Message, message } from '../../shared/messages.ts';
import type { ImportOutcome, SeriesImportPreview } from '../../shared/series-import.ts';
import type { SheetDocument } from '../../shared/sheet.ts';
import type { Table } from '../../shared/table.ts';
import type { ChartExport } from '../excel/chart-workbook.ts';
import type { SheetFact } from '../excel/facts-sheet.ts';
import type { SheetSeries } from '../excel/series-sheet.ts';
import type { TableFact } from '../excel/table-sources-sheet.ts';
import type { BarImportOrder } from '../imports/bars/import-bars.ts';
import type { BarPreviewOrder } from '../imports/bars/preview-bars.ts';
import type { Layout } from '../imports/find-columns.ts';
import type { FactFile } from '../imports/read-file.ts';
import type { CompanyFactsOrder } from '../imports/series/company-facts.ts';
import type { SeriesImportOrder } from '../imports/series/import-file.ts';
import type { PreviewOrder } from '../imports/series/preview-file.ts';

export type Jobs = {
  /** Writes the sheet as an Excel workbook to `path`; labels and headings in `language`. */
  'export-workbook': {
    input: {
      document: SheetDocument;
      sources: Source[];
      facts: SheetFact[];
      series: SheetSeries[];
      path: string;
      language: Language;
    };
    output: { path: string; cellCount: number };
  };
  /** Writes a table that a screen shows as an Excel workbook, with a sheet of the `facts` that its cells name. */
  'export-table': {
    input: { table: Table; facts: TableFact[]; sources: Source[]; path: string; language: Language };
    output: { path: string; cellCount: number };
  };
  /** Writes what a chart of series draws, with the figures that it is computed from, as an Excel workbook. */
  'export-chart': {
    input: ChartExport & { path: string; language: Language };
    output: { path: string; cellCount: number };
  };
  /** Writes headings and rows of a table as a CSV file. */
  'export-csv': { input: { table: Table; path: string }; output: { path: string; cellCount: number } };
};

export type JobKind = keyof Jobs;

/** Work that leaves no file: its result goes back to the main thread. */
export type Readings = {
  /** Reads a file of facts, CSV, TSV or Excel, into drafts with the errors of each row. */
  'read-facts': {
    input: { bytes: Uint8Array; sheet?: string; mapping?: ImportColumn[]; layout?: Layout; sourceId: string };
    output: FactFile;
  };
  /** Reads the first rows of a file of series, as its mapping or a guess has them. */
  'preview-series': { input: PreviewOrder; output: SeriesImportPreview };
  /** Reads a file of series and, unless it is a dry run, writes it to the store in one transaction. */
  'import-series': { input: SeriesImportOrder; output: ImportOutcome };
  /** Reads a companyfacts file and, unless it is a dry run, writes it to the store in one transaction. */
  'import-company-facts': { input: CompanyFactsOrder; output: ImportOutcome };
  /** Reads the first rows of a file of prices, as its mapping or a guess has them. */
  'preview-bars': { input: BarPreviewOrder; output: BarImportPreview };
  /** Reads a file of prices and, unless it is a dry run, writes it to the store in one transaction. */
  'import-bars': { input: BarImportOrder; output: BarImportOutcome };
  /** Takes an import of price bars back; gives the ids of the securities it had written to. */
  'withdraw-bars': { input: { importId: number; store: string }; output: string[] };
  /** Takes an import of series back; gives the ids of the series it had written to. */
  'withdraw-series-import': { input: { importId: number; store: string }; output: string[] };
};

export type ReadingKind = keyof Readings;

export type JobOrder =
  | { [K in JobKind]: { kind: K; input: Jobs[K]['input']; temporaryPath: string } }[JobKind]
  | { [K in ReadingKind]: { kind: K; input: Readings[K]['input'] } }[ReadingKind];

/** What a thread begins with. It looks at the flag whenever it says how far it is: 1 is to end, with nothing changed. */
export type WorkerOrder = { job: JobOrder; cancelFlag: Int32Array };

export function cancelled(): AppError {
  return new AppError('cancelled', message('excel.cancelled'));
}

export type JobOutput = Jobs[JobKind]['output'] | Readings[ReadingKind]['output'];

/** `share` from 0 to 1. */
export type OnProgress = (share: number, message: Message) => void;

export type WorkerMessage =
  | { type: 'progress'; share: number; message: Message }
  | { type: 'done'; output: JobOutput }
  | { type: 'failed'; failure: Failure }
  /** Anything thrown that is no AppError: a bug, with its stack. */
  | { type: 'broken'; stack: string };
