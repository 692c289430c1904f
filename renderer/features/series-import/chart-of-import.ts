/** The chart that shows what an import brought: its series with the most observations, of one metric, on their own screen. */
import type { SeriesSummary } from '../../../shared/series.ts';
import { screenOf } from '../../charts/screen-of-series.ts';
import type { Route } from '../../shell/routes.ts';

const MOST = 6;

/** Null where none of the series is there any more. */
export function chartRouteOf(
  seriesIds: readonly string[],
  known: readonly SeriesSummary[],
  kindOf: (entityId: string) => string | undefined,
): Route | null {
  const wanted = new Set(seriesIds);
  const brought = known.filter(({ id }) => wanted.has(id));
  const groups = Map.groupBy(brought, ({ metricId, grain, vendor }) => [metricId, grain, vendor].join('\n'));
  const [largest] = [...groups.values()].toSorted((one, other) => weightOf(other) - weightOf(one));
  if (largest === undefined) return null;
  const [first] = largest;
  const shown = largest.toSorted((one, other) => other.observationCount - one.observationCount).slice(0, MOST);
  const query = new URLSearchParams(shown.map(({ id }) => ['s', id])).toString();
  return { screen: screenOf(first, kindOf(first.subjectId)), query };
}

function weightOf(series: readonly SeriesSummary[]): number {
  return series.reduce((sum, { observationCount }) => sum + observationCount, 0);
}
