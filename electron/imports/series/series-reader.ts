/**
 * Rows of a vendor's file, read by a mapping into observations of series.
 *
 *     const reader = new SeriesReader(mapping, headings, names, sink);
 *     reader.read(cells, row);    // tells the sink of observations and of what cannot be taken
 *     reader.series               // every series that was met, by the number that the sink was told
 */
import type { Entity, Qualifier } from '../../../shared/facts.ts';
import { type Message, message } from '../../../shared/messages.ts';
import { IMPORT_FIELDS, type ImportField, type SeriesMapping } from '../../../shared/series-import.ts';
import { type RawCell, textOfCell } from '../raw-table.ts';
import { isNothing, readFigure, readQualifier } from '../read-figure.ts';
import { PeriodReader } from '../read-period.ts';
import { Remembered } from '../remembered.ts';
import { isEmptyCell, raggedness, textOfRow } from '../row-cells.ts';
import { saidAbove } from './mapping-questions.ts';
import { MOST_NAMES, type SeriesNames } from './series-names.ts';
import { factorBetween, scaled, unitOfSeries } from './series-units.ts';

export type ReadSeries = {
  subject: Entity;
  metric: Entity;
  market: string;
  platform: string;
  vendor: string;
  definition: string;
  unit: string;
};

export type ObservationSink = {
  observation(series: number, ordinal: number, value: number, qualifier: Qualifier, row: number): void;
  /** `column` is its heading; '' where it is the row as a whole, or a cell under none. */
  bad(row: number, column: string, value: string, reason: Message): void;
};

/** What the cells of one value column have in common, or of a row in a long file. */
type Names = { [F in Exclude<ImportField, 'period' | 'value' | 'qualifier'>]: string };
type KnownSeries = { series: number; factor: number };

const PLAIN_NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const DIMENSIONS = ['market', 'platform', 'vendor', 'definition'] as const;

export class SeriesReader {
  readonly series: ReadSeries[] = [];
  readonly #mapping: SeriesMapping;
  readonly #headings: readonly string[];
  readonly #names: SeriesNames;
  readonly #sink: ObservationSink;
  readonly #periods: PeriodReader;
  readonly #constants: Partial<Names>;
  readonly #columns: [field: ImportField, column: number][];
  /** What the headings of the value columns say, each with its period in a file with periods across. */
  readonly #across: { column: number; names: Partial<Names>; period: number | Message | null }[];
  /** By what the file says, and by what it means. */
  readonly #known = new Remembered<KnownSeries | Message>();
  readonly #numbers = new Map<string, number>();
  /** By series, the headings of its columns in a file with series across. */
  readonly #headingsOf = new Map<number, Set<string>>();
  readonly #factors = new Remembered<number | null>();

  constructor(mapping: SeriesMapping, headings: readonly string[], names: SeriesNames, sink: ObservationSink) {
    this.#mapping = mapping;
    this.#headings = headings;
    this.#names = names;
    this.#sink = sink;
    this.#periods = new PeriodReader(mapping);
    const said = Object.entries(mapping.constants).filter(([, text]) => text.trim() !== '');
    this.#constants = Object.fromEntries(said);
    this.#columns = IMPORT_FIELDS.flatMap((field) => {
      const column = mapping.columns[field];
      return column === undefined ? [] : [[field, column] as const satisfies [ImportField, number]];
    });
    this.#across = (mapping.shape === 'long' ? [] : mapping.valueColumns).map((column) => {
      const heading = headings[column] ?? '';
      if (mapping.shape === 'periods-across') return { column, names: {}, period: this.#periods.read(heading) };
      return { column, names: saidAbove(mapping, heading), period: null };
    });
  }

  /** Units that a row under the headings gives, one for each column. */
  setUnits(cells: readonly RawCell[]): void {
    for (const each of this.#across) {
      const unit = textOfCell(cells[each.column]).trim();
      if (unit !== '') each.names = { ...each.names, unit };
    }
  }

  /** `row` counts from 1, as spreadsheets do. */
  read(cells: readonly RawCell[], row: number): void {
    const ragged = raggedness(cells, this.#headings.length);
    if (ragged !== null) {
      // The first column that the row does not reach; what is too many stands in none.
      const heading = this.#headings[cells.length] ?? '';
      if (ragged !== 'empty') this.#sink.bad(row, heading, textOfRow(cells), ragged);
      return;
    }
    if (this.#mapping.shape === 'long') this.#readLong(cells, row);
    else this.#readWide(cells, row);
  }

  /** Where the figures of a series and period stand: `豆包 / Doubao` where several columns mean the same. */
  headingOf(series: number, ordinal: number): string {
    const { shape, columns } = this.#mapping;
    if (shape === 'long') return this.#headings[columns.value ?? -1] ?? '';
    const ofPeriod = this.#across
      .filter(({ period }) => period === ordinal)
      .map(({ column }) => this.#headings[column]);
    return [...new Set(shape === 'periods-across' ? ofPeriod : this.#headingsOf.get(series))].join(' / ');
  }

  #readLong(cells: readonly RawCell[], row: number): void {
    const value = this.#mapping.columns.value;
    if (value === undefined || isEmptyCell(cells[value])) {
      // A line of nothing, or a period for which the vendor has no figure.
      return;
    }
    const period = this.#periodOf(cells, row);
    if (period !== null) this.#take(cells, row, value, period, {});
  }

  #readWide(cells: readonly RawCell[], row: number): void {
    if (!this.#across.some(({ column }) => !isEmptyCell(cells[column]))) return;
    const ofRow = this.#mapping.shape === 'series-across' ? this.#periodOf(cells, row) : null;
    if (this.#mapping.shape === 'series-across' && ofRow === null) return;
    for (const { column, names, period } of this.#across) {
      if (isEmptyCell(cells[column])) continue;
      const at = ofRow ?? period;
      if (typeof at === 'number') this.#take(cells, row, column, at, names);
      else if (at !== null) this.#sink.bad(row, this.#headings[column], this.#headings[column], at);
    }
  }

  #periodOf(cells: readonly RawCell[], row: number): number | null {
    const column = this.#mapping.columns.period;
    const cell = column === undefined ? (this.#mapping.constants.period ?? '') : cells[column];
    const period = this.#periods.read(cell);
    if (typeof period === 'number') return period;
    this.#refuse(row, column, cell, period);
    return null;
  }

  #take(cells: readonly RawCell[], row: number, column: number, ordinal: number, across: Partial<Names>): void {
    const known = this.#seriesOf(cells, column, across);
    if ('key' in known) {
      // What no column says is told of the figure.
      this.#refuse(row, this.#columnOf(known) ?? column, undefined, known, cells);
      return;
    }
    const cell = cells[column];
    if (typeof cell === 'string' && PLAIN_NUMBER.test(cell) && this.#mapping.columns.qualifier === undefined) {
      this.#sink.observation(known.series, ordinal, scaled(Number(cell), known.factor), '=', row);
      return;
    }
    if (isNothing(cell)) return;
    const figure = readFigure(cell);
    if (figure === null) return;
    if ('key' in figure) {
      this.#refuse(row, column, cell, figure);
      return;
    }
    const factor = this.#factorOf(figure.unit, known);
    if (factor === null) {
      const { unit } = this.series[known.series];
      this.#refuse(row, column, cell, message('import.mixedUnits', { written: figure.unit, unit: unit || '1' }));
      return;
    }
    const qualifier = this.#qualifierOf(cells, figure.qualifier, row);
    if (qualifier === null) return;
    this.#sink.observation(known.series, ordinal, scaled(figure.value, factor), qualifier, row);
  }

  #qualifierOf(cells: readonly RawCell[], written: Qualifier | null, row: number): Qualifier | null {
    const column = this.#mapping.columns.qualifier;
    if (column === undefined) return written ?? '=';
    const text = textOfCell(cells[column]).trim();
    const said = readQualifier(text);
    if (said === null) this.#refuse(row, column, text, message('import.noQualifier', { value: text }));
    else if (written !== null && text !== '' && said !== written) {
      this.#refuse(row, column, text, message('import.twoQualifiers', { written, qualifier: text }));
      return null;
    }
    return said === null ? null : (written ?? said);
  }

  /** A number with a unit of its own is brought to the series'; one without is in the column's. */
  #factorOf(written: string, { series, factor }: KnownSeries): number | null {
    if (written === '') return factor;
    const { unit, metric } = this.series[series];
    const key = `${written} ${unit}`;
    let between = this.#factors.get(key);
    if (between === undefined) {
      const read = unitOfSeries(written, metric);
      between = 'key' in read ? null : factorBetween(read.unit, unit);
      if (between !== null && !('key' in read)) between *= read.factor;
      this.#factors.set(key, between);
    }
    return between;
  }

  #seriesOf(cells: readonly RawCell[], column: number, across: Partial<Names>): KnownSeries | Message {
    // What the user wrote for the whole file goes before what headings seem to say.
    const names: Partial<Names> = { ...across, ...this.#constants };
    let key = '';
    for (const [field, at] of this.#columns) {
      if (field === 'period' || field === 'value' || field === 'qualifier') continue;
      const text = textOfCell(cells[at]);
      key += `${text}\n`;
      if (text.trim() !== '' || field === 'subject' || field === 'metric') names[field] = text;
    }
    key += across.subject ?? '';
    key += `\n${across.metric ?? ''}\n${across.unit ?? ''}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = this.#find(names);
      this.#known.set(key, known);
      if ('series' in known) this.#noteHeading(known.series, column);
    }
    return known;
  }

  #noteHeading(series: number, column: number): void {
    const headings = this.#headingsOf.get(series) ?? new Set();
    this.#headingsOf.set(series, headings.add(this.#headings[column] ?? ''));
  }

  #find(names: Partial<Names>): KnownSeries | Message {
    const metric = this.#names.metric(names.metric ?? '');
    if ('key' in metric) return metric;
    const subject = this.#names.subject(names.subject ?? '', metric);
    if ('key' in subject) return subject;
    const unit = unitOfSeries((names.unit ?? '').trim(), metric);
    if ('key' in unit) return unit;
    const of = Object.fromEntries(DIMENSIONS.map((field) => [field, (names[field] ?? '').replace(/\s+/g, ' ').trim()]));
    const { market = '', platform = '', vendor = '', definition = '' } = of;
    const key = JSON.stringify([subject.id, metric.id, market, platform, vendor, definition]);
    let series = this.#numbers.get(key);
    if (series === undefined) {
      if (this.series.length === MOST_NAMES) return message('import.tooManySeries', { limit: MOST_NAMES });
      series = this.series.length;
      this.series.push({ subject, metric, market, platform, vendor, definition, unit: unit.unit });
      this.#numbers.set(key, series);
    }
    const between = factorBetween(unit.unit, this.series[series].unit);
    if (between === null) {
      return message('import.mixedUnits', { written: unit.unit || '1', unit: this.series[series].unit || '1' });
    }
    return { series, factor: unit.factor * between };
  }

  /** Where the row has what a reason is about. */
  #columnOf({ key }: Message): number | undefined {
    const { columns } = this.#mapping;
    if (key === 'import.noMetricName') return columns.metric;
    if (key === 'import.mixedUnits' || key === 'import.unitOfOther' || key.startsWith('engine.')) return columns.unit;
    return columns.subject;
  }

  #refuse(
    row: number,
    column: number | undefined,
    cell: RawCell | undefined,
    reason: Message,
    cells: readonly RawCell[] = [],
  ): void {
    const shown = cell ?? (column === undefined ? '' : cells[column]);
    const heading = column === undefined ? '' : (this.#headings[column] ?? '');
    this.#sink.bad(row, heading, textOfCell(shown).slice(0, 200), reason);
  }
}
