/** One exhibit beside the list of its report's; `[` and `]` go on to the one before and after. */
import { ActionIcon, Button, Loader } from '@mantine/core';
import { useEffect } from 'react';
import type { ExhibitSummary } from '../../../shared/fact-methods.ts';
import { openNewFact } from '../../facts/open-fact.ts';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { exhibitRoute, goTo } from '../../shell/routes.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { Failed } from '../../ui/failed.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ExhibitMarks } from './exhibit-marks.tsx';
import { exhibitTitle } from './exhibit-rows.ts';
import { ExhibitView } from './exhibit-view.tsx';
import { ScreenHead } from './screen-head.tsx';
import classes from './sources.module.css';
import { sourcesTexts } from './sources-texts.ts';

const NONE: readonly ExhibitSummary[] = [];

export function ExhibitPage({ sourceId, exhibitId }: { sourceId: string; exhibitId: string }) {
  const t = useTexts(sourcesTexts);
  const local = useLocalText();
  const exhibits = useFactsAnswer('listExhibits', { sourceId }).answer ?? NONE;
  const { answer, isCurrent, failure, retry } = useFactsAnswer('getExhibit', { exhibitId });
  const at = exhibits.findIndex(({ id }) => id === exhibitId);
  const before = exhibits[at - 1];
  const after = at < 0 ? undefined : exhibits[at + 1];
  useNeighbourKeys(before, after);

  const shown = exhibits[at];
  const title = shown ? local(exhibitTitle(shown)) : exhibitId;
  const report = answer?.source.title ?? sourceId;
  return (
    <div className={classes.screen}>
      <ScreenHead
        title={title}
        trail={[
          { label: t('sources'), onClick: () => goTo({ screen: 'sources' }) },
          { label: report, onClick: () => goTo({ screen: 'sources', sourceId }) },
        ]}
      >
        <ActionIcon aria-label={t('previous')} title={t('previous')} disabled={!before} onClick={() => show(before)}>
          <Icon name="up" />
        </ActionIcon>
        <ActionIcon aria-label={t('next')} title={t('next')} disabled={!after} onClick={() => show(after)}>
          <Icon name="down" />
        </ActionIcon>
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => openNewFact({ sourceId, place: exhibitId })}
        >
          {t('newFact')}
        </Button>
      </ScreenHead>
      <div className={classes.split}>
        <nav className={classes.contents} aria-label={t('ofReport', { title: report })}>
          <ol>
            {exhibits.map((exhibit) => (
              <li key={exhibit.id}>
                <ContentsEntry exhibit={exhibit} isCurrent={exhibit.id === exhibitId} />
              </li>
            ))}
          </ol>
        </nav>
        <div className={classes.exhibit}>
          {failure !== null ? (
            <Failed className={classes.state} failure={failure} onRetry={retry} />
          ) : answer === undefined || (!isCurrent && answer.exhibit.sourceId !== sourceId) ? (
            <div className={classes.state} role="status" aria-label={t('loading')}>
              <Loader size="sm" />
            </div>
          ) : (
            <ExhibitView key={answer.exhibit.id} exhibit={answer.exhibit} facts={answer.facts} />
          )}
        </div>
      </div>
    </div>
  );
}

function ContentsEntry({ exhibit, isCurrent }: { exhibit: ExhibitSummary; isCurrent: boolean }) {
  const local = useLocalText();
  const t = useTexts(sourcesTexts);
  const title = local(exhibitTitle(exhibit));
  return (
    <button
      type="button"
      className={classes.entry}
      aria-current={isCurrent ? 'page' : undefined}
      title={title}
      ref={isCurrent ? keepInView : undefined}
      onClick={() => show(exhibit)}
    >
      <span className={classes.entryTitle} data-kind={exhibit.kind}>
        {title}
      </span>
      <ExhibitMarks conflicts={exhibit.conflictCount} corrections={exhibit.correctionCount} />
      <span className={classes.entryCount}>
        {exhibit.kind === 'picture' && exhibit.factCount === 0 ? t('kind-picture') : exhibit.factCount}
      </span>
    </button>
  );
}

function keepInView(entry: HTMLElement | null): void {
  entry?.scrollIntoView({ block: 'nearest' });
}

function show(exhibit: ExhibitSummary | undefined): void {
  if (exhibit) goTo(exhibitRoute(exhibit.sourceId, exhibit.id));
}

function useNeighbourKeys(before: ExhibitSummary | undefined, after: ExhibitSummary | undefined): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
      if (event.target.closest('input, textarea, [contenteditable], [role="dialog"]')) return;
      if (event.key === '[') show(before);
      else if (event.key === ']') show(after);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [before, after]);
}
