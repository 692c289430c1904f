/** Narrows facts to a subject or a metric: completes over all names in both languages. */
import { Autocomplete } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { entityChoices } from '../../facts/entity-choice.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { useLanguage } from '../../texts.ts';
import classes from './search.module.css';

type EntityFilterProps = {
  label: string;
  placeholder: string;
  isMetric?: boolean;
  /** '' for any. */
  entityId: string;
  onChange: (entityId: string) => void;
};

const SHOWN_AT_MOST = 30;

export function EntityFilter({ label, placeholder, isMetric = false, entityId, onChange }: EntityFilterProps) {
  const language = useLanguage();
  const { entities } = useFactsData();
  const choices = useMemo(() => {
    const fitting = [...entities.values()].filter(
      ({ kind }) => (kind === 'benchmark' || kind === 'measure') === isMetric,
    );
    return entityChoices(fitting, language);
  }, [entities, isMetric, language]);
  const chosen = entityId === '' ? '' : choices.labelOf(entityId);
  const [typed, setTyped] = useState(chosen);
  useEffect(() => setTyped(chosen), [chosen]);

  const take = (text: string) => {
    const id = text.trim() === '' ? '' : choices.idOf(text);
    if (id === undefined) setTyped(chosen);
    else if (id !== entityId) onChange(id);
  };
  return (
    <Autocomplete
      className={classes.entityFilter}
      size="xs"
      clearable
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      data={choices.find(typed === chosen ? '' : typed, SHOWN_AT_MOST)}
      // `find` has looked under all names already, the option shows one.
      filter={({ options }) => options}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
      maxLength={200}
      onChange={(text) => {
        setTyped(text);
        if (text === '') take(text);
      }}
      onOptionSubmit={take}
      onBlur={() => take(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(typed);
      }}
    />
  );
}
