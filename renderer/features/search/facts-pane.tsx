/** The facts that fit the search and the filters, as a table. */
import { Button, Select } from '@mantine/core';
import { useMemo } from 'react';
import { FactTable } from '../../facts/fact-table.tsx';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { exportFacts } from '../../shell/jobs.ts';
import { useTexts } from '../../texts.ts';
import { EntityFilter } from './entity-filter.tsx';
import classes from './search.module.css';
import { filterOf, hasFilters, NO_SEARCH, type SearchAddress, STATES } from './search-address.ts';
import { searchTexts } from './search-texts.ts';

/** A table of so many rows is at hand at once; what lies beyond wants a narrower search. */
const ROWS = 1000;
/** The workbench counts no further. */
const COUNTED = 10_000;
const NO_FACTS = [] as const;

type FactsPaneProps = { address: SearchAddress; onChange: (changed: Partial<SearchAddress>) => void };

export function FactsPane({ address, onChange }: FactsPaneProps) {
  const t = useTexts(searchTexts);
  const { sources } = useFactsData();
  const { answer, isCurrent, failure, retry } = useFactsAnswer('findFacts', { filter: filterOf(address), limit: ROWS });
  const sourceOptions = useMemo(
    () => [...sources.values()].map(({ id, title }) => ({ value: id, label: `${id} ${title}` })),
    [sources],
  );
  const menu = (['csv', 'xlsx'] as const).map((format) => ({
    label: t(`exportFound-${format}`),
    icon: 'export' as const,
    run: () => void exportFacts(filterOf(address), format),
  }));
  const shown = answer?.facts ?? NO_FACTS;
  const total = answer?.total ?? 0;
  return (
    <section className={classes.facts} aria-label={t('factsFound')} aria-busy={!isCurrent && failure === null}>
      <FactTable
        label={t('factsFound')}
        title={searchTexts.facts}
        facts={shown}
        isLoading={answer === undefined && failure === null}
        failure={failure}
        onRetry={retry}
        empty={t('noFacts')}
        menu={menu}
        toolbar={
          <>
            <Select
              className={classes.sourceFilter}
              size="xs"
              searchable
              clearable
              aria-label={t('source')}
              placeholder={t('anySource')}
              data={sourceOptions}
              value={address.sourceId || null}
              comboboxProps={{ width: 420, position: 'bottom-start' }}
              onChange={(sourceId) => onChange({ sourceId: sourceId ?? '' })}
            />
            <EntityFilter
              label={t('subject')}
              placeholder={t('anySubject')}
              entityId={address.subjectId}
              onChange={(subjectId) => onChange({ subjectId })}
            />
            <EntityFilter
              label={t('metric')}
              placeholder={t('anyMetric')}
              isMetric
              entityId={address.metricId}
              onChange={(metricId) => onChange({ metricId })}
            />
            <Select
              className={classes.stateFilter}
              size="xs"
              aria-label={t('state')}
              allowDeselect={false}
              data={STATES.map((state) => ({ value: state, label: t(`state-${state}`) }))}
              value={address.state}
              onChange={(value) => onChange({ state: STATES.find((state) => state === value) ?? 'all' })}
            />
            {hasFilters(address) && (
              <Button variant="subtle" size="compact-xs" onClick={() => onChange({ ...NO_SEARCH, text: address.text })}>
                {t('clearFilters')}
              </Button>
            )}
            {total > shown.length && (
              <span className={classes.faint}>
                {t('firstOf', {
                  shown: shown.length.toLocaleString('en-US'),
                  total: total >= COUNTED ? '10,000+' : total.toLocaleString('en-US'),
                })}
              </span>
            )}
          </>
        }
      />
    </section>
  );
}
