/** Events as an iCalendar file (RFC 5545): whole days as dates, times as they are where the user is. */
import type { CalendarEvent } from '../../shared/calendar.ts';
import { inLanguage, type Language } from '../../shared/language.ts';
import { labelAt, ordinalOf } from '../../shared/periods.ts';
import { foldedLine, icsText } from './ics-lines.ts';
import { OWN_UID } from './read-events.ts';

type Written = Pick<CalendarEvent, 'id' | 'date' | 'endDate' | 'time' | 'endTime' | 'title' | 'note'>;

/** @param at the moment of the export, ISO 8601 in UTC */
export function writeEvents(events: readonly Written[], language: Language, at: string): string {
  const stamp = `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plumbline//Plumbline//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => linesOf(event, language, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map(foldedLine).join('');
}

function linesOf({ id, date, endDate, time, endTime, title, note }: Written, language: Language, stamp: string) {
  const last = endDate || date;
  const begins = time === '' ? `;VALUE=DATE:${basic(date)}` : `:${basic(date)}T${basicTime(time)}`;
  const isTimed = time !== '' && endTime !== '';
  const ends = isTimed ? `:${basic(last)}T${basicTime(endTime)}` : `;VALUE=DATE:${basic(dayAfter(last))}`;
  return [
    'BEGIN:VEVENT',
    `UID:${id}${isForeign(id) ? '' : OWN_UID}`,
    `DTSTAMP:${stamp}`,
    `DTSTART${begins}`,
    // A time without an end is a moment.
    ...(time === '' || isTimed ? [`DTEND${ends}`] : []),
    `SUMMARY:${icsText(inLanguage(title, language))}`,
    ...(note === '' ? [] : [`DESCRIPTION:${icsText(note)}`]),
    'END:VEVENT',
  ];
}

/** From another program's file: its UID is kept. */
function isForeign(id: string): boolean {
  return id.includes('@');
}

function basic(day: string): string {
  return day.replaceAll('-', '');
}

function basicTime(time: string): string {
  return `${time.replace(':', '')}00`;
}

function dayAfter(day: string): string {
  return labelAt('day', ordinalOf('day', day) + 1);
}
