/** A long line thinned out to what a width shows: extremes stay, gaps stay gaps, and there are not too many points. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GAP, Line, MOST_PER_COLUMN } from '../../../shared/charts/line-points.ts';

const _ = Number.NaN;

describe('points', () => {
  const CASES: [string, number[], [start: number, end: number], columns: number, points: number[]][] = [
    ['all where there is room', [5, 1, 9, 3], [0, 3], 4, [0, 1, 2, 3]],
    ['of a window only', [5, 1, 9, 3], [1, 2], 4, [1, 2]],
    ['two of a column are both', [5, 1, 9, 3], [0, 3], 2, [0, 1, 2, 3]],
    ['lowest and highest of a column, in their order', [4, 1, 9, 5, 2, 8, 0, 3], [0, 7], 2, [0, 1, 2, 5, 6, 7]],
    ['a gap', [1, _, 3], [0, 2], 3, [0, GAP, 2]],
    ['gaps at the ends are nothing', [_, 1, 2, _], [0, 3], 4, [1, 2]],
    ['a gap over a column stays', [1, 2, 3, 4, _, _, _, _, 5, 6, 7, 8], [0, 11], 3, [0, 3, GAP, 8, 11]],
    ['a gap at the edge of a column stays', [1, 2, 3, _, 5, 6, 7, 8], [0, 7], 2, [0, 2, GAP, 4, 7]],
    ['a gap inside a column is not seen', [1, _, 3, 4, 5, 6, 7, 8], [0, 7], 2, [0, 3, 4, 7]],
    ['columns that the window cuts are read anew', [9, 1, 2, 3, 4, 5, 0, 9], [1, 6], 1, [1, 5, 6]],
    ['nothing', [_, _, _], [0, 2], 3, []],
    ['one', [7], [0, 0], 100, [0]],
  ];
  test.each(CASES)('%s', (__, values, [start, end], columns, points) => {
    expect(new Line(Float64Array.from(values)).pointsIn({ start, end }, columns)).toEqual(points);
  });
});

const value = fc.oneof(
  { arbitrary: fc.integer({ min: -50, max: 50 }), weight: 6 },
  { arbitrary: fc.constant(_), weight: 1 },
);
const shown = fc
  .tuple(fc.array(value, { minLength: 1, maxLength: 400 }), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 60 }))
  .map(([values, one, other, columns]) => {
    const [start, end] = [one % values.length, other % values.length].toSorted((a, b) => a - b);
    return { values, start, end, columns };
  });

test('whatever the line and the window', () => {
  fc.assert(
    fc.property(shown, ({ values, start, end, columns }) => {
      const points = new Line(Float64Array.from(values)).pointsIn({ start, end }, columns);
      const figures = points.filter((at) => at !== GAP);
      const inWindow = values.flatMap((each, at) => (at >= start && at <= end && !Number.isNaN(each) ? [at] : []));
      // In order, each once, none from elsewhere and none without a figure.
      expect(figures).toEqual([...new Set(figures)].toSorted((a, b) => a - b));
      expect(inWindow).toEqual(expect.arrayContaining(figures));
      // The first and the last, the lowest and the highest.
      expect([figures[0], figures.at(-1)]).toEqual([inWindow[0], inWindow.at(-1)]);
      const ends = (indexes: number[]) => {
        const all = indexes.map((at) => values[at]);
        return [Math.min(...all), Math.max(...all)];
      };
      expect(ends(figures)).toEqual(ends(inWindow));
      expect(figures.length).toBeLessThanOrEqual(MOST_PER_COLUMN * columns + 4);
      // Joined are neighbours in time, or those between which no gap fills a column.
      const column = 2 * Math.ceil((end - start + 1) / columns);
      points.forEach((at, index) => {
        const before = points[index - 1] ?? GAP;
        if (at === GAP || before === GAP) return;
        const between = values.slice(before + 1, at);
        expect(longestGap(between)).toBeLessThan(column);
        if (end - start + 1 <= columns) expect(longestGap(between)).toBe(0);
      });
      // Broken only where there is a gap.
      points.forEach((at, index) => {
        if (at !== GAP) return;
        expect(longestGap(values.slice(points[index - 1] + 1, points[index + 1]))).toBeGreaterThan(0);
      });
    }),
    { numRuns: 500 },
  );
});

function longestGap(values: readonly number[]): number {
  let [longest, length] = [0, 0];
  for (const each of values) {
    length = Number.isNaN(each) ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}
