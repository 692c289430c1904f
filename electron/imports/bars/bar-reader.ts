/**
 * Rows of a vendor's file, read by a mapping into price bars.
 *
 *     const reader = new BarReader(mapping, headings, securities, lastDay, sink);
 *     reader.read(cells, row);    // tells the sink of bars and of what cannot be taken
 *     reader.series               // every security and adjustment that was met, by the number that the sink was told
 */
import type { BarField, BarMapping } from '../../../shared/bar-import.ts';
import { type Message, message } from '../../../shared/messages.ts';
import { labelAt } from '../../../shared/periods.ts';
import { type RawCell, textOfCell } from '../raw-table.ts';
import { isNothing, readFigure } from '../read-figure.ts';
import { PeriodReader } from '../read-period.ts';
import { isEmptyCell, raggedness, textOfRow } from '../row-cells.ts';
import { currencyWritten, unitScale } from './bar-headings.ts';
import type { BarSecurities } from './bar-securities.ts';
import { BarSeries, type ReadBarSeries, type SeriesOfSecurity } from './bar-series.ts';
import { isAboutColumns } from './guess-bar-mapping.ts';

/** Places in the record that a bar is: NaN where the file says nothing. The first two are a RecordBuffer's. */
export const BAR_RECORD = {
  series: 0,
  day: 1,
  row: 2,
  open: 3,
  high: 4,
  low: 5,
  close: 6,
  volume: 7,
  marketCap: 8,
  previousClose: 9,
} as const;
export const BAR_RECORD_FIELDS = 10;

export type BarSink = {
  /** The record is used again for the next one. */
  bar(record: Float64Array): void;
  /** `column` is its heading; '' where it is the row as a whole. */
  bad(row: number, column: string, value: string, reason: Message): void;
};

const PLAIN_NUMBER = /^\d{1,15}(?:\.\d{1,15})?$/;
const ROWS_ABOUT_COLUMNS = 8;
const PRICES = ['open', 'high', 'low', 'close', 'adjustedClose', 'previousClose', 'factor'] as const;

export class BarReader {
  readonly #mapping: BarMapping;
  readonly #headings: readonly string[];
  readonly #series: BarSeries;
  readonly #lastDay: number;
  readonly #sink: BarSink;
  readonly #days: PeriodReader;
  readonly #record = new Float64Array(BAR_RECORD_FIELDS);
  #isGood = true;

  /** `lastDay`: since 1970; a later one would be in the file's future. */
  constructor(
    mapping: BarMapping,
    headings: readonly string[],
    securities: BarSecurities,
    lastDay: number,
    sink: BarSink,
  ) {
    this.#mapping = mapping;
    this.#headings = headings;
    this.#series = new BarSeries(mapping, securities);
    this.#lastDay = lastDay;
    this.#sink = sink;
    const { dateOrder } = mapping;
    this.#days = new PeriodReader({ grain: 'day', dateOrder, year: null, fiscalYearEnd: 12 });
  }

  /** Every one that was met, by the number that the sink was told. */
  get series(): readonly ReadBarSeries[] {
    return this.#series.all;
  }

  /** `row` counts from 1, as spreadsheets do. Whether it is one of data. */
  read(cells: readonly RawCell[], row: number): boolean {
    if (cells.every(isEmptyCell)) return false;
    const { shape, skippedRows } = this.#mapping;
    if (shape === 'closes-across' && row <= skippedRows + 1 + ROWS_ABOUT_COLUMNS && isAboutColumns(cells)) return false;
    this.#isGood = true;
    const ragged = raggedness(cells, this.#headings.length);
    if (ragged !== null) {
      if (ragged !== 'empty') this.#sink.bad(row, '', textOfRow(cells).slice(0, 200), ragged);
    } else if (shape === 'long') this.#readLong(cells, row);
    else this.#readAcross(cells, row);
    return true;
  }

  #readAcross(cells: readonly RawCell[], row: number): void {
    const columns = this.#mapping.closeColumns.filter((column) => !isNothing(cells[column]));
    if (columns.length === 0) return;
    const day = this.#dayOf(cells, row);
    if (day === null) return;
    const record = this.#record.fill(Number.NaN);
    for (const column of columns) {
      this.#isGood = true;
      const heading = this.#headings[column] ?? '';
      const series = this.#series.of(heading, '', '');
      if ('key' in series) {
        this.#sink.bad(row, heading, textOfCell(cells[column]), series);
        continue;
      }
      const close = this.#price(cells, row, column);
      if (!this.#isGood || Number.isNaN(close)) continue;
      record[BAR_RECORD.series] = series.traded;
      record[BAR_RECORD.day] = day;
      record[BAR_RECORD.row] = row;
      record[BAR_RECORD.close] = close;
      this.#sink.bar(record);
    }
  }

  #readLong(cells: readonly RawCell[], row: number): void {
    const { columns } = this.#mapping;
    const isSaid = (field: BarField) => columns[field] !== undefined && !isNothing(cells[columns[field]]);
    if (!isSaid('close')) {
      // Of a day without trade vendors give a row of dashes.
      if (isSaid('open') || isSaid('high') || isSaid('low')) this.#refuse(row, 'close', cells, message('bars.noClose'));
      return;
    }
    const day = this.#dayOf(cells, row);
    const series = this.#seriesIn(cells, row);
    const price = Object.fromEntries(
      PRICES.map((field) => [
        field,
        columns[field] === undefined ? Number.NaN : this.#price(cells, row, columns[field], field),
      ]),
    ) as Record<(typeof PRICES)[number], number>;
    const volume = this.#amount(cells, row, 'volume', this.#mapping.volumeScale);
    const marketCap = this.#amount(cells, row, 'marketCap', this.#mapping.marketCapScale);
    if (day === null || series === null || !this.#isGood) return;
    if (!this.#isPossible(cells, row, price)) return;
    const record = this.#record;
    record[BAR_RECORD.day] = day;
    record[BAR_RECORD.row] = row;
    record[BAR_RECORD.volume] = volume;
    record[BAR_RECORD.marketCap] = marketCap === 0 ? Number.NaN : marketCap;
    this.#tell(series.traded, price, 1);
    record[BAR_RECORD.marketCap] = Number.NaN;
    if (series.forward >= 0 && !Number.isNaN(price.adjustedClose)) {
      this.#tell(series.forward, price, price.adjustedClose / price.close, price.adjustedClose);
    }
    if (series.backward >= 0 && !Number.isNaN(price.factor)) this.#tell(series.backward, price, price.factor);
  }

  #tell(series: number, price: Record<(typeof PRICES)[number], number>, factor: number, close?: number): void {
    const record = this.#record;
    const scaled = (value: number) => (factor === 1 ? value : Number((value * factor).toPrecision(10)));
    record[BAR_RECORD.series] = series;
    record[BAR_RECORD.open] = scaled(price.open);
    record[BAR_RECORD.high] = scaled(price.high);
    record[BAR_RECORD.low] = scaled(price.low);
    record[BAR_RECORD.close] = close ?? scaled(price.close);
    record[BAR_RECORD.previousClose] = factor === 1 ? price.previousClose : Number.NaN;
    this.#sink.bar(record);
  }

  /** Whether the prices can be those of one day. */
  #isPossible(cells: readonly RawCell[], row: number, { open, high, low, close }: Record<string, number>): boolean {
    if (high < low) {
      this.#refuse(row, 'high', cells, message('bars.highBelowLow', { high, low }));
      return false;
    }
    for (const [field, value] of [
      ['close', close],
      ['open', open],
    ] as const) {
      if (value > high || value < low) {
        this.#refuse(
          row,
          field,
          cells,
          message(field === 'close' ? 'bars.closeOutside' : 'bars.openOutside', { value, high, low }),
        );
        return false;
      }
    }
    return true;
  }

  #dayOf(cells: readonly RawCell[], row: number): number | null {
    const day = this.#days.read(cells[this.#mapping.columns.day ?? -1]);
    if (typeof day !== 'number') {
      this.#refuse(row, 'day', cells, day);
      return null;
    }
    if (day <= this.#lastDay) return day;
    const params = { day: labelAt('day', day), last: labelAt('day', this.#lastDay) };
    this.#refuse(row, 'day', cells, message('bars.future', params));
    return null;
  }

  /** NaN where there is none. */
  #price(cells: readonly RawCell[], row: number, column: number, field?: BarField): number {
    const cell = cells[column];
    if (typeof cell === 'string' && PLAIN_NUMBER.test(cell))
      return this.#positive(Number(cell), cells, row, column, field);
    if (isNothing(cell)) return Number.NaN;
    const figure = readFigure(cell);
    if (figure === null) return Number.NaN;
    if ('key' in figure) return this.#refuseAt(row, column, cells, figure);
    const isCurrency = figure.unit === '' || figure.unit === '元' || currencyWritten(figure.unit) !== '';
    if (!isCurrency) return this.#refuseAt(row, column, cells, message('bars.noPrice', { value: textOfCell(cell) }));
    return this.#positive(figure.value, cells, row, column, field);
  }

  /** Of a suspended day vendors write zeros beside the close of the day before. */
  #positive(value: number, cells: readonly RawCell[], row: number, column: number, field?: BarField): number {
    if (value > 0) return value;
    const isSuspended =
      value === 0 &&
      field !== undefined &&
      field !== 'close' &&
      isZeroOrNothing(cells[this.#mapping.columns.volume ?? -1]);
    if (isSuspended) return Number.NaN;
    return this.#refuseAt(row, column, cells, message('bars.notPositive', { value }));
  }

  #amount(cells: readonly RawCell[], row: number, field: 'volume' | 'marketCap', scale: number): number {
    const column = this.#mapping.columns[field];
    if (column === undefined || isNothing(cells[column])) return Number.NaN;
    const figure = readFigure(cells[column]);
    if (figure === null) return Number.NaN;
    if ('key' in figure) return this.#refuseAt(row, column, cells, figure);
    const factor = figure.unit === '' ? scale : unitScale(figure.unit);
    if (factor === null) return this.#refuseAt(row, column, cells, message('bars.noAmount', { unit: figure.unit }));
    if (figure.value < 0) return this.#refuseAt(row, column, cells, message('bars.negative', { value: figure.value }));
    return Number((figure.value * factor).toPrecision(15));
  }

  #seriesIn(cells: readonly RawCell[], row: number): SeriesOfSecurity | null {
    const { columns, security } = this.#mapping;
    const said = (column: number | undefined) => (column === undefined ? '' : textOfCell(cells[column]).trim());
    const written = columns.security === undefined ? security : said(columns.security);
    const series = this.#series.of(written, said(columns.name), said(columns.currency));
    if (!('key' in series)) return series;
    this.#refuse(row, series.key === 'bars.otherCurrency' ? 'currency' : 'security', cells, series, written);
    return null;
  }

  #refuse(row: number, field: BarField, cells: readonly RawCell[], reason: Message, value?: string): void {
    const column = this.#mapping.columns[field];
    this.#isGood = false;
    const text = column === undefined ? '' : textOfCell(cells[column]);
    const heading = column === undefined ? '' : (this.#headings[column] ?? '');
    this.#sink.bad(row, heading, (value ?? text).slice(0, 200), reason);
  }

  #refuseAt(row: number, column: number, cells: readonly RawCell[], reason: Message): number {
    this.#isGood = false;
    this.#sink.bad(row, this.#headings[column] ?? '', textOfCell(cells[column]).slice(0, 200), reason);
    return Number.NaN;
  }
}

function isZeroOrNothing(cell: RawCell | undefined): boolean {
  if (cell === undefined || isNothing(cell)) return true;
  const figure = readFigure(cell);
  return figure !== null && 'value' in figure && figure.value === 0;
}
