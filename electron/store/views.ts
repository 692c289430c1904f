/** Saved views of charts, in the order in which they were first saved; one that this program does not understand is left out. */
import { chartSpecSchema, type SavedView, savedViewSchema } from '../../shared/chart-spec.ts';
import { type Db, prepared } from './sqlite.ts';

type ViewRow = { id: string; title: string; spec: string };

export function listViews(db: Db): SavedView[] {
  const rows = prepared<ViewRow>(db, 'SELECT id, title, spec FROM saved_view ORDER BY position').all();
  return rows.flatMap(({ id, title, spec }) => {
    const view = savedViewSchema.safeParse({ id, title, spec: JSON.parse(spec) });
    return view.success ? [view.data] : [];
  });
}

/** New, or in place of the one with its id. */
export function putView(db: Db, { id, title, spec }: SavedView): void {
  const sql = `INSERT INTO saved_view (id, title, spec) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, spec = excluded.spec`;
  prepared(db, sql).run(id, title, JSON.stringify(chartSpecSchema.parse(spec)));
}

/** Whether there was such a view. */
export function dropView(db: Db, viewId: string): boolean {
  return prepared(db, 'DELETE FROM saved_view WHERE id = ?').run(viewId).changes > 0;
}
