/** Events of the security and its company: what is ahead first, then what was. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type CalendarEvent, isPrivate } from '../../../shared/calendar.ts';
import { localDay } from '../../../shared/local-day.ts';
import type { SecurityView } from '../../../shared/securities.ts';
import { EventForm } from '../../calendar/event-form.tsx';
import { EventLine } from '../../calendar/event-line.tsx';
import { goTo } from '../../shell/routes.ts';
import { useTexts } from '../../texts.ts';
import { followCalendar } from '../../theses/follow-theses.ts';
import { FailedLine } from '../../ui/failed.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useAnswer } from '../../use-answer.ts';
import { useVault } from '../../vault/vault-store.ts';
import classes from './security.module.css';
import { securityTexts } from './security-texts.ts';

const PAST_SHOWN = 8;

export function EventsPart({ security }: { security: SecurityView }) {
  const t = useTexts(securityTexts);
  const isOpen = useVault(({ status }) => status?.state === 'open');
  const { answer, failure, retry } = useAnswer('listCalendar', { securityId: security.id }, followCalendar);
  const [isAdding, setAdding] = useState(false);
  if (failure !== null) {
    return <FailedLine failure={failure} onRetry={retry} />;
  }
  const today = localDay(new Date().toISOString());
  const events = (answer ?? []).filter((event) => isOpen || !isPrivate(event));
  const upcoming = events.filter(({ date, endDate }) => (endDate || date) >= today);
  const past = events.filter(({ date, endDate }) => (endDate || date) < today).toReversed();
  return (
    <div>
      <Events title={t('upcoming')} events={upcoming} empty={t('noUpcoming')} />
      <Events title={t('past')} events={past.slice(0, PAST_SHOWN)} empty={t('noPast')} />
      {isAdding ? (
        <EventForm
          event={null}
          about={{ securityId: security.id, subjectId: security.entityId }}
          date={today}
          onClose={() => setAdding(false)}
        />
      ) : (
        <>
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => setAdding(true)}
          >
            {t('addEvent')}
          </Button>
          <Button variant="subtle" size="compact-xs" onClick={() => goTo({ screen: 'calendar' })}>
            {t('openCalendar')}
          </Button>
        </>
      )}
    </div>
  );
}

function Events({ title, events, empty }: { title: string; events: readonly CalendarEvent[]; empty: string }) {
  return (
    <>
      <h3 className={classes.subheading}>{title}</h3>
      {events.length === 0 ? (
        <p className={classes.hint}>{empty}</p>
      ) : (
        <ul className={classes.list} aria-label={title}>
          {events.map((event) => (
            <EventLine key={event.id} event={event} />
          ))}
        </ul>
      )}
    </>
  );
}
