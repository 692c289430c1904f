/** One event in a list: its day, its title that leads to where it is from, and for the user's own, edit and delete. */
import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { type CalendarEvent, isPrivate } from '../../shared/calendar.ts';
import { openFact } from '../facts/open-fact.ts';
import { SecurityLink } from '../securities/security-link.tsx';
import { goTo } from '../shell/routes.ts';
import { useLocalText, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './calendar.module.css';
import { calendarTexts } from './calendar-texts.ts';
import { deleteEvent, ownPartOf } from './edit-event.ts';
import { EventForm } from './event-form.tsx';

type EventLineProps = { event: CalendarEvent; withSecurity?: boolean };

export function EventLine({ event, withSecurity = false }: EventLineProps) {
  const t = useTexts(calendarTexts);
  const local = useLocalText();
  const [isEditing, setEditing] = useState(false);
  const title = local(event.title);
  if (isEditing) {
    return (
      <li>
        <EventForm event={ownPartOf(event)} date={event.date} onClose={() => setEditing(false)} />
      </li>
    );
  }
  const open = openerOf(event);
  return (
    <li className={classes.line}>
      <time className={classes.day} dateTime={event.date}>
        {whenOf(event)}
      </time>
      {open === null ? (
        <span className={classes.name}>{title}</span>
      ) : (
        <button type="button" className={`${classes.link} ${classes.name}`} onClick={open}>
          {title}
        </button>
      )}
      {withSecurity && event.kind === 'own' && event.securityId !== '' && (
        <SecurityLink securityId={event.securityId} />
      )}
      {isPrivate(event) && <span className={classes.kind}>{t('private')}</span>}
      {event.kind === 'own' && (
        <span>
          <ActionIcon
            size={22}
            aria-label={t('edit', { title })}
            title={t('edit', { title })}
            onClick={() => setEditing(true)}
          >
            <Icon name="edit" size={13} />
          </ActionIcon>
          <ActionIcon
            size={22}
            aria-label={t('delete', { title })}
            title={t('delete', { title })}
            onClick={() => void deleteEvent(ownPartOf(event))}
          >
            <Icon name="trash" size={13} />
          </ActionIcon>
        </span>
      )}
      {event.note !== '' && <p className={classes.note}>{event.note}</p>}
    </li>
  );
}

/** What tells more of an event; null of the user's own. */
export function openerOf({ factId, kind, securityId }: CalendarEvent): (() => void) | null {
  if (factId !== null) return () => openFact(factId);
  if (kind === 'thesis')
    return () => goTo(securityId === '' ? { screen: 'theses' } : { screen: 'security', securityId });
  return kind !== 'own' && securityId !== '' ? () => goTo({ screen: 'security', securityId }) : null;
}

/** `2024-05-14 09:30–10:00`, `2024-05-14 – 05-16`. */
export function whenOf({ date, endDate, time, endTime }: Pick<CalendarEvent, 'date' | 'endDate' | 'time' | 'endTime'>) {
  const begins = [date, time].filter(Boolean).join(' ');
  if (endDate !== '') {
    const day = endDate.slice(0, 4) === date.slice(0, 4) ? endDate.slice(5) : endDate;
    return `${begins} – ${[day, endTime].filter(Boolean).join(' ')}`;
  }
  return endTime === '' ? begins : `${begins}–${endTime}`;
}
