/** The rows of a file that cannot be taken: the first of them listed, all of them counted and known by number. */
import type { Message } from '../../../shared/messages.ts';
import type { BadRow } from '../../../shared/series-import.ts';

const LISTED = 1000;

export class BadRows {
  readonly #listed: number;
  readonly list: BadRow[] = [];
  /** A bit for each row. */
  #bits = new Uint8Array(0);
  count = 0;

  constructor(listed = LISTED) {
    this.#listed = listed;
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
    if (this.list.length < this.#listed) this.list.push({ row, column, value, reason });
  }

  readonly has = (row: number): boolean => ((this.#bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;

  /** In the order of the file, whatever the order in which they were found. */
  inOrder(): BadRow[] {
    return this.list.toSorted((a, b) => a.row - b.row);
  }
}
