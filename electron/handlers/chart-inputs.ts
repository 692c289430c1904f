/** What a chart is drawn from, read from the store: its series with their observations, facts and events beside them. */
import type { ChartQuestion } from '../../shared/chart-spec.ts';
import { guidanceMetric } from '../../shared/charts/marks.ts';
import type { Output } from '../../shared/contract.ts';
import type { Entity, FactView } from '../../shared/facts.ts';
import type { Observations, Series } from '../../shared/series.ts';
import { findEntity } from '../store/entities.ts';
import { findFact, findFacts } from '../store/facts.ts';
import { readObservations } from '../store/read-observations.ts';
import { findSeries, listStoredSeries, type StoredSeries } from '../store/series.ts';
import { listSources } from '../store/sources.ts';
import type { Db } from '../store/sqlite.ts';
import { listEvents } from './events.ts';

const ALL = { first: Number.MIN_SAFE_INTEGER, last: Number.MAX_SAFE_INTEGER };
/** More than these say no chart has as bounds. */
const MOST_FACTS = 1000;

/** A series that is asked for and that nobody knows is left out: the drawing says so. */
export function chartInputs(db: Db, question: ChartQuestion): Output<'getChartInputs'> {
  const stored = storedSeriesOf(db, question);
  const series = stored.map((each) => each.series);
  const observations = stored.map((each) => readObservations(db, each, ALL, question.asKnownOn || undefined));
  const facts = factsBeside(db, question, stored);
  const events = question.withEvents ? listEvents(db) : [];
  const named = [...series, ...facts].flatMap(({ subjectId, metricId }) => [subjectId, metricId]);
  return {
    series,
    observations,
    entities: entitiesOf(db, [...named, question.relativeTo ?? '', ...events.map(({ subjectId }) => subjectId)]),
    facts,
    events,
    sources: sourcesOf(db, series, observations),
  };
}

/** With those that made them. */
function entitiesOf(db: Db, entityIds: readonly string[]): Entity[] {
  const found = new Map<string, Entity>();
  const add = (entityId: string) => {
    const entity = found.has(entityId) ? undefined : findEntity(db, entityId);
    if (entity === undefined) return;
    found.set(entityId, entity);
    add(entity.organisationId);
  };
  entityIds.forEach(add);
  return [...found.values()];
}

/** Titles of the documents that the facts are from, and names of the vendors. */
function sourcesOf(db: Db, series: readonly Series[], observations: readonly Observations[]): string[] {
  const titles = new Map(listSources(db).map(({ id, title }) => [id, title]));
  const sourceIds = new Set(factIdsOf(observations).flatMap((factId) => findFact(db, factId)?.sourceId ?? []));
  const vendors = series.map(({ vendor }) => vendor).filter((vendor) => vendor !== '');
  return [...new Set([...[...sourceIds].map((id) => titles.get(id) ?? id), ...vendors])];
}

/** Of the facts that observations hang from, each once. */
export function factIdsOf(observations: readonly Observations[]): string[] {
  return [...new Set(observations.flatMap(({ origins }) => origins.flatMap(({ factId }) => factId ?? [])))];
}

/** Those of the spec, and those that they are divided by. */
function storedSeriesOf(db: Db, { seriesIds, relativeTo }: ChartQuestion): StoredSeries[] {
  const chosen = [...new Set(seriesIds)].flatMap((seriesId) => findSeries(db, seriesId) ?? []);
  if (relativeTo === undefined || chosen.length === 0) return chosen;
  const subjectIds = chosen.map(({ series }) => series.subjectId);
  const divisors = listStoredSeries(db, { metricIds: [relativeTo], subjectIds });
  const known = new Set(chosen.map(({ key }) => key));
  return [...chosen, ...divisors.filter(({ key }) => !known.has(key))];
}

/** Bounds, guidance and the exchange rate. */
function factsBeside(db: Db, { rateFactId }: ChartQuestion, stored: readonly StoredSeries[]): FactView[] {
  const subjectIds = [...new Set(stored.map(({ series }) => series.subjectId))];
  const metrics = [...new Set(stored.map(({ series }) => series.metricId))];
  if (metrics.length === 0) return [];
  const metricIds = [...metrics, ...metrics.map(guidanceMetric)];
  const { facts } = findFacts(db, { subjectIds, metricIds, state: 'in-use' }, 0, MOST_FACTS);
  const rate = rateFactId === null ? undefined : findFact(db, rateFactId);
  return rate === undefined ? facts : [...facts, rate];
}
