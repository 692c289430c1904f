/**
 * The log of edits of facts: undo stack and history in one, as edits.ts is for sheets.
 *
 * An edit is 'done', then perhaps 'undone' and 'done' again; a new edit turns what is undone into
 * 'discarded'. Rows are never removed. Each function here that writes is one transaction, in which the
 * changes themselves are applied.
 */
import { isDeepStrictEqual } from 'node:util';
import type { FactChange } from '../../shared/fact-changes.ts';
import type { FactsState } from '../../shared/fact-methods.ts';
import type { Message } from '../../shared/messages.ts';
import { renewConflicts } from './conflicts.ts';
import { type EditState, readEditState, type Step, takeStep, writeEdit } from './edit-log.ts';
import { applyFactChange, inverseOfFactChange } from './fact-changes.ts';
import { factIdsOfImport } from './fact-imports.ts';
import { type Db, inTransaction, prepared } from './sqlite.ts';

/** What an edit did: the ids of facts whose view or figure may be another, and where the log stands. */
export type DoneFactEdit = { factIds: string[]; state: FactsState };
export type FactEditSummary = { at: string; label: Message; state: EditState };

type EditRow = { id: number; at: string; label: string; state: FactEditSummary['state'] };

/** Applies a new edit and writes it with its inverse; null where the changes put only what is there already. */
export function commitFactEdit(
  db: Db,
  label: Message,
  changes: readonly FactChange[],
  at: string,
): DoneFactEdit | null {
  return inTransaction(db, () => {
    const touched = factsTouched(db, changes);
    const topics = new Set<string>();
    const inverse: FactChange[] = [];
    // One at a time: where a thing is changed twice, each inverse is of what was there just before.
    for (const change of changes) {
      inverse.push(inverseOfFactChange(db, change));
      for (const topic of applyFactChange(db, change)) topics.add(topic);
    }
    if (isDeepStrictEqual(changes, inverse)) return null;
    inverse.reverse();
    const editId = writeEdit(db, 'fact_edit', { at, label, changes, inverse });
    const touch = prepared(db, 'INSERT INTO fact_edit_fact (fact_id, edit_id) VALUES (?, ?)');
    for (const factId of touched) touch.run(factId, editId);
    return finish(db, touched, topics);
  });
}

/** Throws where a change can no longer be made: nothing is changed then. */
export type CheckFactChange = (change: FactChange) => void;

/** Takes the last done edit back; null where there is none. */
export function undoFactEdit(db: Db, check?: CheckFactChange): DoneFactEdit | null {
  return step(db, 'undo', check);
}

/** Does the first undone edit again; null where there is none. */
export function redoFactEdit(db: Db, check?: CheckFactChange): DoneFactEdit | null {
  return step(db, 'redo', check);
}

export function readFactsState(db: Db): FactsState {
  const row = prepared<{ revision: number }>(db, 'SELECT revision FROM facts_state').get();
  return { revision: row?.revision ?? 0, ...readEditState(db, 'fact_edit') };
}

/** Newest first. */
export function listEditsOfFact(db: Db, factId: string): FactEditSummary[] {
  const sql = `SELECT id, at, label, state FROM fact_edit_fact JOIN fact_edit ON fact_edit.id = edit_id
    WHERE fact_id = ? ORDER BY id DESC LIMIT 200`;
  const rows = prepared<EditRow>(db, sql).all(factId);
  return rows.map(({ at, label, state }) => ({ at, label: JSON.parse(label), state }));
}

/** Whether the id was ever a fact's: it is not given to another. */
export function isFactIdUsed(db: Db, factId: string): boolean {
  const sql = `SELECT 1 FROM fact WHERE id = :factId
    UNION ALL SELECT 1 FROM fact_edit_fact WHERE fact_id = :factId LIMIT 1`;
  return prepared(db, sql).get({ factId }) !== undefined;
}

function step(db: Db, step: Step, check: CheckFactChange = () => {}): DoneFactEdit | null {
  return inTransaction(db, () => {
    const changes = takeStep<FactChange>(db, 'fact_edit', step);
    if (changes === null) return null;
    changes.forEach(check);
    const touched = factsTouched(db, changes);
    const topics = new Set(changes.flatMap((change) => [...applyFactChange(db, change)]));
    return finish(db, touched, topics);
  });
}

/** A choice changes what is used of every fact of its topic, a fact what others stand in conflict with. */
function finish(db: Db, touched: Iterable<string>, topics: ReadonlySet<string>): DoneFactEdit {
  const factIds = new Set(touched);
  for (const factId of renewConflicts(db, topics)) factIds.add(factId);
  const ofTopic = prepared<{ id: string }>(db, 'SELECT id FROM fact WHERE topic = ? LIMIT 10000');
  for (const topic of topics) for (const { id } of ofTopic.all(topic)) factIds.add(id);
  prepared(db, 'UPDATE facts_state SET revision = revision + 1').run();
  return { factIds: [...factIds], state: readFactsState(db) };
}

/** The facts that changes are about, each once. */
function factsTouched(db: Db, changes: readonly FactChange[]): Set<string> {
  const touched = new Set<string>();
  for (const change of changes) {
    if (change.change === 'putFact') touched.add(change.fact.id);
    else if (change.change === 'putOverlay') touched.add(change.overlay.factId);
    else if (change.change === 'putChoice') touched.add(change.choice.factId);
    else if (change.change === 'dropFact' || change.change === 'dropOverlay') touched.add(change.factId);
    else if (change.change === 'restoreImport' || change.change === 'withdrawImport') {
      for (const factId of factIdsOfImport(db, change.importId)) touched.add(factId);
    }
  }
  return touched;
}
