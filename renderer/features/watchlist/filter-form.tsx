/** What the list is narrowed to beside its text: tags, sectors, exchanges, grades, those that occur in it. */
import { Button, MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { inLanguage } from '../../../shared/language.ts';
import type { SecurityView } from '../../../shared/securities.ts';
import { EXCHANGES } from '../../../shared/securities.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import { PopoverButton } from '../../ui/popover-button.tsx';
import type { WatchData } from './watch-data.ts';
import classes from './watchlist.module.css';
import { countFilters, NO_FILTER, type WatchFilter } from './watchlist-query.ts';
import { watchlistTexts } from './watchlist-texts.ts';

type FilterFormProps = {
  securities: readonly SecurityView[];
  data: WatchData;
  filter: WatchFilter;
  onChange: (filter: WatchFilter) => void;
};

export function FilterForm(props: FilterFormProps) {
  const t = useTexts(watchlistTexts);
  const count = countFilters(props.filter);
  return (
    <PopoverButton label={count === 0 ? t('filters') : t('filtersSet', { count })} icon="filter" isSet={count > 0}>
      <FilterFields {...props} />
    </PopoverButton>
  );
}

/** There while the form is open: the choices of a long list are not gathered before. */
function FilterFields({ securities, data, filter, onChange }: FilterFormProps) {
  const t = useTexts(watchlistTexts);
  const language = useLanguage();
  const choices = useMemo(() => choicesOf(securities, data, language), [securities, data, language]);
  const field = (key: 'tags' | 'sectors' | 'grades', label: string) => (
    <MultiSelect
      size="xs"
      label={label}
      placeholder={filter[key].length === 0 ? t('any') : undefined}
      searchable
      openOnFocus={false}
      data={[...new Set([...choices[key], ...filter[key]])]}
      value={[...filter[key]]}
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage={t('noneOccurs')}
      onChange={(chosen) => onChange({ ...filter, [key]: chosen })}
    />
  );
  return (
    <div className={classes.form}>
      {field('tags', t('column-tags'))}
      {field('sectors', t('column-sector'))}
      <MultiSelect
        size="xs"
        label={t('column-exchange')}
        placeholder={filter.exchanges.length === 0 ? t('any') : undefined}
        openOnFocus={false}
        data={EXCHANGES.filter((each) => choices.exchanges.has(each) || filter.exchanges.includes(each)).map(
          (value) => ({
            value,
            label: t(`exchange-${value}`),
          }),
        )}
        value={[...filter.exchanges]}
        comboboxProps={{ withinPortal: false }}
        onChange={(chosen) => onChange({ ...filter, exchanges: EXCHANGES.filter((each) => chosen.includes(each)) })}
      />
      {field('grades', t('column-ratings'))}
      <Button
        variant="default"
        disabled={countFilters(filter) === 0}
        onClick={() => onChange({ ...NO_FILTER, text: filter.text })}
      >
        {t('clearFilters')}
      </Button>
    </div>
  );
}

function choicesOf(securities: readonly SecurityView[], { ratings }: WatchData, language: 'zh' | 'en') {
  const grades = new Set(
    securities.flatMap(({ id }) =>
      (ratings.bySecurity.get(id) ?? []).map((rating) => inLanguage(ratings.gradeOf(rating), language)),
    ),
  );
  return {
    tags: sorted(new Set(securities.flatMap(({ tags }) => tags))),
    sectors: sorted(new Set(securities.map(({ sector }) => inLanguage(sector, language)).filter(Boolean))),
    exchanges: new Set(securities.map(({ exchange }) => exchange)),
    grades: sorted(grades),
  };
}

function sorted(words: ReadonlySet<string>): string[] {
  return [...words].sort((a, b) => a.localeCompare(b, 'zh-CN'));
}
