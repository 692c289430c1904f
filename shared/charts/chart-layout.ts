/** Where the panels of a chart lie, and which of the periods bear a label. */
import { type Grain, labelAt } from '../periods.ts';
import { textWidth } from './chart-words.ts';

export type Size = { width: number; height: number };
export type Margins = { top: number; right: number; bottom: number; left: number };
export type Box = { left: number; top: number; width: number; height: number };

const BETWEEN = 16;
export const PANEL_TITLE = 24;

/** In reading order; as square as they can be. */
export function panelBoxes(count: number, { width, height }: Size, margins: Margins): Box[] {
  const inner = { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom };
  const columns = columnsFor(count, inner);
  const rows = Math.ceil(count / columns);
  const box = {
    width: (inner.width - BETWEEN * (columns - 1)) / columns,
    height: (inner.height - BETWEEN * (rows - 1)) / rows,
  };
  const title = count > 1 ? PANEL_TITLE : 0;
  return Array.from({ length: count }, (_, at) => ({
    left: margins.left + (at % columns) * (box.width + BETWEEN),
    top: margins.top + Math.floor(at / columns) * (box.height + BETWEEN) + title,
    width: box.width,
    height: Math.max(box.height - title, 24),
  }));
}

function columnsFor(count: number, { width, height }: Size): number {
  let best = 1;
  let worst = Number.POSITIVE_INFINITY;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const shape = width / columns / (height / rows);
    // Panels are read best a little wider than high; an empty place is a pity.
    const fault = Math.abs(Math.log(shape / 1.7)) + (columns * rows - count) * 0.1;
    if (fault < worst) [best, worst] = [columns, fault];
  }
  return best;
}

export type Tick = { at: number; label: string };

/** Round months, weeks or years, as many as have room: days are labelled by their months where these are many. */
export function ticksOf(grain: Grain, ordinals: readonly number[], width: number, fontSize: number): Tick[] {
  const [first, last] = [ordinals[0], ordinals.at(-1) ?? ordinals[0]];
  const labels = ordinals.map((ordinal) => labelAt(grain, ordinal));
  const room = (label: string) => Math.max(2, Math.floor(width / (textWidth(label, fontSize) + 14)));
  if (grain === 'day') {
    const byMonth = labels.flatMap((label, at) => (label.endsWith('-01') ? [{ at, label: label.slice(0, 7) }] : []));
    if (byMonth.length >= 3) {
      const step = [1, 2, 3, 6, 12, 24, 60, 120].find((each) => byMonth.length / each <= room('2024-07')) ?? 240;
      return byMonth.filter(({ label }) => (Number(label.slice(0, 4)) * 12 + Number(label.slice(5)) - 1) % step === 0);
    }
  }
  if (grain === 'month' && ordinals.length > room('2024-07')) {
    const step = [2, 3, 6, 12, 24, 60].find((each) => ordinals.length / each <= room('2024-07')) ?? 120;
    return ordinals.flatMap((ordinal, at) => (ordinal % step === 0 ? [{ at, label: labels[at] }] : []));
  }
  const step = Math.max(1, Math.ceil((last - first + 1) / room(labels[0])));
  // From the end: the latest period is the one that is looked for.
  return ordinals.flatMap((ordinal, at) => ((last - ordinal) % step === 0 ? [{ at, label: labels[at] }] : []));
}

/** A row above the chart for each text so that none stands on another; those without room get none (-1). */
export function lanesOf(texts: readonly { x: number; width: number }[], most: number): number[] {
  const ends: number[] = [];
  return texts.map(({ x, width }) => {
    const lane = Array.from({ length: most }, (_, at) => at).find((at) => (ends[at] ?? Number.NEGATIVE_INFINITY) <= x);
    if (lane === undefined) return -1;
    ends[lane] = x + width;
    return lane;
  });
}
