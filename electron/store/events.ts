/** The user's own events on the time axis of charts; those from facts are made in handlers/events.ts. */
import type { ChartEvent } from '../../shared/series.ts';
import { type Db, prepared } from './sqlite.ts';

type EventRow = { id: string; date: string; title_zh: string; title_en: string; subject_id: string | null };

/** By date. */
export function listOwnEvents(db: Db): ChartEvent[] {
  return prepared<EventRow>(db, 'SELECT * FROM chart_event ORDER BY date, id')
    .all()
    .map((row) => ({
      id: row.id,
      origin: 'own',
      date: row.date,
      title: { zh: row.title_zh, en: row.title_en },
      subjectId: row.subject_id ?? '',
      factId: null,
    }));
}

/** New, or in place of the one with its id. */
export function putEvent(db: Db, { id, date, title, subjectId }: Omit<ChartEvent, 'origin' | 'factId'>): void {
  const sql = 'INSERT OR REPLACE INTO chart_event (id, date, title_zh, title_en, subject_id) VALUES (?, ?, ?, ?, ?)';
  prepared(db, sql).run(id, date, title.zh, title.en, subjectId === '' ? null : subjectId);
}

/** Whether there was such an event. */
export function dropEvent(db: Db, eventId: string): boolean {
  return prepared(db, 'DELETE FROM chart_event WHERE id = ?').run(eventId).changes > 0;
}
