/** Which series of companies are offered and chosen: by company, and by the definition that capital expenditure is counted by. */
import type { SeriesSummary } from '../../../shared/series.ts';
import { screenOf } from '../../charts/screen-of-series.ts';

export const CAPEX = 'capital-expenditure';
export const REVENUE = 'revenue';

export type Company = { subjectId: string; series: readonly SeriesSummary[] };

export function isOfCompany(series: Pick<SeriesSummary, 'metricId'>, subjectKind: string | undefined): boolean {
  return screenOf(series, subjectKind) === 'capex';
}

/** In the order of the series; of each company capital expenditure first, the longest series before the others. */
export function companiesOf(known: readonly SeriesSummary[]): Company[] {
  return [...Map.groupBy(known, ({ subjectId }) => subjectId)].map(([subjectId, series]) => ({
    subjectId,
    series: series.toSorted(
      (a, b) =>
        Number(b.metricId === CAPEX) - Number(a.metricId === CAPEX) ||
        Number(hasLeases(a)) - Number(hasLeases(b)) ||
        b.observationCount - a.observationCount,
    ),
  }));
}

/** Every company's capital expenditure as its cash flow statement has it: the nearest to one definition that there is. */
export function chosenAtStart(known: readonly SeriesSummary[]): string[] {
  return companiesOf(ofRealFirst(known)).flatMap(({ series }) =>
    series
      .filter(({ metricId }) => metricId === CAPEX)
      .slice(0, 1)
      .map(({ id }) => id),
  );
}

export type Definition = { definition: string; series: readonly SeriesSummary[] };

/** The definitions of capital expenditure, the one of most companies first. */
export function definitionsOf(known: readonly SeriesSummary[]): Definition[] {
  const counted = known.filter(({ metricId, definition }) => metricId === CAPEX && definition !== '');
  return [...Map.groupBy(counted, ({ definition }) => definition)]
    .map(([definition, series]) => ({ definition, series }))
    .toSorted((a, b) => b.series.length - a.series.length);
}

/** The definition that all series chosen have, where these are all there are of it; '' where each company has its own. */
export function definitionChosen(known: readonly SeriesSummary[], chosen: readonly string[]): string {
  const alike = definitionsOf(known).find(
    ({ series }) => series.length === chosen.length && series.every(({ id }) => chosen.includes(id)),
  );
  return alike?.definition ?? '';
}

/** A company is taken out whole, and put in with its first series. */
export function withCompany({ series }: Company, chosen: readonly string[], isShown: boolean): string[] {
  const others = chosen.filter((id) => series.every((each) => each.id !== id));
  return isShown ? [...others, series[0].id] : others;
}

/** In place of whatever is shown of the company's same metric: one definition at a time. */
export function withDefinition(company: Company, chosen: readonly string[], wanted: SeriesSummary): string[] {
  const replaced = company.series.filter(({ metricId }) => metricId === wanted.metricId).map(({ id }) => id);
  const at = chosen.findIndex((id) => replaced.includes(id));
  const others = chosen.filter((id) => !replaced.includes(id));
  return at === -1 ? [...others, wanted.id] : others.toSpliced(at, 0, wanted.id);
}

export function withSeries(chosen: readonly string[], seriesId: string, isShown: boolean): string[] {
  return isShown ? [...new Set([...chosen, seriesId])] : chosen.filter((id) => id !== seriesId);
}

function hasLeases({ definition }: SeriesSummary): boolean {
  return /lease|租赁/i.test(definition);
}

function ofRealFirst(known: readonly SeriesSummary[]): readonly SeriesSummary[] {
  const real = known.filter(({ origin }) => origin !== 'demonstration');
  return real.length > 0 ? real : known;
}
