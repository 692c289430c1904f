/**
 * The series that formulas take by `SERIES("id")`, and the one value that a formula takes of one in a
 * period.
 *
 *     SERIES("id")                    the cell's own period
 *     SERIES("id", "2023Q4")          that period; "latest": the last one with a value
 *     SERIES("id", , "ttm")           after a transform of the series' own periods (shared/charts/transforms.ts)
 *     SERIES("id", "2023", "sum")     finer periods added up, or their "mean"
 *     SERIES("id", , "average")       mean over all periods of the sheet that have a value
 *
 * Fiscal and calendar quarters stand for each other by the month in which the company's year ends.
 * Nothing else is brought to other periods unless the formula says how.
 */
import { aggregationOf } from '../../shared/charts/input-points.ts';
import { canRegroup, regrouped } from '../../shared/charts/regroup.ts';
import {
  isChange,
  isTransformOf,
  type NoValue,
  type Points,
  periodBefore,
  transformed,
  windowOf,
} from '../../shared/charts/transforms.ts';
import { message } from '../../shared/messages.ts';
import { daysOfPeriod, periodOfDay } from '../../shared/period-days.ts';
import { type Grain, grainSchema, isPeriodLabel, labelAt, ordinalOf } from '../../shared/periods.ts';
import { SERIES_TRANSFORMS } from '../../shared/series.ts';
import { type Mention, MentionTable } from './mentions.ts';
import type { PeriodAxis } from './period-axis.ts';
import { type Fault, fault, type Scalar } from './scalar.ts';

/** What calculations use of a series. Ordinals ascend; a period without a value is left out. */
export type EngineSeries = Points & { grain: Grain; fiscalYearEnd: number; unit: string };

/** Where series come from; undefined of one that nobody knows. */
export type SeriesSource = { find(seriesId: string): EngineSeries | undefined };

/** For sheets without series. */
export const NO_SERIES: SeriesSource = { find: () => undefined };

export type SeriesName = Mention<EngineSeries>;

/** As written: `period` '' for the cell's own, `how` '' for the value itself. */
export type SeriesTree = { kind: 'series'; series: SeriesName; period: string; how: string };

/** The value, and the observations it is computed from; how it follows from them says `way`. */
export type Taken = { value: Scalar; ordinals: readonly number[]; way: 'value' | 'change' | 'sum' | 'mean' };

export const LATEST = 'latest';
type OwnTransform = (typeof SERIES_TRANSFORMS)[number];
const REGROUPINGS = ['sum', 'mean'];
const AVERAGE = 'average';
const GRAINS = grainSchema.options;
/** For an example of how periods are written. */
const SOME_DAY = 20_000;

export function seriesTable(source: SeriesSource): MentionTable<EngineSeries> {
  return new MentionTable((seriesId) => source.find(seriesId), isSameSeries);
}

/** Whether what the formula takes is a part of one, not an amount in the series' unit. */
export function isPartOfOne({ how }: SeriesTree): boolean {
  return isOwnTransform(how) && isChange(how);
}

/** `#NAME?` of a series that nobody knows. */
export function unknownSeries({ id, held }: SeriesName): Fault | null {
  return held === undefined ? fault('#NAME?', message('engine.seriesUnknown', { series: id })) : null;
}

/** What the formula takes for the cell in period number `at` of the axis. */
export function takeSeries(tree: SeriesTree, axis: PeriodAxis, at: number): Taken {
  const series = tree.series.held;
  if (series === undefined) return none(unknownSeries(tree.series));
  if (!waysOf(series).includes(tree.how) && tree.how !== '') {
    const allowed = waysOf(series).join(', ');
    return none(fault('#VALUE!', message('engine.seriesHow', { how: tree.how, series: tree.series.id, allowed })));
  }
  if (tree.how === AVERAGE) return averageOver(tree, series, axis);
  const target = targetOf(tree, series, axis, at);
  return 'error' in target ? none(target) : takeAt(tree, series, target);
}

type Target = { grain: Grain; ordinal: number; label: string };

function targetOf({ series, period }: SeriesTree, held: EngineSeries, axis: PeriodAxis, at: number): Target | Fault {
  if (period === LATEST) {
    const ordinal = held.ordinals.at(-1);
    if (ordinal === undefined) return fault('#N/A', message('engine.seriesEmpty', { series: series.id }));
    return { grain: held.grain, ordinal, label: labelAt(held.grain, ordinal) };
  }
  if (period === '') {
    const label = axis.labels[at];
    if (axis.grain === null)
      return fault('#VALUE!', message('engine.seriesNoAxis', { series: series.id, example: exampleOf(held) }));
    return { grain: axis.grain, ordinal: ordinalOf(axis.grain, label), label };
  }
  // A label of the series' own kind first: no label belongs to two kinds otherwise.
  const grain = [held.grain, ...GRAINS].find((each) => isPeriodLabel(each, period));
  if (grain !== undefined) return { grain, ordinal: ordinalOf(grain, period), label: period };
  return fault('#VALUE!', message('engine.seriesPeriod', { period, example: exampleOf(held) }));
}

function takeAt(tree: SeriesTree, series: EngineSeries, target: Target): Taken {
  const { how } = tree;
  const isRegrouping = how === 'sum' || how === 'mean';
  const isSame = target.grain === series.grain;
  if (!isSame && !isQuarterOfOtherKind(series.grain, target.grain)) {
    const wrong = unlikePeriods(tree, series, target);
    if (wrong !== null) return none(wrong);
  }
  if (isRegrouping && !isSame) return takeRegrouped(tree, series, target, how);
  const own = isSame ? target.ordinal : ownPeriodOf(series, target);
  if (isOwnTransform(how)) return takeTransformed(tree, series, target.label, own, how);
  const [value] = pick(series, [own]).values;
  if (value === undefined) return none(missing(tree, series, target.label, 'missing'));
  return { value, ordinals: [own], way: 'value' };
}

/** Only what lies in the window is looked at: a formula in each period must not walk the whole series. */
function takeTransformed(
  tree: SeriesTree,
  series: EngineSeries,
  label: string,
  own: number,
  transform: OwnTransform,
): Taken {
  const before = isChange(transform) ? periodBefore(transform, series.grain, own) : null;
  const needed = before === null ? window(own, windowOf(transform, series.grain)) : [before, own];
  const { points, without } = transformed(transform, series.grain, pick(series, needed));
  const value = points.ordinals.at(-1) === own ? points.values.at(-1) : undefined;
  if (value === undefined) {
    return none(missing(tree, series, label, without.find(({ ordinal }) => ordinal === own)?.reason ?? 'missing'));
  }
  return { value, ordinals: needed, way: before === null ? (transform === 'ma7' ? 'mean' : 'sum') : 'change' };
}

function takeRegrouped(tree: SeriesTree, series: EngineSeries, target: Target, how: 'sum' | 'mean'): Taken {
  const { grain: from, fiscalYearEnd, ordinals } = series;
  const { first, last } = daysOfPeriod(target.grain, target.ordinal, fiscalYearEnd);
  const start = placeOf(ordinals, periodOfDay(from, first, fiscalYearEnd));
  const end = placeOf(ordinals, periodOfDay(from, last, fiscalYearEnd) + 1);
  // A period lies in the coarser one that it ends in.
  const parts = ordinals.slice(start, end).filter((part) => daysOfPeriod(from, part, fiscalYearEnd).last <= last);
  const { points } = regrouped(pick(series, parts), {
    from,
    to: target.grain,
    calendar: 'calendar',
    fiscalYearEnd,
    how,
  });
  const [value] = points.values;
  if (value === undefined) {
    return none(missing(tree, series, target.label, parts.length === 0 ? 'missing' : 'incomplete'));
  }
  return { value, ordinals: parts, way: how };
}

/** Periods of the sheet, as far as it has any, that are periods of the series. */
function averageOver(tree: SeriesTree, series: EngineSeries, axis: PeriodAxis): Taken {
  const { grain } = axis;
  if (tree.period !== '') return none(fault('#VALUE!', message('engine.seriesAveragePeriod', { period: tree.period })));
  let ordinals = series.ordinals;
  if (grain !== null) {
    const targets = axis.labels.map((label) => ({ grain, ordinal: ordinalOf(grain, label), label }));
    if (grain !== series.grain && !isQuarterOfOtherKind(series.grain, grain)) {
      return none(unlikePeriods(tree, series, targets[0]));
    }
    const own = new Set(
      targets.map((target) => (grain === series.grain ? target.ordinal : ownPeriodOf(series, target))),
    );
    ordinals = ordinals.filter((ordinal) => own.has(ordinal));
  }
  const { values } = pick(series, ordinals);
  if (values.length === 0) return none(fault('#N/A', message('engine.seriesEmptyHere', { series: tree.series.id })));
  return { value: values.reduce((sum, value) => sum + value, 0) / values.length, ordinals, way: 'mean' };
}

function none(fault: Fault | null): Taken {
  return { value: fault, ordinals: [], way: 'value' };
}

function isOwnTransform(how: string): how is OwnTransform {
  return SERIES_TRANSFORMS.some((transform) => transform === how);
}

/** What the third argument can be for the series. */
function waysOf({ grain }: EngineSeries): string[] {
  return [...SERIES_TRANSFORMS.filter((transform) => isTransformOf(transform, grain)), ...REGROUPINGS, AVERAGE];
}

/** Why a period of another kind than the series' own cannot be given; null where finer ones are added up or averaged. */
function unlikePeriods({ series, how }: SeriesTree, held: EngineSeries, { grain, label }: Target): Fault | null {
  const params = { series: series.id, period: label, example: exampleOf(held) };
  if (!canRegroup(held.grain, grain)) return fault('#VALUE!', message('engine.seriesUnlike', params));
  if (how === 'sum' || how === 'mean') return null;
  if (how === '') return fault('#VALUE!', message('engine.seriesFiner', params));
  const part = aggregationOf(held.unit, held.grain, grain);
  if (how === AVERAGE) return fault('#VALUE!', message('engine.seriesAverageElsewhere', { ...params, part }));
  const lag = isOwnTransform(how) && isChange(how) ? lagOf(how, grain) : null;
  if (lag === null) return fault('#VALUE!', message('engine.seriesHowElsewhere', { ...params, how }));
  return fault('#VALUE!', message('engine.seriesChangeElsewhere', { ...params, how, part, lag }));
}

/** How many periods of that kind a change goes back; null where it has no meaning for them. */
function lagOf(change: OwnTransform, grain: Grain): number | null {
  const before = periodBefore(change, grain, 0);
  return before === null ? null : -before;
}

function isQuarterOfOtherKind(grain: Grain, other: Grain): boolean {
  return (grain === 'quarter' && other === 'fiscal-quarter') || (grain === 'fiscal-quarter' && other === 'quarter');
}

/** The fiscal quarter that ends in a calendar quarter, or the other way round. */
function ownPeriodOf({ grain, fiscalYearEnd }: EngineSeries, target: Target): number {
  const { last } = daysOfPeriod(target.grain, target.ordinal, fiscalYearEnd);
  const own = periodOfDay(grain, last, fiscalYearEnd);
  return daysOfPeriod(grain, own, fiscalYearEnd).last <= last ? own : own - 1;
}

function missing({ series, how }: SeriesTree, held: EngineSeries, period: string, reason: NoValue): Fault {
  const [first, last] = [held.ordinals.at(0), held.ordinals.at(-1)];
  if (first === undefined || last === undefined) {
    return fault('#N/A', message('engine.seriesEmpty', { series: series.id }));
  }
  const range = { first: labelAt(held.grain, first), last: labelAt(held.grain, last) };
  return fault('#N/A', message(keyOf(how, reason), { series: series.id, period, how, ...range }));
}

function keyOf(how: string, reason: NoValue) {
  if (reason === 'zero-base' || reason === 'negative-base') return 'engine.seriesBase';
  return how === '' ? 'engine.seriesMissing' : 'engine.seriesPartMissing';
}

/** A period of the series as it is written. */
function exampleOf({ grain, fiscalYearEnd, ordinals }: EngineSeries): string {
  return labelAt(grain, ordinals.at(-1) ?? periodOfDay(grain, SOME_DAY, fiscalYearEnd));
}

function window(last: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => last - count + 1 + at);
}

/** Of these periods, those with a value. */
function pick({ ordinals, values }: EngineSeries, wanted: readonly number[]): Points {
  const there = wanted.filter((ordinal) => ordinals[placeOf(ordinals, ordinal)] === ordinal);
  return { ordinals: there, values: there.map((ordinal) => values[placeOf(ordinals, ordinal)]) };
}

/** Where the ordinal stands among ascending ones, or would stand. */
function placeOf(ordinals: readonly number[], ordinal: number): number {
  let [from, to] = [0, ordinals.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ordinals[middle] < ordinal) from = middle + 1;
    else to = middle;
  }
  return from;
}

function isSameSeries(a: EngineSeries | undefined, b: EngineSeries | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.grain === b.grain &&
    a.fiscalYearEnd === b.fiscalYearEnd &&
    a.unit === b.unit &&
    a.ordinals.length === b.ordinals.length &&
    a.ordinals.every((ordinal, at) => ordinal === b.ordinals[at] && a.values[at] === b.values[at])
  );
}
