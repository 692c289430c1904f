/** What the user's corrections make of a mapping. A field stands in one column: where it moves to, it leaves the other. */
import { BAR_FIELDS, type BarField, type BarMapping } from '../../../shared/bar-import.ts';

/** `closes`: of the security in the heading. '' is not taken. */
export type ColumnMeaning = BarField | 'closes' | '';

export function fieldsOf(shape: BarMapping['shape']): readonly BarField[] {
  return shape === 'long' ? BAR_FIELDS : ['day'];
}

export function meaningOf({ columns, closeColumns }: BarMapping, column: number): ColumnMeaning {
  return BAR_FIELDS.find((field) => columns[field] === column) ?? (closeColumns.includes(column) ? 'closes' : '');
}

export function withMeaning(mapping: BarMapping, column: number, meaning: ColumnMeaning): BarMapping {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([, at]) => at !== column));
  const others = mapping.closeColumns.filter((at) => at !== column);
  if (meaning === '') return { ...mapping, columns, closeColumns: others };
  if (meaning === 'closes') return { ...mapping, columns, closeColumns: [...others, column].toSorted((a, b) => a - b) };
  return { ...mapping, columns: { ...columns, [meaning]: column }, closeColumns: others };
}

export function withShape(mapping: BarMapping, shape: BarMapping['shape'], columnCount: number): BarMapping {
  const { day, ...rest } = mapping.columns;
  const days = day === undefined ? {} : { day };
  if (shape === 'long') return { ...mapping, shape, columns: { ...days, ...rest }, closeColumns: [] };
  return withAllCloses({ ...mapping, shape, columns: days, security: '' }, columnCount);
}

/** All columns but that of days hold closes. */
export function withAllCloses(mapping: BarMapping, columnCount: number): BarMapping {
  const all = Array.from({ length: columnCount }, (_, column) => column);
  return { ...mapping, closeColumns: all.filter((column) => column !== mapping.columns.day) };
}

/** Divided or decoded another way, the file has other columns. */
export function guessedAnew(mapping: BarMapping, changed: Partial<BarMapping> = {}): BarMapping {
  return { ...mapping, dateOrder: null, ...changed, columns: {}, closeColumns: [] };
}
