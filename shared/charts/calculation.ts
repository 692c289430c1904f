/**
 * What a chart computes of its series, whatever range of it is shown: their figures in the unit and the periods of the
 * chart, after their transform, and their averages. Panned and zoomed, a chart keeps it.
 *
 *     const calculation = calculate(spec, inputs);
 *     drawnOver(calculation, { from: '2024-01-01', to: '' })          // drawn.ts
 */
import type { ChartSpec } from '../chart-spec.ts';
import type { LocalText } from '../language.ts';
import { type Message, message } from '../messages.ts';
import type { Series } from '../series.ts';
import { type Calendar, placeOfLabel } from './axis.ts';
import { drawnPoints, firstBase, hasAverage, type Source } from './columns.ts';
import type { ChartInputs } from './drawn.ts';
import { type InputPoints, inputPoints } from './input-points.ts';
import { type Plan, planOf, relatedSeries } from './plan.ts';
import { basePlace } from './remarks.ts';
import { type Transformed, transformed } from './transforms.ts';

export type Calculation = {
  spec: ChartSpec;
  inputs: ChartInputs;
  plan: Plan;
  calendar: Calendar;
  sources: Source[];
  /** Names of series that have nothing to be divided by. */
  unrelated: LocalText[];
  /** The ordinal at which an index is 100. */
  base: number | undefined;
  /** Of each source, not yet on the axis. */
  points: Transformed[];
  /** Of each source; null where none are shown. */
  averages: Transformed[] | null;
};

/** Nothing can be drawn; each message says why and what to do. */
export type Refused = Pick<Calculation, 'spec' | 'inputs'> & { refusals: Message[] };

export function calculate(spec: ChartSpec, inputs: ChartInputs): Calculation | Refused {
  const plan = planOf(spec, inputs);
  if ('refusals' in plan) return { spec, inputs, refusals: plan.refusals };
  const { sources, unrelated } = sourcesToDraw(spec, plan, inputs);
  const calendar = { grain: plan.grain, calendar: spec.calendar, fiscalYearEnd: plan.series[0].fiscalYearEnd };
  const from = spec.from === '' ? undefined : placeOfLabel(spec.from, 'first', calendar);
  const base = baseOf(spec, plan, sources, from ?? Number.NEGATIVE_INFINITY);
  if (base !== undefined && typeof base !== 'number') return { spec, inputs, refusals: [base] };
  const points = drawnPoints(spec, plan, sources, base);
  const averages = hasAverage(spec, plan) ? sources.map(({ input }) => transformed('ma7', 'day', input.points)) : null;
  return { spec, inputs, plan, calendar, sources, unrelated, base, points, averages };
}

/** The spec without its range, on which a calculation does not depend: but an index without a base begins where it begins. */
export function withoutRange(spec: ChartSpec): ChartSpec {
  const isBaseOfRange = spec.transform === 'index' && spec.basePeriod === '';
  return { ...spec, from: isBaseOfRange ? spec.from : '', to: '' };
}

/** Of a ratio, only those for which there is something to divide by. */
function sourcesToDraw(spec: ChartSpec, plan: Plan, inputs: ChartInputs) {
  const bySeries = new Map(inputs.observations.map((each) => [each.seriesId, each]));
  const shown = { grain: plan.grain, calendar: spec.calendar, measureOf: plan.measureOf };
  const pointsOf = (series: Series): InputPoints => inputPoints(series, bySeries.get(series.id), shown);
  const unrelated: LocalText[] = [];
  const sources = plan.series.flatMap((series, at): Source[] => {
    const [name, panel] = [plan.names[at], plan.panelOf[at]];
    if (spec.relativeTo === undefined) return [{ input: pointsOf(series), relative: undefined, name, panel }];
    const related = relatedSeries(spec, inputs, series);
    if (related === undefined) {
      unrelated.push(name);
      return [];
    }
    return [{ input: pointsOf(series), relative: pointsOf(related), name, panel }];
  });
  return { sources, unrelated };
}

function baseOf(spec: ChartSpec, plan: Plan, sources: readonly Source[], from: number) {
  if (spec.transform !== 'index') return undefined;
  const given = basePlace(spec, plan);
  const period = spec.basePeriod;
  if (period !== '' && given === undefined) return message('chart.badPeriod', { period });
  const base = given ?? firstBase(sources, from);
  const isPositive = ({ input: { points } }: Source) =>
    points.values.some((value, at) => value > 0 && points.ordinals[at] === base);
  return period !== '' && !sources.some(isPositive) ? message('chart.noBase', { period }) : base;
}
