/**
 * What the user's corrections make of a mapping. A field stands in one column: where it moves to, it leaves
 * the other. A mapping without any column is guessed anew by the workbench.
 */
import { IMPORT_FIELDS, type ImportField, type SeriesMapping } from '../../../shared/series-import.ts';

export type Shape = SeriesMapping['shape'];
/** `figures`: values, in a wide shape. '' is not taken. */
export type ColumnMeaning = ImportField | 'figures' | '';

/** Said by the headings, the cells or the columns themselves, and not by one column. */
const NOT_IN_SHAPE: Record<Shape, readonly ImportField[]> = {
  long: [],
  'series-across': ['value'],
  'periods-across': ['period', 'value'],
};

export function fieldsOf(shape: Shape): ImportField[] {
  return IMPORT_FIELDS.filter((field) => !NOT_IN_SHAPE[shape].includes(field));
}

export function meaningOf({ columns, valueColumns }: SeriesMapping, column: number): ColumnMeaning {
  const field = IMPORT_FIELDS.find((each) => columns[each] === column);
  return field ?? (valueColumns.includes(column) ? 'figures' : '');
}

export function withMeaning(mapping: SeriesMapping, column: number, meaning: ColumnMeaning): SeriesMapping {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([, at]) => at !== column));
  const others = mapping.valueColumns.filter((at) => at !== column);
  if (meaning === '') return { ...mapping, columns, valueColumns: others };
  if (meaning === 'figures') {
    return { ...mapping, columns, valueColumns: [...others, column].toSorted((a, b) => a - b) };
  }
  return { ...mapping, columns: { ...columns, [meaning]: column }, valueColumns: others };
}

/** What the columns mean stays, as far as the other shape has it; `columnCount` is of the file. */
export function withShape(mapping: SeriesMapping, shape: Shape, columnCount: number): SeriesMapping {
  const gone = NOT_IN_SHAPE[shape];
  const columns: SeriesMapping['columns'] = Object.fromEntries(
    Object.entries(mapping.columns).filter(([field]) => !gone.some((each) => each === field)),
  );
  if (shape === 'long') {
    const [value = columns.value] = mapping.valueColumns;
    return { ...mapping, shape, columns: value === undefined ? columns : { ...columns, value }, valueColumns: [] };
  }
  return { ...mapping, shape, columns, valueColumns: otherColumns(columns, columnCount) };
}

/** All columns that mean nothing yet hold figures. */
export function withAllFigures(mapping: SeriesMapping, columnCount: number): SeriesMapping {
  return { ...mapping, valueColumns: otherColumns(mapping.columns, columnCount) };
}

function otherColumns(columns: SeriesMapping['columns'], columnCount: number): number[] {
  const taken = new Set(Object.values(columns));
  return Array.from({ length: columnCount }, (_, column) => column).filter((column) => !taken.has(column));
}

/** '' takes it away. */
export function withConstant(mapping: SeriesMapping, field: ImportField, text: string): SeriesMapping {
  const { [field]: _, ...others } = mapping.constants;
  const said = text.trim();
  return { ...mapping, constants: said === '' ? others : { ...others, [field]: said } };
}

/** Divided or decoded another way, the file has other columns. */
export function guessedAnew(mapping: SeriesMapping, changed: Partial<SeriesMapping> = {}): SeriesMapping {
  return { ...mapping, dateOrder: null, ...changed, columns: {}, valueColumns: [] };
}
