/** The window of a chart as it is zoomed, panned and stretched: never outside of what there is. */
import { describe, expect, test } from 'vitest';
import { panned, stretched, wholePeriods, zoomed } from '../../renderer/charts/chart-window.ts';

describe('of a hundred periods', () => {
  const zoom: [from: [number, number], factor: number, at: number, to: [number, number]][] = [
    [[0, 99], 0.5, 99, [50, 99]],
    [[0, 99], 0.5, 0, [0, 50]],
    [[20, 40], 0.5, 30, [25, 35]],
    [[20, 40], 2, 30, [10, 50]],
    [[90, 99], 2, 99, [81, 99]],
    [[20, 40], 100, 30, [0, 99]],
    [[20, 40], 0.001, 30, [29, 31]],
  ];
  test.each(zoom)('%j zoomed by %d at %d', ([start, end], factor, at, [first, last]) => {
    expect(wholePeriods(zoomed({ start, end }, 100, factor, at))).toEqual({ start: first, end: last });
  });

  const pan: [from: [number, number], by: number, to: [number, number]][] = [
    [[20, 40], 5, [25, 45]],
    [[20, 40], -30, [0, 20]],
    [[20, 40], 80, [79, 99]],
    [[0, 99], 5, [0, 99]],
  ];
  test.each(pan)('%j panned by %d', ([start, end], by, [first, last]) => {
    expect(panned({ start, end }, 100, by)).toEqual({ start: first, end: last });
  });

  const stretch: [which: 'start' | 'end', at: number, to: [number, number]][] = [
    ['start', 10, [10, 40]],
    ['start', -5, [0, 40]],
    ['start', 70, [38, 40]],
    ['end', 120, [20, 99]],
    ['end', 0, [20, 22]],
  ];
  test.each(stretch)('the %s put to %d', (which, at, [first, last]) => {
    expect(stretched({ start: 20, end: 40 }, 100, which, at)).toEqual({ start: first, end: last });
  });
});

test('small movements add up', () => {
  let window = { start: 40, end: 44 };
  for (let step = 0; step < 10; step++) window = zoomed(window, 100, 1.1, 42);
  expect(wholePeriods(window).end - wholePeriods(window).start).toBe(10);
});

test('fewer periods than are ever shown stay as they are', () => {
  expect(zoomed({ start: 0, end: 1 }, 2, 0.5, 0)).toEqual({ start: 0, end: 1 });
  expect(zoomed({ start: 0, end: 0 }, 1, 2, 0)).toEqual({ start: 0, end: 0 });
});
