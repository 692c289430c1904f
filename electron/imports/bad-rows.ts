/** The rows of a file that cannot be taken: the first of them listed, all of them counted and known by number. */
import type { BadRow } from '../../shared/import-file.ts';
import type { Message } from '../../shared/messages.ts';
import type { BadRowsFile } from './bad-rows-file.ts';

const LISTED = 1000;

export class BadRows {
  /** Where all of them go. */
  readonly #file: BadRowsFile | null;
  readonly list: BadRow[] = [];
  /** A bit for each row. */
  #bits = new Uint8Array(0);
  count = 0;

  constructor(file: BadRowsFile | null = null) {
    this.#file = file;
  }

  add(row: number, column: string, value: string, reason: Message): void {
    const byte = row >> 3;
    if (byte >= this.#bits.length) {
      const grown = new Uint8Array(Math.max(1024, 2 * byte));
      grown.set(this.#bits);
      this.#bits = grown;
    }
    if (!this.has(row)) this.count += 1;
    this.#bits[byte] |= 1 << (row & 7);
    const bad = { row, column, value, reason };
    if (this.list.length < LISTED) this.list.push(bad);
    this.#file?.add(bad);
  }

  readonly has = (row: number): boolean => isSet(this.#bits, row);

  /** Whether a row is bad by now, whatever is added later. */
  asOfNow(): (row: number) => boolean {
    const bits = this.#bits.slice();
    return (row) => isSet(bits, row);
  }

  /** In the order of the file, whatever the order in which they were found. */
  inOrder(): BadRow[] {
    return this.list.toSorted((a, b) => a.row - b.row);
  }
}

function isSet(bits: Uint8Array, row: number): boolean {
  return ((bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}
