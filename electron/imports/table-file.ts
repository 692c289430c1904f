/**
 * A table in a file, opened and read row by row: text in pieces, so that its size does not matter, and
 * workbooks whole.
 *
 *     const file = new TableFile(path);
 *     for (const { rows, firstRow } of file.batches(form)) …
 *     const sha256 = file.finish();      // throws where the file changed meanwhile
 *     file.close();
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import type { FileForm } from '../../shared/import-file.ts';
import { type MessageKey, message } from '../../shared/messages.ts';
import { CsvRows } from './csv-rows.ts';
import { ENCODING_NAMES } from './decode-text.ts';
import type { RawCell } from './raw-table.ts';
import { readXlsx, type Workbook } from './read-xlsx.ts';

/** `firstRow` counts from 1; `bytesRead` of the file so far. */
export type Batch = { rows: RawCell[][]; firstRow: number; bytesRead: number };

const PIECE = 1024 * 1024;
/** A workbook is read whole; unpacked it may take twenty times as much. */
const LARGEST_WORKBOOK = 100 * 1024 * 1024;

export class TableFile {
  readonly path: string;
  readonly byteCount: number;
  readonly #file: number;
  readonly #before: Stats;
  readonly #hash = createHash('sha256');
  #hashed = 0;
  /** Read once, though its worksheets are asked for before its rows. */
  #workbook: Workbook | undefined;
  #whole: Uint8Array | undefined;

  /** Throws AppError 'not-found' or 'invalid-file'. */
  constructor(path: string) {
    this.path = path;
    try {
      this.#file = openSync(path, 'r');
    } catch (error) {
      throw cannotRead(path, error);
    }
    this.#before = fstatSync(this.#file);
    this.byteCount = this.#before.size;
    if (!this.#before.isFile()) {
      closeSync(this.#file);
      throw new AppError('invalid-file', message('import.isFolder', { path }));
    }
    if (this.byteCount === 0) {
      closeSync(this.#file);
      throw new AppError('invalid-file', message('import.empty'));
    }
  }

  /** Days since 1970: the one after the file was last written, since somewhere it is tomorrow already. */
  get lastDay(): number {
    return Math.floor(this.#before.mtimeMs / 86_400_000) + 1;
  }

  /** The file's first bytes. */
  head(length = PIECE): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(Math.min(length, this.byteCount));
    return bytes.subarray(0, readSync(this.#file, bytes, 0, bytes.length, 0));
  }

  /** The worksheet of that name, or the first one that holds anything. Throws AppError 'invalid-file'. */
  workbook(worksheet?: string): Workbook {
    if (this.#workbook === undefined || (worksheet ?? this.#workbook.sheet) !== this.#workbook.sheet) {
      this.#whole ??= this.whole();
      this.#workbook = readXlsx(this.#whole, worksheet);
    }
    return this.#workbook;
  }

  /** All of it; throws where it is too large for that. */
  whole(): Uint8Array<ArrayBuffer> {
    if (this.byteCount > LARGEST_WORKBOOK) {
      const params = { size: Math.ceil(this.byteCount / 2 ** 20), limit: LARGEST_WORKBOOK / 2 ** 20 };
      throw new AppError('invalid-file', message('import.workbookTooLarge', params));
    }
    const bytes = this.head(this.byteCount);
    this.#note(bytes);
    return bytes;
  }

  /** Rows in the order of the file. Throws AppError 'invalid-file' where the bytes are not what `form` says. */
  *batches(form: FileForm): Generator<Batch> {
    if (form.delimiter === '') {
      const { rows } = this.workbook(form.worksheet);
      const at = (start: number) => Math.round((this.byteCount * start) / Math.max(1, rows.length));
      for (let start = 0; start < rows.length; start += 5000) {
        yield { rows: rows.slice(start, start + 5000), firstRow: start + 1, bytesRead: at(start) };
      }
      return;
    }
    yield* this.#textBatches(form);
  }

  *#textBatches({ encoding, delimiter }: FileForm): Generator<Batch> {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const csv = new CsvRows(delimiter);
    const piece = new Uint8Array(PIECE);
    let firstRow = 1;
    let bytesRead = 0;
    const decode = (bytes: Uint8Array, isLast: boolean) => {
      try {
        const text = decoder.decode(bytes, { stream: !isLast });
        if (!text.includes('\0')) return text;
      } catch (malformed) {
        if (!(malformed instanceof TypeError)) throw malformed;
      }
      const other = ENCODING_NAMES[encoding === 'gb18030' ? 'utf-8' : 'gb18030'];
      const params = { encoding: ENCODING_NAMES[encoding], other, row: firstRow };
      throw new AppError('invalid-file', message('import.wrongEncoding', params));
    };
    for (;;) {
      const length = readSync(this.#file, piece, 0, PIECE, bytesRead);
      const bytes = piece.subarray(0, length);
      this.#note(bytes);
      let text = decode(bytes, length === 0);
      if (bytesRead === 0) text = text.replace(/^sep=.\r?\n/i, '\n');
      bytesRead += length;
      const rows = length === 0 ? [...csv.push(text), ...csv.end()] : csv.push(text);
      if (rows.length > 0) yield { rows, firstRow, bytesRead };
      firstRow += rows.length;
      if (length === 0) return;
    }
  }

  /** The hash of what was read, all of it. Throws AppError 'invalid-file' where the file is another one by now. */
  finish(): string {
    const now = fstatSync(this.#file);
    const there = statSync(this.path, { throwIfNoEntry: false });
    const same = [now, there].every(
      (stat) =>
        stat?.size === this.#before.size && stat.mtimeMs === this.#before.mtimeMs && stat.ino === this.#before.ino,
    );
    if (!same || this.#hashed !== this.byteCount) {
      throw new AppError('invalid-file', message('import.fileChanged'));
    }
    return this.#hash.digest('hex');
  }

  close(): void {
    closeSync(this.#file);
  }

  #note(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#hashed += bytes.length;
  }
}

const REASONS: Record<string, MessageKey> = { ENOENT: 'import.fileMissing', EISDIR: 'import.isFolder' };

function cannotRead(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '') return error;
  const said = message(REASONS[code] ?? 'import.cannotRead', { path, reason: code });
  return new AppError(code === 'ENOENT' ? 'not-found' : 'invalid-file', said);
}
