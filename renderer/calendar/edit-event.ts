/** Edits of the user's own events, each of which can be taken back. */
import type { CalendarEvent, OwnEvent } from '../../shared/calendar.ts';
import { call } from '../api.ts';
import { seriesWereEdited } from '../series/series-store.ts';
import { showFailure, showNotice, showUndoable } from '../shell/notices.tsx';
import { calendarTexts } from './calendar-texts.ts';

/** What of an event in the calendar is the user's to change. */
export function ownPartOf({ origin: _, factId: __, kind: ___, recordId: ____, ...event }: CalendarEvent): OwnEvent {
  return event;
}

/** Throws a CallError. */
export async function saveEvent(event: OwnEvent, former: OwnEvent | null): Promise<void> {
  await call('putEvent', { event });
  seriesWereEdited();
  if (former === null) showNotice(calendarTexts.saved);
  else showUndoable(calendarTexts.saved, {}, () => void takeBack([former], []));
}

export async function deleteEvent(event: OwnEvent): Promise<void> {
  try {
    await call('deleteEvent', { eventId: event.id });
    seriesWereEdited();
    showUndoable(calendarTexts.deleted, {}, () => void takeBack([event], []));
  } catch (failure) {
    showFailure(failure);
  }
}

export async function takeBack(put: OwnEvent[], drop: string[]): Promise<void> {
  try {
    await call('editEvents', { put, drop });
    seriesWereEdited();
  } catch (failure) {
    showFailure(failure);
  }
}
