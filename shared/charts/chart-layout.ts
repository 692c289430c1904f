/** Where the panels of a chart lie, and which of the periods bear a label. */
import { daysOfPeriod, periodOfDay } from '../period-days.ts';
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

export type Tick = { ordinal: number; label: string };

const STEPS_OF_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];
const MOST_MONTHS = 240;
const FEW_MONTHS = 3;
const CALENDAR = 12;

/**
 * Round months, weeks or years from `first` to `last`, as many as have room: days are labelled by their months where
 * these are many. Only what bears a label is reckoned: it is done for each frame that moves.
 */
export function ticksOf(grain: Grain, first: number, last: number, width: number, fontSize: number): Tick[] {
  const room = (label: string) => Math.max(2, Math.floor(width / (textWidth(label, fontSize) + 14)));
  if (grain === 'day') {
    // Those whose first day is shown.
    const [begin, end] = [periodOfDay('month', first - 1, CALENDAR) + 1, periodOfDay('month', last, CALENDAR)];
    const count = end - begin + 1;
    if (count >= FEW_MONTHS) {
      const step = STEPS_OF_MONTHS.find((each) => count / each <= room('2024-07')) ?? MOST_MONTHS;
      return everyStep(step, begin, end).map((month) => ({
        ordinal: daysOfPeriod('month', month, CALENDAR).first,
        label: labelAt('month', month),
      }));
    }
  }
  if (grain === 'month' && last - first + 1 > room('2024-07')) {
    const step = [2, 3, 6, 12, 24, 60].find((each) => (last - first + 1) / each <= room('2024-07')) ?? 120;
    return everyStep(step, first, last).map((ordinal) => ({ ordinal, label: labelAt(grain, ordinal) }));
  }
  const step = Math.max(1, Math.ceil((last - first + 1) / room(labelAt(grain, first))));
  // From the end: the latest period is the one that is looked for.
  return everyStep(step, first, last, last).map((ordinal) => ({ ordinal, label: labelAt(grain, ordinal) }));
}

/** Those between both ends that are so many from `from`. */
function everyStep(step: number, first: number, last: number, from = 0): number[] {
  const start = first + ((((from - first) % step) + step) % step);
  return Array.from({ length: Math.max(0, Math.floor((last - start) / step) + 1) }, (_, at) => start + at * step);
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
