/** All events one after the other: what is ahead, then what was, latest first. */
import type { CalendarEvent } from '../../../shared/calendar.ts';
import { calendarTexts } from '../../calendar/calendar-texts.ts';
import { EventLine } from '../../calendar/event-line.tsx';
import { useTexts } from '../../texts.ts';
import classes from './calendar-screen.module.css';

export function Agenda({ events, today }: { events: readonly CalendarEvent[]; today: string }) {
  const t = useTexts(calendarTexts);
  const isPast = ({ date, endDate }: CalendarEvent) => (endDate || date) < today;
  return (
    <>
      <Part title={t('upcoming')} events={events.filter((event) => !isPast(event))} />
      <Part title={t('past')} events={events.filter(isPast).toReversed()} />
    </>
  );
}

function Part({ title, events }: { title: string; events: readonly CalendarEvent[] }) {
  const t = useTexts(calendarTexts);
  return (
    <section aria-label={title}>
      <h2 className={classes.dayTitle}>{title}</h2>
      {events.length === 0 ? (
        <p className={classes.hint}>{t('empty')}</p>
      ) : (
        <ul className={classes.agenda}>
          {events.map((event) => (
            <EventLine key={event.id} event={event} withSecurity />
          ))}
        </ul>
      )}
    </section>
  );
}
