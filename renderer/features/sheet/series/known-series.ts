/**
 * The series there are, with their names, for completion and for labels beside their ids. Read when first
 * wanted and again when series change; what shows labels is drawn anew by `useKnownSeries`.
 */
import { create } from 'zustand';
import { inLanguage, type Language, sameInBoth } from '../../../../shared/language.ts';
import { labelOfSeries } from '../../../../shared/line-of-series.ts';
import type { SeriesSummary } from '../../../../shared/series.ts';
import { call, onEvent } from '../../../api.ts';
import { loadFacts, useFacts } from '../../../facts/facts-store.ts';
import { sheetSeriesTexts } from './sheet-series-texts.ts';

type KnownSeries = { status: 'unread' | 'asked' | 'ready'; byId: ReadonlyMap<string, SeriesSummary> };

export const useKnownSeries = create<KnownSeries>(() => ({ status: 'unread', byId: new Map() }));

/** All that are known now; asked for where they never were. */
export function knownSeries(): ReadonlyMap<string, SeriesSummary> {
  const { status, byId } = useKnownSeries.getState();
  // Not while something is drawn.
  if (status === 'unread') queueMicrotask(() => void readAll());
  return byId;
}

/** Reads them where one of these is not known. */
export async function learnSeries(seriesIds: readonly string[]): Promise<void> {
  const { byId } = useKnownSeries.getState();
  if (seriesIds.some((seriesId) => !byId.has(seriesId))) await readAll();
}

/** Keeps them up to date; returns how to stop. */
export function followKnownSeries(): () => void {
  return onEvent(({ event }) => {
    if (event === 'seriesEdited' && useKnownSeries.getState().status !== 'unread') void readAll();
  });
}

async function readAll(): Promise<void> {
  useKnownSeries.setState({ status: 'asked' });
  if (useFacts.getState().status === 'unread') void loadFacts();
  // Names are an extra: without them the ids stand there, and what failed is said where it matters.
  const series = await call('listSeries', {}).catch((): SeriesSummary[] => []);
  useKnownSeries.setState({ status: 'ready', byId: new Map(series.map((each) => [each.id, each])) });
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
  const mark = series.origin === 'demonstration' ? sheetSeriesTexts.demonstration[language] : '';
  return [seriesName(seriesId, language), range, mark].filter(Boolean).join(' · ');
}
