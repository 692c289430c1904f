/** Events on the time axis: whether they are shown, those in range, and the user's own to add and delete. */
import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import type { DrawnEvent } from '../../shared/charts/drawn.ts';
import { sameInBoth } from '../../shared/language.ts';
import { isPeriodLabel } from '../../shared/periods.ts';
import { type ChartEvent, PLAIN_EVENT } from '../../shared/series.ts';
import { call } from '../api.ts';
import { openFact } from '../facts/open-fact.ts';
import { seriesWereEdited } from '../series/series-store.ts';
import { showFailure, showNotice, showUndoable } from '../shell/notices.tsx';
import { useLocalText, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { PopoverButton } from '../ui/popover-button.tsx';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';
import type { ChangeSpec } from './use-chart-spec.ts';

type EventListProps = {
  isShown: boolean;
  change: ChangeSpec;
  /** In range, where they are shown. */
  drawn: readonly DrawnEvent[];
  all: readonly ChartEvent[];
};

export const EventList = memo(function EventList({ isShown, change, drawn, all }: EventListProps) {
  const onShow = (withEvents: boolean) => change({ withEvents });
  const t = useTexts(chartsTexts);
  const say = useLocalText();
  const inRange = new Set(drawn.map(({ eventId }) => eventId));
  const listed = all.filter(({ id }) => inRange.has(id));
  return (
    <PopoverButton label={t('events')} isSet={isShown}>
      <div className={classes.form}>
        <Checkbox
          size="xs"
          label={t('withEvents')}
          checked={isShown}
          onChange={(event) => onShow(event.currentTarget.checked)}
        />
        {isShown && listed.length === 0 && <p className={classes.hint}>{t('noEvents')}</p>}
        <ul className={classes.entries}>
          {listed.map((event) => (
            <li key={event.id} className={classes.entry}>
              <span className={classes.entryDate}>{event.date}</span>
              {event.factId === null ? (
                <span className={classes.entryName}>{say(event.title)}</span>
              ) : (
                <button
                  type="button"
                  className={classes.entryName}
                  onClick={() => event.factId !== null && openFact(event.factId)}
                >
                  {say(event.title)}
                </button>
              )}
              {event.origin === 'own' && event.factId === null && (
                <ActionIcon
                  size={24}
                  aria-label={t('deleteEvent', { title: say(event.title) })}
                  title={t('deleteEvent', { title: say(event.title) })}
                  onClick={() => void dropEvent(event, say(event.title))}
                >
                  <Icon name="trash" size={14} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
        <EventForm date="" onAdded={() => onShow(true)} />
      </div>
    </PopoverButton>
  );
});

/** `date` is where the user clicked; '' for none yet. */
export function EventForm({ date, onAdded }: { date: string; onAdded: () => void }) {
  const t = useTexts(chartsTexts);
  const [day, setDay] = useState(date);
  const [title, setTitle] = useState('');
  const isReady = isPeriodLabel('day', day) && title.trim() !== '';
  const add = async () => {
    const text = title.trim();
    const id = `event/${crypto.randomUUID()}`;
    if (await saveEvent({ ...PLAIN_EVENT, id, date: day, title: sameInBoth(text), subjectId: '' })) {
      showNotice(chartsTexts.eventAdded, { title: text });
      setTitle('');
      onAdded();
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void add();
      }}
    >
      <TextInput
        type="date"
        label={t('eventDate')}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <TextInput
        label={t('eventTitle')}
        maxLength={200}
        data-autofocus={date !== '' || undefined}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!isReady}>
        {t('addEvent')}
      </Button>
    </form>
  );
}

async function saveEvent(event: Omit<ChartEvent, 'origin' | 'factId'>): Promise<boolean> {
  try {
    await call('putEvent', { event });
    seriesWereEdited();
    return true;
  } catch (failure) {
    showFailure(failure);
    return false;
  }
}

async function dropEvent(event: ChartEvent, said: string): Promise<void> {
  try {
    await call('deleteEvent', { eventId: event.id });
    seriesWereEdited();
    showUndoable(chartsTexts.eventDeleted, { title: said }, () => void saveEvent(event));
  } catch (failure) {
    showFailure(failure);
  }
}
