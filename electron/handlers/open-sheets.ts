/**
 * Sheets in memory: read from the store and calculated at first use, kept up to date by edits.
 *
 * What is here can always be dropped (`forget`): the store holds the truth.
 */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { FactSource } from '../engine/facts.ts';
import type { SeriesSource } from '../engine/series.ts';
import { SheetModel } from '../engine/sheet-model.ts';
import { findSheet } from '../store/sheets.ts';
import type { Db } from '../store/sqlite.ts';
import { storedFacts } from './sheet-facts.ts';
import { indexOfDocument, type SheetIndex } from './sheet-index.ts';
import { storedSeries } from './sheet-series.ts';

export type OpenSheet = { index: SheetIndex; model: SheetModel };

/** Small sheets are cheap to keep and large ones dear to rebuild; a desk rarely holds more. */
const KEPT = 12;

export class OpenSheets {
  readonly #db: Db;
  readonly #facts: FactSource;
  readonly #series: SeriesSource;
  /** The one used last is the last in the map. */
  readonly #sheets = new Map<string, OpenSheet>();

  constructor(db: Db) {
    this.#db = db;
    this.#facts = storedFacts(db);
    this.#series = storedSeries(db);
  }

  /** Throws AppError 'not-found'. */
  get(sheetId: string): OpenSheet {
    const open = this.#sheets.get(sheetId) ?? this.#read(sheetId);
    this.#sheets.delete(sheetId);
    this.#sheets.set(sheetId, open);
    for (const oldest of this.#sheets.keys()) {
      if (this.#sheets.size <= KEPT) break;
      this.#sheets.delete(oldest);
    }
    return open;
  }

  /** Those in memory, by id. */
  all(): [sheetId: string, open: OpenSheet][] {
    return [...this.#sheets];
  }

  forget(sheetId: string): void {
    this.#sheets.delete(sheetId);
  }

  #read(sheetId: string): OpenSheet {
    const document = findSheet(this.#db, sheetId);
    if (document === undefined) throw new AppError('not-found', message('sheet.notFound', { sheetId }));
    return { index: indexOfDocument(document), model: SheetModel.build(document, this.#facts, this.#series) };
  }
}
