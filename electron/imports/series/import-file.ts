/**
 * The import of a file of series, in a thread of its own and with a connection of its own: reads the whole
 * file, then writes it in one transaction or not at all.
 */
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/language.ts';
import { sameInBoth } from '../../../shared/language.ts';
import { message } from '../../../shared/messages.ts';
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
import { noteDisagreements } from './disagreements.ts';
import { withoutRows } from './find-duplicates.ts';
import { shapeOf } from './mapping-questions.ts';
import { ObservationBuffer, type ObservationGroup } from './observation-buffer.ts';
import { type ReadInto, readSeriesFile, type SeriesFile } from './read-series-file.ts';
import { hasApps, SeriesNames } from './series-names.ts';
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
  const { path, mapping, store, temporaryFolder } = order;
  const db = connectWriter(store);
  const buffer = new ObservationBuffer(temporaryFolder);
  const badRowsFile = order.badRowsFile === undefined ? null : new BadRowsFile(order.badRowsFile);
  try {
    const names = new SeriesNames(db, hasApps(mapping));
    const read = { names, buffer, bad: new BadRows(badRowsFile), report: new ProgressReport(onProgress) };
    const file = readSeriesFile(path, mapping, read);
    noteDisagreements(buffer, file, read.bad, mapping.grain);
    const outcome = new SeriesImportRun(db, order, file, read).run();
    badRowsFile?.finish();
    return outcome;
  } finally {
    badRowsFile?.close();
    buffer.close();
    db.close();
  }
}

/** What was read, compared with the store and written into it. */
class SeriesImportRun {
  readonly #db: Db;
  readonly #order: SeriesImportOrder;
  readonly #file: SeriesFile;
  readonly #names: SeriesNames;
  readonly #buffer: ObservationBuffer;
  readonly #bad: BadRows;
  readonly #report: ProgressReport;

  constructor(db: Db, order: SeriesImportOrder, file: SeriesFile, { names, buffer, bad, report }: ReadInto) {
    this.#db = db;
    this.#order = order;
    this.#file = file;
    this.#names = names;
    this.#buffer = buffer;
    this.#bad = bad;
    this.#report = report;
  }

  run(): ImportOutcome {
    const { mode } = this.#order;
    const isRefused = mode === 'all-or-nothing' && this.#bad.count > 0;
    return mode === 'dry-run' || isRefused ? this.#outcome(null, this.#compare()) : this.#write();
  }

  #compare(): MergeCounts & { seriesIds: string[] } {
    const counts = { added: 0, restated: 0, unchanged: 0 };
    const seriesIds: string[] = [];
    const earlier = this.#earlier();
    for (const group of this.#buffer.groups()) {
      const found = this.#names.isNew(this.#file.series[group.series].subject)
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

  #write(): ImportOutcome {
    const { at, path, mapping } = this.#order;
    return inTransaction(this.#db, () => {
      const earlier = this.#earlier();
      const importId = addSeriesImport(this.#db, {
        kind: 'file',
        at,
        fileName: basename(path),
        sha256: this.#file.sha256,
        vendor: this.#vendor(),
        mapping: JSON.stringify(mapping),
      });
      const counts = { added: 0, restated: 0, unchanged: 0 };
      const seriesIds: string[] = [];
      this.#putEntities();
      for (const group of this.#buffer.groups()) {
        if (withoutRows(group, this.#bad.has).ordinals.length === 0) continue;
        const series = this.#dimensionsOf(group);
        const { unit } = this.#file.series[group.series];
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
        shapeOf(this.#file.headings, mapping),
        { ...mapping, year: null, isAsSaved: undefined },
        at,
      );
      const isSame = counts.added + counts.restated === 0;
      if (isSame) dropSeriesImport(this.#db, importId);
      else finishSeriesImport(this.#db, importId, { rowCount: this.#file.rowCount, ...counts });
      this.#report.committing();
      return this.#outcome(isSame ? null : importId, { ...counts, seriesIds });
    });
  }

  /** The import that this very file has had already, by this mapping. */
  #earlier(): number | undefined {
    return findImportOfFile(this.#db, this.#file.sha256, JSON.stringify(this.#order.mapping))?.id;
  }

  /** Those that rows need which are taken. */
  #putEntities(): void {
    const needed = new Set<number>();
    for (const group of this.#buffer.groups()) if (!group.rows.every(this.#bad.has)) needed.add(group.series);
    for (const entity of this.#newEntities(needed)) putEntity(this.#db, entity);
  }

  #newEntities(needed?: ReadonlySet<number>) {
    const series = this.#file.series.filter((_, at) => needed === undefined || needed.has(at));
    const all = new Set(series.flatMap(({ subject, metric }) => [subject, metric]));
    return [...all].filter((entity) => this.#names.isNew(entity));
  }

  #dimensionsOf({ series }: ObservationGroup): Dimensions {
    const { subject, metric, market, platform, vendor, definition } = this.#file.series[series];
    const { grain, origin } = this.#order.mapping;
    return { origin, subjectId: subject.id, metricId: metric.id, market, platform, vendor, definition, grain };
  }

  /** Those that are taken, in the unit that the series has already. */
  #keptOf(group: ObservationGroup, unit: string | undefined) {
    const kept = withoutRows(group, this.#bad.has);
    const { unit: read, subject } = this.#file.series[group.series];
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
    return [...new Set(this.#file.series.map(({ vendor }) => vendor))]
      .filter((vendor) => vendor !== '')
      .join(', ')
      .slice(0, 200);
  }

  #outcome(importId: number | null, counts: MergeCounts & { seriesIds: string[] }): ImportOutcome {
    return {
      importId,
      rowCount: this.#file.rowCount,
      ...counts,
      skipped: this.#order.mode === 'skip-bad-rows' ? this.#bad.count : 0,
      badRows: this.#bad.inOrder(),
      badRowCount: this.#bad.count,
      newNames: this.#newEntities().map(({ name }) => name.zh),
    };
  }
}

function addTo(counts: MergeCounts, more: MergeCounts): void {
  counts.added += more.added;
  counts.restated += more.restated;
  counts.unchanged += more.unchanged;
}
