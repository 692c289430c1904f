/**
 * The log of edits: undo stack and history in one.
 *
 * An edit is 'done', then perhaps 'undone' and 'done' again; a new edit turns what is undone into
 * 'discarded'. Rows are never removed. Each function here is one transaction, in which the changes
 * themselves are written as well.
 */
import type { HistoryEntry } from '../../shared/contract.ts';
import type { Message } from '../../shared/messages.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import { applyChanges } from './changes.ts';
import { type Db, inTransaction, prepared } from './sqlite.ts';

export type Edit = { label: Message; changes: SheetChange[]; inverse: SheetChange[] };
export type EditSummary = { id: number; label: Message };
/** What undo and redo would do next, and how many edits, undos and redos there have been. */
export type EditState = { revision: number; undo: EditSummary | null; redo: EditSummary | null };

type SummaryRow = { id: number; label: string };
type ChangesRow = { id: number; label: string; changes: string; inverse: string };
type EditRow = ChangesRow & { at: string; state: HistoryEntry['state'] };

/** Writes a new edit. */
export function commitEdit(db: Db, sheetId: string, edit: Edit, at: string): EditState {
  return inTransaction(db, () => {
    applyChanges(db, sheetId, edit.changes);
    prepared(db, "UPDATE edit SET state = 'discarded' WHERE sheet_id = ? AND state = 'undone'").run(sheetId);
    const { lastInsertRowid } = prepared(
      db,
      "INSERT INTO edit (sheet_id, at, label, changes, inverse, state) VALUES (?, ?, ?, ?, ?, 'done')",
    ).run(sheetId, at, JSON.stringify(edit.label), JSON.stringify(edit.changes), JSON.stringify(edit.inverse));
    const touch = prepared(db, 'INSERT INTO edit_line (line_id, edit_id) VALUES (?, ?)');
    for (const lineId of linesTouched(edit.changes)) touch.run(lineId, lastInsertRowid);
    countRevision(db, sheetId, at);
    return readEditState(db, sheetId);
  });
}

/** Takes the last done edit back; null where there is none. */
export function undoEdit(db: Db, sheetId: string, at: string): { changes: SheetChange[]; state: EditState } | null {
  return step(db, sheetId, at, { from: 'done', to: 'undone', order: 'DESC', apply: 'inverse' });
}

/** Does the first undone edit again; null where there is none. */
export function redoEdit(db: Db, sheetId: string, at: string): { changes: SheetChange[]; state: EditState } | null {
  return step(db, sheetId, at, { from: 'undone', to: 'done', order: 'ASC', apply: 'changes' });
}

export function readEditState(db: Db, sheetId: string): EditState {
  const revision = prepared<{ revision: number }>(db, 'SELECT revision FROM sheet WHERE id = ?').get(sheetId)?.revision;
  return {
    revision: revision ?? 0,
    undo: rowToSummary(nextEdit(db, sheetId, 'done', 'DESC')),
    redo: rowToSummary(nextEdit(db, sheetId, 'undone', 'ASC')),
  };
}

/** Newest first; of one line, with what concerns that line alone, where `lineId` is given. */
export function listEdits(db: Db, sheetId: string, limit: number, lineId?: number): HistoryEntry[] {
  if (lineId === undefined) {
    const sql = 'SELECT * FROM edit WHERE sheet_id = ? ORDER BY id DESC LIMIT ?';
    return prepared<EditRow>(db, sql).all(sheetId, limit).map(rowToEntry);
  }
  // SQLite picks out the line's share of an edit of many lines. Of the largest only what they were is told:
  // reading through megabytes for each cell that is selected would keep edits waiting.
  const sql = `SELECT edit.id, edit.at, edit.label, edit.state,
      ${shareOfLine('edit.changes')} AS changes, ${shareOfLine('edit.inverse')} AS inverse
    FROM edit_line JOIN edit ON edit.id = edit_line.edit_id
    WHERE edit_line.line_id = :lineId AND edit.sheet_id = :sheetId ORDER BY edit.id DESC LIMIT :limit`;
  return prepared<EditRow>(db, sql).all({ lineId, sheetId, limit }).map(rowToEntry);
}

/** Beyond this the changes of an edit, as JSON, are not searched for one line's share. */
const SEARCHED_BYTES = 200_000;

function shareOfLine(changes: string): string {
  return `CASE WHEN octet_length(${changes}) > ${SEARCHED_BYTES} THEN '[]'
    ELSE (SELECT json_group_array(json(value)) FROM json_each(${changes})
      WHERE :lineId IN (value ->> 'lineId', value ->> '$.line.id')) END`;
}

type Step = { from: 'done' | 'undone'; to: 'done' | 'undone'; order: 'ASC' | 'DESC'; apply: 'changes' | 'inverse' };

function step(db: Db, sheetId: string, at: string, { from, to, order, apply }: Step) {
  return inTransaction(db, () => {
    const next = nextEdit(db, sheetId, from, order);
    if (next === undefined) return null;
    const row = prepared<ChangesRow>(db, 'SELECT id, label, changes, inverse FROM edit WHERE id = ?').get(next.id);
    const changes: SheetChange[] = JSON.parse(row?.[apply] ?? '[]');
    applyChanges(db, sheetId, changes);
    prepared(db, 'UPDATE edit SET state = ? WHERE id = ?').run(to, next.id);
    countRevision(db, sheetId, at);
    return { changes, state: readEditState(db, sheetId) };
  });
}

function nextEdit(db: Db, sheetId: string, state: string, order: 'ASC' | 'DESC'): SummaryRow | undefined {
  const sql = `SELECT id, label FROM edit WHERE sheet_id = ? AND state = ? ORDER BY id ${order} LIMIT 1`;
  return prepared<SummaryRow>(db, sql).get(sheetId, state);
}

function countRevision(db: Db, sheetId: string, at: string): void {
  prepared(db, 'UPDATE sheet SET revision = revision + 1, updated_at = ? WHERE id = ?').run(at, sheetId);
}

function linesTouched(changes: readonly SheetChange[]): Set<number> {
  const touched = new Set<number>();
  for (const change of changes) {
    if (change.change === 'putLine') touched.add(change.line.id);
    else if (change.change === 'dropLine' || change.change === 'putCell') touched.add(change.lineId);
  }
  return touched;
}

function rowToSummary(row: SummaryRow | undefined): EditSummary | null {
  return row === undefined ? null : { id: row.id, label: JSON.parse(row.label) };
}

function rowToEntry({ id, at, label, state, changes, inverse }: EditRow): HistoryEntry {
  return {
    id,
    at,
    label: JSON.parse(label),
    state,
    changes: JSON.parse(changes),
    inverse: JSON.parse(inverse),
  };
}
