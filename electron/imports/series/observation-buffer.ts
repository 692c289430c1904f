/**
 * Observations as they are read, in whatever order the file has them, and given out by series in the order of time.
 *
 *     const buffer = new ObservationBuffer(folder);
 *     buffer.add(series, ordinal, value, qualifier, row);   // … for each
 *     for (const group of buffer.groups()) …               // as often as needed
 *     buffer.close();
 */
import { QUALIFIERS, type Qualifier } from '../../../shared/facts.ts';
import { RecordBuffer } from '../record-buffer.ts';

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

export class ObservationBuffer {
  readonly #records: RecordBuffer;
  readonly #record = new Float64Array(FIELDS);

  constructor(folder: string, mostBlocks?: number) {
    this.#records = new RecordBuffer(folder, FIELDS, mostBlocks);
  }

  get count(): number {
    return this.#records.count;
  }

  add(series: number, ordinal: number, value: number, qualifier: Qualifier, row: number): void {
    const record = this.#record;
    record[0] = series;
    record[1] = ordinal;
    record[2] = value;
    record[3] = qualifier === '=' ? 0 : QUALIFIERS.indexOf(qualifier);
    record[4] = row;
    this.#records.add(record);
  }

  *groups(): Generator<ObservationGroup> {
    for (const { group: series, count, read } of this.#records.groups()) {
      const group: ObservationGroup = {
        series,
        ordinals: new Int32Array(count),
        values: new Float64Array(count),
        qualifiers: new Uint8Array(count),
        rows: new Uint32Array(count),
      };
      for (let at = 0; at < count; at += 1) {
        group.ordinals[at] = read(at, 1);
        group.values[at] = read(at, 2);
        group.qualifiers[at] = read(at, 3);
        group.rows[at] = read(at, 4);
      }
      yield group;
    }
  }

  close(): void {
    this.#records.close();
  }
}
