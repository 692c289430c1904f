/** The facts that sheets take, read from the store: for the engine their figures, for an export all that is said of them. */
import { sameInBoth } from '../../shared/language.ts';
import type { EngineFact, FactSource } from '../engine/facts.ts';
import type { SheetFact } from '../excel/facts-sheet.ts';
import { findEntity } from '../store/entities.ts';
import { findStoredFact } from '../store/fact-rows.ts';
import { type FoundFigure, findFigure } from '../store/figures.ts';
import type { Db } from '../store/sqlite.ts';

/** The figures that `FACT("id")` gives: the user's choice is followed where a fact is in conflict with others. */
export function storedFacts(db: Db): FactSource {
  return {
    find: (factId) => {
      const found = findFigure(db, factId);
      return found && engineFactOf(found);
    },
  };
}

/** Those of `factIds` that the store knows, with their names and where they were read. */
export function sheetFactsOf(db: Db, factIds: readonly string[]): SheetFact[] {
  return factIds.flatMap((id) => {
    const found = findFigure(db, id);
    const fact = found && findStoredFact(db, found.factId)?.fact;
    if (found === undefined || fact === undefined) return [];
    const [subject, metric] = [fact.subjectId, fact.metricId].map(
      (entityId) => findEntity(db, entityId)?.name ?? sameInBoth(entityId),
    );
    return [{ id, figure: engineFactOf(found), fact, subject, metric }];
  });
}

function engineFactOf({ isRetired, value, text, unit }: FoundFigure): EngineFact {
  return isRetired ? 'retired' : { value: value ?? text, unit: value === null ? '' : unit };
}
