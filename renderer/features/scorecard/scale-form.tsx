/** The form of a scale of the user's own. Its bands cannot overlap or leave a gap: only lower bounds are asked for. */
import { ActionIcon, Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call } from '../../api.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { editRatings } from '../../ratings/ratings-store.ts';
import { useSecuritiesData } from '../../securities/use-securities.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { type GradeEntry, readScale, type ScaleEntry } from './scale-entry.ts';
import classes from './scorecard.module.css';
import { scorecardTexts } from './scorecard-texts.ts';

type ScaleFormProps = { scaleId: string; initial: ScaleEntry; onClose: () => void };

const MOST_GRADES = 20;

export function ScaleForm({ scaleId, initial, onClose }: ScaleFormProps) {
  const t = useTexts(scorecardTexts);
  const local = useLocalText();
  const { entities } = useFactsData();
  const { securities } = useSecuritiesData();
  const [entry, setEntry] = useState(initial);
  const scale = readScale(scaleId, entry);
  const [isAsked, setAsked] = useState(false);
  const change = (changed: Partial<ScaleEntry>) => setEntry((before) => ({ ...before, ...changed }));
  const changeGrade = (at: number, changed: Partial<GradeEntry>) =>
    change({ grades: entry.grades.map((grade, index) => (index === at ? { ...grade, ...changed } : grade)) });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if ('fault' in scale) return;
    if (await editRatings(call('putScale', { scale }), scorecardTexts.didSaveScale)) onClose();
  };
  const organisations = [...entities.values()].filter(({ kind }) => kind === 'organisation');
  const indexes = [...securities.values()].filter(({ kind }) => kind === 'index');
  return (
    <form className={classes.scaleForm} aria-label={t('newScale')} onSubmit={(event) => void save(event)}>
      <div className={classes.fields}>
        <TextInput
          w={220}
          label={t('scaleName')}
          value={entry.name}
          maxLength={200}
          autoFocus
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          w={200}
          label={t('scaleBroker')}
          value={entry.brokerId}
          searchable
          data={[
            { value: '', label: t('scaleOwn') },
            ...organisations.map(({ id, name }) => ({ value: id, label: `${local(name)}  ${id}` })),
          ]}
          onChange={(next) => change({ brokerId: next ?? '' })}
        />
        <SegmentedControl
          aria-label={t('scaleKind')}
          value={entry.subjectKind}
          onChange={(subjectKind) => change({ subjectKind })}
          data={(['stock', 'industry'] as const).map((value) => ({ value, label: t(`kind-${value}`) }))}
        />
        <TextInput
          w={150}
          label={t('monthsFrom')}
          value={entry.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          w={110}
          label={t('monthsTo')}
          value={entry.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
        <Select
          w={230}
          label={t('scaleBenchmark')}
          value={entry.benchmarkId || null}
          clearable
          data={indexes.map(({ id, name }) => ({ value: id, label: `${local(name)}  ${id}` }))}
          onChange={(next) => change({ benchmarkId: next ?? '' })}
        />
      </div>
      <p className={classes.hint}>{t('gradesHint')}</p>
      {entry.grades.map((grade, at) => {
        const number = at + 1;
        const isLast = number === entry.grades.length;
        return (
          // Grades have no other identity while they are typed than their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are typed in place and never reordered
          <div key={at} className={classes.fields}>
            <TextInput
              w={180}
              aria-label={t('gradeName', { number })}
              placeholder={t('gradeName', { number })}
              value={grade.name}
              maxLength={100}
              onChange={(event) => changeGrade(at, { name: event.currentTarget.value })}
            />
            <TextInput
              w={90}
              aria-label={`${t('gradeName', { number })} ${t('gradeLow')}`}
              placeholder={isLast ? '' : t('gradeLow')}
              disabled={isLast}
              value={isLast ? '' : grade.low}
              onChange={(event) => changeGrade(at, { low: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={entry.grades.length === 1}
              aria-label={t('removeGrade', { number })}
              onClick={() => change({ grades: entry.grades.filter((_, index) => index !== at) })}
            >
              <Icon name="trash" size={14} />
            </ActionIcon>
          </div>
        );
      })}
      <div className={classes.buttons}>
        <Button
          variant="subtle"
          disabled={entry.grades.length >= MOST_GRADES}
          onClick={() => change({ grades: [...entry.grades, { id: '', name: '', low: '' }] })}
        >
          {t('addGrade')}
        </Button>
        <div className={classes.space} />
        {isAsked && 'fault' in scale && (
          <span role="alert" className={classes.failure}>
            {t(scale.fault)}
          </span>
        )}
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit">{t('save')}</Button>
      </div>
    </form>
  );
}
