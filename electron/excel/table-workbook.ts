/**
 * A table that a screen shows as an Excel workbook: the table with its marks as notes, and a sheet of the
 * facts that its cells show, each cell linked to its own. Runs in a worker thread (jobs/worker.ts).
 */
import { DocProperties, Url, Workbook, type Worksheet } from 'wasm-xlsxwriter';
import { inLanguage } from '../../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';
import type { Table, TableCell } from '../../shared/table.ts';
import type { Jobs, OnProgress } from '../jobs/jobs.ts';
import { cellText, sheetName, textWidth } from './excel-text.ts';
import { excelNumberFormat } from './number-format.ts';
import { saveWorkbook } from './save-workbook.ts';
import { comment, setUpPrinting, writeTitle } from './sheet-setup.ts';
import { FACT_COLOUR, type Look, Styles } from './styles.ts';
import { addressOfTableFact, writeTableSources } from './table-sources-sheet.ts';

type Export = Jobs['export-table'];

const HEADER_ROW = 2;
const FIRST_ROW = HEADER_ROW + 1;
const WRITTEN = 0.7;
const ASSEMBLED = 0.9;
const ROWS_PER_PROGRESS = 2000;

/** Excel opens no workbook with more links on a sheet. */
const MOST_LINKS = 65_530;
/** Comments are drawn boxes: a sheet with very many of them opens slowly. */
const MOST_COMMENTS = 20_000;

const MIN_WIDTH = 8;
const MAX_WIDTH = 48;
/** Rows that a column's width is measured by. */
const MEASURED_ROWS = 500;

/** Writes to `temporaryPath`; the caller puts the file in its place. */
export function exportTable(input: Export['input'], temporaryPath: string, onProgress: OnProgress): Export['output'] {
  onProgress(0, message('excel.writingLines'));
  const { workbook, cellCount } = buildTableWorkbook(input, (share) =>
    onProgress(share * WRITTEN, message('excel.writingLines')),
  );
  onProgress(WRITTEN, message('excel.saving'));
  saveWorkbook(workbook, temporaryPath, () => onProgress(ASSEMBLED, message('excel.saving')));
  return { path: input.path, cellCount };
}

function buildTableWorkbook(
  { table, facts, sources, language }: Export['input'],
  onProgress: (share: number) => void,
): { workbook: Workbook; cellCount: number } {
  const say = (key: MessageKey) => formatMessage(message(key), language);
  const title = cellText(inLanguage(table.title, language));
  const tableName = sheetName(title, [], say('excel.table'));
  const sourcesName = sheetName(say('excel.sources'), [tableName], say('excel.sources'));
  const styles = new Styles();
  const workbook = new Workbook();
  workbook.setProperties(new DocProperties().setTitle(title).setAuthor('Plumbline').setCompany('Plumbline'));

  const worksheet = workbook.addWorksheet().setName(tableName);
  writeTitle(worksheet, title, styles);
  writeHeadings(worksheet, table, styles);
  const links = linksTo(sourcesName, facts);
  const cellCount = writeCells(worksheet, table, links, styles, onProgress);
  worksheet.setFreezePanes(FIRST_ROW, 1);
  setUpPrinting(worksheet, HEADER_ROW, HEADER_ROW);

  if (facts.length > 0) {
    const bySource = new Map(sources.map((source) => [source.id, source]));
    writeTableSources(workbook.addWorksheet().setName(sourcesName), facts, bySource, styles, language);
  }
  return { workbook, cellCount };
}

function writeHeadings(worksheet: Worksheet, { columns, rows }: Table, styles: Styles): void {
  columns.forEach(({ heading, unit }, column) => {
    const text = cellText(unit === '' ? heading : `${heading} (${unit})`);
    const measured = rows.slice(0, MEASURED_ROWS).map((cells) => shownWidth(cells[column]));
    const width = Math.max(MIN_WIDTH, ...measured, Math.min(20, textWidth(text))) + 2;
    worksheet.setColumnWidth(column, Math.min(MAX_WIDTH, width));
    const right = rows.some((cells) => typeof cells[column]?.value === 'number');
    worksheet.writeStringWithFormat(HEADER_ROW, column, text, styles.of({ header: true, right }));
  });
}

function writeCells(
  worksheet: Worksheet,
  { columns, rows }: Table,
  linkOf: (factId: string) => Url | undefined,
  styles: Styles,
  onProgress: (share: number) => void,
): number {
  const formats = columns.map((_, column) => numberFormats(rows.map((cells) => cells[column])));
  let cellCount = 0;
  let commentCount = 0;
  rows.forEach((cells, index) => {
    const row = FIRST_ROW + index;
    cells.slice(0, columns.length).forEach((cell, column) => {
      if (cell.remark !== '' && commentCount < MOST_COMMENTS) {
        comment(worksheet, row, column, cell.remark);
        commentCount++;
      }
      if (cell.value === null || cell.value === '') return;
      cellCount++;
      const link = cell.factId === null ? undefined : linkOf(cell.factId);
      const look: Look = { ...(cell.isBold && { bold: true }), ...(link && { colour: FACT_COLOUR }) };
      if (typeof cell.value === 'number') {
        const format = styles.of({ ...look, right: true, numberFormat: formats[column](cell.unit) });
        // The link first: it writes its own text, over which the number goes.
        if (link) worksheet.writeUrlWithFormat(row, column, link, format);
        worksheet.writeNumberWithFormat(row, column, cell.value, format);
        return;
      }
      const format = styles.of({ ...look, wrap: true });
      if (link) worksheet.writeUrlWithFormat(row, column, link, format);
      worksheet.writeStringWithFormat(row, column, cellText(cell.value), format);
    });
    if (index % ROWS_PER_PROGRESS === 0) onProgress(index / rows.length);
  });
  return cellCount;
}

/** Gives the link to a fact's row of the sheet of sources, as long as Excel takes more. */
function linksTo(sheet: string, facts: Export['input']['facts']): (factId: string) => Url | undefined {
  const indexes = new Map(facts.map(({ fact }, index) => [fact.id, index]));
  let count = 0;
  return (factId) => {
    const index = indexes.get(factId);
    if (index === undefined || count === MOST_LINKS) return undefined;
    count++;
    return new Url(`internal:${addressOfTableFact(sheet, index)}`).setTip(factId.slice(0, 250));
  };
}

/** Of each unit of a column one format, so that its decimals stand below each other; the unit stands behind the number. */
function numberFormats(cells: readonly (TableCell | undefined)[]): (unit: string) => string {
  const valuesOf = new Map<string, number[]>();
  for (const cell of cells) {
    if (typeof cell?.value !== 'number') continue;
    const values = valuesOf.get(cell.unit);
    if (values === undefined) valuesOf.set(cell.unit, [cell.value]);
    else values.push(cell.value);
  }
  const formats = new Map<string, string>();
  return (unit) => {
    const known = formats.get(unit);
    if (known !== undefined) return known;
    const suffix = unit === '' || unit === '%' ? '' : `" ${cellText(unit).replaceAll('"', '')}"`;
    const made = `${wholeFormat(unit, valuesOf.get(unit) ?? [])}${suffix}`;
    formats.set(unit, made);
    return made;
  };
}

function wholeFormat(unit: string, values: readonly number[]): string {
  const isYears = unit === '' && values.every((value) => Number.isInteger(value) && value >= 1900 && value < 2100);
  return excelNumberFormat({ decimals: null, grouping: !isYears }, unit, values);
}

function shownWidth(cell: TableCell | undefined): number {
  if (cell === undefined || cell.value === null) return 0;
  if (typeof cell.value === 'string') return textWidth(cell.value);
  return textWidth(cell.value.toLocaleString('en-US')) + (cell.unit === '' ? 0 : textWidth(cell.unit) + 1);
}
