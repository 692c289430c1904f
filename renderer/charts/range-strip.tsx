/**
 * The strip below a chart: all there is in small, and over it the range that is shown, which is moved, and widened
 * by its two edges; by keyboard too.
 */
import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import type { Drawn } from '../../shared/charts/drawn.ts';
import { GAP, Line, type Window } from '../../shared/charts/line-points.ts';
import { useTexts } from '../texts.ts';
import { panned, stretched, wholePeriods } from './chart-window.ts';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';

type RangeStripProps = {
  drawn: Drawn;
  /** Where the chart has come to rest. */
  window: Window;
  onMove: (window: Window) => void;
};

type Part = 'start' | 'end' | 'window';
type Drag = { part: Part; x: number; from: Window; perPixel: number };

const WIDTH = 400;
const HEIGHT = 24;
const KEYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 };

/** Where the range lies in the strip, told to its styles: each frame that moves would be too much for anything else. */
export function placeStrip(frame: HTMLElement, { start, end }: Window, count: number): void {
  const last = Math.max(1, count - 1);
  frame.style.setProperty('--range-start', `${(start / last) * 100}%`);
  frame.style.setProperty('--range-end', `${100 - (end / last) * 100}%`);
}

export function RangeStrip({ drawn, window, onMove }: RangeStripProps) {
  const t = useTexts(chartsTexts);
  const drag = useRef<Drag>(null);
  const moved = useRef(window);
  const count = drawn.periods.length;
  const path = useMemo(() => overview(drawn), [drawn]);
  const move = (to: Window) => {
    moved.current = to;
    onMove(to);
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    const { width, left } = event.currentTarget.getBoundingClientRect();
    const perPixel = Math.max(1, count - 1) / width;
    const part = partOf(event.target);
    const middle = (window.start + window.end) / 2;
    const from = part === null ? panned(window, count, (event.clientX - left) * perPixel - middle) : window;
    if (part === null) move(from);
    drag.current = { part: part ?? 'window', x: event.clientX, from, perPixel };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const pull = (event: PointerEvent) => {
    if (drag.current === null) return;
    const { part, x, from, perPixel } = drag.current;
    const by = (event.clientX - x) * perPixel;
    move(part === 'window' ? panned(from, count, by) : stretched(from, count, part, from[part] + by));
  };
  const press1 = (which: keyof Window) => (event: KeyboardEvent) => {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const from = wholePeriods(moved.current);
    move(stretched(from, count, which, from[which] + by));
  };
  const handle = (which: keyof Window) => (
    <div
      role="slider"
      tabIndex={0}
      data-part={which}
      className={classes.stripHandle}
      aria-label={t(which === 'start' ? 'compareFrom' : 'compareTo')}
      aria-valuemin={0}
      aria-valuemax={count - 1}
      aria-valuenow={window[which]}
      aria-valuetext={drawn.periods[window[which]]}
      onKeyDown={press1(which)}
    />
  );
  return (
    <div
      className={classes.strip}
      onPointerDown={press}
      onPointerMove={pull}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
    >
      <svg className={classes.stripLine} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        <path d={path} vectorEffect="non-scaling-stroke" />
      </svg>
      <div className={classes.stripWindow} data-part="window">
        {handle('start')}
        {handle('end')}
      </div>
    </div>
  );
}

function partOf(target: EventTarget): Part | null {
  const part = target instanceof HTMLElement ? target.dataset.part : undefined;
  return part === 'start' || part === 'end' || part === 'window' ? part : null;
}

/** The first line, from top to bottom. */
function overview({ columns, periods }: Drawn): string {
  const line = new Line(Float64Array.from(columns[0]?.values ?? [], (value) => value ?? Number.NaN));
  const points = line.pointsIn({ start: 0, end: periods.length - 1 }, WIDTH);
  const heights = points.flatMap((at) => (at === GAP ? [] : [line.values[at]]));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const place = (at: number) => {
    const x = (at / Math.max(1, periods.length - 1)) * WIDTH;
    const y = (1 - (line.values[at] - low) / (high - low || 1)) * HEIGHT;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  return points
    .map((at, index) => (at === GAP ? '' : `${(points[index - 1] ?? GAP) === GAP ? 'M' : 'L'}${place(at)}`))
    .join('');
}
