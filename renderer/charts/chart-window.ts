/**
 * The periods of a chart that are in sight, as indexes of its first and last one, both inclusive; between two frames
 * they may be parts of a period, so that slow movements add up. Never outside of the `count` periods there are.
 */
import type { Window } from '../../shared/charts/line-points.ts';

const FEWEST = 3;

/** Nearer with a factor below 1; the period `at` stays where it is. */
export function zoomed({ start, end }: Window, count: number, factor: number, at: number): Window {
  const fewest = Math.min(FEWEST, count) - 1;
  const length = Math.min(Math.max((end - start) * factor, fewest), count - 1);
  const share = end === start ? 0.5 : (at - start) / (end - start);
  return placed(at - share * length, length, count);
}

/** By so many periods to the right, as far as there are some. */
export function panned({ start, end }: Window, count: number, by: number): Window {
  return placed(start + by, end - start, count);
}

/** One of the ends put elsewhere; the other one stays. */
export function stretched(window: Window, count: number, which: keyof Window, at: number): Window {
  const least = Math.min(FEWEST, count) - 1;
  if (which === 'start') return { ...window, start: Math.max(0, Math.min(at, window.end - least)) };
  return { ...window, end: Math.min(count - 1, Math.max(at, window.start + least)) };
}

/** Of whole periods. */
export function wholePeriods({ start, end }: Window): Window {
  return { start: Math.round(start), end: Math.round(end) };
}

export function isSameWindow(one: Window, other: Window): boolean {
  return one.start === other.start && one.end === other.end;
}

function placed(start: number, length: number, count: number): Window {
  const first = Math.max(0, Math.min(start, count - 1 - length));
  return { start: first, end: first + length };
}
