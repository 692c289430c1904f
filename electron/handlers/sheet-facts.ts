/** The facts of the store as sheets take them: for the engine their figures, for an export all that is said of them. */
import { findEntity } from '../store/entities.ts';
import { findStoredFact } from '../store/fact-rows.ts';
import { findFigure } from '../store/figures.ts';
import type { Db } from '../store/sqlite.ts';
import { engineFactOf, type FactsOfSheets, nameOf } from './unstored-facts.ts';

/** Where the user has chosen another fact in a conflict, that one's figure is given. */
export function storedFacts(db: Db): FactsOfSheets {
  return {
    find: (factId) => {
      const found = findFigure(db, factId);
      return found && engineFactOf(found);
    },
    describe: (factIds) =>
      factIds.flatMap((id) => {
        const found = findFigure(db, id);
        const fact = found && findStoredFact(db, found.factId)?.fact;
        if (found === undefined || fact === undefined) return [];
        const subject = nameOf(fact.subjectId, findEntity(db, fact.subjectId));
        const metric = nameOf(fact.metricId, findEntity(db, fact.metricId));
        return [{ id, figure: engineFactOf(found), fact, subject, metric }];
      }),
  };
}
