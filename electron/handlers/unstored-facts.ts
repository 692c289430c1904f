/**
 * The facts that sheets take, for the engine their figures, for an export all that is said of them; here from
 * the bundled files, for what is calculated without a store: templates and `eval`.
 */
import { figureOf } from '../../shared/facts.ts';
import { type LocalText, sameInBoth } from '../../shared/language.ts';
import type { EngineFact, FactSource } from '../engine/facts.ts';
import type { SheetFact } from '../excel/facts-sheet.ts';
import type { BundledFacts } from '../store/bundled-facts.ts';

export type FactsOfSheets = FactSource & {
  /** Those of `factIds` that are known, with their names and where they were read. */
  describe: (factIds: readonly string[]) => SheetFact[];
};

/** The bundled facts as they come. */
export function unstoredFacts(bundled: BundledFacts): FactsOfSheets {
  return {
    find: (factId) => {
      const fact = bundled.findFact(factId);
      return fact && engineFactOf({ ...figureOf(fact), unit: fact.unit, isRetired: false });
    },
    describe: (factIds) =>
      factIds.flatMap((id) => {
        const fact = bundled.findFact(id);
        if (fact === undefined) return [];
        const subject = nameOf(fact.subjectId, bundled.findEntity(fact.subjectId));
        const metric = nameOf(fact.metricId, bundled.findEntity(fact.metricId));
        const figure = engineFactOf({ ...figureOf(fact), unit: fact.unit, isRetired: false });
        return [{ id, figure, fact, subject, metric }];
      }),
  };
}

type UsedFigure = { value: number | null; text: string; unit: string; isRetired: boolean };

/** A figure as formulas take it: text has no unit. */
export function engineFactOf({ value, text, unit, isRetired }: UsedFigure): EngineFact {
  return isRetired ? 'retired' : { value: value ?? text, unit: value === null ? '' : unit };
}

export function nameOf(entityId: string, entity: { name: LocalText } | undefined): LocalText {
  return entity?.name ?? sameInBoth(entityId);
}
