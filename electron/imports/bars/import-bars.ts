/**
 * The import of a file of prices, in a thread of its own and with a connection of its own: reads the whole file, then
 * writes it in one transaction or not at all.
 */
import { basename } from 'node:path';
import type { BarImportOutcome, BarMapping, BarWarning, NewSecurity } from '../../../shared/bar-import.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ImportMode } from '../../../shared/import-file.ts';
import type { Language } from '../../../shared/language.ts';
import { message } from '../../../shared/messages.ts';
import { SecurityReader } from '../../handlers/security-drafts.ts';
import type { OnProgress } from '../../jobs/jobs.ts';
import {
  addBarImport,
  type BarCounts,
  dropBarImport,
  findImportOfBarFile,
  finishBarImport,
} from '../../store/bar-imports.ts';
import { putEntity } from '../../store/entities.ts';
import { putImportMapping } from '../../store/import-mappings.ts';
import { type Comparison, compareBars, ensureBarSeries, mergeBars } from '../../store/merge-bars.ts';
import { connectWriter } from '../../store/open-store.ts';
import { findBarSeries } from '../../store/price-bars.ts';
import { putSecurity } from '../../store/securities.ts';
import { type Db, inTransaction } from '../../store/sqlite.ts';
import { BadRows } from '../bad-rows.ts';
import { BadRowsFile } from '../bad-rows-file.ts';
import { ProgressReport } from '../progress-report.ts';
import { type RawCell, textOfCell } from '../raw-table.ts';
import { RecordBuffer } from '../record-buffer.ts';
import { TableFile } from '../table-file.ts';
import { barsOfGroup, type GroupBars, restatedWarning, TradingDays, warningsOf } from './bar-groups.ts';
import { rememberedOfBars, shapeOfBars, unansweredOfBars } from './bar-questions.ts';
import { BAR_RECORD_FIELDS, BarReader } from './bar-reader.ts';
import { BarSecurities } from './bar-securities.ts';
import type { ReadBarSeries } from './bar-series.ts';
import { noteDisagreements } from './disagreements.ts';

export type BarImportOrder = {
  path: string;
  mapping: BarMapping;
  mode: ImportMode;
  /** File of the store. */
  store: string;
  /** Where bars wait that do not fit into memory; removed at the end. */
  temporaryFolder: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Where every bad row goes, as CSV. */
  badRowsFile?: { path: string; language: Language };
};

const LISTED_WARNINGS = 500;

export function importBarFile(order: BarImportOrder, onProgress: OnProgress): BarImportOutcome {
  const db = connectWriter(order.store);
  const buffer = new RecordBuffer(order.temporaryFolder, BAR_RECORD_FIELDS);
  const badRowsFile = order.badRowsFile === undefined ? null : new BadRowsFile(order.badRowsFile);
  try {
    const outcome = new BarImportRun(db, order, buffer, badRowsFile, onProgress).run();
    badRowsFile?.finish();
    return outcome;
  } finally {
    badRowsFile?.close();
    buffer.close();
    db.close();
  }
}

class BarImportRun {
  readonly #db: Db;
  readonly #order: BarImportOrder;
  readonly #buffer: RecordBuffer;
  readonly #report: ProgressReport;
  readonly #securities: BarSecurities;
  readonly #bad: BadRows;
  readonly #warnings: BarWarning[] = [];
  #warningCount = 0;
  #headings: string[] = [];
  #series: readonly ReadBarSeries[] = [];
  #rowCount = 0;

  constructor(
    db: Db,
    order: BarImportOrder,
    buffer: RecordBuffer,
    badRowsFile: BadRowsFile | null,
    onProgress: OnProgress,
  ) {
    this.#db = db;
    this.#order = order;
    this.#buffer = buffer;
    this.#report = new ProgressReport(onProgress);
    this.#securities = new BarSecurities(db, order.mapping);
    this.#bad = new BadRows(badRowsFile);
  }

  run(): BarImportOutcome {
    const { mode, mapping } = this.#order;
    const sha256 = this.#readFile();
    noteDisagreements(this.#buffer, this.#series, this.#bad, this.#headings[mapping.columns.close ?? -1] ?? '');
    this.#look();
    const isRefused = mode === 'all-or-nothing' && this.#bad.count > 0;
    const isAgain = findImportOfBarFile(this.#db, sha256, JSON.stringify(mapping)) !== undefined;
    if (isAgain) return this.#outcome(null, { added: 0, changed: 0, unchanged: this.#compare().total }, this.#known());
    if (mode === 'dry-run' || isRefused) return this.#outcome(null, this.#compare().counts, this.#known());
    return this.#write(sha256);
  }

  /** Gives the file's hash. */
  #readFile(): string {
    const { path, mapping } = this.#order;
    const file = new TableFile(path);
    try {
      let reader: BarReader | null = null;
      const headingRow = mapping.skippedRows + 1;
      for (const { rows, firstRow, bytesRead } of file.batches(mapping)) {
        for (const [index, cells] of rows.entries()) {
          const row = firstRow + index;
          if (row === headingRow) reader = this.#readerFor(cells, file.lastDay);
          else if (reader?.read(cells, row)) this.#rowCount += 1;
        }
        this.#report.reading(this.#rowCount, bytesRead / file.byteCount);
      }
      if (reader === null) throw new AppError('invalid-file', message('import.noHeadings', { row: headingRow }));
      this.#series = reader.series;
      return file.finish();
    } finally {
      file.close();
    }
  }

  #readerFor(cells: readonly RawCell[], lastDay: number): BarReader {
    this.#headings = cells.map((cell) => textOfCell(cell).trim());
    const [question] = unansweredOfBars(this.#order.mapping);
    if (question !== undefined) throw new AppError('invalid-value', question.reason);
    return new BarReader(this.#order.mapping, this.#headings, this.#securities, lastDay, {
      bar: (record) => this.#buffer.add(record),
      bad: (row, column, value, reason) => this.#bad.add(row, column, value, reason),
    });
  }

  /** Notes what looks odd. */
  #look(): void {
    const trading = new TradingDays();
    for (const [group, bars] of this.#groups()) trading.add(group, bars.days);
    for (const [group, bars] of this.#groups()) this.#warn(warningsOf(this.#series[group], group, bars, trading));
  }

  #warn(warnings: readonly BarWarning[]): void {
    this.#warningCount += warnings.length;
    this.#warnings.push(...warnings.slice(0, LISTED_WARNINGS - this.#warnings.length));
  }

  *#groups(): Generator<[group: number, bars: GroupBars]> {
    for (const group of this.#buffer.groups()) {
      const bars = barsOfGroup(group, this.#bad.has);
      if (bars.days.length > 0) yield [group.group, bars];
    }
  }

  #compare(): { counts: BarCounts; total: number } {
    const counts = { added: 0, changed: 0, unchanged: 0 };
    let total = 0;
    for (const [group, bars] of this.#groups()) {
      const series = this.#series[group];
      total += bars.days.length;
      addTo(counts, this.#compareSeries(series, bars) ?? { added: bars.days.length, changed: 0, unchanged: 0 });
      this.#report.merging(bars.days.length, this.#buffer.count);
    }
    return { counts, total };
  }

  /** Undefined where there is no such series yet. Throws where its prices are in another currency. */
  #compareSeries(series: ReadBarSeries, bars: GroupBars): Comparison | undefined {
    const { security, adjustment, currency } = series;
    const found = findBarSeries(this.#db, security.securityId, adjustment);
    if (found === undefined) return undefined;
    if (found.currency !== '' && currency !== '' && found.currency !== currency) {
      const params = { name: security.securityId, currency: found.currency, said: currency };
      throw new AppError('invalid-value', message('bars.currencyOfSeries', params));
    }
    const compared = compareBars(this.#db, found.key, bars);
    if (adjustment === 'none' && compared.restated !== null)
      this.#warn([restatedWarning(series, bars, compared.restated)]);
    return compared;
  }

  #write(sha256: string): BarImportOutcome {
    const { at, path, mapping } = this.#order;
    return inTransaction(this.#db, () => {
      const json = JSON.stringify(mapping);
      const importId = addBarImport(this.#db, { at, fileName: basename(path), sha256, mapping: json });
      const counts = { added: 0, changed: 0, unchanged: 0 };
      const idOf = this.#makeSecurities();
      const securityIds = new Set<string>();
      for (const [group, bars] of this.#groups()) {
        const series = this.#series[group];
        const { security, adjustment, currency } = series;
        this.#compareSeries(series, bars);
        const securityId = idOf(security);
        securityIds.add(securityId);
        const seriesKey = ensureBarSeries(this.#db, { securityId, adjustment, currency });
        addTo(counts, mergeBars(this.#db, { seriesKey, importId }, bars));
        this.#report.merging(bars.days.length, this.#buffer.count);
      }
      const shape = shapeOfBars(this.#headings, mapping, this.#securities);
      putImportMapping(this.#db, shape, rememberedOfBars(mapping), at);
      const isSame = counts.added + counts.changed === 0;
      if (isSame) dropBarImport(this.#db, importId);
      else finishBarImport(this.#db, importId, { rowCount: this.#rowCount, ...counts });
      this.#report.committing();
      return this.#outcome(isSame ? null : importId, counts, [...securityIds]);
    });
  }

  /** Those of which rows are taken; gives the id of each. */
  #makeSecurities(): (read: ReadBarSeries['security']) => string {
    const reader = new SecurityReader(this.#db);
    const ids = new Map<string, string>();
    for (const [group] of this.#groups()) {
      const { isNew } = this.#series[group].security;
      if (isNew === null || ids.has(keyOf(isNew))) continue;
      ids.set(keyOf(isNew), reader.read({ ...isNew, kind: kindOf(isNew), confidence: 'verified' }).id);
    }
    for (const change of reader.changes) {
      if (change.change === 'putEntity') putEntity(this.#db, change.entity);
      if (change.change === 'putSecurity') putSecurity(this.#db, change.security);
    }
    return ({ isNew, securityId }) => (isNew === null ? securityId : (ids.get(keyOf(isNew)) ?? ''));
  }

  /** Securities of which bars were read and that are there already. */
  #known(): string[] {
    const ids = this.#series.map(({ security }) => security.securityId);
    return [...new Set(ids)].filter((id) => id !== '');
  }

  #outcome(importId: number | null, counts: BarCounts, securityIds: string[]): BarImportOutcome {
    return {
      importId,
      rowCount: this.#rowCount,
      ...counts,
      skipped: this.#order.mode === 'skip-bad-rows' ? this.#bad.count : 0,
      badRows: this.#bad.inOrder(),
      badRowCount: this.#bad.count,
      warnings: this.#warnings,
      warningCount: this.#warningCount,
      securityIds,
      newSecurities: this.#order.mapping.makeSecurities === true ? this.#securities.unknown : [],
    };
  }
}

function keyOf({ code, exchange }: NewSecurity): string {
  return `${code}.${exchange}`;
}

/** The mainland's exchanges number their indices so. */
function kindOf({ code, exchange }: NewSecurity): 'stock' | 'index' {
  return (exchange === 'SH' && code.startsWith('000')) || (exchange === 'SZ' && code.startsWith('399'))
    ? 'index'
    : 'stock';
}

function addTo(counts: BarCounts, more: BarCounts): void {
  counts.added += more.added;
  counts.changed += more.changed;
  counts.unchanged += more.unchanged;
}
