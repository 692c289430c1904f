/**
 * What a vendor's file most likely means, from its headings and first rows. What these do not say is left open,
 * for the user to be asked.
 */
import type { FileForm } from '../../../shared/import-file.ts';
import { type Message, message } from '../../../shared/messages.ts';
import type { Grain } from '../../../shared/periods.ts';
import { ordinalOf } from '../../../shared/periods.ts';
import type { ImportField, SeriesMapping } from '../../../shared/series-import.ts';
import { dateOrderOf } from '../date-order.ts';
import { type RawCell, textOfCell } from '../raw-table.ts';
import { isNothing, readFigure } from '../read-figure.ts';
import { readPeriod, type WrittenPeriod } from '../read-period.ts';
import { fieldOfHeading, headingOfSeries, isRowAboutColumns, metricOfHeading, vendorIn } from './series-headings.ts';

const SEARCHED_ROWS = 30;
const SAMPLED_ROWS = 5000;
/** Rows of which every cell is looked at. */
const LOOKED_AT = 100;
const MOST_OF = 0.6;

type Column = {
  index: number;
  heading: string;
  field: ImportField | null;
  metric: string | null;
  isPeriodHeading: boolean;
  /** Of the cells that hold anything. */
  numbers: number;
  periods: number;
};

export type Guess = { mapping: SeriesMapping; headings: string[] };

/** `known` is the order of dates where the user has said it: what lies a month apart by one order are days by the other. */
export function guessMapping(
  rows: readonly RawCell[][],
  form: FileForm,
  fileName: string,
  skippedRows = findHeadings(rows),
  known: SeriesMapping['dateOrder'] = null,
): Guess {
  const headings = headingsOf(rows, skippedRows);
  const data = rows
    .slice(skippedRows + 1, skippedRows + 1 + SAMPLED_ROWS)
    .filter((row) => row.length > 1 && isRowAboutColumns(textOfCell(row[0])) === null);
  const columns = headings.map((heading, index) => columnOf(heading, index, data.slice(0, LOOKED_AT)));
  const layout = layoutOf(columns);
  const period = layout.columns.period;
  const written =
    layout.shape === 'periods-across'
      ? layout.valueColumns.map((column) => headings[column])
      : data.map((row) => (period === undefined ? '' : periodText(row[period])));
  const above = rows
    .slice(0, skippedRows + 1)
    .flat()
    .map(textOfCell)
    .join(' ');
  const vendor = layout.columns.vendor === undefined ? vendorIn(`${fileName} ${above}`) : '';
  const dateOrder = known ?? dateOrderOf(written);
  const mapping: SeriesMapping = {
    ...form,
    shape: layout.shape,
    skippedRows,
    columns: layout.columns,
    valueColumns: layout.valueColumns,
    constants: { ...layout.constants, ...(vendor !== '' && { vendor }) },
    grain: grainSaid(rows.slice(skippedRows + 1, skippedRows + 1 + SEARCHED_ROWS)) ?? grainOf(written, dateOrder),
    dateOrder,
    year: null,
    fiscalYearEnd: 12,
    origin: 'own',
  };
  const unit = mapping.constants.unit ?? unitInCells(mapping, headings, data.slice(0, LOOKED_AT));
  if (unit !== '') mapping.constants = { ...mapping.constants, unit };
  return { mapping, headings };
}

/** As the row stands, with as many as the rows under it have cells. */
export function headingsOf(rows: readonly RawCell[][], skippedRows: number): string[] {
  return (rows[skippedRows] ?? []).map((cell) => textOfCell(cell).trim());
}

/** Rows above the headings. */
function findHeadings(rows: readonly RawCell[][]): number {
  const searched = rows.slice(0, SEARCHED_ROWS);
  const known = searched.map((row) => {
    const texts = row.map((cell) => textOfCell(cell).trim()).filter((text) => text !== '');
    if (texts.length < 2) return 0;
    const names = texts.filter((text) => fieldOfHeading(text) !== null || metricOfHeading(text) !== null);
    const periods = texts.filter(isPeriod);
    // A row of data begins with one period; a heading of periods has several, or words beside them.
    return names.length * 2 + (periods.length >= 2 && names.length > 0 ? periods.length : 0);
  });
  const most = Math.max(0, ...known);
  if (most > 0) return known.indexOf(most);
  return Math.max(
    0,
    searched.findIndex((row) => row.filter((cell) => textOfCell(cell).trim() !== '').length >= 2),
  );
}

function columnOf(heading: string, index: number, data: readonly RawCell[][]): Column {
  const cells = data.map((row) => row[index]).filter((cell) => cell !== undefined && !isNothing(cell));
  const share = (is: (cell: RawCell) => boolean) => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length);
  return {
    index,
    heading,
    field: fieldOfHeading(heading),
    metric: metricOfHeading(heading)?.metric ?? null,
    isPeriodHeading: isPeriod(heading),
    numbers: share((cell) => numberIn(cell) !== null),
    periods: share((cell) => isPeriod(periodText(cell))),
  };
}

type Layout = Pick<SeriesMapping, 'shape' | 'columns' | 'valueColumns' | 'constants'>;

function layoutOf(all: readonly Column[]): Layout {
  const across = all.filter((column) => column.isPeriodHeading && column.field === null);
  const isNumeric = ({ numbers }: Column) => numbers >= MOST_OF;
  const period = choose(
    all.filter(({ field, periods }) => field === 'period' && periods > 0),
    // Terminals head their dates with the word for the rows above them.
    all.filter(({ periods, numbers }) => periods >= MOST_OF && numbers < MOST_OF),
    all.filter(({ field }) => field === 'period'),
  );
  const rest = all.filter((column) => column !== period);
  const columns: Layout['columns'] = {};
  for (const field of [
    'subject',
    'metric',
    'market',
    'platform',
    'vendor',
    'definition',
    'qualifier',
    'unit',
  ] as const) {
    const found = field === 'subject' ? subjectColumn(rest) : rest.find((column) => column.field === field);
    if (found !== undefined) columns[field] = found.index;
  }
  const taken = new Set(Object.values(columns));
  if (across.length >= 2 && period === undefined) {
    const valueColumns = across.map(({ index }) => index);
    const names = all.filter(
      (column) => !column.isPeriodHeading && !taken.has(column.index) && column.numbers < MOST_OF,
    );
    if (columns.subject === undefined && columns.metric === undefined && names[0] !== undefined) {
      columns.subject = names[0].index;
    }
    return { shape: 'periods-across', columns, valueColumns, constants: {} };
  }
  if (period !== undefined) columns.period = period.index;
  const free = rest.filter((column) => !taken.has(column.index));
  const ofMetrics = free.filter(({ metric }) => metric !== null);
  const value = free.find((column) => column.field === 'value');
  const numeric = free.filter((column) => isNumeric(column) && column.heading !== '');
  if (value !== undefined) return long(columns, value);
  if (columns.subject !== undefined && ofMetrics.length === 1) return long(columns, ofMetrics[0]);
  if (ofMetrics.length > 0 && (columns.subject !== undefined || ofMetrics.length === numeric.length)) {
    if (ofMetrics.length === 1) return long(columns, ofMetrics[0]);
    return { shape: 'series-across', columns, valueColumns: ofMetrics.map(({ index }) => index), constants: {} };
  }
  if (columns.subject !== undefined && numeric.length === 1) return long(columns, numeric[0]);
  // A column with some bad cells is still one, and each of them is said.
  const some = free.filter(({ numbers, heading }) => numbers > 0 && heading !== '');
  const valueColumns = (some.length > 0 ? some : free.filter(({ heading }) => heading !== '')).map(
    ({ index }) => index,
  );
  return { shape: 'series-across', columns, valueColumns, constants: {} };
}

function long(columns: Layout['columns'], value: Column): Layout {
  const metric = metricOfHeading(value.heading);
  const constants: Layout['constants'] = {};
  if (columns.metric === undefined && metric !== null) constants.metric = metric.metric;
  const { unit } = headingOfSeries(value.heading, 'metric');
  if (columns.unit === undefined && unit !== undefined) constants.unit = unit;
  return { shape: 'long', columns: { ...columns, value: value.index }, valueColumns: [], constants };
}

/** An app rather than its publisher. */
function subjectColumn(columns: readonly Column[]): Column | undefined {
  const named = columns.filter(({ field, numbers }) => field === 'subject' && numbers < MOST_OF);
  return named.find(({ heading }) => /app|应用|产品|product|unified|domain|域名|网站/i.test(heading)) ?? named[0];
}

function choose(...candidates: readonly Column[][]): Column | undefined {
  return candidates.find((columns) => columns.length > 0)?.[0];
}

const LOOSE = { dateOrder: 'mdy', year: 2000, fiscalYearEnd: 12 } as const;

function periodIn(text: string, dateOrder: SeriesMapping['dateOrder'] = 'mdy'): WrittenPeriod | null {
  for (const order of dateOrder === 'mdy' ? (['mdy', 'dmy', 'ymd'] as const) : [dateOrder]) {
    const read = readPeriod(text, { ...LOOSE, dateOrder: order });
    if ('label' in read) return read;
  }
  return null;
}

function isPeriod(text: string): boolean {
  return text.trim() !== '' && periodIn(text) !== null;
}

function periodText(cell: RawCell | undefined): string {
  return cell !== undefined && typeof cell !== 'string'
    ? (cell.date ?? String(cell.number ?? cell.text))
    : textOfCell(cell);
}

function numberIn(cell: RawCell): { unit: string } | null {
  const figure = readFigure(cell);
  return figure !== null && 'value' in figure ? figure : null;
}

const FREQUENCIES: readonly (readonly [RegExp, Grain])[] = [
  [/^(日|每日|daily|day)$/i, 'day'],
  [/^(周|每周|weekly|week)$/i, 'week'],
  [/^(月|每月|monthly|month)$/i, 'month'],
  [/^(季|季度|每季|quarterly|quarter)$/i, 'quarter'],
  [/^(年|年度|每年|annual|yearly|year)$/i, 'year'],
];

/** Where terminals say it in a row under the headings, of all columns alike. */
function grainSaid(rows: readonly RawCell[][]): Grain | null {
  const row = rows.find(([first]) => /^(频率|frequency)$/i.test(textOfCell(first).trim()));
  const said = new Set(row?.slice(1).map((cell) => textOfCell(cell).trim()));
  const [only = ''] = said;
  return said.size === 1 ? (FREQUENCIES.find(([pattern]) => pattern.test(only))?.[1] ?? null) : null;
}

/** Days that lie a week, a month or more apart are weeks, months … */
function grainOf(written: readonly string[], dateOrder: SeriesMapping['dateOrder']): Grain {
  const periods = [...new Set(written)].flatMap((text) => periodIn(text, dateOrder ?? 'mdy') ?? []);
  const grains = new Set(periods.map(({ grain }) => grain));
  const [only = 'day'] = grains;
  if (grains.size > 1)
    return (['year', 'quarter', 'fiscal-quarter', 'month', 'week'] as const).find((each) => grains.has(each)) ?? 'day';
  if (only !== 'day') return only;
  const days = periods.map(({ label }) => ordinalOf('day', label)).toSorted((a, b) => a - b);
  const steps = days.slice(1).map((day, at) => day - days[at]);
  const shortest = Math.min(...steps);
  if (steps.length === 0 || shortest < 7) return 'day';
  if (steps.every((step) => step % 7 === 0) && shortest === 7) return 'week';
  if (shortest >= 350) return 'year';
  if (shortest >= 85) return 'quarter';
  return shortest >= 28 ? 'month' : 'day';
}

/** The unit that all figures have which have one: `$` or 次 behind each. */
function unitInCells(mapping: SeriesMapping, headings: readonly string[], data: readonly RawCell[][]): string {
  const { columns, valueColumns } = mapping;
  if (columns.unit !== undefined) return '';
  const values = columns.value === undefined ? valueColumns : [columns.value];
  if (values.some((column) => headingOfSeries(headings[column] ?? '', 'metric').unit !== undefined)) return '';
  const cells = data.flatMap((row) => values.map((column) => row[column]));
  const units = cells.flatMap((cell) => (cell === undefined ? [] : (numberIn(cell)?.unit ?? [])));
  const [unit = ''] = units;
  return units.every((each) => each === unit) ? unit : '';
}

/** Why the mapping is not enough, told by what the first rows could not be taken for. */
export function questionOf(reason: Message): { field: 'dateOrder' | 'year' | 'unit'; reason: Message } | null {
  switch (reason.key) {
    case 'import.ambiguousDate':
      return { field: 'dateOrder', reason: message('import.askDateOrder', reason.params) };
    case 'import.shortYear':
      return { field: 'dateOrder', reason };
    case 'import.yearMissing':
      return { field: 'year', reason: message('import.askYear', reason.params) };
    case 'import.unitMissing':
      return { field: 'unit', reason };
    default:
      return null;
  }
}
