/** Which series of apps are offered and chosen: by app, market, platform, vendor and metric. */
import type { ChartSpec } from '../../../shared/chart-spec.ts';
import type { SeriesSummary } from '../../../shared/series.ts';
import { screenOf } from '../../charts/screen-of-series.ts';

export const DIMENSIONS = ['metricId', 'market', 'platform', 'vendor'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** '' leaves a dimension open. */
export type SeriesFilter = Record<Dimension, string> & { text: string };

export const NO_FILTER: SeriesFilter = { metricId: '', market: '', platform: '', vendor: '', text: '' };

export type SubjectGroup = { subjectId: string; series: readonly SeriesSummary[] };

export function isOfApp(series: Pick<SeriesSummary, 'metricId'>, subjectKind: string | undefined): boolean {
  return screenOf(series, subjectKind) === 'downloads';
}

/** The values of a dimension, where there is a choice between them. */
export function choicesOf(series: readonly SeriesSummary[], dimension: Dimension): string[] {
  return [...new Set(series.map((each) => each[dimension]))].filter((value) => value !== '').toSorted();
}

export function filtered(
  series: readonly SeriesSummary[],
  filter: SeriesFilter,
  namesOf: (subjectId: string) => string,
): SeriesSummary[] {
  const words = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return series.filter((each) => {
    if (DIMENSIONS.some((dimension) => filter[dimension] !== '' && each[dimension] !== filter[dimension])) return false;
    if (words.length === 0) return true;
    const said = [namesOf(each.subjectId), each.market, each.platform, each.vendor, each.id].join('\n').toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** By subject, the one with the most observations first. */
export function groupBySubject(series: readonly SeriesSummary[]): SubjectGroup[] {
  const groups = [...Map.groupBy(series, ({ subjectId }) => subjectId)];
  const weighed = groups.map(([subjectId, group]) => ({
    group: { subjectId, series: group },
    weight: group.reduce((sum, each) => sum + each.observationCount, 0),
  }));
  return weighed.toSorted((one, other) => other.weight - one.weight).map(({ group }) => group);
}

const MOST_AT_START = 6;
const MONTH = '2024-07'.length;

/**
 * What the screen shows at first: one metric of one vendor, real figures before made-up ones, each app once
 * (its widest series of those that go on), six at most.
 */
export function chosenAtStart(series: readonly SeriesSummary[]): string[] {
  const real = series.filter(({ origin }) => origin !== 'demonstration');
  const pool = real.length > 0 ? real : series;
  const groups = [...Map.groupBy(pool, ({ metricId, vendor, grain }) => `${metricId}\n${vendor}\n${grain}`).values()];
  const [largest] = groups.toSorted((one, other) => other.length - one.length);
  if (largest === undefined) return [];
  return groupBySubject(largest)
    .slice(0, MOST_AT_START)
    .map(({ series: [first, ...rest] }) => rest.reduce(widerOf, first).id);
}

/** One that ended months ago (by a method that the vendor gave up) stands behind one that goes on. */
function widerOf(one: SeriesSummary, other: SeriesSummary): SeriesSummary {
  const [ended, goesOn] = [one.last.slice(0, MONTH), other.last.slice(0, MONTH)];
  if (ended !== goesOn) return ended < goesOn ? other : one;
  return other.observationCount > one.observationCount ? other : one;
}

export function toggled(chosen: readonly string[], ids: readonly string[], isChosen: boolean): string[] {
  return isChosen ? [...new Set([...chosen, ...ids])] : chosen.filter((id) => !ids.includes(id));
}

/**
 * All markets of the vendor and metric that are shown, a panel for each: abroad and China side by side. In each
 * those that are chosen, and others up to six, the longest first.
 */
export function marketsSideBySide(
  series: readonly SeriesSummary[],
  chosen: readonly string[],
): Partial<ChartSpec> | null {
  const [like] = series.filter(({ id }) => chosen.includes(id));
  if (like === undefined) return null;
  const wanted = series.filter(
    (each) =>
      each.metricId === like.metricId &&
      each.vendor === like.vendor &&
      each.grain === like.grain &&
      each.platform === like.platform &&
      each.origin === like.origin,
  );
  const markets = Map.groupBy(wanted, ({ market }) => market);
  if (markets.size < 2) return null;
  const isChosen = ({ id }: SeriesSummary) => Number(chosen.includes(id));
  const shown = [...markets.values()].flatMap((ofMarket) => {
    const ranked = ofMarket.toSorted((a, b) => isChosen(b) - isChosen(a) || b.observationCount - a.observationCount);
    return ranked.slice(0, Math.max(MOST_AT_START, ofMarket.filter(isChosen).length));
  });
  const ids = new Set(shown.map(({ id }) => id));
  return {
    seriesIds: wanted.flatMap(({ id }) => (ids.has(id) ? [id] : [])),
    kind: 'small-multiples',
    panelBy: 'market',
    withPeaks: false,
  };
}

/** What every vendor says of one app, whose series are given: the same metric and market. */
export function vendorsSideBySide(series: readonly SeriesSummary[], like: SeriesSummary): Partial<ChartSpec> | null {
  const wanted = series.filter(
    (each) =>
      each.metricId === like.metricId &&
      each.market === like.market &&
      each.grain === like.grain &&
      (each.origin === 'demonstration') === (like.origin === 'demonstration'),
  );
  if (new Set(wanted.map(({ vendor }) => vendor)).size < 2) return null;
  return { seriesIds: wanted.map(({ id }) => id), kind: 'lines' };
}
