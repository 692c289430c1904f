/** A security's page: what it is called, and the way to what is known of its company. */
import { Button, Loader } from '@mantine/core';
import { useBarFileDrop } from '../../bars/open-bar-import.ts';
import { PriceSection } from '../../bars/price-section.tsx';
import { useSecuritiesData } from '../../securities/use-securities.ts';
import { goTo } from '../../shell/routes.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import classes from './security.module.css';
import { securityTexts } from './security-texts.ts';

export default function SecurityScreen({ route: { securityId } }: { route: { securityId: string } }) {
  const t = useTexts(securityTexts);
  const local = useLocalText();
  const { securities, status } = useSecuritiesData();
  useBarFileDrop(securityId);
  const security = securities.get(securityId);
  if (security === undefined) {
    return (
      <div className={classes.state} role="status">
        {status === 'ready' ? t('notThere', { securityId }) : <Loader size="sm" />}
      </div>
    );
  }
  const { id, name, sector, tags, entityId } = security;
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1 className={classes.title}>{local(name)}</h1>
        <span className={classes.aside}>{[id, local(sector), ...tags].filter(Boolean).join(' · ')}</span>
      </header>
      {entityId !== '' && (
        <p className={classes.about}>
          <Button
            variant="default"
            onClick={() => goTo({ screen: 'search', query: new URLSearchParams({ subject: entityId }).toString() })}
          >
            {t('factsAbout')}
          </Button>
        </p>
      )}
      <div className={classes.prices}>
        <PriceSection securityId={id} />
      </div>
    </div>
  );
}
