/** Calculation without a sheet. */
import type { Handlers } from '../dispatch.ts';
import { evaluateFormula } from '../engine/evaluate.ts';
import type { Context } from './context.ts';
import { isDemonstrationSeries } from './demonstration.ts';
import { storedFacts } from './sheet-facts.ts';
import { storedSeries } from './sheet-series.ts';

export function evaluateHandlers({ store }: Context): Pick<Handlers, 'evaluate'> {
  const [facts, series] = [storedFacts(store.db), storedSeries(store.db)];
  return {
    evaluate: (input) => {
      let isDemonstration = false;
      const find = (seriesId: string) => {
        isDemonstration ||= isDemonstrationSeries(store.db, seriesId);
        return series.find(seriesId);
      };
      return { ...evaluateFormula(input, facts, { find }), isDemonstration };
    },
  };
}
