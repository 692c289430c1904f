/** The next event of every company, from facts and the user's own; what is private stays in the calendar. */
import { useMemo } from 'react';
import { type CalendarEvent, isPrivate } from '../../../shared/calendar.ts';
import { onEvent } from '../../api.ts';
import { useFacts } from '../../facts/facts-store.ts';
import { useAnswer } from '../../use-answer.ts';

/** By entity. `today` is an ISO date; null asks for nothing. */
export function useNextEvents(today: string | null): ReadonlyMap<string, CalendarEvent> {
  const { answer } = useAnswer('listCalendar', today === null ? null : { from: today }, followEvents);
  return useMemo(() => {
    const next = new Map<string, CalendarEvent>();
    for (const event of answer ?? []) {
      const isFirst = event.subjectId !== '' && !next.has(event.subjectId);
      if (isFirst && !isPrivate(event)) next.set(event.subjectId, event);
    }
    return next;
  }, [answer]);
}

function followEvents(ask: () => void): () => void {
  const stops = [
    onEvent(({ event }) => {
      if (event === 'chartsEdited' || event === 'ratingsEdited') ask();
    }),
    useFacts.subscribe((now, before) => {
      if (now.version !== before.version) ask();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
