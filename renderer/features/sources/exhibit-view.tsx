/** An exhibit as its report shows it: a table or a chart, a picture that says so, the statements of a text. */
import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, startTransition, useMemo, useState } from 'react';
import type { Exhibit, FactView } from '../../../shared/facts.ts';
import { FactTable } from '../../facts/fact-table.tsx';
import { useLocalText, useTexts } from '../../texts.ts';
import { chartsOf } from './exhibit-bars.ts';
import { exhibitTitle } from './exhibit-rows.ts';
import { ExhibitTable } from './exhibit-table.tsx';
import classes from './sources.module.css';
import { sourcesTexts } from './sources-texts.ts';

const ExhibitChart = lazy(() => import('./exhibit-chart.tsx'));

type ExhibitViewProps = { exhibit: Exhibit; facts: readonly FactView[] };

export function ExhibitView({ exhibit, facts }: ExhibitViewProps) {
  const t = useTexts(sourcesTexts);
  const local = useLocalText();
  const byId = useMemo(() => new Map(facts.map((fact) => [fact.id, fact])), [facts]);
  const charts = useMemo(() => chartsOf(exhibit, byId), [exhibit, byId]);
  const [view, setView] = useState<string>(exhibit.kind === 'chart' && charts.length > 0 ? 'chart' : 'table');
  const inCells = useMemo(
    () => new Set(exhibit.rows.flatMap(({ cells }) => cells.flatMap(({ factIds }) => factIds))),
    [exhibit],
  );
  const statements = useMemo(() => facts.filter(({ id }) => !inCells.has(id)), [facts, inCells]);
  const hasTable = exhibit.rows.length > 0;
  const title = exhibitTitle(exhibit);
  const note = local(exhibit.note);
  const toolbar = charts.length > 0 && (
    <SegmentedControl
      size="xs"
      aria-label={t('view')}
      value={view}
      // The table stays until the code of the chart is there.
      onChange={(chosen) => startTransition(() => setView(chosen))}
      data={[
        { value: 'table', label: t('asPrinted') },
        { value: 'chart', label: t('chart') },
      ]}
    />
  );
  return (
    <>
      {hasTable && view === 'table' && (
        <ExhibitTable exhibit={exhibit} facts={byId} toolbar={toolbar} isFitting={statements.length > 0} />
      )}
      {hasTable && view === 'chart' && (
        <Suspense>
          <ExhibitChart charts={charts} title={local(title)} toolbar={toolbar} />
        </Suspense>
      )}
      {exhibit.kind === 'picture' && (
        <p className={classes.picture}>
          {t('picture')} {statements.length > 0 && t('pictureFacts')}
        </p>
      )}
      {(note !== '' || exhibit.attribution !== '') && (
        <div className={classes.notes}>
          {note !== '' && <p>{note}</p>}
          {exhibit.attribution !== '' && <p>{t('attribution', { text: exhibit.attribution })}</p>}
        </div>
      )}
      {(statements.length > 0 || exhibit.kind === 'text') && (
        <FactTable
          label={hasTable ? t('statements') : t('facts')}
          title={title}
          facts={statements}
          oneOf="place"
          isFitting={view === 'chart'}
          toolbar={<span className={classes.part}>{hasTable ? t('statements') : t('facts')}</span>}
          empty={t('nothingRead')}
        />
      )}
    </>
  );
}
