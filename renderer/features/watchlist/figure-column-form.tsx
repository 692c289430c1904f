/** A new column of figures: one metric of all companies; a figure for a single security is chosen in its row's menu. */
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { FigureColumn } from '../../../shared/watch-views.ts';
import { entityChoices } from '../../facts/entity-choice.ts';
import { EntityInput } from '../../facts/entity-input.tsx';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

export function FigureColumnForm({ onAdd }: { onAdd: (column: FigureColumn) => void }) {
  const t = useTexts(watchlistTexts);
  const language = useLanguage();
  const { entities } = useFactsData();
  const [typed, setTyped] = useState('');
  const choices = useMemo(
    () =>
      entityChoices(
        [...entities.values()].filter(({ kind }) => kind === 'measure' || kind === 'benchmark'),
        language,
      ),
    [entities, language],
  );
  const metricId = choices.idOf(typed);
  return (
    <form
      className={classes.oneLine}
      onSubmit={(event) => {
        event.preventDefault();
        if (metricId === undefined) return;
        onAdd({ id: `figures/${crypto.randomUUID()}`, title: '', metricId, refs: [] });
        setTyped('');
      }}
    >
      <EntityInput label={t('metricColumn')} part="metric" value={typed} choices={choices} onChange={setTyped} />
      <Button type="submit" variant="default" disabled={metricId === undefined}>
        {t('add')}
      </Button>
    </form>
  );
}
