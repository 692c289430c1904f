/**
 * Which models stand as columns: those that the user chose, those of a report's exhibit, or all that
 * have a score; then those among them that fit the filters.
 */
import type { ModelSummary, Score } from '../../../shared/model-methods.ts';
import { isFiltered, type ModelsQuery } from './models-query.ts';
import { sizeClassOf } from './size-class.ts';

/** An exhibit as a choice of columns, with its models in the order in which it gives them. */
export type Preset = { exhibitId: string; models: readonly string[]; scoreCount: number };

const FEWEST_MODELS = 3;
const FEWEST_SCORES = 9;

/** Exhibits that compare several models, those with most scores first. */
export function presetsOf(scores: readonly Score[]): Preset[] {
  const presets = [...Map.groupBy(scores, ({ place }) => place)].map(([exhibitId, members]) => ({
    exhibitId,
    models: [...new Set(members.map(({ modelId }) => modelId))],
    scoreCount: members.length,
  }));
  return presets
    .filter(
      ({ exhibitId, models, scoreCount }) =>
        exhibitId !== '' && models.length >= FEWEST_MODELS && scoreCount >= FEWEST_SCORES,
    )
    .toSorted((a, b) => b.scoreCount - a.scoreCount);
}

export type KnownModels = {
  models: ReadonlyMap<string, ModelSummary>;
  /** Ids of all with a score, those with most first. */
  scored: readonly string[];
  presets: readonly Preset[];
  /** Every name of a model, in lower case, for the text filter. */
  namesOf: (modelId: string) => string;
};

export type Columns = {
  /** Before the filters. */
  pool: readonly string[];
  shown: readonly string[];
  /** What the pool is: the user's list, an exhibit, or all. */
  kind: 'chosen' | 'exhibit' | 'all';
  exhibitId: string;
};

/** A filter that is set while nothing was chosen searches among all models. */
export function columnsOf(query: ModelsQuery, known: KnownModels): Columns {
  const { pool, kind, exhibitId } = poolOf(query, known);
  const present = pool.filter((id) => known.models.has(id));
  return { pool: present, shown: present.filter((id) => fits(id, query, known)), kind, exhibitId };
}

function poolOf(query: ModelsQuery, { scored, presets }: KnownModels): Omit<Columns, 'shown'> {
  if (query.models !== null) return { pool: query.models, kind: 'chosen', exhibitId: '' };
  const preset = presets.find(({ exhibitId }) => exhibitId === query.exhibit);
  const atStart = query.exhibit === '' && !isFiltered(query) ? presets[0] : undefined;
  const exhibit = preset ?? atStart;
  if (exhibit !== undefined) return { pool: exhibit.models, kind: 'exhibit', exhibitId: exhibit.exhibitId };
  return { pool: scored, kind: 'all', exhibitId: '' };
}

function fits(modelId: string, query: ModelsQuery, { models, namesOf }: KnownModels): boolean {
  const model = models.get(modelId);
  if (model === undefined) return false;
  const { organisations, sizes, openness, from, to, text } = query;
  if (organisations.length > 0 && !organisations.includes(model.organisationId)) return false;
  if (sizes.length > 0 && !sizes.includes(sizeClassOf(model, query))) return false;
  if (openness !== '' && model.openness !== openness) return false;
  if (!isWithin(model.releaseDate?.text ?? '', from, to)) return false;
  const names = namesOf(modelId);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word));
}

/** `2024` lies within from 2023-05 and to 2024-06 as far as can be told: dates are compared as precisely as both are. */
function isWithin(date: string, from: string, to: string): boolean {
  if (from === '' && to === '') return true;
  if (date === '') return false;
  const isAfter = from === '' || cut(date, from) >= cut(from, date);
  return isAfter && (to === '' || cut(date, to) <= cut(to, date));
}

function cut(date: string, other: string): string {
  return date.slice(0, Math.min(date.length, other.length));
}
