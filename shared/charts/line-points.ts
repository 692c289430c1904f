/**
 * The points of a line that a width can show: all of them where there is room, else the lowest and the highest of
 * each stretch of periods that falls into one column of dots, from a pyramid that is built once.
 *
 *     const line = new Line(values);                                   // NaN is a gap
 *     line.pointsIn({ start: 0, end: 99_999 }, 1100)                   // at most MOST_PER_COLUMN × 1100, and gaps
 */

/** Indexes, both inclusive. */
export type Window = { start: number; end: number };

/** In place of an index: the line is broken here. */
export const GAP = -1;
/** Without gaps; the first and last point of a window come on top. */
export const MOST_PER_COLUMN = 3;

/** Of each stretch of periods the index of its lowest and of its highest value; GAP where it has none. */
type Level = { lowest: Int32Array; highest: Int32Array };

export class Line {
  readonly values: Float64Array;
  /** The stretches of level n are 2ⁿ long; level 0 would be the values themselves. */
  readonly #levels: Level[] = [];

  constructor(values: Float64Array) {
    this.values = values;
  }

  /**
   * Indexes of points in order, GAP between two that are not joined. The first and the last figure of the window, its
   * lowest and its highest are always among them. Where periods are thinned out, a gap that lies within one column
   * of dots is not seen; any other is.
   */
  pointsIn({ start, end }: Window, columns: number): number[] {
    const { values } = this;
    // A whole power of two, so that a stretch is the same wherever the window lies, and nothing shimmers as it moves.
    const level = Math.max(0, Math.round(Math.log2((end - start + 1) / columns)));
    const length = 2 ** level;
    const points: number[] = [];
    const [first, last] = [this.#figureFrom(start, end), this.#figureBack(end, start)];
    if (first === GAP) return points;
    for (let stretch = Math.floor(first / length); stretch <= Math.floor(last / length); stretch++) {
      const from = Math.max(first, stretch * length);
      const to = Math.min(last, (stretch + 1) * length - 1);
      const isWhole = to - from + 1 === length;
      const low = isWhole ? this.#lowest(level, stretch) : this.#extreme(from, to, -1);
      if (low === GAP) continue;
      const high = isWhole ? this.#highest(level, stretch) : this.#extreme(from, to, 1);
      const isBroken = from > first && (Number.isNaN(values[from - 1]) || Number.isNaN(values[from]));
      if (isBroken) points.push(GAP);
      if (from === first) points.push(first);
      for (const point of low < high ? [low, high] : [high, low]) if (points.at(-1) !== point) points.push(point);
    }
    if (points.at(-1) !== last) points.push(last);
    return points;
  }

  #figureFrom(start: number, end: number): number {
    for (let at = start; at <= end; at++) if (!Number.isNaN(this.values[at])) return at;
    return GAP;
  }

  #figureBack(end: number, start: number): number {
    for (let at = end; at >= start; at--) if (!Number.isNaN(this.values[at])) return at;
    return GAP;
  }

  #lowest(level: number, stretch: number): number {
    return level === 0 ? this.#figureFrom(stretch, stretch) : this.#levelAt(level).lowest[stretch];
  }

  #highest(level: number, stretch: number): number {
    return level === 0 ? this.#figureFrom(stretch, stretch) : this.#levelAt(level).highest[stretch];
  }

  /** Read one by one: at the ends of a window, where a stretch is cut. */
  #extreme(from: number, to: number, sign: 1 | -1): number {
    let found = GAP;
    for (let at = from; at <= to; at++) found = this.#further(found, at, sign);
    return found;
  }

  #levelAt(level: number): Level {
    for (let next = this.#levels.length + 1; next <= level; next++) {
      const count = Math.ceil(this.values.length / 2 ** next);
      const made = { lowest: new Int32Array(count), highest: new Int32Array(count) };
      for (let stretch = 0; stretch < count; stretch++) {
        made.lowest[stretch] = this.#half(this.#levels[next - 2]?.lowest, stretch, -1);
        made.highest[stretch] = this.#half(this.#levels[next - 2]?.highest, stretch, 1);
      }
      this.#levels.push(made);
    }
    return this.#levels[level - 1];
  }

  /** The further one of two neighbouring stretches of the level below. */
  #half(below: Int32Array | undefined, stretch: number, sign: 1 | -1): number {
    const [left, right] = [stretch * 2, stretch * 2 + 1];
    if (below === undefined) return this.#further(this.#further(GAP, left, sign), right, sign);
    return this.#further(below[left], below[right] ?? GAP, sign);
  }

  /** Of two indexes the one with the higher value, or the lower one with `sign` -1; GAP and gaps count for nothing. */
  #further(one: number, other: number, sign: 1 | -1): number {
    const value = this.values[other];
    if (other === GAP || value === undefined || Number.isNaN(value)) return one;
    return one === GAP || sign * value > sign * this.values[one] ? other : one;
  }
}
