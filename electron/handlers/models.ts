/**
 * Models with what is known of them, and every score of every benchmark. What is used follows the user's
 * corrections and choices; settings are never mixed here: each score says its own.
 */
import { type Entity, type FactView, figureOf } from '../../shared/facts.ts';
import type { Figure, ModelSummary, Score } from '../../shared/model-methods.ts';
import type { Handlers } from '../dispatch.ts';
import { type RankedFact, rankFacts } from '../engine/fact-standing.ts';
import { convert } from '../engine/units/convert.ts';
import { findEntity } from '../store/entities.ts';
import { settingKey } from '../store/fact-rows.ts';
import { factsOfBenchmarks, factsOfModels, listMakers } from '../store/models.ts';
import type { Db } from '../store/sqlite.ts';
import type { Context } from './context.ts';

const OF_MODELS = ['parameters', 'context-length', 'release-date', 'openness', 'license'];

export function modelHandlers({ store }: Context): Pick<Handlers, 'getBenchmarks'> {
  return {
    getBenchmarks: () => {
      const facts = factsOfBenchmarks(store.db);
      const benchmarks = benchmarksOf(store.db, facts);
      const scores = scoresOf(facts, new Map(benchmarks.map((benchmark) => [benchmark.id, benchmark])));
      return { models: modelsOf(store.db, new Set(scores.map(({ modelId }) => modelId))), benchmarks, scores };
    },
  };
}

function benchmarksOf(db: Db, facts: readonly FactView[]): Entity[] {
  const ids = new Set(facts.map(({ metricId }) => metricId));
  return [...ids].flatMap((id) => findEntity(db, id) ?? []);
}

/** In the order in which sources give them. A text, or a figure of another dimension than the benchmark's, is no score. */
function scoresOf(facts: readonly FactView[], benchmarks: ReadonlyMap<string, Entity>): Score[] {
  const comparable = facts.filter((fact) => valueIn(fact, benchmarks.get(fact.metricId)?.unit ?? '') !== null);
  const spelled = new Map<string, string>();
  for (const { metricId, setting } of comparable) {
    const key = `${metricId} ${settingKey(setting)}`;
    if (!spelled.has(key)) spelled.set(key, setting);
  }
  const alike = Map.groupBy(
    comparable,
    ({ subjectId, metricId, setting }) => `${subjectId} ${metricId} ${settingKey(setting)}`,
  );
  const standings = new Map([...alike.values()].flatMap(rankFacts).map(({ fact, standing }) => [fact, standing]));
  return comparable.flatMap((fact) => {
    const value = valueIn(fact, benchmarks.get(fact.metricId)?.unit ?? '');
    if (value === null) return [];
    return {
      factId: fact.id,
      modelId: fact.subjectId,
      benchmarkId: fact.metricId,
      setting: spelled.get(`${fact.metricId} ${settingKey(fact.setting)}`) ?? fact.setting,
      value,
      qualifier: fact.qualifier,
      standing: standings.get(fact) ?? 'used',
      sourceId: fact.sourceId,
      place: fact.place,
      date: fact.date,
      isCorrected: fact.correction !== null,
      conflict: fact.conflict,
    };
  });
}

function modelsOf(db: Db, scoredIds: ReadonlySet<string>): ModelSummary[] {
  const facts = factsOfModels(db, OF_MODELS);
  const known = Map.groupBy(facts, ({ subjectId, metricId }) => `${subjectId} ${metricId}`);
  const models = listMakers(db, new Set([...scoredIds, ...facts.map(({ subjectId }) => subjectId)]));
  const openness = new Map(models.map(({ id }) => [id, opennessOf(id, known)]));
  return models.map(({ id, organisationId }) => {
    const figure = (metricId: string, unit: string) => figureIn(known.get(`${id} ${metricId}`) ?? [], unit);
    const said = openness.get(id) ?? familyOpenness(id, openness);
    return {
      entityId: id,
      organisationId,
      parameters: figure('parameters', 'parameter'),
      contextLength: figure('context-length', 'token'),
      openness: said?.openness ?? '',
      opennessFactId: said?.factId ?? null,
      releaseDate: figure('release-date', ''),
    };
  });
}

/** The figure used, in `unit`. One that holds in general goes before one with a setting (`planned`), a number before a text. */
function figureIn(facts: readonly FactView[], unit: string): Figure | null {
  const general = facts.filter(({ setting }) => setting === '');
  const candidates = general.length > 0 ? general : facts;
  const numbers = candidates.filter((fact) => valueIn(fact, unit) !== null);
  const [ranked] = rankFacts(numbers.length > 0 ? numbers : candidates);
  if (ranked === undefined) return null;
  const { id, qualifier, setting, date, conflict } = ranked.fact;
  const value = valueIn(ranked.fact, unit);
  const { text } = figureOf(ranked.fact);
  return { factId: id, value, text, unit: value === null ? '' : unit, qualifier, setting, date, conflict };
}

type Openness = { openness: 'open' | 'closed'; factId: string };

/** From the statement itself, or from the licence where that says it (`Proprietary`, `Apache 2.0`). */
function opennessOf(modelId: string, known: ReadonlyMap<string, FactView[]>): Openness | undefined {
  const used = (metricId: string): RankedFact | undefined => rankFacts(known.get(`${modelId} ${metricId}`) ?? [])[0];
  const stated = used('openness')?.fact;
  const text = stated && figureOf(stated).text;
  if (stated !== undefined && (text === 'open' || text === 'closed')) return { openness: text, factId: stated.id };
  const licence = used('license')?.fact;
  if (licence === undefined) return undefined;
  const { text: terms } = figureOf(licence);
  if (/proprietary|闭源/i.test(terms)) return { openness: 'closed', factId: licence.id };
  return /apache|\bmit\b|community|impact|yi license/i.test(terms)
    ? { openness: 'open', factId: licence.id }
    : undefined;
}

/** `llama-3.1-8b` is one of `llama-3.1`: what is said of a family's openness holds for its models, that of the nearest family first. */
function familyOpenness(modelId: string, openness: ReadonlyMap<string, Openness | undefined>): Openness | undefined {
  const parts = modelId.split('-');
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const said = openness.get(parts.slice(0, length).join('-'));
    if (said !== undefined) return said;
  }
  return undefined;
}

/** The figure used of the fact, in `unit`; null where it is a text or measures something else. */
function valueIn(fact: FactView, unit: string): number | null {
  const { value } = figureOf(fact);
  return value === null ? null : convert(value, fact.unit, unit);
}
