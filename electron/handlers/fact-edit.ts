/** Facts added, changed and taken out of use by the user; undo and redo of all edits of facts. */
import { isDeepStrictEqual } from 'node:util';
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import type { FactChange } from '../../shared/fact-changes.ts';
import { type Fact, type FactFields, factFieldsSchema } from '../../shared/facts.ts';
import { message } from '../../shared/messages.ts';
import type { Handlers } from '../dispatch.ts';
import { findOverlay } from '../store/fact-changes.ts';
import { readFactsState } from '../store/fact-edits.ts';
import type { StoredFact } from '../store/fact-rows.ts';
import { checkFactFields } from './check-fact.ts';
import type { Context } from './context.ts';
import { editFacts, redoFacts, undoFacts } from './edit-facts.ts';
import { getEntity } from './entities.ts';
import { DraftReader } from './fact-drafts.ts';
import { labelOfFact, labelOfFactEdit, nameOfFact } from './fact-labels.ts';
import { getStoredFact } from './facts.ts';
import { withFields } from './with-fields.ts';

type FactEditMethod =
  | 'addFact'
  | 'updateFact'
  | 'resetFact'
  | 'setFactsRetired'
  | 'getFactsState'
  | 'undoFacts'
  | 'redoFacts';

export function factEditHandlers(context: Context): Pick<Handlers, FactEditMethod> {
  const { db } = context.store;
  return {
    addFact: ({ draft }, caller) => {
      const reader = new DraftReader(db);
      const fact = reader.read(draft);
      const changes: FactChange[] = [...reader.changes, { change: 'putFact', fact, isRetired: false }];
      const label = message('fact.editAdded', inBoth('name', reader.nameOf(fact)));
      const result = editFacts(context, caller, label, changes);
      return { ...result, factId: fact.id };
    },
    updateFact: ({ factId, fields }, caller) => {
      const stored = getStoredFact(db, factId);
      const fact = withFields(stored.fact, fields);
      getEntity(db, fact.subjectId);
      checkFactFields(fact, getEntity(db, fact.metricId));
      const label = labelOfFactEdit(db, stored.fact, fact);
      // One that no longer comes with the program shows as retired; that is not the user's doing.
      const isRetired = stored.isGone ? (findOverlay(db, factId)?.isRetired ?? false) : stored.isRetired;
      return editFacts(context, caller, label, [changeOf(stored, fact, isRetired)]);
    },
    resetFact: ({ factId }, caller) => {
      const { fact } = getStoredFact(db, factId);
      if (fact.origin === 'own') throw new AppError('invalid-value', message('fact.nothingToReset', { factId }));
      return editFacts(context, caller, labelOfFact(db, 'fact.editReset', fact), [{ change: 'dropOverlay', factId }]);
    },
    setFactsRetired: ({ factIds, isRetired }, caller) => {
      const facts = [...new Set(factIds)].map((factId) => getStoredFact(db, factId));
      const gone = facts.find(({ isGone }) => isGone);
      if (gone !== undefined && !isRetired) {
        throw new AppError('invalid-value', message('fact.gone', { factId: gone.fact.id }));
      }
      const changes = facts.map((stored) => changeOf(stored, stored.fact, isRetired));
      const params = { ...inBoth('name', nameOfFact(db, facts[0].fact)), count: facts.length };
      const [one, several] = RETIREMENT[isRetired ? 'retired' : 'restored'];
      return editFacts(context, caller, message(facts.length === 1 ? one : several, params), changes);
    },
    getFactsState: () => readFactsState(db),
    undoFacts: (_, caller) => undoFacts(context, caller),
    redoFacts: (_, caller) => redoFacts(context, caller),
  };
}

const RETIREMENT = {
  retired: ['fact.editRetired', 'fact.editRetiredSeveral'],
  restored: ['fact.editRestored', 'fact.editRestoredSeveral'],
} as const;

/** What makes the stored fact `now`: of a bundled one, an overlay of what differs from how it came, or none. */
export function changeOf({ fact, bundled }: StoredFact, now: Fact, isRetired: boolean): FactChange {
  if (fact.origin === 'own') return { change: 'putFact', fact: now, isRetired };
  const base = bundled ?? fact;
  const fields: Partial<FactFields> = {};
  for (const field of FIELDS) if (!isDeepStrictEqual(base[field], now[field])) assignField(fields, now, field);
  if (Object.keys(fields).length === 0 && !isRetired) return { change: 'dropOverlay', factId: fact.id };
  return { change: 'putOverlay', overlay: { factId: fact.id, fields, isRetired } };
}

const FIELDS = factFieldsSchema.keyof().options;

function assignField<F extends keyof FactFields>(fields: Partial<FactFields>, from: FactFields, field: F): void {
  fields[field] = from[field];
}
