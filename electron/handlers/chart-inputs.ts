/** What a chart is drawn from, read from the store: its series with their observations, and the facts beside them. */
import type { ChartSpec } from '../../shared/chart-spec.ts';
import type { ChartInputs } from '../../shared/charts/drawn.ts';
import type { FactView } from '../../shared/facts.ts';
import type { Observations } from '../../shared/series.ts';
import { listEntities } from '../store/entities.ts';
import { findFact, findFacts } from '../store/facts.ts';
import { readObservations } from '../store/read-observations.ts';
import { findSeries, listStoredSeries, type StoredSeries } from '../store/series.ts';
import { listSources } from '../store/sources.ts';
import type { Db } from '../store/sqlite.ts';

const ALL = { first: Number.MIN_SAFE_INTEGER, last: Number.MAX_SAFE_INTEGER };
/** More than these say no chart has as bounds. */
const MOST_FACTS = 1000;

/** Without events. A series that the spec names and nobody knows is left out: the drawing says so. */
export function chartInputs(db: Db, spec: ChartSpec): ChartInputs {
  const stored = storedSeriesOf(db, spec);
  const series = stored.map((each) => each.series);
  const observations = stored.map((each) => readObservations(db, each, ALL, spec.asKnownOn || undefined));
  const titles = new Map(listSources(db).map(({ id, title }) => [id, title]));
  const sourceIds = new Set(factIdsOf(observations).flatMap((factId) => findFact(db, factId)?.sourceId ?? []));
  const vendors = series.flatMap(({ vendor }) => (vendor === '' ? [] : [vendor]));
  return {
    series,
    observations,
    entities: listEntities(db),
    facts: factsBeside(db, spec, stored),
    events: [],
    sources: [...new Set([...[...sourceIds].map((id) => titles.get(id) ?? id), ...vendors])],
  };
}

/** Of the facts that observations hang from, each once. */
export function factIdsOf(observations: readonly Observations[]): string[] {
  return [...new Set(observations.flatMap(({ origins }) => origins.flatMap(({ factId }) => factId ?? [])))];
}

/** Those of the spec, and those that they are divided by. */
function storedSeriesOf(db: Db, { seriesIds, relativeTo }: ChartSpec): StoredSeries[] {
  const chosen = [...new Set(seriesIds)].flatMap((seriesId) => findSeries(db, seriesId) ?? []);
  if (relativeTo === undefined || chosen.length === 0) return chosen;
  const subjectIds = chosen.map(({ series }) => series.subjectId);
  const divisors = listStoredSeries(db, { metricIds: [relativeTo], subjectIds });
  const known = new Set(chosen.map(({ key }) => key));
  return [...chosen, ...divisors.filter(({ key }) => !known.has(key))];
}

/** Bounds, guidance and the exchange rate. */
function factsBeside(db: Db, { rateFactId }: ChartSpec, stored: readonly StoredSeries[]): FactView[] {
  const subjectIds = [...new Set(stored.map(({ series }) => series.subjectId))];
  const metrics = [...new Set(stored.map(({ series }) => series.metricId))];
  if (metrics.length === 0) return [];
  const metricIds = [...metrics, ...metrics.map((metric) => `${metric}-guidance`)];
  const { facts } = findFacts(db, { subjectIds, metricIds, state: 'in-use' }, 0, MOST_FACTS);
  const rate = rateFactId === null ? undefined : findFact(db, rateFactId);
  return rate === undefined ? facts : [...facts, rate];
}
