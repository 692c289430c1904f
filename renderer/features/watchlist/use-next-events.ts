/** The next event of every company, from facts and the user's own; what is private stays in the calendar. */
import { useMemo } from 'react';
import type { CalendarEvent, CalendarKind } from '../../../shared/calendar.ts';
import { onEvent } from '../../api.ts';
import { useFacts } from '../../facts/facts-store.ts';
import { useAnswer } from '../../use-answer.ts';

const KINDS: CalendarKind[] = ['fact', 'own'];

/** By entity. `today` is an ISO date; null asks for nothing. */
export function useNextEvents(today: string | null): ReadonlyMap<string, CalendarEvent> {
  const { answer } = useAnswer('listCalendar', today === null ? null : { from: today, kinds: KINDS }, followEvents);
  return useMemo(() => {
    const next = new Map<string, CalendarEvent>();
    for (const event of answer ?? []) {
      if (event.subjectId !== '' && !next.has(event.subjectId)) next.set(event.subjectId, event);
    }
    return next;
  }, [answer]);
}

function followEvents(ask: () => void): () => void {
  const stops = [
    onEvent(({ event }) => {
      if (event === 'chartsEdited') ask();
    }),
    useFacts.subscribe((now, before) => {
      if (now.version !== before.version) ask();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
