/** The form of an event of the user's own. What is refused says why, and nothing typed is lost. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OwnEvent } from '../../shared/calendar.ts';
import { isPeriodLabel } from '../../shared/periods.ts';
import { PLAIN_EVENT } from '../../shared/series.ts';
import { failureText } from '../shell/notices.tsx';
import { useLanguage, useTexts } from '../texts.ts';
import classes from './calendar.module.css';
import { calendarTexts } from './calendar-texts.ts';
import { saveEvent } from './edit-event.ts';

type EventFormProps = {
  /** Null for a new one. */
  event: OwnEvent | null;
  /** Of a new one. */
  about?: Pick<OwnEvent, 'securityId' | 'subjectId'>;
  date: string;
  onClose: () => void;
};

export function EventForm({ event, about = { securityId: '', subjectId: '' }, date, onClose }: EventFormProps) {
  const t = useTexts(calendarTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState<OwnEvent>(
    () => event ?? { ...PLAIN_EVENT, ...about, id: `event/${crypto.randomUUID()}`, date, title: { zh: '', en: '' } },
  );
  const [failure, setFailure] = useState<unknown>(null);
  const title = draft.title[language] || draft.title.zh || draft.title.en;
  const change = (fields: Partial<OwnEvent>) => setDraft((before) => ({ ...before, ...fields }));
  /** A title that was the same in both languages stays so. */
  const retitle = (text: string) => {
    const isSame = draft.title.zh === draft.title.en;
    change({ title: isSame ? { zh: text, en: text } : { ...draft.title, [language]: text } });
  };
  const isReady = title.trim() !== '' && isPeriodLabel('day', draft.date);
  const save = async () => {
    try {
      await saveEvent(draft, event);
      onClose();
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  return (
    <form
      className={classes.form}
      aria-label={event === null ? t('add') : t('edit', { title })}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (isReady) void save();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <TextInput
        label={t('title')}
        maxLength={500}
        ref={focusOnce}
        value={title}
        onChange={({ currentTarget }) => retitle(currentTarget.value)}
      />
      <div className={classes.row}>
        <TextInput
          type="date"
          label={t('date')}
          value={draft.date}
          onChange={({ currentTarget }) => change({ date: currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('time')}
          value={draft.time}
          onChange={({ currentTarget }) => change({ time: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('endDate')}
          value={draft.endDate}
          onChange={({ currentTarget }) => change({ endDate: currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('endTime')}
          value={draft.endTime}
          onChange={({ currentTarget }) => change({ endTime: currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('note')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={10_000}
        value={draft.note}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
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

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
