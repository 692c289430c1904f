/**
 * Records of numbers as a file gives them, in whatever order, and given out by group, each in its own order.
 * What does not fit into memory waits in temporary files, divided by group.
 *
 *     const buffer = new RecordBuffer(folder, 5);
 *     buffer.add(group, order, 3.5, row);          // … for each: fields in all
 *     for (const { group, count, read } of buffer.groups()) read(at, 2)   // as often as needed
 *     buffer.close();
 */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The records of one group; of those with one order the earlier in the file comes first. */
export type RecordGroup = {
  group: number;
  count: number;
  /**
   * A field of the record at a place from 0 to `count`; fields 0 and 1 are its group and its order. Until the next
   * group is asked for.
   */
  read: (at: number, field: number) => number;
};

const BLOCK = 65_536;
/** 80 MB of numbers. */
const MOST_NUMBERS = 32 * BLOCK * 5;
const PARTS = 64;
const BYTES = Float64Array.BYTES_PER_ELEMENT;
const MOST_READ = 2 ** 30;

export class RecordBuffer {
  readonly #folder: string;
  readonly #fields: number;
  readonly #mostBlocks: number;
  /** Each of BLOCK records. */
  #blocks: Float64Array<ArrayBuffer>[] = [];
  /** Of those that are laid aside, to be filled again: new ones would stand beside them until they are collected. */
  #free: Float64Array<ArrayBuffer>[] = [];
  /** Numbers in the last block. */
  #used: number;
  #files: number[] = [];
  #groupCount = 0;
  count = 0;

  /** `folder` is made where it is needed, and removed at the end. */
  constructor(folder: string, fields: number, mostBlocks = Math.floor(MOST_NUMBERS / fields / BLOCK)) {
    this.#folder = folder;
    this.#fields = fields;
    this.#mostBlocks = mostBlocks;
    this.#used = BLOCK * fields;
  }

  /** A record for its `fields` numbers, the first the group and the second the order, both integers. */
  add(record: ArrayLike<number>): void {
    const fields = this.#fields;
    if (this.#used === BLOCK * fields) {
      if (this.#blocks.length === this.#mostBlocks) this.#layAside();
      this.#blocks.push(this.#free.pop() ?? new Float64Array(BLOCK * fields));
      this.#used = 0;
    }
    const block = this.#blocks[this.#blocks.length - 1];
    for (let field = 0; field < fields; field += 1) block[this.#used + field] = record[field];
    this.#used += fields;
    this.count += 1;
    if (record[0] >= this.#groupCount) this.#groupCount = record[0] + 1;
  }

  *groups(): Generator<RecordGroup> {
    if (this.#files.length === 0) {
      yield* groupsOf(this.#blocks, this.#used, this.#groupCount, this.#fields);
      return;
    }
    this.#layAside();
    this.#free = [];
    const sizes = this.#files.map((file) => fstatSync(file).size / BYTES);
    // One for all parts: each of its own would stand there until it is collected.
    const room = new Float64Array(Math.max(...sizes));
    for (const [part, size] of sizes.entries()) {
      const numbers = room.subarray(0, size);
      readWhole(this.#files[part], numbers);
      yield* groupsOf([numbers], size, this.#groupCount, this.#fields);
    }
  }

  close(): void {
    for (const file of this.#files) closeSync(file);
    if (this.#files.length > 0) rmSync(this.#folder, { recursive: true, force: true });
    this.#files = [];
    this.#blocks = [];
    this.#free = [];
  }

  #pathOf(part: number): string {
    return join(this.#folder, String(part));
  }

  #layAside(): void {
    if (this.#files.length === 0) {
      mkdirSync(this.#folder, { recursive: true });
      this.#files = Array.from({ length: PARTS }, (_, part) => openSync(this.#pathOf(part), 'w+'));
    }
    const parts = Array.from({ length: PARTS }, (): number[] => []);
    for (const [index, block] of this.#blocks.entries()) {
      const end = index === this.#blocks.length - 1 ? this.#used : block.length;
      for (let at = 0; at < end; at += this.#fields) {
        const part = parts[block[at] % PARTS];
        for (let field = 0; field < this.#fields; field += 1) part.push(block[at + field]);
      }
      for (const [part, numbers] of parts.entries()) {
        if (numbers.length > 0) writeWhole(this.#files[part], Float64Array.from(numbers));
        numbers.length = 0;
      }
    }
    this.#free = this.#blocks;
    this.#blocks = [];
    this.#used = BLOCK * this.#fields;
  }
}

function writeWhole(file: number, numbers: Float64Array<ArrayBuffer>): void {
  const bytes = new Uint8Array(numbers.buffer);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** In pieces: no more than 2 GB are read at once. */
function readWhole(file: number, numbers: Float64Array<ArrayBuffer>): void {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  for (let at = 0; at < bytes.length; ) at += readSync(file, bytes, at, Math.min(MOST_READ, bytes.length - at), at);
}

/** `lastEnd`: how many numbers of the last block are in use. */
function* groupsOf(
  blocks: readonly Float64Array[],
  lastEnd: number,
  groupCount: number,
  fields: number,
): Generator<RecordGroup> {
  const endOf = (index: number) => (index === blocks.length - 1 ? lastEnd : blocks[index].length);
  const counts = new Uint32Array(groupCount);
  for (const [index, block] of blocks.entries()) {
    for (let at = 0, end = endOf(index); at < end; at += fields) counts[block[at]] += 1;
  }
  const starts = new Uint32Array(groupCount + 1);
  for (let group = 0; group < groupCount; group += 1) starts[group + 1] = starts[group] + counts[group];
  // Where each record stands, by group and in the order of the file.
  const blockSize = blocks.length === 0 ? 1 : Math.max(1, blocks[0].length / fields);
  const places = new Uint32Array(starts[groupCount]);
  const next = starts.slice();
  for (const [index, block] of blocks.entries()) {
    for (let at = 0, end = endOf(index); at < end; at += fields) {
      places[next[block[at]]++] = index * blockSize + at / fields;
    }
  }
  const readPlace = (place: number, field: number) => {
    const block = Math.floor(place / blockSize);
    return blocks[block][(place - block * blockSize) * fields + field];
  };
  for (let group = 0; group < groupCount; group += 1) {
    if (counts[group] === 0) continue;
    const sorted = inOrder(places.subarray(starts[group], starts[group + 1]), readPlace);
    yield { group, count: counts[group], read: (at, field) => readPlace(sorted[at], field) };
  }
}

/** The place breaks ties, so that what the file says first comes first. */
function inOrder(places: Uint32Array, read: (place: number, field: number) => number): Uint32Array {
  const keys = new Float64Array(places.length);
  for (let at = 0; at < places.length; at += 1) keys[at] = read(places[at], 1) * 2 ** 32 + at;
  keys.sort();
  return Uint32Array.from(keys, (key) => places[key - Math.floor(key / 2 ** 32) * 2 ** 32]);
}
