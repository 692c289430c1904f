/**
 * Positions for things put between others: in the middle of the gap, and where there is no gap left,
 * with as few neighbours moved as make one.
 */
type Placed = { position: number };

/** New positions of things already there, and those of the things put in. */
export type Placement<T> = { moved: { item: T; position: number }[]; positions: number[] };

/** A gap smaller than this is soon too small for a double. */
const SMALLEST_GAP = 1e-6;

/** Places `count` things after the first `at` of `order`, which is sorted by position. */
export function placeBetween<T extends Placed>(order: readonly T[], at: number, count: number): Placement<T> {
  for (let reach = 0; ; reach = reach * 2 + 8) {
    const from = Math.max(0, at - reach);
    const to = Math.min(order.length, at + reach);
    const low = from > 0 ? order[from - 1].position : null;
    const high = to < order.length ? order[to].position : null;
    const total = to - from + count;
    const step = low !== null && high !== null ? (high - low) / (total + 1) : 1;
    if (step < SMALLEST_GAP && (from > 0 || to < order.length)) continue;
    const first = low !== null ? low + step : high !== null ? high - step * total : 1;
    const positionAt = (rank: number) => first + step * rank;
    const positions = Array.from({ length: count }, (_, index) => positionAt(at - from + index));
    const before = order.slice(from, at).map((item, index) => ({ item, position: positionAt(index) }));
    const after = order.slice(at, to).map((item, index) => ({ item, position: positionAt(at - from + count + index) }));
    return { moved: [...before, ...after], positions };
  }
}
