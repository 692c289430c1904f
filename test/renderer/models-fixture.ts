/** Models, scores and prices for tests. A score reads `model value setting`: `l1 88.6 5-shot`, `l2 >90`. */
import { type Entity, QUALIFIERS } from '../../shared/facts.ts';
import { sameInBoth } from '../../shared/language.ts';
import type { ModelSummary, Price, Score } from '../../shared/model-methods.ts';

export const BENCHMARK: Entity = {
  id: 'b',
  origin: 'bundled',
  kind: 'benchmark',
  name: sameInBoth('Bench'),
  aliases: [],
  organisationId: '',
  unit: '%',
  better: 'higher',
};

export function scoreOf(text: string, fields: Partial<Score> = {}): Score {
  const [, modelId, sign, value, setting] = /^(\S+) ([^\d.]*)(\S+)(?: (.+))?$/.exec(text) ?? [];
  return {
    factId: `r/t/${text}`,
    modelId,
    benchmarkId: 'b',
    setting: setting ?? '',
    value: Number(value),
    qualifier: QUALIFIERS.find((qualifier) => qualifier === sign) ?? '=',
    standing: 'used',
    sourceId: 'r',
    place: 'r/t',
    date: '',
    isCorrected: false,
    conflict: 'none',
    ...fields,
  };
}

export function scoresOf(texts: readonly string[]): Score[] {
  return texts.map((text) => scoreOf(text));
}

type Known = Partial<Pick<ModelSummary, 'organisationId' | 'openness'>> & { released?: string };

export function modelOf(entityId: string, parameters: number | null, known: Known = {}): ModelSummary {
  const { organisationId = '', openness = '', released } = known;
  const figure = { qualifier: '=', setting: '', date: '', conflict: 'none' } as const;
  return {
    entityId,
    organisationId,
    parameters:
      parameters === null
        ? null
        : { ...figure, factId: `${entityId}/parameters`, value: parameters, text: '', unit: 'parameter' },
    contextLength: null,
    openness,
    opennessFactId: openness === '' ? null : `${entityId}/openness`,
    releaseDate:
      released === undefined
        ? null
        : { ...figure, factId: `${entityId}/released`, value: null, text: released, unit: '' },
  };
}

export function priceOf(
  modelId: string,
  direction: Price['direction'],
  usdPerMillion: number | null,
  fields: Partial<Price> = {},
): Price {
  return {
    factId: `${modelId}/${direction}`,
    modelId,
    direction,
    setting: '',
    date: '2024-05',
    value: usdPerMillion ?? 1,
    unit: 'USD/百万token',
    qualifier: '=',
    cnyPerMillion: null,
    usdPerMillion,
    isUsed: true,
    sourceId: 'r',
    place: 'r/t',
    isCorrected: false,
    isChanged: false,
    isOwn: false,
    conflict: 'none',
    ...fields,
  };
}
