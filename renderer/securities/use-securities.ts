/** Hooks over the store of securities, which is read when a screen first needs it. */
import { useCallback, useEffect } from 'react';
import { inLanguage } from '../../shared/language.ts';
import { useKeptData } from '../kept-data.ts';
import { useLanguage } from '../texts.ts';
import { loadLists, loadSecurities, type SecuritiesData, useSecurities } from './securities-store.ts';

export function useSecuritiesData(): SecuritiesData {
  return useKeptData(useSecurities, loadSecurities);
}

/** The lists that there are, without the securities. */
export function useWatchLists(): Pick<SecuritiesData, 'lists' | 'count' | 'state'> {
  const lists = useSecurities((data) => data.lists);
  const count = useSecurities((data) => data.count);
  const state = useSecurities((data) => data.state);
  useEffect(() => {
    if (useSecurities.getState().count === null) void loadLists();
  }, []);
  return { lists, count, state };
}

/** A function from ids of securities to their names; an id that is not known stays as it is. */
export function useSecurityName(): (securityId: string) => string {
  const { securities } = useSecuritiesData();
  const language = useLanguage();
  return useCallback(
    (securityId) => {
      const security = securities.get(securityId);
      return (security && inLanguage(security.name, language)) || securityId;
    },
    [securities, language],
  );
}
