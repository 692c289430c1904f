/** The next event of every security or its company, from facts and the user's own; what is private stays in the calendar. */
import { useMemo } from 'react';
import type { CalendarEvent, CalendarKind } from '../../../shared/calendar.ts';
import type { SecurityView } from '../../../shared/securities.ts';
import { followFactEdits } from '../../facts/facts-store.ts';
import { following, together } from '../../follow.ts';
import { useAnswer } from '../../use-answer.ts';

const KINDS: CalendarKind[] = ['fact', 'own'];
const followEvents = together(following('chartsEdited'), followFactEdits);

export type NextEventOf = (security: Pick<SecurityView, 'id' | 'entityId'>) => CalendarEvent | undefined;

/** `today` is an ISO date; null asks for nothing. */
export function useNextEvents(today: string | null): NextEventOf {
  const { answer } = useAnswer('listCalendar', today === null ? null : { from: today, kinds: KINDS }, followEvents);
  return useMemo(() => firstEvents(answer ?? []), [answer]);
}

/** `events` in order of time. */
export function firstEvents(events: readonly CalendarEvent[]): NextEventOf {
  const [ofCompany, ofSecurity] = [new Map<string, CalendarEvent>(), new Map<string, CalendarEvent>()];
  for (const event of events) {
    if (!ofCompany.has(event.subjectId)) ofCompany.set(event.subjectId, event);
    if (!ofSecurity.has(event.securityId)) ofSecurity.set(event.securityId, event);
  }
  return ({ id, entityId }) => {
    const found = [ofSecurity.get(id), entityId === '' ? undefined : ofCompany.get(entityId)];
    const [first, second] = found.filter((event) => event !== undefined);
    return second !== undefined && second.date < first.date ? second : first;
  };
}
