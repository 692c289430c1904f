/** The periods of a chart's axis, and figures put in their places on it. */
import type { ChartSpec } from '../chart-spec.ts';
import { type Message, message } from '../messages.ts';
import { type Days, daysOfLabel, daysOfPeriod, periodOfDay } from '../period-days.ts';
import { type Grain, isPeriodLabel, labelAt, ordinalOf } from '../periods.ts';
import type { DrawnColumn } from './drawn.ts';
import type { Origin } from './input-points.ts';
import { shownPeriodOfDay } from './regroup.ts';
import type { Points } from './transforms.ts';

export type Axis = { grain: Grain; first: number; last: number };

/** More are no chart any more: 100,000 points pan fluently. */
export const MOST_PERIODS = 200_000;

export type Calendar = Pick<ChartSpec, 'calendar'> & { grain: Grain; fiscalYearEnd: number };

/** The ordinal on the axis at which a label of any grain begins or ends; undefined of what is no label. */
export function placeOfLabel(label: string, end: keyof Days, { grain, calendar, fiscalYearEnd }: Calendar) {
  if (isPeriodLabel(grain, label)) return ordinalOf(grain, label);
  const days = daysOfLabel(label, fiscalYearEnd);
  return days === null ? undefined : shownPeriodOfDay({ to: grain, calendar, fiscalYearEnd }, days[end]);
}

/**
 * From `from` to `to`, no further than there are figures, or guidance to its last ordinal. A comparison keeps its
 * range: the second period may have figures where the first has none.
 */
export function axisOf(
  spec: Pick<ChartSpec, 'from' | 'to' | 'comparedTo'>,
  calendar: Calendar,
  drawn: readonly Points[],
  lastGuided: number | undefined,
): Axis | { refusal: Message } {
  const ends = drawn.flatMap(({ ordinals }) => (ordinals.length === 0 ? [] : [ordinals[0], ordinals.at(-1) ?? 0]));
  const place = (label: string, end: keyof Days) => (label === '' ? undefined : placeOfLabel(label, end, calendar));
  const { from, to } = spec;
  for (const [label, end] of [
    [from, 'first'],
    [to, 'last'],
  ] as const) {
    if (label !== '' && place(label, end) === undefined)
      return { refusal: message('chart.badPeriod', { period: label }) };
  }
  if (ends.length === 0) return { refusal: message('chart.noValues') };
  const there = { first: Math.min(...ends), last: Math.max(...ends, lastGuided ?? Number.NEGATIVE_INFINITY) };
  const asked = { first: place(from, 'first') ?? there.first, last: place(to, 'last') ?? there.last };
  if (from !== '' && to !== '' && asked.first > asked.last)
    return { refusal: message('chart.periodsReversed', { from, to }) };
  const within = { first: Math.max(asked.first, there.first), last: Math.min(asked.last, there.last) };
  const { first, last } = spec.comparedTo === null ? within : asked;
  if (first > last) return { refusal: outside({ from, to }, there, calendar.grain) };
  const count = last - first + 1;
  if (count > MOST_PERIODS) return { refusal: message('chart.tooManyPeriods', { count, limit: MOST_PERIODS }) };
  return { grain: calendar.grain, first, last };
}

function outside({ from, to }: Pick<ChartSpec, 'from' | 'to'>, there: Omit<Axis, 'grain'>, grain: Grain): Message {
  const range = { first: labelAt(grain, there.first), last: labelAt(grain, there.last) };
  if (to === '') return message('chart.nothingAfter', { from, ...range });
  return from === ''
    ? message('chart.nothingBefore', { to, ...range })
    : message('chart.nothingIn', { from, to, ...range });
}

/** The second period: how far its periods are from those of the axis that they stand at, and its last one. */
export type Comparison = { offset: number; last: number } | null;

export function comparisonOf({ comparedTo }: ChartSpec, calendar: Calendar, axis: Axis): Comparison | Message {
  if (comparedTo === null) return null;
  const { from, to } = comparedTo;
  if (from === '') return message('chart.comparedFrom');
  const first = placeOfLabel(from, 'first', calendar);
  const last = to === '' ? Number.POSITIVE_INFINITY : placeOfLabel(to, 'last', calendar);
  if (first === undefined) return message('chart.badPeriod', { period: from });
  if (last === undefined) return message('chart.badPeriod', { period: to });
  if (first > last) return message('chart.periodsReversed', { from, to });
  return { offset: first - axis.first, last };
}

export function periodsOn({ grain, first, last }: Axis): { ordinals: number[]; periods: string[] } {
  const ordinals = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const periods = grain === 'day' ? dayLabels(first, last) : ordinals.map((ordinal) => labelAt(grain, ordinal));
  return { ordinals, periods };
}

/** Month by month: asking the calendar for each of 100,000 days would take longer than all else. */
function dayLabels(first: number, last: number): string[] {
  const labels: string[] = [];
  for (let month = periodOfDay('month', first, 12); labels.length <= last - first; month++) {
    const days = daysOfPeriod('month', month, 12);
    const name = labelAt('month', month);
    for (let day = Math.max(days.first, first); day <= Math.min(days.last, last); day++) {
      labels.push(`${name}-${String(day - days.first + 1).padStart(2, '0')}`);
    }
  }
  return labels;
}

/** Values by index of the axis; `offset` brings later or earlier periods onto it. */
export function valuesOn({ first, last }: Axis, { ordinals, values }: Points, offset = 0): (number | null)[] {
  const placed: (number | null)[] = new Array(last - first + 1).fill(null);
  ordinals.forEach((ordinal, at) => {
    const index = ordinal - offset - first;
    if (index >= 0 && index < placed.length) placed[index] = values[at];
  });
  return placed;
}

/** Where the values came from, in runs of the axis' indexes. */
export function originsOn(
  values: readonly (number | null)[],
  originAt: (index: number) => Origin | undefined,
): DrawnColumn['origins'] {
  const runs: DrawnColumn['origins'] = [];
  values.forEach((value, at) => {
    const origin = value === null ? undefined : originAt(at);
    if (origin === undefined) return;
    const before = runs.at(-1);
    if (before?.importId === origin.importId && before.factId === origin.factId) return;
    runs.push({ at, importId: origin.importId, factId: origin.factId });
  });
  return runs;
}

/** Where the value at the index came from. */
export function originAt({ origins, values }: Pick<DrawnColumn, 'origins' | 'values'>, at: number): Origin | undefined {
  return values[at] === null ? undefined : origins.findLast((run) => run.at <= at);
}
