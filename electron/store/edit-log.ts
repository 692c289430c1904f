/**
 * The log of a kind of edits: undo stack and history in one. Rows hold label, changes and inverse as JSON; an edit
 * is done, undone, or discarded by another one that was made in its place.
 */
import type { Message } from '../../shared/messages.ts';
import { type Db, prepared } from './sqlite.ts';

export type EditLog = 'fact_edit' | 'watch_edit' | 'rating_edit';
export type EditState = 'done' | 'undone' | 'discarded';

type Edit<Change> = { at: string; label: Message; changes: readonly Change[]; inverse: readonly Change[] };

/** Which edit is next to be taken back, or to be done again, and what makes it so. */
export const STEPS = {
  undo: { from: 'done', to: 'undone', order: 'DESC', apply: 'inverse' },
  redo: { from: 'undone', to: 'done', order: 'ASC', apply: 'changes' },
} as const;
export type Step = keyof typeof STEPS;

/** Writes an edit that was just applied; what had been undone can no longer be done again. Gives its id. */
export function writeEdit<Change>(db: Db, log: EditLog, { at, label, changes, inverse }: Edit<Change>): number {
  prepared(db, `UPDATE ${log} SET state = 'discarded' WHERE state = 'undone'`).run();
  const sql = `INSERT INTO ${log} (at, label, changes, inverse, state) VALUES (?, ?, ?, ?, 'done')`;
  const json = [label, changes, inverse].map((each) => JSON.stringify(each));
  return Number(prepared(db, sql).run(at, ...json).lastInsertRowid);
}

/** Marks the next edit as undone or done, and gives the changes that make it so; null where there is none. */
export function takeStep<Change>(db: Db, log: EditLog, step: Step): Change[] | null {
  const { to, apply } = STEPS[step];
  const next = nextEdit(db, log, step);
  if (next === undefined) return null;
  const sql = `SELECT changes, inverse FROM ${log} WHERE id = ?`;
  const row = prepared<{ changes: string; inverse: string }>(db, sql).get(next.id);
  prepared(db, `UPDATE ${log} SET state = ? WHERE id = ?`).run(to, next.id);
  return JSON.parse(row?.[apply] ?? '[]');
}

/** What undo and redo would do next. */
export function readEditState(db: Db, log: EditLog): { undo: Message | null; redo: Message | null } {
  return { undo: labelOf(nextEdit(db, log, 'undo')), redo: labelOf(nextEdit(db, log, 'redo')) };
}

function nextEdit(db: Db, log: EditLog, step: Step) {
  const { from, order } = STEPS[step];
  const sql = `SELECT id, label FROM ${log} WHERE state = ? ORDER BY id ${order} LIMIT 1`;
  return prepared<{ id: number; label: string }>(db, sql).get(from);
}

function labelOf(row: { label: string } | undefined): Message | null {
  return row === undefined ? null : JSON.parse(row.label);
}
