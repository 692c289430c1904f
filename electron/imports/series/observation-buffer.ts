/**
 * Observations as they are read, in whatever order the file has them, and given out by series in the order
 * of time. What does not fit into memory waits in temporary files, divided by series.
 *
 *     const buffer = new ObservationBuffer(folder);
 *     buffer.add(series, ordinal, value, qualifier, row);   // … for each
 *     for (const group of buffer.groups()) …               // as often as needed
 *     buffer.close();
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { QUALIFIERS, type Qualifier } from '../../../shared/facts.ts';

/** The observations of one series; where a period is given several times, all of them, in the order of the file. */
export type ObservationGroup = {
  series: number;
  ordinals: Int32Array;
  values: Float64Array;
  /** Places in QUALIFIERS. */
  qualifiers: Uint8Array;
  rows: Uint32Array;
};

const FIELDS = 5;
const BLOCK = 65_536;
/** 160 MB. */
const MOST_BLOCKS = 64;
const PARTS = 64;

export class ObservationBuffer {
  readonly #folder: string;
  readonly #mostBlocks: number;
  /** Each of BLOCK observations of FIELDS numbers. */
  #blocks: Float64Array[] = [];
  /** Numbers in the last block. */
  #used = BLOCK * FIELDS;
  #files: number[] = [];
  #seriesCount = 0;
  count = 0;

  /** `folder` is made where it is needed, and removed at the end. */
  constructor(folder: string, mostBlocks = MOST_BLOCKS) {
    this.#folder = folder;
    this.#mostBlocks = mostBlocks;
  }

  add(series: number, ordinal: number, value: number, qualifier: Qualifier, row: number): void {
    if (this.#used === BLOCK * FIELDS) {
      if (this.#blocks.length === this.#mostBlocks) this.#layAside();
      this.#blocks.push(new Float64Array(BLOCK * FIELDS));
      this.#used = 0;
    }
    const block = this.#blocks[this.#blocks.length - 1];
    const at = this.#used;
    block[at] = series;
    block[at + 1] = ordinal;
    block[at + 2] = value;
    block[at + 3] = qualifier === '=' ? 0 : QUALIFIERS.indexOf(qualifier);
    block[at + 4] = row;
    this.#used = at + FIELDS;
    this.count += 1;
    if (series >= this.#seriesCount) this.#seriesCount = series + 1;
  }

  *groups(): Generator<ObservationGroup> {
    if (this.#files.length === 0) {
      yield* groupsOf(this.#blocks, this.#used, this.#seriesCount);
      return;
    }
    this.#layAside();
    for (let part = 0; part < PARTS; part += 1) {
      const bytes = readFileSync(this.#pathOf(part));
      const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
      yield* groupsOf([numbers], numbers.length, this.#seriesCount);
    }
  }

  close(): void {
    for (const file of this.#files) closeSync(file);
    if (this.#files.length > 0) rmSync(this.#folder, { recursive: true, force: true });
    this.#files = [];
    this.#blocks = [];
  }

  #pathOf(part: number): string {
    return join(this.#folder, String(part));
  }

  #layAside(): void {
    if (this.#files.length === 0) {
      mkdirSync(this.#folder, { recursive: true });
      this.#files = Array.from({ length: PARTS }, (_, part) => openSync(this.#pathOf(part), 'w'));
    }
    const parts = Array.from({ length: PARTS }, (): number[] => []);
    for (const [index, block] of this.#blocks.entries()) {
      const end = index === this.#blocks.length - 1 ? this.#used : block.length;
      for (let at = 0; at < end; at += FIELDS) {
        const part = parts[block[at] % PARTS];
        for (let field = 0; field < FIELDS; field += 1) part.push(block[at + field]);
      }
      for (const [part, numbers] of parts.entries()) {
        if (numbers.length > 0) writeWhole(this.#files[part], Float64Array.from(numbers));
        numbers.length = 0;
      }
    }
    this.#blocks = [];
    this.#used = BLOCK * FIELDS;
  }
}

function writeWhole(file: number, numbers: Float64Array): void {
  const bytes = new Uint8Array(numbers.buffer);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** By series; `lastEnd`: how many numbers of the last block are in use. */
function* groupsOf(blocks: readonly Float64Array[], lastEnd: number, seriesCount: number): Generator<ObservationGroup> {
  const endOf = (index: number) => (index === blocks.length - 1 ? lastEnd : blocks[index].length);
  const counts = new Uint32Array(seriesCount);
  for (const [index, block] of blocks.entries()) {
    for (let at = 0, end = endOf(index); at < end; at += FIELDS) counts[block[at]] += 1;
  }
  const starts = new Uint32Array(seriesCount + 1);
  for (let series = 0; series < seriesCount; series += 1) starts[series + 1] = starts[series] + counts[series];
  // Where each observation stands, by series and in the order of the file.
  const blockSize = blocks.length === 0 ? 1 : Math.max(1, blocks[0].length / FIELDS);
  const places = new Uint32Array(starts[seriesCount]);
  const next = starts.slice();
  for (const [index, block] of blocks.entries()) {
    for (let at = 0, end = endOf(index); at < end; at += FIELDS) {
      places[next[block[at]]++] = index * blockSize + at / FIELDS;
    }
  }
  for (let series = 0; series < seriesCount; series += 1) {
    if (counts[series] === 0) continue;
    yield groupOf(series, places.subarray(starts[series], starts[series + 1]), (place, field) => {
      const block = Math.floor(place / blockSize);
      return blocks[block][(place - block * blockSize) * FIELDS + field];
    });
  }
}

function groupOf(
  series: number,
  places: Uint32Array,
  read: (place: number, field: number) => number,
): ObservationGroup {
  const count = places.length;
  // The place breaks ties, so that what the file says first comes first.
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at += 1) keys[at] = read(places[at], 1) * 2 ** 32 + at;
  keys.sort();
  const group: ObservationGroup = {
    series,
    ordinals: new Int32Array(count),
    values: new Float64Array(count),
    qualifiers: new Uint8Array(count),
    rows: new Uint32Array(count),
  };
  for (let at = 0; at < count; at += 1) {
    const ordinal = Math.floor(keys[at] / 2 ** 32);
    const place = places[keys[at] - ordinal * 2 ** 32];
    group.ordinals[at] = ordinal;
    group.values[at] = read(place, 2);
    group.qualifiers[at] = read(place, 3);
    group.rows[at] = read(place, 4);
  }
  return group;
}
