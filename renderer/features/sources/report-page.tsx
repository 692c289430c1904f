/** One source: its exhibits and sections in their order, or all its facts. */
import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { ExhibitSummary, SourceSummary } from '../../../shared/fact-methods.ts';
import { sameInBoth } from '../../../shared/language.ts';
import { objectRef } from '../../../shared/object-ref.ts';
import { FactTable } from '../../facts/fact-table.tsx';
import { openNewFact, openSourceForm } from '../../facts/open-fact.ts';
import { placeText } from '../../facts/place-text.ts';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { NotesButton } from '../../notes/notes-button.tsx';
import { exhibitRoute, goTo } from '../../shell/routes.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { citationOf } from '../../ui/citation.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ExhibitMarks } from './exhibit-marks.tsx';
import { ScreenHead } from './screen-head.tsx';
import classes from './sources.module.css';
import { sourcesTexts } from './sources-texts.ts';

const FACTS_AT_ONCE = 10_000;
const keyOf = ({ id }: ExhibitSummary) => id;

export function ReportPage({ sourceId }: { sourceId: string }) {
  const t = useTexts(sourcesTexts);
  const { sources, status } = useFactsData();
  const source = sources.get(sourceId);
  const [chosen, setView] = useState<string | null>(null);
  const view = chosen ?? (source?.exhibitCount === 0 ? 'facts' : 'exhibits');
  if (source === undefined) {
    return (
      <div className={classes.state} role={status === 'ready' ? 'alert' : 'status'}>
        <p>{status === 'ready' ? t('unknownSource', { id: sourceId }) : t('loading')}</p>
        {status === 'ready' && <Button onClick={() => goTo({ screen: 'sources' })}>{t('allSources')}</Button>}
      </div>
    );
  }
  const about = citationOf({ ...source, title: '' });
  const toolbar = (
    <SegmentedControl
      size="xs"
      aria-label={t('view')}
      value={view}
      onChange={setView}
      data={[
        { value: 'exhibits', label: t('exhibits') },
        { value: 'facts', label: t('allFacts') },
      ]}
    />
  );
  return (
    <div className={classes.screen}>
      <ScreenHead title={source.title} trail={[{ label: t('sources'), onClick: () => goTo({ screen: 'sources' }) }]}>
        <Button
          variant="default"
          leftSection={<Icon name={source.origin === 'own' ? 'edit' : 'link'} size={14} />}
          onClick={() => openSourceForm(sourceId)}
        >
          {t(source.origin === 'own' ? 'editSource' : 'linkFile')}
        </Button>
        <NotesButton objectRefs={[objectRef('source', sourceId)]} />
        <Button leftSection={<Icon name="plus" size={14} />} onClick={() => openNewFact({ sourceId })}>
          {t('newFact')}
        </Button>
      </ScreenHead>
      {(about !== '' || source.link !== '') && (
        <p className={classes.about}>
          {about}
          {source.link !== '' && (
            <span>
              {source.origin === 'bundled' && `${t('ownFile')} `}
              <code className={classes.linkText}>{source.link}</code>
            </span>
          )}
        </p>
      )}
      {view === 'exhibits' ? (
        <Exhibits source={source} toolbar={toolbar} />
      ) : (
        <Facts source={source} toolbar={toolbar} />
      )}
    </div>
  );
}

type PartProps = { source: SourceSummary; toolbar: ReactNode };

function Exhibits({ source, toolbar }: PartProps) {
  const t = useTexts(sourcesTexts);
  const { answer, failure, retry } = useFactsAnswer('listExhibits', { sourceId: source.id });
  return (
    <DataTable
      label={t('ofReport', { title: source.title })}
      title={sameInBoth(source.title)}
      rows={answer ?? []}
      columns={useColumns()}
      rowKey={keyOf}
      toolbar={toolbar}
      isLoading={answer === undefined && failure === null}
      failure={failure}
      onRetry={retry}
      empty={t('noExhibits')}
      onOpen={({ id, sourceId }) => goTo(exhibitRoute(sourceId, id))}
    />
  );
}

function Facts({ source, toolbar }: PartProps) {
  const t = useTexts(sourcesTexts);
  const { answer, failure, retry } = useFactsAnswer('findFacts', {
    filter: { sourceId: source.id },
    limit: FACTS_AT_ONCE,
  });
  return (
    <FactTable
      label={t('allFacts')}
      title={sameInBoth(source.title)}
      facts={answer?.facts ?? []}
      oneOf="source"
      toolbar={toolbar}
      isLoading={answer === undefined && failure === null}
      failure={failure}
      onRetry={retry}
      empty={t('noFacts')}
    />
  );
}

function useColumns(): readonly DataColumn<ExhibitSummary>[] {
  const t = useTexts(sourcesTexts);
  const local = useLocalText();
  return useMemo(
    () => [
      { id: 'id', heading: t('exhibit'), width: 150, value: ({ id, sourceId }) => placeText({ place: id, sourceId }) },
      { id: 'title', heading: t('title'), width: 460, value: ({ title }) => local(title) },
      { id: 'kind', heading: t('kind'), width: 80, value: ({ kind }) => t(`kind-${kind}`) },
      { id: 'facts', heading: t('facts'), width: 80, align: 'right', value: ({ factCount }) => factCount },
      {
        id: 'marks',
        heading: t('conflicts'),
        width: 110,
        align: 'right',
        value: ({ conflictCount }) => conflictCount || null,
        cell: ({ conflictCount }) => <ExhibitMarks conflicts={conflictCount} />,
      },
      {
        id: 'corrections',
        heading: t('corrections'),
        width: 100,
        align: 'right',
        value: ({ correctionCount }) => correctionCount || null,
        cell: ({ correctionCount }) => <ExhibitMarks corrections={correctionCount} />,
      },
      {
        id: 'overlays',
        heading: t('overlays'),
        width: 90,
        align: 'right',
        value: ({ overlayCount }) => overlayCount || null,
      },
    ],
    [t, local],
  );
}
