/** Which row of a table holds the headings, and what each column is by its heading. */
import { columnOfHeading, divideHeading, type FactColumnField } from '../../shared/fact-columns.ts';
import type { ImportColumn } from '../../shared/fact-file-methods.ts';
import { parseEntry } from '../../shared/number-entry.ts';
import { UnitWords } from '../engine/units/unit-words.ts';
import { type RawCell, textOfCell } from './raw-table.ts';

export type Layout = 'list' | 'matrix';
export type Columns = { headingRow: number; layout: Layout; canBeMatrix: boolean; mapping: ImportColumn[] };

const SEARCHED_ROWS = 30;
const SAMPLED_ROWS = 200;

/** `layout` where it is not to be told from the headings. */
export function findColumns(rows: readonly RawCell[][], layout?: Layout): Columns {
  const headingRow = findHeadingRow(rows);
  const headings = (rows[headingRow] ?? []).map((cell) => textOfCell(cell).trim());
  const width = Math.max(0, ...rows.slice(headingRow, headingRow + SAMPLED_ROWS).map((row) => row.length));
  while (headings.length < width) headings.push('');
  const data = rows.slice(headingRow + 1, headingRow + 1 + SAMPLED_ROWS);
  const list = listMapping(headings);
  const matrix = matrixMapping(headings, list, data);
  const has = (field: FactColumnField) => list.includes(field);
  const isList = has('subject') && has('metric') && (has('value') || has('text'));
  const chosen = layout ?? (isList || matrix === null ? 'list' : 'matrix');
  const mapping = chosen === 'matrix' ? (matrix ?? list) : list;
  return { headingRow, layout: layoutOf(mapping), canBeMatrix: matrix !== null, mapping };
}

export function layoutOf(mapping: readonly ImportColumn[]): Layout {
  return mapping.includes('figures') ? 'matrix' : 'list';
}

/** The row with most headings that are known; of a table without any the first that is more than a title. */
function findHeadingRow(rows: readonly RawCell[][]): number {
  const searched = rows.slice(0, SEARCHED_ROWS);
  const known = searched.map((row) => new Set(row.map((cell) => columnOfHeading(textOfCell(cell))?.field)));
  const counts = known.map((fields) => [...fields].filter((field) => field !== undefined).length);
  const most = Math.max(0, ...counts);
  if (most >= 2) return counts.indexOf(most);
  const filled = (row: readonly RawCell[]) => row.filter((cell) => textOfCell(cell).trim() !== '').length;
  const several = searched.findIndex((row) => filled(row) >= 2);
  return several >= 0
    ? several
    : Math.max(
        0,
        searched.findIndex((row) => filled(row) > 0),
      );
}

function listMapping(headings: readonly string[]): ImportColumn[] {
  const taken = new Set<FactColumnField>();
  return headings.map((heading) => {
    const field = columnOfHeading(heading)?.field;
    if (field === undefined || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}

/** Null where no column beside the names holds numbers under a heading of its own. */
function matrixMapping(
  headings: readonly string[],
  list: readonly ImportColumn[],
  data: readonly RawCell[][],
): ImportColumn[] | null {
  const named = list.findIndex((column) => column === 'metric' || column === 'subject');
  const names = named >= 0 ? named : headings.findIndex((_, column) => data.some((row) => isWord(row[column])));
  if (names < 0) return null;
  const mapping = headings.map((heading, column): ImportColumn => {
    if (column === names) return list[column] === 'subject' ? 'subject' : 'metric';
    const known = list[column];
    // The names of the other kind stand in the headings.
    if (known !== '' && known !== 'metric' && known !== 'subject') return known;
    return heading !== '' && data.some((row) => isNumber(row[column])) ? 'figures' : '';
  });
  return mapping.includes('figures') ? mapping : null;
}

function isNumber(cell: RawCell | undefined): boolean {
  if (cell === undefined) return false;
  return typeof cell === 'string' ? parseEntry(cell).kind === 'number' : cell.number !== undefined;
}

function isWord(cell: RawCell | undefined): boolean {
  return textOfCell(cell).trim() !== '' && !isNumber(cell);
}

const words = new UnitWords();

/** A heading's name and the unit behind it; what stands in parentheses and is no unit belongs to the name. */
export function nameAndUnit(heading: string): { name: string; unit: string } {
  const divided = divideHeading(heading);
  return divided.unit !== '' && words.read(divided.unit).ok ? divided : { name: heading.trim(), unit: '' };
}
