/** The form for a fact of the user's own. A name that nothing has yet becomes an entity of the kind chosen. */
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { FactDraft } from '../../shared/fact-methods.ts';
import { ENTITY_KINDS, entityKindSchema } from '../../shared/facts.ts';
import { call } from '../api.ts';
import { failureText } from '../shell/notices.tsx';
import { Refusal } from '../shell/refusal.ts';
import { useTexts } from '../texts.ts';
import { citationOf } from '../ui/citation.ts';
import { entryOfDraft, fieldsOf } from './fact-entry.ts';
import { FactFields, useEntityChoices } from './fact-fields.tsx';
import classes from './fact-panel.module.css';
import { factTexts } from './fact-texts.ts';
import { editFacts } from './facts-store.ts';
import { closeFactPanel, openFact, openSourceForm } from './open-fact.ts';
import { useFactsData } from './use-facts-data.ts';

const METRIC_KINDS = ['benchmark', 'measure'] as const;

export function NewFact({ draft }: { draft: Partial<FactDraft> }) {
  const t = useTexts(factTexts);
  const { sources } = useFactsData();
  const choices = useEntityChoices();
  const [entry, setEntry] = useState(() => entryOfDraft(draft));
  const [sourceId, setSourceId] = useState(draft.sourceId ?? null);
  const [place, setPlace] = useState(draft.place ?? '');
  const [wording, setWording] = useState(draft.wording ?? '');
  const [subjectKind, setSubjectKind] = useState<string>(draft.subjectKind ?? 'model');
  const [metricKind, setMetricKind] = useState<string>(draft.metricKind ?? 'measure');
  const [failure, setFailure] = useState<unknown>(null);
  const isNew = (name: string) => name.trim() !== '' && choices.idOf(name) === undefined;

  const save = async () => {
    try {
      for (const [name, label] of [
        [sourceId ?? '', 'source'],
        [entry.subject, 'subject'],
        [entry.metric, 'metric'],
        [entry.figure, 'figure'],
      ] as const) {
        if (name.trim() === '') throw new Refusal(factTexts[`missing-${label}`]);
      }
      const { factId } = await editFacts(
        call('addFact', {
          draft: {
            ...fieldsOf(entry),
            sourceId: sourceId ?? '',
            place: place.trim(),
            wording: wording.trim(),
            printed: entry.figure.trim(),
            subject: choices.idOf(entry.subject) ?? entry.subject.trim(),
            metric: choices.idOf(entry.metric) ?? entry.metric.trim(),
            subjectKind: entityKindSchema.parse(subjectKind),
            metricKind: entityKindSchema.parse(metricKind),
          },
        }),
      );
      openFact(factId);
    } catch (refused) {
      setFailure(refused);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className={classes.form} onSubmit={onSubmit} aria-label={t('panel-new-fact')}>
      <Select
        label={t('source')}
        placeholder={t('sourceHint')}
        searchable
        data={[...sources.values()].map((source) => ({ value: source.id, label: citationOf(source) }))}
        value={sourceId}
        onChange={setSourceId}
      />
      <button type="button" className={classes.link} onClick={() => openSourceForm(null)}>
        {t('newSource')}
      </button>
      <TextInput
        label={t('place')}
        placeholder={t('placeHint')}
        value={place}
        maxLength={500}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <FactFields
        entry={entry}
        first="subject"
        newNameHint={t('newNameHint')}
        onChange={(changed) => setEntry((before) => ({ ...before, ...changed }))}
      />
      {(isNew(entry.subject) || isNew(entry.metric)) && (
        <div className={classes.pair}>
          {isNew(entry.subject) && (
            <Select
              label={t('subjectKind')}
              data={ENTITY_KINDS.map((value) => ({ value, label: t(`kind-${value}`) }))}
              value={subjectKind}
              onChange={(kind) => kind && setSubjectKind(kind)}
            />
          )}
          {isNew(entry.metric) && (
            <Select
              label={t('metricKind')}
              data={METRIC_KINDS.map((value) => ({ value, label: t(`kind-${value}`) }))}
              value={metricKind}
              onChange={(kind) => kind && setMetricKind(kind)}
            />
          )}
        </div>
      )}
      <Textarea
        label={t('wording')}
        placeholder={t('wordingHint')}
        rows={2}
        classNames={{ input: classes.growing }}
        value={wording}
        maxLength={2000}
        onChange={(event) => setWording(event.currentTarget.value)}
      />
      {failure !== null && (
        <p role="alert" className={classes.refusal}>
          {failureText(failure)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit">{t('addFact')}</Button>
        <Button variant="default" onClick={closeFactPanel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
