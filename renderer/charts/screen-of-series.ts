/** Which of the two screens of charts a series is shown on. */
import type { ChartSpec } from '../../shared/chart-spec.ts';
import type { SeriesSummary } from '../../shared/series.ts';

/** Lines of accounts, whoever they are of. */
const OF_COMPANIES: ReadonlySet<string> = new Set([
  'capital-expenditure',
  'capital-expenditure-guidance',
  'operating-cash-flow',
  'depreciation',
]);

/** What companies report is with their capital expenditure, all else with downloads. */
export function screenOf(
  { metricId }: Pick<SeriesSummary, 'metricId'>,
  subjectKind: string | undefined,
): ChartSpec['screen'] {
  return OF_COMPANIES.has(metricId) || subjectKind === 'organisation' ? 'capex' : 'downloads';
}
