/** What an import did, with the ways on: the security's page, taking it back, the next file. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BarImportOutcome } from '../../../shared/bar-import.ts';
import classes from '../../imports/import.module.css';
import { useSecurityName } from '../../securities/use-securities.ts';
import { goTo } from '../../shell/routes.ts';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { session, withdrawImport } from './bar-import-store.ts';
import { barImportTexts } from './bar-import-texts.ts';
import { OutcomeCounts } from './outcome-counts.tsx';

export function OutcomePane({ outcome, file }: { outcome: BarImportOutcome; file: string }) {
  const t = useTexts(barImportTexts);
  const nameOf = useSecurityName();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { importId, securityIds } = outcome;
  const [only] = securityIds.length === 1 ? securityIds : [];
  const takeBack = async () => {
    if (importId === null) return;
    setWithdrawing(true);
    if (await withdrawImport(importId, file)) session.startOver();
    setWithdrawing(false);
  };
  return (
    <section className={classes.outcome} aria-label={t('title')}>
      <div role="status">
        <h2 className={classes.outcomeTitle}>
          <Icon name="check" /> {t(importId === null ? 'importedNothing' : 'imported', { file })}
        </h2>
      </div>
      <p className={classes.summary}>
        <OutcomeCounts outcome={outcome} />
      </p>
      <div className={classes.buttons}>
        {only === undefined ? (
          <Button autoFocus onClick={() => goTo({ screen: 'watchlist' })}>
            {t('showWatchlist')}
          </Button>
        ) : (
          <Button autoFocus onClick={() => goTo({ screen: 'security', securityId: only })}>
            {t('showSecurity', { name: nameOf(only) })}
          </Button>
        )}
        {importId !== null && (
          <Button
            variant="default"
            leftSection={<Icon name="undo" size={14} />}
            loading={isWithdrawing}
            onClick={() => void takeBack()}
          >
            {t('takeBack')}
          </Button>
        )}
        <Button variant="default" onClick={() => session.startOver()}>
          {t('nextFile')}
        </Button>
      </div>
    </section>
  );
}
