/**
 * What a chart shows, from its spec: the series' observations, the facts beside them and the events, read
 * from the workbench, and drawn anew here when the spec changes. Only another choice of series, date of
 * knowledge or switched-on layer asks the workbench; ranges and calculations do not.
 */
import { useMemo, useRef } from 'react';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import { type ChartInputs, type Drawn, drawnChart, wholeSpec } from '../../shared/charts/drawn.ts';
import type { ChartEvent, SeriesSummary } from '../../shared/series.ts';
import { useFactsData } from '../facts/use-facts-data.ts';
import { useSeriesAnswer } from './use-series-answer.ts';

export type DrawnAnswer = {
  /** Null until all of it is there, and where no series are chosen; the chart before until all of the next one is. */
  drawn: Drawn | null;
  /** The same over all there is, to be panned and zoomed; `drawn` itself where that would be another chart. */
  full: Drawn | null;
  inputs: ChartInputs | null;
  events: readonly ChartEvent[];
  /** Whether `drawn` is what the spec asks for. */
  isCurrent: boolean;
  failure: unknown;
  retry: () => void;
};

const NO_EVENTS: readonly ChartEvent[] = [];
/** More than these say no chart has as bounds. */
const MOST_FACTS = 1000;

/** `known` are the series of the screen, memoised; those of the spec are among them. */
export function useDrawn(spec: ChartSpec, known: readonly SeriesSummary[]): DrawnAnswer {
  const { entities, sources, status } = useFactsData();
  const { seriesIds, asKnownOn, rateFactId, withEvents, relativeTo } = spec;
  const idList = seriesIds.join('\n');
  const byId = useMemo(() => new Map(known.map((each) => [each.id, each])), [known]);
  const series = useMemo(() => {
    const chosen = idList.split('\n').flatMap((id) => byId.get(id) ?? []);
    if (relativeTo === undefined) return chosen;
    const subjects = new Set(chosen.map(({ subjectId }) => subjectId));
    const related = known.filter(({ metricId, subjectId }) => metricId === relativeTo && subjects.has(subjectId));
    return [...new Set([...chosen, ...related])];
  }, [known, byId, idList, relativeTo]);
  const subjectIds = useMemo(() => [...new Set(series.map(({ subjectId }) => subjectId))], [series]);
  const metricIds = useMemo(() => {
    const metrics = [...new Set(series.map(({ metricId }) => metricId))];
    return [...metrics, ...metrics.map((metric) => `${metric}-guidance`)];
  }, [series]);

  const hasSeries = series.length > 0;
  const observed = useSeriesAnswer(
    'getObservations',
    hasSeries ? { seriesIds: series.map(({ id }) => id), asKnownOn: asKnownOn || undefined } : null,
  );
  const found = useSeriesAnswer(
    'findFacts',
    hasSeries ? { filter: { subjectIds, metricIds, state: 'in-use' }, limit: MOST_FACTS } : null,
  );
  const rate = useSeriesAnswer('getFact', rateFactId === null ? null : { factId: rateFactId });
  const makers = useMemo(
    () => [...new Set(subjectIds.flatMap((id) => makersOf(id, entities)))],
    [subjectIds, entities],
  );
  const happened = useSeriesAnswer('listEvents', hasSeries && withEvents ? {} : null);
  const events = useMemo(() => {
    const wanted = new Set(makers);
    return (happened.answer ?? NO_EVENTS).filter(({ subjectId, origin, factId }) => {
      if (origin === 'own' && factId === null) return true;
      return wanted.has(subjectId) || wanted.has(entities.get(subjectId)?.organisationId || subjectId);
    });
  }, [happened.answer, makers, entities]);

  const observations = observed.answer;
  const facts = found.answer?.facts;
  const rateFact = rate.answer?.fact;
  const inputs = useMemo<ChartInputs | null>(() => {
    if (observations === undefined || facts === undefined || status === 'unread' || status === 'loading') return null;
    if (rateFactId !== null && rateFact?.id !== rateFactId) return null;
    const sourceIds = new Set(
      observations.flatMap(({ origins }) => origins.flatMap(({ factId }) => factId?.split('/')[0] ?? [])),
    );
    const vendors = series.filter(({ vendor }) => vendor !== '').map(({ vendor }) => vendor);
    const titles = [...sourceIds].map((id) => sources.get(id)?.title ?? id);
    return {
      series,
      observations,
      entities: [...entities.values()],
      facts: rateFact === undefined ? facts : [...facts, rateFact],
      events,
      sources: [...new Set([...titles, ...vendors])],
    };
  }, [observations, facts, status, rateFactId, rateFact, series, entities, events, sources]);

  const asked = [observed, found, rate, happened];
  const failure = asked.find((each) => each.failure !== null)?.failure ?? null;
  const isCurrent = asked.every((each) => each.isCurrent);
  // Drawn with each answer as it comes, the chart would be drawn several times, and wrong at first.
  const held = useRef({ spec, inputs });
  if (isCurrent) held.current = { spec, inputs };
  else if (!hasSeries || failure !== null) held.current = { spec, inputs: null };
  const { spec: shownSpec, inputs: shownInputs } = held.current;

  const { from, to } = shownSpec;
  const isWhole = from === '' && to === '';
  const ofRange = useMemo(
    () => (shownInputs === null || !hasSeries || isWhole ? null : drawnChart(shownSpec, shownInputs)),
    [shownSpec, shownInputs, hasSeries, isWhole],
  );
  // Panned and zoomed, the chart over all there is stays the same.
  const wholeKey = JSON.stringify(wholeSpec(ofRange ?? { spec: shownSpec, base: '' }));
  const whole = useMemo(
    () => (shownInputs === null || !hasSeries ? null : drawnChart(JSON.parse(wholeKey), shownInputs)),
    [wholeKey, shownInputs, hasSeries],
  );
  const drawn = ofRange ?? whole;
  const full = useMemo(() => {
    // A comparison begins where the range begins.
    if (whole === null || drawn === null || drawn === whole || shownSpec.comparedTo !== null) return drawn;
    return shownSpec.withPeaks ? { ...whole, peaks: movedPeaks(drawn, whole) } : whole;
  }, [shownSpec, whole, drawn]);

  return {
    drawn: hasSeries ? drawn : null,
    full,
    inputs: shownInputs,
    events,
    isCurrent,
    failure,
    retry: () => {
      for (const { retry } of asked) retry();
    },
  };
}

/** An app's events are those of who made it, too: a model that its maker released. */
function makersOf(subjectId: string, entities: ReadonlyMap<string, { organisationId: string }>): string[] {
  const maker = entities.get(subjectId)?.organisationId ?? '';
  return maker === '' ? [subjectId] : [subjectId, maker];
}

/** The peaks are those of the range that is shown, not of all there is. */
function movedPeaks(shown: Drawn, full: Drawn): Drawn['peaks'] {
  const first = full.ordinals.indexOf(shown.ordinals[0]);
  return first < 0 ? [] : shown.peaks.map((peak) => ({ ...peak, at: peak.at + first }));
}
