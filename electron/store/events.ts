/** The user's own events on the time axis of charts and in the calendar; those from facts are made in handlers/events.ts. */
import type { ChartEvent } from '../../shared/series.ts';
import { type Db, prepared } from './sqlite.ts';

type EventRow = {
  id: string;
  date: string;
  title_zh: string;
  title_en: string;
  subject_id: string | null;
  end_date: string;
  time: string;
  end_time: string;
  note: string;
  security_id: string | null;
};

/** By date. */
export function listOwnEvents(db: Db): ChartEvent[] {
  return prepared<EventRow>(db, 'SELECT * FROM chart_event ORDER BY date, time, id').all().map(rowToEvent);
}

export function findOwnEvent(db: Db, eventId: string): ChartEvent | undefined {
  const row = prepared<EventRow>(db, 'SELECT * FROM chart_event WHERE id = ?').get(eventId);
  return row && rowToEvent(row);
}

/** New, or in place of the one with its id. */
export function putEvent(db: Db, event: Omit<ChartEvent, 'origin' | 'factId'>): void {
  const sql = `INSERT OR REPLACE INTO chart_event
    (id, date, title_zh, title_en, subject_id, end_date, time, end_time, note, security_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const { id, date, title, subjectId, endDate, time, endTime, note, securityId } = event;
  const about = [subjectId, securityId].map((each) => (each === '' ? null : each));
  prepared(db, sql).run(id, date, title.zh, title.en, about[0], endDate, time, endTime, note, about[1]);
}

/** Whether there was such an event. */
export function dropEvent(db: Db, eventId: string): boolean {
  return prepared(db, 'DELETE FROM chart_event WHERE id = ?').run(eventId).changes > 0;
}

function rowToEvent(row: EventRow): ChartEvent {
  return {
    id: row.id,
    origin: 'own',
    date: row.date,
    title: { zh: row.title_zh, en: row.title_en },
    subjectId: row.subject_id ?? '',
    factId: null,
    endDate: row.end_date,
    time: row.time,
    endTime: row.end_time,
    note: row.note,
    securityId: row.security_id ?? '',
  };
}
