/** The source that the figures of a file are from: one that is there, or a new one under the file's name. */
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { call } from '../../api.ts';
import { attemptEdit } from '../../facts/facts-store.ts';
import { freeSourceId } from '../../facts/source-id.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import classes from './import.module.css';
import { importTexts } from './import-texts.ts';

/** No id of a source: those have no blanks. */
const NEW = 'new source';

type SourceChoiceProps = { sourceId: string; suggestedTitle: string; onChange: (sourceId: string) => void };

export function SourceChoice({ sourceId, suggestedTitle, onChange }: SourceChoiceProps) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const { sources } = useFactsData();
  const title = suggestedTitle.trim().slice(0, 500);
  const options = useMemo(() => {
    const known = [...sources.values()].toReversed();
    const own = known.filter(({ origin }) => origin === 'own');
    const bundled = known.filter(({ origin }) => origin === 'bundled').toReversed();
    return [
      ...(title === '' ? [] : [{ value: NEW, label: t('newSource', { title }) }]),
      ...own.map(({ id, title: label }) => ({ value: id, label })),
      ...bundled.map((source) => ({ value: source.id, label: `${source.id} ${source.title}` })),
    ];
  }, [sources, title, t]);

  const choose = async (chosen: string | null) => {
    if (chosen === null) return;
    if (chosen !== NEW) {
      onChange(chosen);
      return;
    }
    const id = freeSourceId(title, new Set(sources.keys()));
    const source = { id, title, publisher: '', date: '', language, link: '' };
    if (await attemptEdit(call('putSource', { source }))) onChange(id);
  };
  return (
    <Select
      className={classes.source}
      searchable
      aria-label={t('source')}
      placeholder={t('chooseSource')}
      data={options}
      value={sourceId || null}
      comboboxProps={{ width: 480, position: 'bottom-start' }}
      onChange={(chosen) => void choose(chosen)}
    />
  );
}
