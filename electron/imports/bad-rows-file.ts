/** Every row that cannot be taken, as a CSV file: it appears complete, or not at all. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { BYTE_ORDER_MARK, printCsv } from '../../shared/csv.ts';
import type { BadRow } from '../../shared/import-file.ts';
import type { Language } from '../../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';
import { cannotWrite, temporaryPathFor } from '../jobs/target-file.ts';

const HEADINGS: readonly MessageKey[] = [
  'import.headingRow',
  'import.headingColumn',
  'import.headingValue',
  'import.headingReason',
];
const ROWS_AT_ONCE = 1000;

export class BadRowsFile {
  readonly #path: string;
  readonly #temporaryPath: string;
  readonly #language: Language;
  readonly #file: number;
  #waiting: BadRow[] = [];
  #isOpen = true;

  /** Throws AppError 'cannot-write'. */
  constructor({ path, language }: { path: string; language: Language }) {
    this.#path = resolve(path);
    this.#temporaryPath = temporaryPathFor(this.#path);
    this.#language = language;
    try {
      this.#file = openSync(this.#temporaryPath, 'wx');
    } catch (error) {
      throw cannotWrite(path, error);
    }
    const headings = HEADINGS.map((key) => formatMessage(message(key), language));
    this.#write(`${BYTE_ORDER_MARK}${printCsv([headings])}`);
  }

  add(row: BadRow): void {
    this.#waiting.push(row);
    if (this.#waiting.length >= ROWS_AT_ONCE) this.#flush();
  }

  /** Puts the file in its place. */
  finish(): void {
    this.#flush();
    closeSync(this.#file);
    this.#isOpen = false;
    try {
      renameSync(this.#temporaryPath, this.#path);
    } catch (error) {
      rmSync(this.#temporaryPath, { force: true });
      throw cannotWrite(this.#path, error);
    }
  }

  /** Leaves nothing behind where it was not finished. */
  close(): void {
    if (!this.#isOpen) return;
    closeSync(this.#file);
    rmSync(this.#temporaryPath, { force: true });
  }

  #flush(): void {
    const rows = this.#waiting.map(({ row, column, value, reason }) => [
      row,
      column,
      value,
      formatMessage(reason, this.#language),
    ]);
    this.#waiting = [];
    this.#write(printCsv(rows));
  }

  #write(text: string): void {
    try {
      writeSync(this.#file, text);
    } catch (error) {
      throw cannotWrite(this.#path, error);
    }
  }
}
