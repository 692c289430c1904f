/** Conflicts: listed, and settled by the user's choice of a side. */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import type { FactChange } from '../../shared/fact-changes.ts';
import type { Conflict } from '../../shared/fact-methods.ts';
import type { FactView } from '../../shared/facts.ts';
import { message } from '../../shared/messages.ts';
import type { Handlers } from '../dispatch.ts';
import { findChoice, findConflict, listConflictTopics } from '../store/conflicts.ts';
import { viewsOf } from '../store/facts.ts';
import type { Context } from './context.ts';
import { editFacts } from './edit-facts.ts';
import { labelOfFact, nameOfFact, sayFigure } from './fact-labels.ts';

export function conflictHandlers(context: Context): Pick<Handlers, 'listConflicts' | 'chooseFact' | 'chooseFacts'> {
  const { db } = context.store;
  const find = (topic: string) => findConflict(db, topic, (facts) => viewsOf(db, facts));
  const get = (topic: string): Conflict => {
    const conflict = find(topic);
    if (conflict === undefined) throw new AppError('not-found', message('fact.noConflict'));
    return conflict;
  };
  const factOf = ({ facts }: Conflict, factId: string): FactView => {
    const chosen = facts.find(({ id }) => id === factId);
    if (chosen === undefined) throw new AppError('invalid-value', message('fact.notInConflict', { factId }));
    return chosen;
  };
  const changeOf = (topic: string, factId: string, note: string): FactChange => {
    // Choosing the same once more is no edit: the moment stays that of the first.
    const before = findChoice(db, topic);
    const at = before?.factId === factId && before.note === note ? before.at : context.now();
    return { change: 'putChoice', choice: { topic, factId, note, at } };
  };
  return {
    listConflicts: ({ state }) =>
      listConflictTopics(db)
        .flatMap((topic) => find(topic) ?? [])
        .filter((conflict) => state === 'all' || (state === 'open') === isOpen(conflict)),
    chooseFact: ({ topic, factId, note }, caller) => {
      const conflict = get(topic);
      const [first] = conflict.facts;
      if (factId === null) {
        return editFacts(context, caller, labelOfFact(db, 'fact.editChoiceDropped', first), [
          { change: 'dropChoice', topic },
        ]);
      }
      const chosen = factOf(conflict, factId);
      const params = { figure: sayFigure(chosen), ...inBoth('name', nameOfFact(db, chosen)) };
      return editFacts(context, caller, message('fact.editChosen', params), [changeOf(topic, factId, note)]);
    },
    chooseFacts: ({ choices, note }, caller) => {
      const [first] = choices.map(({ topic, factId }) => factOf(get(topic), factId));
      const params = { count: choices.length, ...inBoth('name', nameOfFact(db, first)) };
      const changes = choices.map(({ topic, factId }) => changeOf(topic, factId, note));
      return editFacts(context, caller, message('fact.editChosenSeveral', params), changes);
    },
  };
}

/** Open as long as none of its facts is chosen in it; one that is in another conflict too is decided there by itself. */
function isOpen({ facts, choice }: Conflict): boolean {
  return !facts.some(({ id }) => id === choice?.factId);
}
