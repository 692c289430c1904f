/** All sources: the bundled reports and the user's own, with what was read from each. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { ExhibitSummary, SourceSummary } from '../../../shared/fact-methods.ts';
import { ImportButton } from '../../facts/import-button.tsx';
import { openNewFact, openSourceForm } from '../../facts/open-fact.ts';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { goTo } from '../../shell/routes.ts';
import { useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ScreenHead } from './screen-head.tsx';
import classes from './sources.module.css';
import { sourcesTexts } from './sources-texts.ts';

type SourceRow = SourceSummary & { conflictCount: number; correctionCount: number };

const ALL = {};
const keyOf = ({ id }: SourceRow) => id;

export function SourceList() {
  const t = useTexts(sourcesTexts);
  const sources = useFactsAnswer('listSources', ALL);
  const exhibits = useFactsAnswer('listExhibits', ALL);
  const rows = useMemo(() => rowsOf(sources.answer ?? [], exhibits.answer ?? []), [sources.answer, exhibits.answer]);
  const columns = useColumns();
  return (
    <div className={classes.screen}>
      <ScreenHead title={t('sources')}>
        <ImportButton />
        <Button variant="default" leftSection={<Icon name="plus" size={14} />} onClick={() => openNewFact()}>
          {t('newFact')}
        </Button>
        <Button leftSection={<Icon name="plus" size={14} />} onClick={() => openSourceForm(null)}>
          {t('newSource')}
        </Button>
      </ScreenHead>
      <DataTable
        label={t('sources')}
        title={sourcesTexts.sources}
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        isLoading={sources.answer === undefined && sources.failure === null}
        failure={sources.failure}
        onRetry={sources.retry}
        empty={t('noSources')}
        onOpen={({ id }) => goTo({ screen: 'sources', sourceId: id })}
        rowMenu={({ id, origin }) => [
          origin === 'own'
            ? { label: t('editSource'), icon: 'edit', run: () => openSourceForm(id) }
            : { label: t('linkFile'), icon: 'link', run: () => openSourceForm(id) },
        ]}
      />
    </div>
  );
}

function rowsOf(sources: readonly SourceSummary[], exhibits: readonly ExhibitSummary[]): SourceRow[] {
  return sources.map((source) => {
    const own = exhibits.filter(({ sourceId }) => sourceId === source.id);
    const sum = (count: (exhibit: ExhibitSummary) => number) => own.reduce((total, each) => total + count(each), 0);
    return {
      ...source,
      conflictCount: sum((exhibit) => exhibit.conflictCount),
      correctionCount: sum((exhibit) => exhibit.correctionCount),
    };
  });
}

function useColumns(): readonly DataColumn<SourceRow>[] {
  const t = useTexts(sourcesTexts);
  return useMemo(
    () => [
      { id: 'title', heading: t('title'), width: 460, value: ({ title }) => title },
      { id: 'publisher', heading: t('publisher'), width: 180, value: ({ publisher }) => publisher },
      { id: 'date', heading: t('published'), width: 100, value: ({ date }) => date },
      { id: 'exhibits', heading: t('exhibits'), width: 100, align: 'right', value: ({ exhibitCount }) => exhibitCount },
      { id: 'facts', heading: t('facts'), width: 90, align: 'right', value: ({ factCount }) => factCount },
      {
        id: 'conflicts',
        heading: t('conflicts'),
        width: 100,
        align: 'right',
        value: ({ conflictCount }) => conflictCount || null,
      },
      {
        id: 'corrections',
        heading: t('corrections'),
        width: 90,
        align: 'right',
        value: ({ correctionCount }) => correctionCount || null,
      },
      { id: 'origin', heading: t('origin'), width: 90, value: ({ origin }) => t(`origin-${origin}`) },
    ],
    [t],
  );
}
