/** The choice of series at the left of the chart: narrowed by words, market, platform, vendor and metric; by app and one by one. */
import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ChartSpec } from '../../../shared/chart-spec.ts';
import type { SeriesSummary } from '../../../shared/series.ts';
import { openSeriesImport } from '../../charts/open-series-import.ts';
import type { ChangeSpec } from '../../charts/use-chart-spec.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './downloads.module.css';
import { downloadsTexts } from './downloads-texts.ts';
import {
  choicesOf,
  DIMENSIONS,
  filtered,
  groupBySubject,
  marketsSideBySide,
  NO_FILTER,
  type SubjectGroup,
  toggled,
  vendorsSideBySide,
} from './series-choice.ts';

type SeriesPickerProps = {
  known: readonly SeriesSummary[];
  spec: ChartSpec;
  change: ChangeSpec;
  /** Every name of a subject, to be found by. */
  namesOf: (subjectId: string) => string;
};

export function SeriesPicker({ known, spec, change, namesOf }: SeriesPickerProps) {
  const t = useTexts(downloadsTexts);
  const nameOf = useNameOf();
  const [filter, setFilter] = useState(NO_FILTER);
  const { seriesIds } = spec;
  const offered = useMemo(() => filtered(known, filter, namesOf), [known, filter, namesOf]);
  const groups = useMemo(() => groupBySubject(offered), [offered]);
  const markets = useMemo(() => marketsSideBySide(known, seriesIds), [known, seriesIds]);
  return (
    <>
      <div className={classes.filters}>
        <TextInput
          aria-label={t('find')}
          placeholder={t('find')}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
        {DIMENSIONS.map((dimension) => {
          const choices = choicesOf(known, dimension);
          if (choices.length < 2) return null;
          const label = t(dimension);
          return (
            <Select
              key={dimension}
              aria-label={label}
              data={[
                { value: '', label: t('any', { dimension: label }) },
                ...choices.map((value) => ({ value, label: dimension === 'metricId' ? nameOf(value) : value })),
              ]}
              value={filter[dimension]}
              onChange={(chosen) => setFilter({ ...filter, [dimension]: chosen ?? '' })}
            />
          );
        })}
        <div className={classes.count}>
          <span>{t('chosenCount', { count: seriesIds.length, total: known.length })}</span>
          {seriesIds.length > 0 && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => change({ seriesIds: [] })}>
              {t('clear')}
            </Button>
          )}
        </div>
      </div>
      <div className={classes.groups}>
        {groups.length === 0 && <p className={classes.group}>{t('noMatch')}</p>}
        {groups.map((group) => (
          <Subject key={group.subjectId} group={group} known={known} spec={spec} change={change} />
        ))}
      </div>
      <div className={classes.foot}>
        {markets !== null && (
          <Button variant="default" title={t('marketsHint')} onClick={() => change(markets)}>
            {t('markets')}
          </Button>
        )}
        <Button variant="default" leftSection={<Icon name="import" size={14} />} onClick={() => openSeriesImport(null)}>
          {t('import')}
        </Button>
      </div>
    </>
  );
}

type SubjectProps = Pick<SeriesPickerProps, 'known' | 'spec' | 'change'> & { group: SubjectGroup };

function Subject({ group: { subjectId, series }, known, spec, change }: SubjectProps) {
  const t = useTexts(downloadsTexts);
  const nameOf = useNameOf();
  const wordsOf = useSeriesWords();
  const ids = series.map(({ id }) => id);
  const chosen = ids.filter((id) => spec.seriesIds.includes(id));
  const vendors = vendorsSideBySide(known, subjectId, series[0]);
  const choose = (some: readonly string[], isChosen: boolean) =>
    change({ seriesIds: toggled(spec.seriesIds, some, isChosen) });
  const name = nameOf(subjectId);
  return (
    <div className={classes.group}>
      <div className={classes.subject}>
        <Checkbox
          size="xs"
          className={classes.subjectName}
          label={series.length === 1 ? `${name} ${wordsOf(series[0])}`.trim() : name}
          checked={chosen.length === ids.length}
          indeterminate={chosen.length > 0 && chosen.length < ids.length}
          onChange={(event) => choose(ids, event.currentTarget.checked)}
        />
        {vendors !== null && (
          <ActionIcon
            size={24}
            aria-label={t('vendorsHint', { subject: name })}
            title={t('vendorsHint', { subject: name })}
            onClick={() => change(vendors)}
          >
            <Icon name="compare" size={14} />
          </ActionIcon>
        )}
      </div>
      {series.length > 1 && (
        <div className={classes.members}>
          {series.map((each) => (
            <div key={each.id} className={classes.member}>
              <Checkbox
                size="xs"
                label={wordsOf(each)}
                title={t('until', { last: each.last })}
                checked={spec.seriesIds.includes(each.id)}
                onChange={(event) => choose([each.id], event.currentTarget.checked)}
              />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** What tells a series from the others of its subject. */
function useSeriesWords(): (series: SeriesSummary) => string {
  const t = useTexts(downloadsTexts);
  const nameOf = useNameOf();
  return ({ metricId, market, platform, vendor, definition, origin }) =>
    [
      metricId === 'downloads' ? '' : nameOf(metricId),
      market || t('allMarkets'),
      platform,
      origin === 'demonstration' ? t('demonstration') : vendor,
      definition,
    ]
      .filter(Boolean)
      .join(' · ');
}
