/** What an import did, with the ways on: its chart, taking it back, the next file. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ImportOutcome } from '../../../shared/series-import.ts';
import { call } from '../../api.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import classes from '../../imports/import.module.css';
import { showFailure } from '../../shell/notices.tsx';
import { goTo } from '../../shell/routes.ts';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { chartRouteOf } from './chart-of-import.ts';
import { OutcomeCounts } from './outcome-counts.tsx';
import { session } from './series-import-store.ts';
import { seriesImportTexts } from './series-import-texts.ts';
import { withdrawImport } from './withdraw-import.ts';

export function OutcomePane({ outcome, file }: { outcome: ImportOutcome; file: string }) {
  const t = useTexts(seriesImportTexts);
  const { entities } = useFactsData();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { importId, seriesIds } = outcome;

  const showChart = async () => {
    try {
      const known = await call('listSeries', {});
      goTo(chartRouteOf(seriesIds, known, (id) => entities.get(id)?.kind) ?? { screen: 'downloads' });
    } catch (failure) {
      showFailure(failure);
    }
  };
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
        {seriesIds.length > 0 && (
          <Button autoFocus onClick={() => void showChart()}>
            {t('showChart')}
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
