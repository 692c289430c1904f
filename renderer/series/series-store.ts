/**
 * The series that there are, in short: read once, and again whenever series are edited, here or in another window.
 * `version` grows with every edit of series, events and views; what depends on them asks again
 * (charts/use-series-answer.ts).
 *
 *     const { status, all, failure } = useSeriesData();
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { SeriesSummary } from '../../shared/series.ts';
import { call, onConnection, onEvent } from '../api.ts';
import type { Follow } from '../follow.ts';

export type SeriesData = {
  status: 'unread' | 'loading' | 'ready' | 'failed';
  /** What the call threw that should have given them. */
  failure: unknown;
  /** By id. */
  all: readonly SeriesSummary[];
  byId: ReadonlyMap<string, SeriesSummary>;
  version: number;
};

export const useSeries = create<SeriesData>(() => ({
  status: 'unread',
  failure: null,
  all: [],
  byId: new Map(),
  version: 0,
}));

/** Read when a component first needs them. */
export function useSeriesData(): SeriesData {
  const data = useSeries();
  const { status } = data;
  useEffect(() => {
    if (status === 'unread') void loadSeries();
  }, [status]);
  return data;
}

/** Reads them where they never were, or could not be; how it went is in `status`. */
export async function loadSeries(): Promise<void> {
  const { status } = useSeries.getState();
  if (status === 'loading' || status === 'ready') return;
  useSeries.setState({ status: 'loading' });
  await readSeries();
}

/** Reads them, again where they are there already. */
export async function readSeries(): Promise<void> {
  try {
    const all = await call('listSeries', {});
    const byId = new Map(all.map((series) => [series.id, series]));
    useSeries.setState({ status: 'ready', failure: null, all, byId });
  } catch (failure) {
    useSeries.setState({ status: 'failed', failure });
  }
}

/** To be called after an own edit of events or views: the workbench tells it to the others only. */
export function seriesWereEdited(): void {
  useSeries.setState(({ version }) => ({ version: version + 1 }));
}

/** After every edit of series, events or views, here or in another window. */
export const followSeriesEdits: Follow = (ask) =>
  useSeries.subscribe((now, before) => {
    if (now.version !== before.version) ask();
  });

/** Keeps everything up to date with other windows, and after the host was away; returns how to stop. */
export function followSeries(): () => void {
  const stops = [
    onEvent(({ event }) => {
      if (event === 'seriesEdited') readAgain();
      if (event === 'seriesEdited' || event === 'chartsEdited') seriesWereEdited();
    }),
    onConnection((isConnected) => {
      if (!isConnected) return;
      readAgain();
      seriesWereEdited();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function readAgain(): void {
  if (useSeries.getState().status !== 'unread') void readSeries();
}
