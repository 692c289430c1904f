/** Downloads before any series are there: what the bundled reports state, and the ways to data. */
import { Button } from '@mantine/core';
import { chooseSeriesFile, openSeriesImport } from '../../charts/open-series-import.ts';
import { FactTable } from '../../facts/fact-table.tsx';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './downloads.module.css';
import { downloadsTexts } from './downloads-texts.ts';

const STATED = { filter: { metricIds: ['downloads'], state: 'in-use' as const } };
const NONE: readonly never[] = [];

export function FirstStart() {
  const t = useTexts(downloadsTexts);
  const { answer, failure, retry } = useFactsAnswer('findFacts', STATED);
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('downloads')}</h1>
      </header>
      <section className={classes.first}>
        <h2 className={classes.firstTitle}>{t('firstTitle')}</h2>
        <p>{t('firstText')}</p>
        <div className={classes.buttons}>
          <Button leftSection={<Icon name="import" size={14} />} onClick={chooseSeriesFile}>
            {t('import')}
          </Button>
          <Button variant="default" onClick={() => openSeriesImport(null, 'demonstration=1')}>
            {t('demonstrationData')}
          </Button>
        </div>
      </section>
      <section className={classes.statements}>
        <div className={classes.statementsHead}>
          <h2 className={classes.heading}>{t('statements')}</h2>
          <p>{t('statementsHint')}</p>
        </div>
        <FactTable
          label={t('statements')}
          title={downloadsTexts.statements}
          facts={answer?.facts ?? NONE}
          isLoading={answer === undefined && failure === null}
          failure={failure}
          onRetry={retry}
        />
      </section>
    </div>
  );
}
