/**
 * What a vendor's price file most likely means, from its headings, the rows around them, the worksheet's name and the
 * file's. What these do not say is left open, for the user to be asked: adjustment above all.
 */
import type { BarField, BarMapping } from '../../../shared/bar-import.ts';
import type { FileForm } from '../../../shared/import-file.ts';
import { dateOrderOf } from '../date-order.ts';
import { type RawCell, textOfCell } from '../raw-table.ts';
import { isNothing, readFigure } from '../read-figure.ts';
import { readPeriod } from '../read-period.ts';
import { adjustmentIn, type BarHeading, currencyWritten, readBarHeading, unitScale } from './bar-headings.ts';
import type { BarSecurities } from './bar-securities.ts';

const SEARCHED_ROWS = 30;
const SAMPLED_ROWS = 100;
const MOST_OF = 0.6;
/** Terminals put a few rows under the codes: names, what is shown, units. */
const ROWS_ABOUT_COLUMNS = 8;

type Column = BarHeading & { index: number; heading: string; numbers: number; days: number; isSecurity: boolean };
/** What is known before the columns are: from the user, or from a file of this kind before. */
export type Known = Partial<Pick<BarMapping, 'skippedRows' | 'dateOrder'>>;

export function guessBarMapping(
  rows: readonly RawCell[][],
  form: FileForm,
  fileName: string,
  securities: BarSecurities,
  { skippedRows = findHeadings(rows, securities), dateOrder = null }: Known = {},
): { mapping: BarMapping; headings: string[] } {
  const headings = (rows[skippedRows] ?? []).map((cell) => textOfCell(cell).trim());
  const below = rows.slice(skippedRows + 1).filter((row) => row.length > 1);
  const about = below.slice(0, ROWS_ABOUT_COLUMNS).filter(isAboutColumns);
  const data = below.filter((row) => !about.includes(row)).slice(0, SAMPLED_ROWS);
  const all = headings.map((heading, index) => columnOf(heading, index, data, securities));
  const { shape, columns, closeColumns } = layoutOf(all);
  const around = [...rows.slice(0, skippedRows), ...about].flat().map(textOfCell);
  const name = fileName.replace(/\.[^.]*$/, '');
  const at = (field: BarField) => (columns[field] === undefined ? undefined : all[columns[field]]);
  const isAboutOne = shape === 'long' && columns.security === undefined;
  const written = data.map((row) => (columns.day === undefined ? '' : textOfCell(row[columns.day])));
  const mapping: BarMapping = {
    shape,
    ...form,
    skippedRows,
    columns,
    closeColumns,
    security: isAboutOne ? securityIn([...around, form.worksheet, name], securities) : '',
    exchange: null,
    adjustment: adjustmentOf(all, columns) ?? adjustmentIn([...around, form.worksheet, name].join(' ')),
    dateOrder: dateOrder ?? dateOrderOf(written),
    volumeScale: scaleOf(at('volume'), all),
    marketCapScale: scaleOf(at('marketCap'), all),
    currency: currencyWritten(at('close')?.unit ?? ''),
    makeSecurities: null,
  };
  return { mapping, headings };
}

/** Names, kinds or units of the columns: no day in it, and no number. */
export function isAboutColumns(row: readonly RawCell[]): boolean {
  const filled = row.filter((cell) => textOfCell(cell).trim() !== '');
  return filled.length > 0 && !filled.some((cell) => isDay(cell) || isNumber(cell));
}

/** Rows above the headings. */
function findHeadings(rows: readonly RawCell[][], securities: BarSecurities): number {
  const scores = rows.slice(0, SEARCHED_ROWS).map((row) => {
    const texts = row.map((cell) => textOfCell(cell).trim());
    const fields = new Set(texts.map((text) => (text === '' ? null : readBarHeading(text).field)));
    fields.delete(null);
    // A row of data may begin with one code, and its numbers may look like some.
    const isData = row.some((cell) => isDay(cell));
    const codes = isData ? 0 : texts.slice(1).filter((text) => text !== '' && securities.isSecurity(text)).length;
    return fields.size * 2 + codes;
  });
  const most = Math.max(0, ...scores);
  if (most > 0) return scores.indexOf(most);
  const filled = rows
    .slice(0, SEARCHED_ROWS)
    .findIndex((row) => row.filter((cell) => textOfCell(cell).trim() !== '').length >= 2);
  return Math.max(0, filled);
}

function columnOf(heading: string, index: number, data: readonly RawCell[][], securities: BarSecurities): Column {
  const cells = data.map((row) => row[index]).filter((cell) => cell !== undefined && !isNothing(cell));
  const share = (is: (cell: RawCell) => boolean) => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length);
  return {
    ...readBarHeading(heading),
    index,
    heading,
    numbers: share(isNumber),
    days: share(isDay),
    isSecurity: heading !== '' && securities.isSecurity(heading),
  };
}

type Layout = Pick<BarMapping, 'shape' | 'columns' | 'closeColumns'>;

function layoutOf(all: readonly Column[]): Layout {
  const columns: Layout['columns'] = {};
  const put = (field: BarField, column: Column | undefined) => {
    if (column !== undefined && columns[field] === undefined) columns[field] = column.index;
  };
  const of = (field: BarField) => all.filter((column) => column.field === field);
  put('day', of('day').find(({ days }) => days > 0) ?? all.find(({ days }) => days >= MOST_OF) ?? of('day')[0]);
  const closes = of('close').filter(({ index }) => index !== columns.day);
  const traded =
    closes.find(({ adjustment }) => adjustment === 'none') ?? closes.find(({ adjustment }) => adjustment === null);
  put('close', traded ?? closes[0]);
  put('adjustedClose', of('adjustedClose')[0]);
  if (columns.close !== undefined && traded !== undefined) {
    put(
      'adjustedClose',
      closes.find(({ adjustment }) => adjustment === 'forward'),
    );
  }
  const across = all.filter((column) => column.isSecurity && column.index !== columns.day && column.field === null);
  if (columns.close === undefined && columns.adjustedClose === undefined && across.length > 0) {
    const { day } = columns;
    return {
      shape: 'closes-across',
      columns: day === undefined ? {} : { day },
      closeColumns: across.map(({ index }) => index),
    };
  }
  if (columns.close === undefined && columns.adjustedClose !== undefined) {
    columns.close = columns.adjustedClose;
    delete columns.adjustedClose;
  }
  for (const field of [
    'security',
    'open',
    'high',
    'low',
    'previousClose',
    'factor',
    'volume',
    'marketCap',
    'currency',
  ] as const) {
    put(
      field,
      of(field).find(({ index }) => index !== columns.day),
    );
  }
  put(columns.security === undefined ? 'security' : 'name', of('name')[0]);
  return { shape: 'long', columns, closeColumns: [] };
}

/** As the headings say it: of the prices themselves, or because adjusted ones stand beside them. */
function adjustmentOf(all: readonly Column[], columns: BarMapping['columns']): BarMapping['adjustment'] {
  if (columns.close === undefined) return null;
  const close = all[columns.close];
  if (close.field === 'adjustedClose') return 'forward';
  if (close.adjustment !== null) return close.adjustment;
  const said = new Set(
    (['open', 'high', 'low'] as const).flatMap((field) => all[columns[field] ?? -1]?.adjustment ?? []),
  );
  const [only] = said;
  if (said.size === 1 && only !== undefined) return only;
  return columns.adjustedClose === undefined && columns.factor === undefined ? null : 'none';
}

/** Tushare heads its columns without units: `vol` is in hands, `total_mv` in 万元. */
function scaleOf(column: Column | undefined, all: readonly Column[]): number {
  if (column === undefined) return 1;
  const said = unitScale(column.unit);
  if (said !== null) return said;
  if (column.heading === '总手') return 100;
  if (!all.some(({ heading }) => heading.toLowerCase() === 'ts_code')) return 1;
  return column.heading === 'vol' ? 100 : column.heading === 'total_mv' ? 1e4 : 1;
}

const CODES =
  /[A-Z]{2}[.:]?\d{4,6}|\d{4,6}\.[A-Z]{2,4}|\b[A-Z]{1,6}\.(?:OQ|O|N|US)\b|\b[A-Z]{1,6} US\b|\d{4,6} HK\b|(?<!\d)\d{6}(?!\d)/g;

/** The security that a title, a worksheet or a file is about: the first code in them, or a name that they are; '' where there is none. */
function securityIn(texts: readonly string[], securities: BarSecurities): string {
  for (const text of texts) {
    const upper = text.normalize('NFKC').toUpperCase();
    // 202401 is a month.
    const codes = [...upper.matchAll(CODES)].map(([code]) => code).filter((code) => !/^(19|20)\d{4}$/.test(code));
    const found = codes.find((code) => securities.isSecurity(code));
    if (found !== undefined) return found;
    const parts = [text, ...text.split(/[\s_()（）[\]-]+/)].map((part) => part.trim());
    const name = parts.find((part) => part.length > 1 && securities.isKnown(part));
    if (name !== undefined) return name;
  }
  return '';
}

function isNumber(cell: RawCell): boolean {
  const figure = readFigure(cell);
  return figure !== null && 'value' in figure;
}

function isDay(cell: RawCell): boolean {
  const text =
    typeof cell === 'string' ? cell : (cell.date ?? (cell.number === undefined ? cell.text : String(cell.number)));
  if (text.trim() === '') return false;
  return (['mdy', 'dmy', 'ymd'] as const).some((dateOrder) => {
    const read = readPeriod(text, { dateOrder, year: null, fiscalYearEnd: 12 });
    return 'label' in read && read.grain === 'day';
  });
}
