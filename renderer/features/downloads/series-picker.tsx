/** The choice of series at the left of the chart: narrowed by words, market, platform, vendor and metric; by app and one by one. */
import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { dimensionText } from '../../../shared/charts/dimension-words.ts';
import type { SeriesSummary } from '../../../shared/series.ts';
import { chooseSeriesFile } from '../../charts/open-series-import.ts';
import type { SpecOnScreen } from '../../charts/use-chart-spec.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useLocalText, useTexts } from '../../texts.ts';
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
  type SeriesFilter,
  type SubjectGroup,
  toggled,
  vendorsSideBySide,
} from './series-choice.ts';

type SeriesPickerProps = SpecOnScreen & {
  known: readonly SeriesSummary[];
  /** Every name of a subject, to be found by. */
  namesOf: (subjectId: string) => string;
};

export function SeriesPicker({ known, spec, change, prepare, namesOf }: SeriesPickerProps) {
  const t = useTexts(downloadsTexts);
  const [filter, setFilter] = useState(NO_FILTER);
  const { seriesIds } = spec;
  const hasPlatforms = useMemo(() => choicesOf(known, 'platform').length > 1, [known]);
  const latest = useRef(seriesIds);
  latest.current = seriesIds;
  const toggle = useCallback(
    (ids: readonly string[], isChosen: boolean) => change({ seriesIds: toggled(latest.current, ids, isChosen) }),
    [change],
  );
  const aim = useCallback(
    (ids: readonly string[], isChosen: boolean) => prepare({ seriesIds: toggled(latest.current, ids, isChosen) }),
    [prepare],
  );
  const isChosen = useMemo(() => {
    const chosen = new Set(seriesIds);
    return ({ id }: SeriesSummary) => chosen.has(id);
  }, [seriesIds]);
  const offered = useMemo(() => filtered(known, filter, namesOf), [known, filter, namesOf]);
  const rows = useMemo(() => rowsOf(groupBySubject(offered)), [offered]);
  const scroller = useRef<HTMLDivElement>(null);
  // A vendor covers thousands of apps: only those in sight are in the page.
  const shown = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index].key,
    estimateSize: (index) => ('group' in rows[index] ? SUBJECT_HEIGHT : MEMBER_HEIGHT),
    overscan: 4,
    // The chart does not wait for rows to be measured.
    useFlushSync: false,
  });
  const bySubject = useMemo(() => Map.groupBy(known, ({ subjectId }) => subjectId), [known]);
  return (
    <>
      <PickerFilters
        known={known}
        filter={filter}
        setFilter={setFilter}
        chosenCount={seriesIds.length}
        change={change}
      />
      <div ref={scroller} className={classes.rows}>
        {rows.length === 0 && <p className={classes.noMatch}>{t('noMatch')}</p>}
        <div className={classes.allRows} style={{ height: shown.getTotalSize() }}>
          {shown.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            return (
              <div
                key={key}
                ref={shown.measureElement}
                data-index={index}
                className={classes.row}
                style={{ top: start }}
              >
                {'group' in row ? (
                  <Subject
                    group={row.group}
                    chosenCount={row.group.series.filter(isChosen).length}
                    hasPlatforms={hasPlatforms}
                    all={bySubject.get(row.group.subjectId) ?? row.group.series}
                    change={change}
                    toggle={toggle}
                    aim={aim}
                  />
                ) : (
                  <Member
                    series={row.series}
                    hasPlatforms={hasPlatforms}
                    isChosen={isChosen(row.series)}
                    toggle={toggle}
                    aim={aim}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
      <PickerFoot known={known} seriesIds={seriesIds} change={change} />
    </>
  );
}

type PickerFiltersProps = Pick<SeriesPickerProps, 'known' | 'change'> & {
  filter: SeriesFilter;
  setFilter: (filter: SeriesFilter) => void;
  chosenCount: number;
};

const PickerFilters = memo(function PickerFilters(props: PickerFiltersProps) {
  const { known, filter, setFilter, chosenCount, change } = props;
  const t = useTexts(downloadsTexts);
  const nameOf = useNameOf();
  const text = useLocalText();
  const choices = useMemo(() => DIMENSIONS.map((dimension) => choicesOf(known, dimension)), [known]);
  return (
    <div className={classes.filters}>
      <TextInput
        aria-label={t('find')}
        placeholder={t('find')}
        value={filter.text}
        onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
      />
      {DIMENSIONS.map((dimension, at) => {
        if (choices[at].length < 2) return null;
        const label = t(dimension);
        return (
          <Select
            key={dimension}
            aria-label={label}
            data={[
              { value: '', label: t('any', { dimension: label }) },
              ...choices[at].map((value) => ({
                value,
                label: dimension === 'metricId' ? nameOf(value) : text(dimensionText(value)),
              })),
            ]}
            value={filter[dimension]}
            onChange={(chosen) => setFilter({ ...filter, [dimension]: chosen ?? '' })}
          />
        );
      })}
      <div className={classes.count}>
        <span>{t('chosenCount', { count: chosenCount, total: known.length })}</span>
        {chosenCount > 0 && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => change({ seriesIds: [] })}>
            {t('clear')}
          </Button>
        )}
      </div>
    </div>
  );
});

type PickerFootProps = Pick<SeriesPickerProps, 'known' | 'change'> & { seriesIds: readonly string[] };

const PickerFoot = memo(function PickerFoot({ known, seriesIds, change }: PickerFootProps) {
  const t = useTexts(downloadsTexts);
  const later = useDeferredValue(seriesIds);
  const markets = useMemo(() => marketsSideBySide(known, later), [known, later]);
  return (
    <div className={classes.foot}>
      {markets !== null && (
        <Button variant="default" title={t('marketsHint')} onClick={() => change(markets)}>
          {t('markets')}
        </Button>
      )}
      <Button variant="default" leftSection={<Icon name="import" size={14} />} onClick={chooseSeriesFile}>
        {t('import')}
      </Button>
    </div>
  );
});

/** Until they are measured: a long name takes two lines. */
const SUBJECT_HEIGHT = 30;
const MEMBER_HEIGHT = 24;

type PickerRow = { key: string } & ({ group: SubjectGroup } | { series: SeriesSummary });

/** Each app, and below it its series where it has several. */
function rowsOf(groups: readonly SubjectGroup[]): PickerRow[] {
  return groups.flatMap<PickerRow>((group) => [
    { key: `of ${group.subjectId}`, group },
    ...(group.series.length > 1 ? group.series.map((series) => ({ key: series.id, series })) : []),
  ]);
}

type Toggle = (ids: readonly string[], isChosen: boolean) => void;
type SubjectProps = Pick<SeriesPickerProps, 'change'> & {
  group: SubjectGroup;
  /** Of the subject, those that the filter hides as well. */
  all: readonly SeriesSummary[];
  chosenCount: number;
  hasPlatforms: boolean;
  toggle: Toggle;
  aim: Toggle;
};

/** Drawn again only where its own choice changes: there are many, and each has its box. */
const Subject = memo(function Subject(props: SubjectProps) {
  const { group, all, chosenCount, hasPlatforms, change, toggle, aim } = props;
  const { subjectId, series } = group;
  const t = useTexts(downloadsTexts);
  const nameOf = useNameOf();
  const wordsOf = useSeriesWords(hasPlatforms);
  const ids = series.map(({ id }) => id);
  const vendors = useMemo(() => vendorsSideBySide(all, series[0]), [all, series]);
  const name = nameOf(subjectId);
  const isWhole = chosenCount === ids.length;
  return (
    <div className={classes.subject} onPointerEnter={() => aim(ids, !isWhole)} onFocus={() => aim(ids, !isWhole)}>
      <Checkbox
        size="xs"
        className={classes.subjectName}
        label={series.length === 1 ? `${name} ${wordsOf(series[0])}`.trim() : name}
        checked={isWhole}
        indeterminate={chosenCount > 0 && chosenCount < ids.length}
        onChange={(event) => toggle(ids, event.currentTarget.checked)}
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
  );
});

type MemberProps = {
  series: SeriesSummary;
  hasPlatforms: boolean;
  isChosen: boolean;
  toggle: Toggle;
  aim: Toggle;
};

const Member = memo(function Member({ series, hasPlatforms, isChosen, toggle, aim }: MemberProps) {
  const t = useTexts(downloadsTexts);
  const wordsOf = useSeriesWords(hasPlatforms);
  return (
    <div
      className={classes.member}
      onPointerEnter={() => aim([series.id], !isChosen)}
      onFocus={() => aim([series.id], !isChosen)}
    >
      <Checkbox
        size="xs"
        label={wordsOf(series)}
        title={t('until', { last: series.last })}
        checked={isChosen}
        onChange={(event) => toggle([series.id], event.currentTarget.checked)}
      />
    </div>
  );
});

/** What tells a series from the others of its subject; a platform only where there are several. */
function useSeriesWords(hasPlatforms: boolean): (series: SeriesSummary) => string {
  const t = useTexts(downloadsTexts);
  const nameOf = useNameOf();
  const text = useLocalText();
  const said = (dimension: string) => text(dimensionText(dimension));
  return ({ metricId, market, platform, vendor, definition, origin }) =>
    [
      metricId === 'downloads' ? '' : nameOf(metricId),
      market === '' ? t('allMarkets') : said(market),
      hasPlatforms ? said(platform) : '',
      origin === 'demonstration' ? t('demonstration') : vendor,
      said(definition),
    ]
      .filter(Boolean)
      .join(' · ');
}
