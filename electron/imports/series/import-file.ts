/**
 * The import of a file of series, in a thread of its own and with a connection of its own: reads the whole
 * file, then writes it in one transaction or not at all.
 */
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Qualifier } from '../../../shared/facts.ts';
import type { Language } from '../../../shared/language.ts';
import { sameInBoth } from '../../../shared/language.ts';
import { type Message, message } from '../../../shared/messages.ts';
import { labelAt } from '../../../shared/periods.ts';
import type { ImportOutcome, SeriesMapping } from '../../../shared/series-import.ts';
import type { OnProgress } from '../../jobs/jobs.ts';
import { compareObservations } from '../../store/compare-observations.ts';
import { putEntity } from '../../store/entities.ts';
import { putImportMapping } from '../../store/import-mappings.ts';
import { type MergeCounts, mergeObservations } from '../../store/observations.ts';
import { connectWriter } from '../../store/open-store.ts';
import { type Dimensions, ensureSeries, findSeriesOf } from '../../store/series.ts';
import {
  addSeriesImport,
  dropSeriesImport,
  findImportOfFile,
  finishSeriesImport,
  hasWrittenTo,
} from '../../store/series-imports.ts';
import { type Db, inTransaction } from '../../store/sqlite.ts';
import { BadRows } from '../bad-rows.ts';
import { BadRowsFile } from '../bad-rows-file.ts';
import { ProgressReport } from '../progress-report.ts';
import { type RawCell, textOfCell } from '../raw-table.ts';
import { isEmptyCell } from '../row-cells.ts';
import { TableFile } from '../table-file.ts';
import { disagreements, withoutRows } from './find-duplicates.ts';
import { askedOfWorkbook, shapeOf, unanswered } from './mapping-questions.ts';
import { ObservationBuffer, type ObservationGroup } from './observation-buffer.ts';
import { isRowAboutColumns } from './series-headings.ts';
import { hasApps, SeriesNames } from './series-names.ts';
import { type ReadSeries, SeriesReader } from './series-reader.ts';
import { factorBetween, scaled } from './series-units.ts';

export type SeriesImportOrder = {
  path: string;
  mapping: SeriesMapping;
  mode: 'dry-run' | 'all-or-nothing' | 'skip-bad-rows';
  /** File of the store. */
  store: string;
  /** Where observations wait that do not fit into memory; removed at the end. */
  temporaryFolder: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Where every bad row goes, as CSV. */
  badRowsFile?: { path: string; language: Language };
};

export function importSeriesFile(order: SeriesImportOrder, onProgress: OnProgress): ImportOutcome {
  const db = connectWriter(order.store);
  const buffer = new ObservationBuffer(order.temporaryFolder);
  const badRowsFile = order.badRowsFile === undefined ? null : new BadRowsFile(order.badRowsFile);
  try {
    const outcome = new SeriesImportRun(db, order, buffer, badRowsFile, onProgress).run();
    badRowsFile?.finish();
    return outcome;
  } finally {
    badRowsFile?.close();
    buffer.close();
    db.close();
  }
}

class SeriesImportRun {
  readonly #db: Db;
  readonly #order: SeriesImportOrder;
  readonly #buffer: ObservationBuffer;
  readonly #report: ProgressReport;
  readonly #names: SeriesNames;
  readonly #bad: BadRows;
  #headings: string[] = [];
  #series: readonly ReadSeries[] = [];
  #headingOf: SeriesReader['headingOf'] = () => '';
  #rowCount = 0;

  constructor(
    db: Db,
    order: SeriesImportOrder,
    buffer: ObservationBuffer,
    badRowsFile: BadRowsFile | null,
    onProgress: OnProgress,
  ) {
    this.#db = db;
    this.#order = order;
    this.#buffer = buffer;
    this.#report = new ProgressReport(onProgress);
    this.#names = new SeriesNames(db, hasApps(order.mapping));
    this.#bad = new BadRows(badRowsFile);
  }

  run(): ImportOutcome {
    const sha256 = this.#readFile();
    this.#findDisagreements();
    const isRefused = this.#order.mode === 'all-or-nothing' && this.#bad.count > 0;
    if (this.#order.mode === 'dry-run' || isRefused) return this.#outcome(null, this.#compare(sha256));
    return this.#write(sha256);
  }

  /** Gives the file's hash. */
  #readFile(): string {
    const { path, mapping } = this.#order;
    const file = new TableFile(path);
    try {
      if (mapping.delimiter === '') {
        const [question] = askedOfWorkbook(file.workbook(mapping.worksheet), mapping);
        if (question !== undefined) throw new AppError('invalid-value', question.reason);
      }
      let reader: SeriesReader | null = null;
      const headingRow = mapping.skippedRows + 1;
      for (const { rows, firstRow, bytesRead } of file.batches(mapping)) {
        for (const [index, cells] of rows.entries()) {
          const row = firstRow + index;
          if (row === headingRow) reader = this.#readerFor(cells);
          else if (reader !== null) this.#readRow(reader, cells, row, headingRow);
        }
        this.#report.reading(this.#rowCount, bytesRead / file.byteCount);
      }
      if (reader === null) throw new AppError('invalid-file', message('import.noHeadings', { row: headingRow }));
      if (this.#rowCount === 0) throw new AppError('invalid-file', message('import.noRows', { row: headingRow }));
      const found = reader;
      this.#series = found.series;
      this.#headingOf = (series, ordinal) => found.headingOf(series, ordinal);
      return file.finish();
    } finally {
      file.close();
    }
  }

  #readerFor(cells: readonly RawCell[]): SeriesReader {
    this.#headings = cells.map((cell) => textOfCell(cell).trim());
    const [question] = unanswered(this.#order.mapping, this.#headings);
    if (question !== undefined) throw new AppError('invalid-value', question.reason);
    return new SeriesReader(this.#order.mapping, this.#headings, this.#names, {
      observation: (series: number, ordinal: number, value: number, qualifier: Qualifier, row: number) =>
        this.#buffer.add(series, ordinal, value, qualifier, row),
      bad: (row: number, column: string, value: string, reason: Message) => this.#bad.add(row, column, value, reason),
    });
  }

  #readRow(reader: SeriesReader, cells: readonly RawCell[], row: number, headingRow: number): void {
    const { shape } = this.#order.mapping;
    if (shape === 'series-across' && row <= headingRow + ROWS_ABOUT_COLUMNS) {
      const about = isRowAboutColumns(textOfCell(cells[0]));
      if (about === 'unit') reader.setUnits(cells);
      if (about !== null) return;
    }
    if (cells.every(isEmptyCell)) return;
    this.#rowCount += 1;
    reader.read(cells, row);
  }

  /** Both rows are bad: nothing says which of them is right. */
  #findDisagreements(): void {
    // Among rows that are good otherwise: noting one must not hide another.
    const isBad = this.#bad.asOfNow();
    for (const group of this.#buffer.groups()) {
      const { name } = this.#series[group.series].subject;
      for (const { first, other } of disagreements(group, isBad)) {
        const heading = this.#headingOf(group.series, group.ordinals[first]);
        const period = labelAt(this.#order.mapping.grain, group.ordinals[first]);
        const said = { subjectZh: name.zh, subjectEn: name.en, period };
        const note = (at: number, against: number) => {
          const params = { ...said, row: group.rows[against], value: group.values[against] };
          this.#bad.add(group.rows[at], heading, String(group.values[at]), message('import.twice', params));
        };
        if (!this.#bad.has(group.rows[first])) note(first, other);
        note(other, first);
      }
    }
  }

  #compare(sha256: string): MergeCounts & { seriesIds: string[] } {
    const counts = { added: 0, restated: 0, unchanged: 0 };
    const seriesIds: string[] = [];
    const earlier = this.#earlier(sha256);
    for (const group of this.#buffer.groups()) {
      const found = this.#names.isNew(this.#series[group.series].subject)
        ? undefined
        : findSeriesOf(this.#db, this.#dimensionsOf(group));
      const kept = this.#keptOf(group, found?.series.unit);
      if (found !== undefined) seriesIds.push(found.series.id);
      if (kept.ordinals.length === 0) continue;
      if (found === undefined) counts.added += kept.ordinals.length;
      else if (earlier !== undefined && hasWrittenTo(this.#db, earlier, found.key))
        counts.unchanged += kept.ordinals.length;
      else addTo(counts, compareObservations(this.#db, found.key, kept));
      this.#report.merging(kept.ordinals.length, this.#buffer.count);
    }
    return { ...counts, seriesIds };
  }

  #write(sha256: string): ImportOutcome {
    const { at, path, mapping } = this.#order;
    return inTransaction(this.#db, () => {
      const earlier = this.#earlier(sha256);
      const importId = addSeriesImport(this.#db, {
        kind: 'file',
        at,
        fileName: basename(path),
        sha256,
        vendor: this.#vendor(),
        mapping: JSON.stringify(mapping),
      });
      const counts = { added: 0, restated: 0, unchanged: 0 };
      const seriesIds: string[] = [];
      this.#putEntities();
      for (const group of this.#buffer.groups()) {
        if (withoutRows(group, this.#bad.has).ordinals.length === 0) continue;
        const series = this.#dimensionsOf(group);
        const { unit } = this.#series[group.series];
        const { fiscalYearEnd } = mapping;
        const made = { ...series, unit, fiscalYearEnd, note: sameInBoth('') };
        const { key, id, unit: kept } = ensureSeries(this.#db, made, importId);
        const observations = this.#keptOf(group, kept);
        seriesIds.push(id);
        if (earlier !== undefined && hasWrittenTo(this.#db, earlier, key)) {
          counts.unchanged += observations.ordinals.length;
        } else {
          addTo(counts, mergeObservations(this.#db, { seriesKey: key, importId }, observations));
        }
        this.#report.merging(observations.ordinals.length, this.#buffer.count);
      }
      putImportMapping(
        this.#db,
        shapeOf(this.#headings, mapping),
        { ...mapping, year: null, isAsSaved: undefined },
        at,
      );
      const isSame = counts.added + counts.restated === 0;
      if (isSame) dropSeriesImport(this.#db, importId);
      else finishSeriesImport(this.#db, importId, { rowCount: this.#rowCount, ...counts });
      this.#report.committing();
      return this.#outcome(isSame ? null : importId, { ...counts, seriesIds });
    });
  }

  /** The import that this very file has had already, by this mapping. */
  #earlier(sha256: string): number | undefined {
    return findImportOfFile(this.#db, sha256, JSON.stringify(this.#order.mapping))?.id;
  }

  /** Those that rows need which are taken. */
  #putEntities(): void {
    const needed = new Set<number>();
    for (const group of this.#buffer.groups()) if (!group.rows.every(this.#bad.has)) needed.add(group.series);
    for (const entity of this.#newEntities(needed)) putEntity(this.#db, entity);
  }

  #newEntities(needed?: ReadonlySet<number>) {
    const series = this.#series.filter((_, at) => needed === undefined || needed.has(at));
    const all = new Set(series.flatMap(({ subject, metric }) => [subject, metric]));
    return [...all].filter((entity) => this.#names.isNew(entity));
  }

  #dimensionsOf({ series }: ObservationGroup): Dimensions {
    const { subject, metric, market, platform, vendor, definition } = this.#series[series];
    const { grain, origin } = this.#order.mapping;
    return { origin, subjectId: subject.id, metricId: metric.id, market, platform, vendor, definition, grain };
  }

  /** Those that are taken, in the unit that the series has already. */
  #keptOf(group: ObservationGroup, unit: string | undefined) {
    const kept = withoutRows(group, this.#bad.has);
    const { unit: read, subject } = this.#series[group.series];
    if (unit === undefined || unit === read) return kept;
    const factor = factorBetween(read, unit);
    if (factor === null) {
      const params = {
        subjectZh: subject.name.zh,
        subjectEn: subject.name.en,
        written: read || '1',
        unit: unit || '1',
      };
      throw new AppError('invalid-unit', message('import.unitOfSeries', params));
    }
    return { ...kept, values: kept.values.map((value) => scaled(value, factor)) };
  }

  #vendor(): string {
    return [...new Set(this.#series.map(({ vendor }) => vendor))]
      .filter((vendor) => vendor !== '')
      .join(', ')
      .slice(0, 200);
  }

  #outcome(importId: number | null, counts: MergeCounts & { seriesIds: string[] }): ImportOutcome {
    return {
      importId,
      rowCount: this.#rowCount,
      ...counts,
      skipped: this.#order.mode === 'skip-bad-rows' ? this.#bad.count : 0,
      badRows: this.#bad.inOrder(),
      badRowCount: this.#bad.count,
      newNames: this.#newEntities().map(({ name }) => name.zh),
    };
  }
}

/** Terminals put a few rows under the headings that say something of every column. */
const ROWS_ABOUT_COLUMNS = 8;

function addTo(counts: MergeCounts, more: MergeCounts): void {
  counts.added += more.added;
  counts.restated += more.restated;
  counts.unchanged += more.unchanged;
}
