/** A fact being changed in its place: of a bundled one, the change is the user's own and can be taken back. */
import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { call } from '../api.ts';
import { failureText } from '../shell/notices.tsx';
import { Refusal } from '../shell/refusal.ts';
import { useLocalText, useTexts } from '../texts.ts';
import type { KnownFact } from './fact-details.tsx';
import { changedFields, entryOf, type FactEntry } from './fact-entry.ts';
import { FactFields, useEntityChoices } from './fact-fields.tsx';
import classes from './fact-panel.module.css';
import { factTexts } from './fact-texts.ts';
import { editFacts } from './facts-store.ts';

export function EditFact({ known, onClose }: { known: KnownFact; onClose: () => void }) {
  const t = useTexts(factTexts);
  const local = useLocalText();
  const choices = useEntityChoices();
  const { fact, subject, metric } = known;
  const [initial] = useState(() => entryOf(fact, { subject: local(subject.name), metric: local(metric.name), local }));
  const [entry, setEntry] = useState<FactEntry>(initial);
  const [failure, setFailure] = useState<unknown>(null);

  const idOf = (typed: string): string => {
    const id = choices.idOf(typed);
    if (id === undefined) throw new Refusal(factTexts.unknownName, { name: typed });
    return id;
  };
  const save = async () => {
    try {
      const fields = {
        ...changedFields(initial, entry),
        ...(entry.subject === initial.subject ? {} : { subjectId: idOf(entry.subject) }),
        ...(entry.metric === initial.metric ? {} : { metricId: idOf(entry.metric) }),
      };
      if (Object.keys(fields).length > 0) await editFacts(call('updateFact', { factId: fact.id, fields }));
      onClose();
    } catch (refused) {
      setFailure(refused);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    // An open list closes first, by itself.
    if (event.target instanceof Element && event.target.closest('[aria-expanded="true"]')) return;
    event.preventDefault();
    onClose();
  };
  return (
    <form className={classes.form} onSubmit={onSubmit} onKeyDownCapture={onKeyDown} aria-label={t('edit')}>
      {fact.origin === 'bundled' && <p className={classes.aside}>{t('overlayHint')}</p>}
      <FactFields
        entry={entry}
        first="figure"
        newNameHint={t('unknownNameHint')}
        onChange={(changed) => setEntry((before) => ({ ...before, ...changed }))}
      />
      {failure !== null && (
        <p role="alert" className={classes.refusal}>
          {failureText(failure)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit">{t('save')}</Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
