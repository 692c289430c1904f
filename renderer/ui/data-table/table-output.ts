/** What leaves a data table: text for the clipboard, and the table for an Excel workbook. Numbers go out in full. */
import type { LocalText } from '../../../shared/language.ts';
import type { Table, TableCell } from '../../../shared/table.ts';
import { printTsv } from '../tsv.ts';
import { type DataColumn, headingText } from './data-columns.ts';

export type TableOutput<Row> = {
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  /** Of a row that is a heading over those that follow; null of any other. */
  headingOf: (row: Row) => string | null;
  /** Of a row that shows what is in the vault: copies and exports of the table leave it out unless it is asked for. */
  isPrivateRow?: (row: Row) => boolean;
};

/** What may leave the program without being asked for: what is private stays, even where nothing else was picked. */
export function publicOutput<Row>(output: TableOutput<Row>): TableOutput<Row> {
  const { columns, rows, isPrivateRow } = output;
  const open = isPrivateRow === undefined ? rows : rows.filter((row) => !isPrivateRow(row));
  return { ...output, columns: columns.filter(({ isPrivate }) => !isPrivate), rows: open };
}

/** Whether something of it is private. */
export function hasPrivate<Row>(output: TableOutput<Row>): boolean {
  const open = publicOutput(output);
  return open.columns.length < output.columns.length || open.rows.length < output.rows.length;
}

export function tableTsv<Row>(output: TableOutput<Row>): string {
  return printTsv([...marksOf(output), output.columns.map(headingText), ...textsOf(output)]);
}

/** Cells alone, without headings: a part of the table. */
export function cellsTsv<Row>(output: TableOutput<Row>): string {
  return printTsv([...marksOf(output), ...textsOf(output)]);
}

export function exportedTable<Row>({ columns, rows, headingOf }: TableOutput<Row>, title: LocalText): Table {
  return {
    title,
    columns: columns.map((column) => ({ heading: column.heading, unit: column.unit ?? '' })),
    rows: rows.map((row) => {
      const heading = headingOf(row);
      if (heading !== null)
        return columns.map((_, at) => ({ ...EMPTY, value: at === 0 ? heading : null, isBold: true }));
      return columns.map((column) => ({ ...EMPTY, value: column.value(row), ...column.exported?.(row) }));
    }),
  };
}

const EMPTY: TableCell = { value: null, unit: '', factId: null, remark: '', isBold: false };

function textsOf<Row>({ columns, rows, headingOf }: TableOutput<Row>): string[][] {
  return rows.map((row) => {
    const heading = headingOf(row);
    if (heading !== null) return columns.map((_, at) => (at === 0 ? heading : ''));
    return columns.map((column) => {
      const value = column.value(row);
      return value === null ? '' : String(value);
    });
  });
}

/** A line over what is copied for each mark that a cell of it bears. */
function marksOf<Row>({ columns, rows, headingOf }: TableOutput<Row>): string[][] {
  const marked = columns.flatMap(({ mark }) => mark ?? []);
  if (marked.length === 0) return [];
  const marks = rows.filter((row) => headingOf(row) === null).flatMap((row) => marked.map((mark) => mark(row)));
  return [...new Set(marks)].filter((mark) => mark !== '').map((mark) => [mark]);
}
