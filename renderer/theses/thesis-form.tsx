/** The form of a thesis, new or as it is. What is refused says why, and nothing typed is lost. */
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Hit } from '../../shared/fact-methods.ts';
import { isPeriodLabel } from '../../shared/periods.ts';
import type { ThesisDraft, ThesisView } from '../../shared/theses.ts';
import { call } from '../api.ts';
import { AboutObjects } from '../notes/about-objects.tsx';
import { failureText, showNotice } from '../shell/notices.tsx';
import { useTexts } from '../texts.ts';
import { ConditionInput } from './condition-input.tsx';
import classes from './theses.module.css';
import { thesesTexts } from './theses-texts.ts';

type ThesisFormProps = {
  /** Null for a new one. */
  thesis: ThesisView | null;
  /** Of a new one, what it is about. */
  about: readonly string[];
  onClose: () => void;
};

/** What a thesis can be about. */
const SUBJECTS: Hit['kind'][] = ['security', 'group', 'list', 'entity'];

export function ThesisForm({ thesis, about, onClose }: ThesisFormProps) {
  const t = useTexts(thesesTexts);
  const [draft, setDraft] = useState<ThesisDraft>(
    () => thesis ?? { claim: '', about: [...about], condition: '', due: '', probability: null, note: '' },
  );
  const [failure, setFailure] = useState<unknown>(null);
  const change = (fields: Partial<ThesisDraft>) => setDraft((before) => ({ ...before, ...fields }));
  const isReady = draft.claim.trim() !== '' && draft.condition.trim() !== '' && isPeriodLabel('day', draft.due);
  const save = async () => {
    const { claim, condition, due, probability, note } = draft;
    const written = { claim, about: draft.about, condition, due, probability, note };
    try {
      await call('putThesis', { thesisId: thesis?.id, thesis: written });
      showNotice(thesesTexts.saved);
      onClose();
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  return (
    <form
      className={classes.form}
      aria-label={thesis === null ? t('add') : t('edit', { claim: thesis.claim })}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void save();
      }}
    >
      <Textarea
        label={t('claim')}
        placeholder={t('claimExample')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        data-autofocus
        value={draft.claim}
        onChange={(event) => change({ claim: event.currentTarget.value })}
      />
      <ConditionInput value={draft.condition} onChange={(condition) => change({ condition })} />
      <fieldset className={classes.subjects} aria-label={t('about')}>
        {t('about')}
        <AboutObjects about={draft.about} most={20} kinds={SUBJECTS} onChange={(next) => change({ about: next })} />
      </fieldset>
      <div className={classes.row}>
        <TextInput
          type="date"
          label={t('due')}
          value={draft.due}
          onChange={(event) => change({ due: event.currentTarget.value })}
        />
        <NumberInput
          label={t('probability')}
          placeholder={t('probabilityHint')}
          min={0}
          max={100}
          clampBehavior="strict"
          hideControls
          value={draft.probability === null ? '' : Math.round(draft.probability * 1000) / 10}
          onChange={(value) => change({ probability: typeof value === 'number' ? value / 100 : null })}
        />
      </div>
      <Textarea
        label={t('note')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={10_000}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {failure !== null && (
        <p className={classes.wrong} role="alert">
          {failureText(failure)}
        </p>
      )}
      <div className={classes.actions}>
        <Button type="submit" disabled={!isReady}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
