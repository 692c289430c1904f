/** Hooks over the store of securities, which is read when a screen first needs it. */
import { useCallback, useEffect } from 'react';
import { inLanguage } from '../../shared/language.ts';
import { useLanguage } from '../texts.ts';
import { loadSecurities, type SecuritiesData, useSecurities } from './securities-store.ts';

export function useSecuritiesData(): SecuritiesData {
  const data = useSecurities();
  const { status } = data;
  useEffect(() => {
    if (status === 'unread') void loadSecurities();
  }, [status]);
  return data;
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
