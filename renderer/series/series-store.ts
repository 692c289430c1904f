/**
 * The series that there are, in short (renderer/kept-data.ts): read again whenever series are edited, here or in another
 * window. `version` grows with every edit of series, events and views; what depends on them asks again
 * (charts/use-series-answer.ts).
 *
 *     const { status, all, failure } = useSeriesData();
 */
import { create } from 'zustand';
import type { SeriesSummary } from '../../shared/series.ts';
import { call } from '../api.ts';
import { following, stopping } from '../follow.ts';
import { type KeptData, keepData, UNREAD, useKeptData } from '../kept-data.ts';

export type SeriesData = KeptData & {
  all: readonly SeriesSummary[];
  byId: ReadonlyMap<string, SeriesSummary>;
};

export const useSeries = create<SeriesData>(() => ({ ...UNREAD, all: [], byId: new Map() }));

const keptSeries = keepData(useSeries, async () => {
  const all = await call('listSeries', {});
  return { all, byId: new Map(all.map((series) => [series.id, series])) };
});

export const { load: loadSeries, read: readSeries, followEdits: followSeriesEdits } = keptSeries;

export function useSeriesData(): SeriesData {
  return useKeptData(useSeries, loadSeries);
}

/** To be called after an own edit of events or views: the workbench tells it to the others only. */
export const seriesWereEdited = keptSeries.wereEdited;

/** Keeps everything up to date with other windows, and after the host was away; returns how to stop. */
export function followSeries(): () => void {
  return stopping(
    following('seriesEdited')(keptSeries.readAgain),
    following('seriesEdited', 'chartsEdited')(keptSeries.wereEdited),
  );
}
