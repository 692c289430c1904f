/** Facts found and shown: by filter, and one with all that hangs from it. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { Handlers } from '../dispatch.ts';
import { findConflict, topicsOfConflicts } from '../store/conflicts.ts';
import { findExhibitTitle } from '../store/exhibits.ts';
import { listEditsOfFact } from '../store/fact-edits.ts';
import { findStoredFact, type StoredFact } from '../store/fact-rows.ts';
import { findUses } from '../store/fact-uses.ts';
import { findFacts, viewOf, viewsOf } from '../store/facts.ts';
import type { Db } from '../store/sqlite.ts';
import type { Context } from './context.ts';
import { getEntity } from './entities.ts';
import { getSource } from './sources.ts';

export function factHandlers(context: Context): Pick<Handlers, 'findFacts' | 'getFact'> {
  const { db } = context.store;
  return {
    findFacts: ({ filter, offset, limit }) => findFacts(db, filter, offset, limit),
    getFact: ({ factId }) => {
      const stored = getStoredFact(db, factId);
      const { fact } = stored;
      const [topic] = topicsOfConflicts(db, stored.key);
      return {
        fact: viewOf(db, stored),
        subject: getEntity(db, fact.subjectId),
        metric: getEntity(db, fact.metricId),
        source: getSource(db, fact.sourceId),
        exhibitTitle: findExhibitTitle(db, fact.place) ?? null,
        conflict: topic === undefined ? null : (findConflict(db, topic, (facts) => viewsOf(db, facts)) ?? null),
        uses: findUses(db, factId),
        edits: listEditsOfFact(db, factId),
      };
    },
  };
}

/** Throws AppError 'not-found'. */
export function getStoredFact(db: Db, factId: string): StoredFact {
  const stored = findStoredFact(db, factId);
  if (stored === undefined) throw new AppError('not-found', message('fact.notFound', { factId }));
  return stored;
}
