/**
 * The facts that sheets take, for the engine their figures, for an export all that is said of them: from
 * the store, or for templates that no store has yet from the bundled files.
 */
import { figureOf } from '../../shared/facts.ts';
import { type LocalText, sameInBoth } from '../../shared/language.ts';
import type { EngineFact, FactSource } from '../engine/facts.ts';
import type { SheetFact } from '../excel/facts-sheet.ts';
import type { BundledFacts } from '../store/bundled-facts.ts';
import { findEntity } from '../store/entities.ts';
import { findStoredFact } from '../store/fact-rows.ts';
import { findFigure } from '../store/figures.ts';
import type { Db } from '../store/sqlite.ts';

type FactsOfSheets = FactSource & {
  /** Those of `factIds` that are known, with their names and where they were read. */
  describe: (factIds: readonly string[]) => SheetFact[];
};

/** The facts of the store. Where the user has chosen another one in a conflict, that one's figure is given. */
export function storedFacts(db: Db): FactsOfSheets {
  return {
    find: (factId) => {
      const found = findFigure(db, factId);
      return found && engineFactOf(found, found.isRetired);
    },
    describe: (factIds) =>
      factIds.flatMap((id) => {
        const found = findFigure(db, id);
        const fact = found && findStoredFact(db, found.factId)?.fact;
        if (found === undefined || fact === undefined) return [];
        const subject = nameOf(fact.subjectId, findEntity(db, fact.subjectId));
        const metric = nameOf(fact.metricId, findEntity(db, fact.metricId));
        return [{ id, figure: engineFactOf(found, found.isRetired), fact, subject, metric }];
      }),
  };
}

/** The bundled facts as they come. */
export function unstoredFacts(bundled: BundledFacts): FactsOfSheets {
  return {
    find: (factId) => {
      const fact = bundled.findFact(factId);
      return fact && engineFactOf({ ...figureOf(fact), unit: fact.unit }, false);
    },
    describe: (factIds) =>
      factIds.flatMap((id) => {
        const fact = bundled.findFact(id);
        if (fact === undefined) return [];
        const subject = nameOf(fact.subjectId, bundled.findEntity(fact.subjectId));
        const metric = nameOf(fact.metricId, bundled.findEntity(fact.metricId));
        const figure = engineFactOf({ ...figureOf(fact), unit: fact.unit }, false);
        return [{ id, figure, fact, subject, metric }];
      }),
  };
}

function engineFactOf(
  { value, text, unit }: { value: number | null; text: string; unit: string },
  isRetired: boolean,
): EngineFact {
  return isRetired ? 'retired' : { value: value ?? text, unit: value === null ? '' : unit };
}

function nameOf(entityId: string, entity: { name: LocalText } | undefined): LocalText {
  return entity?.name ?? sameInBoth(entityId);
}
