/** The series of a chart among all that there are, of which there may be thousands. */
import { useMemo } from 'react';
import type { SeriesSummary } from '../../shared/series.ts';

/** In the order of `known`, which is memoised. */
export function useChosen(known: readonly SeriesSummary[], seriesIds: readonly string[]): readonly SeriesSummary[] {
  return useMemo(() => {
    const chosen = new Set(seriesIds);
    return known.filter(({ id }) => chosen.has(id));
  }, [known, seriesIds]);
}
