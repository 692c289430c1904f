/** The fields of a fact, the same for a new one and for one that is changed. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { CONFIDENCES, QUALIFIERS } from '../../shared/facts.ts';
import { useLanguage, useTexts } from '../texts.ts';
import { entityChoices } from './entity-choice.ts';
import { EntityInput } from './entity-input.tsx';
import type { FactEntry } from './fact-entry.ts';
import classes from './fact-panel.module.css';
import { factTexts } from './fact-texts.ts';
import { useFactsData } from './use-facts-data.ts';

type FactFieldsProps = {
  entry: FactEntry;
  onChange: (changed: Partial<FactEntry>) => void;
  /** The field to begin with. */
  first: 'subject' | 'figure';
  /** Shown below the name where nothing is called so yet. */
  newNameHint: string;
};

export function useEntityChoices() {
  const { entities } = useFactsData();
  const language = useLanguage();
  return useMemo(() => entityChoices(entities.values(), language), [entities, language]);
}

export function FactFields({ entry, onChange, first, newNameHint }: FactFieldsProps) {
  const t = useTexts(factTexts);
  const choices = useEntityChoices();
  const hintOf = (typed: string) =>
    typed.trim() !== '' && choices.labels.length > 0 && choices.idOf(typed) === undefined ? newNameHint : undefined;
  const text = (field: keyof FactEntry) => ({
    value: entry[field],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      <EntityInput
        label={t('subject')}
        part="subject"
        value={entry.subject}
        choices={choices}
        hint={hintOf(entry.subject)}
        isFirst={first === 'subject'}
        onChange={(subject) => onChange({ subject })}
      />
      <EntityInput
        label={t('metric')}
        part="metric"
        value={entry.metric}
        choices={choices}
        hint={hintOf(entry.metric)}
        onChange={(metric) => onChange({ metric })}
      />
      <TextInput label={t('setting')} placeholder={t('settingHint')} maxLength={300} {...text('setting')} />
      <div className={classes.pair}>
        <TextInput
          label={t('figure')}
          placeholder={t('figureHint')}
          maxLength={2000}
          autoFocus={first === 'figure'}
          {...text('figure')}
        />
        <TextInput label={t('unit')} placeholder="%, CNY/token…" maxLength={200} {...text('unit')} />
      </div>
      <div className={classes.pair}>
        <Select
          label={t('qualifier')}
          data={QUALIFIERS.map((value) => ({ value, label: value === 'peak' ? t('peak') : value }))}
          value={entry.qualifier}
          onChange={(qualifier) => qualifier && onChange({ qualifier })}
        />
        <TextInput label={t('date')} placeholder="2024-07, 2024Q1" maxLength={10} {...text('date')} />
      </div>
      <Select
        label={t('confidence')}
        data={CONFIDENCES.map((value) => ({ value, label: t(`confidence-${value}`) }))}
        value={entry.confidence}
        onChange={(confidence) => confidence && onChange({ confidence })}
      />
      <Textarea
        label={t('note')}
        rows={1}
        maxLength={10_000}
        classNames={{ input: classes.growing }}
        {...text('note')}
      />
      <fieldset className={classes.fieldset}>
        <legend>{t('correction')}</legend>
        <TextInput label={t('corrected')} placeholder={t('correctedHint')} maxLength={2000} {...text('corrected')} />
        {entry.corrected.trim() !== '' && (
          <Textarea
            label={t('reason')}
            rows={2}
            maxLength={10_000}
            classNames={{ input: classes.growing }}
            {...text('reason')}
          />
        )}
      </fieldset>
    </>
  );
}
