/**
 * Rows of a worksheet of an Excel workbook (.xlsx, .xlsm): values as the file holds them. Macros and links
 * to other files are not read, only told of; of formulas the saved results are, and one without is a fault of its cell.
 */
import { type CellObject, read, SSF, type WorkBook } from '@e965/xlsx';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { checkPackage } from './check-package.ts';
import { MOST_ROWS, type RawCell, type RawTable, type TypedCell } from './raw-table.ts';

/** Excel has no more. */
const MOST_COLUMNS = 16_384;

export type Workbook = RawTable & {
  /** Names of the visible worksheets. */
  sheets: string[];
  /** What is in it besides and is never run or followed: its values may be old. */
  carries: { macros: boolean; links: boolean };
};

const MACROS = /(^|\/)(vbaProject\.bin$|macrosheets\/)/i;
const LINKS = /(^|\/)externalLinks\/[^/]+\.xml$/i;

/** The sheet of that name, or the first visible one that holds anything. Throws AppError 'invalid-file'. */
export function readXlsx(bytes: Uint8Array, wanted?: string): Workbook {
  const parts = checkPackage(bytes);
  const has = (pattern: RegExp) => parts.some((name) => pattern.test(name));
  const workbook = readPackage(bytes);
  // A directory with a wrong name in it: a sheet is told of, and its part is not found.
  if (workbook.SheetNames.some((name) => !Object.hasOwn(workbook.Sheets, name))) throw damaged();
  const hidden = workbook.Workbook?.Sheets ?? [];
  const sheets = workbook.SheetNames.filter((_, index) => !hidden[index]?.Hidden);
  const filled = sheets.filter((name) => rowsOf(workbook, name).some((row) => row?.some(isFilled)));
  const sheet = wanted !== undefined && sheets.includes(wanted) ? wanted : filled[0];
  if (sheet === undefined) throw new AppError('invalid-file', message('import.empty'));
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const rows = Array.from(rowsOf(workbook, sheet), (row) => Array.from(row ?? [], (cell) => cellOf(cell, is1904)));
  markMerges(rows, workbook, sheet);
  return { rows, encoding: '', sheet, sheets, carries: { macros: has(MACROS), links: has(LINKS) } };
}

function readPackage(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellHTML: false,
      sheetStubs: true,
    });
  } catch {
    // The library throws plain errors of many wordings for what is no workbook.
    throw damaged();
  }
}

function damaged(): AppError {
  return new AppError('invalid-file', message('import.packageDamaged'));
}

type SparseRows = ((CellObject | undefined)[] | undefined)[];

/** Where a damaged number puts one cell a billion rows below the others, all between would be made. */
function rowsOf(workbook: WorkBook, sheet: string): SparseRows {
  const rows: SparseRows = workbook.Sheets[sheet]['!data'] ?? [];
  if (rows.length > MOST_ROWS) {
    throw new AppError('invalid-file', message('import.tooManyRows', { count: rows.length, limit: MOST_ROWS }));
  }
  if (rows.some((row) => row !== undefined && row.length > MOST_COLUMNS)) throw damaged();
  return rows;
}

function isFilled(cell: CellObject | undefined): boolean {
  if (cell === undefined) return false;
  return cell.t === 'z' ? cell.f !== undefined : cell.v !== '';
}

function cellOf(cell: CellObject | undefined, is1904: boolean): RawCell {
  if (cell === undefined) return '';
  const { v: value, w: shown, f: formula } = cell;
  const text = shown ?? String(value ?? '');
  if (cell.t === 'z') {
    return formula === undefined ? '' : { text: `=${formula}`, fault: message('import.formulaWithoutValue') };
  }
  if (cell.t === 'e') return { text, fault: message('import.errorInCell', { error: text }) };
  if (typeof value === 'number') return numberCell(value, text, String(cell.z ?? ''), is1904);
  // Text stays text, a number written as text as well: it is read as if it was typed.
  return typeof value === 'boolean' ? text : String(value ?? '');
}

function numberCell(value: number, text: string, format: string, is1904: boolean): TypedCell {
  if (SSF.is_date(format)) {
    const date = dateOf(value, format, is1904);
    return date === null ? { text, fault: message('import.timeInCell') } : { text, date };
  }
  if (plainFormat(format).includes('%'))
    return { text, number: Number((value * 100).toPrecision(15)), isPercent: true };
  return { text, number: value };
}

function dateOf(serial: number, format: string, is1904: boolean): string | null {
  const { y: year, m: month, d: day } = SSF.parse_date_code(serial, { date1904: is1904 }) ?? {};
  if (!year) return null;
  const shown = plainFormat(format).toLowerCase();
  const parts = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  if (shown.includes('d')) return parts.join('-');
  if (!shown.includes('y')) return null;
  return parts.slice(0, shown.includes('m') ? 2 : 1).join('-');
}

/** Without what is shown as it stands: quoted words, escaped characters, conditions. */
function plainFormat(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
}

/** A merged cell says one thing of several rows or columns: what it means for each is not known. */
function markMerges(rows: RawCell[][], workbook: WorkBook, sheet: string): void {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  for (const { s: start, e: end } of workbook.Sheets[sheet]['!merges'] ?? []) {
    const first = rows[start.r]?.[start.c] ?? '';
    const text = typeof first === 'string' ? first : first.text;
    for (let row = start.r; row <= Math.min(end.r, rows.length - 1); row++) {
      for (let column = start.c; column <= Math.min(end.c, width - 1); column++) {
        while (rows[row].length < column) rows[row].push('');
        const isFirst = row === start.r && column === start.c;
        rows[row][column] = { text: isFirst ? text : '', fault: message('import.mergedCell') };
      }
    }
  }
}
