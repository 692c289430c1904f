/**
 * What a chart needs, asked of the workbench: by the command line and by exports. (Screens follow the same
 * answers as they change.)
 *
 *     const inputs = await loadInputs(call, spec);
 *     const drawn = drawnChart(spec, inputs);
 */
import type { ChartSpec } from '../chart-spec.ts';
import type { Input, Method, Output } from '../contract.ts';
import type { FactView } from '../facts.ts';
import { daysOfLabel } from '../period-days.ts';
import { labelAt } from '../periods.ts';
import type { Observations } from '../series.ts';
import type { ChartInputs } from './drawn.ts';
import { guidanceMetric } from './marks.ts';

type Ask = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;

/** More facts than these say no chart has beside it. */
const MOST_FACTS = 1000;
/** Changes look back a year, and the parts of a longer period lie before its end. */
const LOOK_BACK_DAYS = 2 * 366;

export async function loadInputs(ask: Ask, spec: ChartSpec): Promise<ChartInputs> {
  const chosen = new Set(spec.seriesIds);
  const all = await ask('listSeries', {});
  const subjects = new Set(all.filter(({ id }) => chosen.has(id)).map(({ subjectId }) => subjectId));
  const isNeeded = ({ id, metricId, subjectId }: (typeof all)[number]) =>
    chosen.has(id) || (metricId === spec.relativeTo && subjects.has(subjectId));
  const series = all.filter(isNeeded);
  const metrics = [...new Set(series.filter(({ id }) => chosen.has(id)).map(({ metricId }) => metricId))];
  const [entities, sources, facts, observations, events] = [
    await ask('listEntities', {}),
    await ask('listSources', {}),
    subjects.size === 0 ? [] : await factsOf(ask, [...subjects], [...metrics, ...metrics.map(guidanceMetric)]),
    series.length === 0
      ? []
      : await ask('getObservations', {
          seriesIds: series.map(({ id }) => id),
          ...neededRange(spec),
          ...(spec.asKnownOn === '' ? {} : { asKnownOn: spec.asKnownOn }),
        }),
    spec.withEvents ? await ask('listEvents', {}) : [],
  ];
  const rate = spec.rateFactId === null ? [] : [(await ask('getFact', { factId: spec.rateFactId })).fact];
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const sourceOf = new Map(facts.map(({ id, sourceId }) => [id, sourceId]));
  const used = new Set(observations.flatMap(factIdsOf).map((factId) => sourceOf.get(factId) ?? ''));
  return {
    series,
    observations,
    entities,
    facts: [...facts, ...rate],
    events,
    sources: [...used].flatMap((sourceId) => titles.get(sourceId) ?? []),
  };
}

/** Days between which everything lies that the chart shows or compares with; '' is as far as there is. */
export function neededRange({ from, to, comparedTo, basePeriod }: ChartSpec): { from: string; to: string } {
  const starts = [from, ...(comparedTo === null ? [] : [comparedTo.from]), ...(basePeriod === '' ? [] : [basePeriod])];
  const ends = [to, ...(comparedTo === null ? [] : [comparedTo.to]), ...(basePeriod === '' ? [] : [basePeriod])];
  const first = starts.map((label) => daysOfLabel(label, 12)?.first ?? Number.NEGATIVE_INFINITY);
  const last = ends.map((label) => daysOfLabel(label, 12)?.last ?? Number.POSITIVE_INFINITY);
  const day = (ordinal: number) => (Number.isFinite(ordinal) ? labelAt('day', ordinal) : '');
  return { from: day(Math.min(...first) - LOOK_BACK_DAYS), to: day(Math.max(...last) + LOOK_BACK_DAYS) };
}

async function factsOf(ask: Ask, subjectIds: string[], metricIds: string[]): Promise<FactView[]> {
  const filter = { subjectIds, metricIds, state: 'in-use' as const };
  return (await ask('findFacts', { filter, limit: MOST_FACTS })).facts;
}

function factIdsOf({ origins }: Observations): string[] {
  return origins.flatMap(({ factId }) => (factId === null ? [] : [factId]));
}
