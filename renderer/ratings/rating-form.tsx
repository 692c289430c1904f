/** The form of a rating: of a broker's with who said it and where, of an own one without. What was typed stays where it is refused. */
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { RatingScale } from '../../shared/ratings.ts';
import { failureText } from '../shell/notices.tsx';
import { useLocalText, useTexts } from '../texts.ts';
import { type EntryFault, type RatingEntry, readEntry, type TypedRating } from './rating-entry.ts';
import { useBandText } from './rating-words.ts';
import classes from './ratings.module.css';
import { ratingsTexts } from './ratings-texts.ts';

type RatingFormProps = {
  label: string;
  /** Those that may be used. */
  scales: readonly RatingScale[];
  initial: RatingEntry;
  needsDate: boolean;
  dateHint?: string;
  /** Fields before these. */
  children?: ReactNode;
  /** Throws where it is refused. */
  onSave: (typed: TypedRating) => Promise<void>;
  onClose: () => void;
};

export function RatingForm({
  label,
  scales,
  initial,
  needsDate,
  dateHint,
  children,
  onSave,
  onClose,
}: RatingFormProps) {
  const t = useTexts(ratingsTexts);
  const local = useLocalText();
  const bandText = useBandText();
  const [entry, setEntry] = useState(initial);
  const [faults, setFaults] = useState<Partial<Record<keyof RatingEntry, EntryFault>>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const scale = scales.find(({ id }) => id === entry.scaleId) ?? scales[0];
  const change = (changed: Partial<RatingEntry>) => setEntry((before) => ({ ...before, ...changed }));
  const faultOf = (field: keyof RatingEntry) => {
    const fault = faults[field];
    return fault && t(fault);
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const typed = readEntry({ ...entry, scaleId: scale?.id ?? '' }, needsDate);
    if ('faults' in typed) {
      setFaults(typed.faults);
      return;
    }
    setFaults({});
    setSaving(true);
    try {
      await onSave(typed);
      onClose();
    } catch (refused) {
      setFailure(refused);
      setSaving(false);
    }
  };

  return (
    <form className={classes.form} aria-label={label} onSubmit={(event) => void save(event)}>
      {children}
      <Select
        w={220}
        label={t('scale')}
        value={scale?.id ?? null}
        allowDeselect={false}
        data={scales.map(({ id, name }) => ({ value: id, label: local(name) }))}
        onChange={(next) => change({ scaleId: next ?? '', gradeId: '' })}
      />
      <Select
        w={250}
        label={t('grade')}
        value={entry.gradeId || null}
        allowDeselect={false}
        data={(scale?.grades ?? []).map(({ id, name, band }) => ({
          value: id,
          label: `${local(name)} · ${bandText(band)}`,
        }))}
        error={faultOf('gradeId')}
        onChange={(next) => change({ gradeId: next ?? '' })}
      />
      <TextInput
        w={150}
        label={t('date')}
        placeholder={t('dateHint')}
        description={dateHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={entry.date}
        error={faultOf('date')}
        onChange={(event) => change({ date: event.currentTarget.value })}
      />
      <TextInput
        w={140}
        label={t('targetPrice')}
        inputMode="decimal"
        value={entry.target}
        error={faultOf('target')}
        onChange={(event) => change({ target: event.currentTarget.value })}
      />
      <TextInput
        w={90}
        label={t('currency')}
        value={entry.currency}
        maxLength={3}
        error={faultOf('currency')}
        onChange={(event) => change({ currency: event.currentTarget.value })}
      />
      <Textarea
        className={classes.wide}
        label={t('noteOptional')}
        rows={2}
        maxLength={10_000}
        value={entry.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <div className={classes.formFoot}>
        <Button type="submit" loading={isSaving}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        {failure !== null && (
          <span role="alert" className={classes.failure}>
            {failureText(failure)}
          </span>
        )}
      </div>
    </form>
  );
}
