/** The series there are, with their names, for completion and for labels beside their ids. */
import { inLanguage, type Language, sameInBoth } from '../../../../shared/language.ts';
import { labelOfSeries } from '../../../../shared/line-of-series.ts';
import type { SeriesSummary } from '../../../../shared/series.ts';
import { loadFacts, useFacts } from '../../../facts/facts-store.ts';
import { loadSeries, readSeries, useSeries } from '../../../series/series-store.ts';
import { demonstrationWords } from '../../../ui/demonstration-mark.tsx';

/** All that are known now; asked for where they never were. */
export function knownSeries(): ReadonlyMap<string, SeriesSummary> {
  const { status, byId } = useSeries.getState();
  // Not while something is drawn.
  // Names are an extra: without them the ids stand there, and what failed is said where it matters.
  if (status === 'unread') queueMicrotask(() => void Promise.all([loadFacts(), loadSeries()]));
  return byId;
}

/** Reads them where one of these is not known. */
export async function learnSeries(seriesIds: readonly string[]): Promise<void> {
  const { byId } = useSeries.getState();
  if (seriesIds.some((seriesId) => !byId.has(seriesId))) await Promise.all([loadFacts(), readSeries()]);
}

/** `Meta 资本性支出（含融资租赁）`; the id until it is known. */
export function seriesName(seriesId: string, language: Language): string {
  const series = knownSeries().get(seriesId);
  if (series === undefined) return seriesId;
  const { entities } = useFacts.getState();
  const nameOf = (entityId: string) => entities.get(entityId)?.name ?? sameInBoth(entityId);
  return inLanguage(labelOfSeries(series, nameOf(series.subjectId), nameOf(series.metricId)), language);
}

/** Name and range in one line, and whether the numbers are made up. */
export function seriesLabel(seriesId: string, language: Language): string {
  const series = knownSeries().get(seriesId);
  if (series === undefined) return seriesId;
  const range = series.first === '' ? '' : `${series.first} – ${series.last}`;
  const mark = series.origin === 'demonstration' ? demonstrationWords(language) : '';
  return [seriesName(seriesId, language), range, mark].filter(Boolean).join(' · ');
}
