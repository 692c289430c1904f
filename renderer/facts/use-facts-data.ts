/** Hooks over the facts' store: names and sources, read when a screen first needs them. */
import { useCallback } from 'react';
import { inLanguage } from '../../shared/language.ts';
import { useKeptData } from '../kept-data.ts';
import { useLanguage } from '../texts.ts';
import { type FactsData, loadFacts, useFacts } from './facts-store.ts';

export function useFactsData(): FactsData {
  return useKeptData(useFacts, loadFacts);
}

/** A function from ids of entities to their names; an id that is not known stays as it is. */
export function useNameOf(): (entityId: string) => string {
  const { entities } = useFactsData();
  const language = useLanguage();
  return useCallback(
    (entityId) => {
      const entity = entities.get(entityId);
      return (entity && inLanguage(entity.name, language)) || entityId;
    },
    [entities, language],
  );
}
