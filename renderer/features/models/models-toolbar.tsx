/** Above the matrix: which models and benchmarks are shown, the filters, and which chart stands beside it. */
import { ActionIcon, SegmentedControl, TextInput } from '@mantine/core';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { ColumnPicker } from './column-picker.tsx';
import type { Columns } from './columns.ts';
import { FilterPicker } from './filter-picker.tsx';
import type { MatrixRow } from './matrix.ts';
import classes from './models.module.css';
import { isFiltered, type ModelsQuery, VIEWS } from './models-query.ts';
import { modelsTexts } from './models-texts.ts';
import { RowPicker } from './row-picker.tsx';
import type { ModelsData } from './use-models.ts';

type ModelsToolbarProps = {
  data: ModelsData;
  columns: Columns;
  /** Rows that could be shown, and those that are. */
  all: readonly MatrixRow[];
  rows: readonly MatrixRow[];
  query: ModelsQuery;
  change: (changed: Partial<ModelsQuery>) => void;
};

export function ModelsToolbar({ data, columns, all, rows, query, change }: ModelsToolbarProps) {
  const t = useTexts(modelsTexts);
  return (
    <>
      <h1 className={classes.title}>{t('screen')}</h1>
      <ColumnPicker data={data} columns={columns} change={change} />
      <RowPicker all={all} rows={rows} isChosen={query.rows !== null} change={change} />
      <FilterPicker data={data} query={query} change={change} />
      <TextInput
        className={classes.search}
        aria-label={t('findModel')}
        placeholder={t('findModel')}
        leftSection={<Icon name="search" size={14} />}
        value={query.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <ChosenFilters query={query} change={change} />
      {isFiltered(query) && (
        <span className={classes.optionDetail} role="status">
          {t('shownOf', { shown: columns.shown.length, pool: columns.pool.length })}
        </span>
      )}
      <span className={classes.space} />
      <SegmentedControl
        aria-label={t('view')}
        data={VIEWS.map((value) => ({ value, label: t(`view-${value}`) }))}
        value={query.view}
        onChange={(value) => change({ view: VIEWS.find((view) => view === value) })}
      />
    </>
  );
}

/** Each filter that is set, with a cross that takes it away. */
function ChosenFilters({ query, change }: Pick<ModelsToolbarProps, 'query' | 'change'>) {
  const t = useTexts(modelsTexts);
  const nameOf = useNameOf();
  const { organisations, sizes, openness, from, to, bounds } = query;
  const [low, high] = bounds;
  const chosen: { label: string; without: Partial<ModelsQuery> }[] = [
    ...organisations.map((id) => ({
      label: nameOf(id),
      without: { organisations: organisations.filter((each) => each !== id) },
    })),
    ...([0, 1, 2] as const)
      .filter((size) => sizes.includes(size))
      .map((size) => ({
        label: t(`class-${size}`, { low, high }),
        without: { sizes: sizes.filter((each) => each !== size) },
      })),
    ...(openness === '' ? [] : [{ label: t(openness), without: { openness: '' as const } }]),
    ...(from === '' ? [] : [{ label: `≥ ${from}`, without: { from: '' } }]),
    ...(to === '' ? [] : [{ label: `≤ ${to}`, without: { to: '' } }]),
  ];
  return chosen.map(({ label, without }) => (
    <span key={label} className={classes.chosen}>
      {label}
      <ActionIcon size={18} aria-label={t('removeFilter', { name: label })} onClick={() => change(without)}>
        <Icon name="close" size={10} />
      </ActionIcon>
    </span>
  ));
}
