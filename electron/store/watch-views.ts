/** Saved views of lists, in the order in which they were first saved; one that this program does not understand is left out. */
import { type WatchView, watchSpecSchema, watchViewSchema } from '../../shared/watch-views.ts';
import { type Db, prepared } from './sqlite.ts';

type ViewRow = { id: string; title: string; spec: string };

export function listWatchViews(db: Db): WatchView[] {
  const rows = prepared<ViewRow>(db, 'SELECT id, title, spec FROM watch_view ORDER BY position').all();
  return rows.flatMap(({ id, title, spec }) => {
    const view = watchViewSchema.safeParse({ id, title, spec: JSON.parse(spec) });
    return view.success ? [view.data] : [];
  });
}

/** New, or in place of the one with its id. */
export function putWatchView(db: Db, { id, title, spec }: WatchView): void {
  const sql = `INSERT INTO watch_view (id, title, spec) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, spec = excluded.spec`;
  prepared(db, sql).run(id, title, JSON.stringify(watchSpecSchema.parse(spec)));
}

/** Whether there was such a view. */
export function dropWatchView(db: Db, viewId: string): boolean {
  return prepared(db, 'DELETE FROM watch_view WHERE id = ?').run(viewId).changes > 0;
}
