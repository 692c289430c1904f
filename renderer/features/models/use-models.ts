/** What the screen of models is about: models, benchmarks and scores as the workbench gives them, with their names. */
import { useCallback, useMemo } from 'react';
import type { Entity } from '../../../shared/facts.ts';
import type { ModelSummary, Score } from '../../../shared/model-methods.ts';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { replaceQuery, useRoute } from '../../shell/routes.ts';
import { groupBenchmarks } from './benchmark-groups.ts';
import { type KnownModels, presetsOf } from './columns.ts';
import { type ModelsQuery, parseQuery, printQuery } from './models-query.ts';

export type ModelsData = KnownModels & {
  /** As they stand under each other, by group. */
  benchmarks: readonly Entity[];
  scores: readonly Score[];
};

export type ModelsAnswer = { data: ModelsData | null; failure: unknown; retry: () => void };

export function useModels(): ModelsAnswer {
  const { answer, failure, retry } = useFactsAnswer('getBenchmarks', {});
  const { entities } = useFactsData();
  const namesOf = useCallback(
    (modelId: string) => {
      const entity = entities.get(modelId);
      const organisation = entities.get(entity?.organisationId ?? '');
      const named = [entity, organisation].flatMap((each) =>
        each ? [each.name.zh, each.name.en, ...each.aliases] : [],
      );
      return [modelId, ...named].join('\n').toLowerCase();
    },
    [entities],
  );
  const data = useMemo(() => {
    if (answer === undefined) return null;
    const { scores } = answer;
    const models: ReadonlyMap<string, ModelSummary> = new Map(answer.models.map((model) => [model.entityId, model]));
    const counts = Map.groupBy(scores, ({ modelId }) => modelId);
    const scored = [...counts.keys()].toSorted((a, b) => (counts.get(b)?.length ?? 0) - (counts.get(a)?.length ?? 0));
    const benchmarks = groupBenchmarks(answer.benchmarks).flatMap((group) => group.benchmarks);
    return { models, benchmarks, scores, scored, presets: presetsOf(scores), namesOf };
  }, [answer, namesOf]);
  return { data, failure, retry };
}

/** What the address keeps of the screen, and how it is changed. */
export function useModelsQuery(): { query: ModelsQuery; change: (changed: Partial<ModelsQuery>) => void } {
  const text = useRoute(({ route }) => ('query' in route ? (route.query ?? '') : ''));
  const query = useMemo(() => parseQuery(text), [text]);
  const change = useCallback(
    (changed: Partial<ModelsQuery>) => replaceQuery(printQuery({ ...query, ...changed })),
    [query],
  );
  return { query, change };
}
