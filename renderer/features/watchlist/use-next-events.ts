/** The next event of every company, from facts and the user's own. */
import { useMemo } from 'react';
import { firstDay } from '../../../shared/fact-dates.ts';
import type { ChartEvent } from '../../../shared/series.ts';
import { useAnswer } from './use-answer.ts';

const EVENTS = ['chartsEdited', 'factsEdited'] as const;

/** By entity. `today` is an ISO date; null asks for nothing. */
export function useNextEvents(today: string | null): ReadonlyMap<string, ChartEvent> {
  const events = useAnswer('listEvents', today === null ? null : { from: today }, EVENTS);
  return useMemo(() => {
    const next = new Map<string, ChartEvent>();
    for (const event of events ?? []) {
      if (event.subjectId !== '' && !next.has(event.subjectId) && firstDay(event.date) >= (today ?? '')) {
        next.set(event.subjectId, event);
      }
    }
    return next;
  }, [events, today]);
}
