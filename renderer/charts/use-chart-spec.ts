/**
 * The spec of the chart on screen: kept in the address, changed without an entry in the browser's history.
 *
 *     const { spec, change, prepare } = useChartSpec(atStart);
 *     <button onPointerEnter={() => prepare({ seriesIds })} onClick={() => change({ seriesIds })}>
 */
import { useCallback, useMemo, useRef } from 'react';
import type { ChartQuestion, ChartSpec } from '../../shared/chart-spec.ts';
import { askAhead, isAsking } from '../ask-ahead.ts';
import { replaceQuery, useRoute } from '../shell/routes.ts';
import { useAim } from '../use-aim.ts';
import { parseSpec, printSpec } from './spec-query.ts';
import { followChartEdits } from './use-series-answer.ts';

export type ChangeSpec = (changed: Partial<ChartSpec>) => void;

export type SpecOnScreen = {
  spec: ChartSpec;
  change: ChangeSpec;
  /** The pointer or the focus rests on what makes this change: its figures are read before it is made. */
  prepare: ChangeSpec;
};

/** Memoise `atStart`: what the screen shows where the address says nothing. */
export function useChartSpec(atStart: ChartSpec): SpecOnScreen {
  const query = useRoute(({ route }) => ('query' in route ? (route.query ?? '') : ''));
  const spec = useMemo(() => parseSpec(query, atStart), [query, atStart]);
  const latest = useRef({ spec, atStart, query });
  latest.current = { spec, atStart, query };
  const { aim: prepare, stop } = useAim<Partial<ChartSpec>>((changed) => {
    const next = { ...spec, ...changed };
    if (asksAnew(spec, next) && !isAsking()) askChartAhead(next);
  });
  // Always the same, so that what only changes a spec is not drawn again with each other one.
  const change = useCallback<ChangeSpec>(
    (changed) => {
      stop();
      const { spec, atStart, query } = latest.current;
      const next = { ...spec, ...changed };
      // The workbench reads while the screen is rendered.
      if (asksAnew(spec, next)) askChartAhead(next);
      replaceQuery(printSpec(next, atStart, new URLSearchParams(query)));
    },
    [stop],
  );
  return { spec, change, prepare };
}

function asksAnew(before: ChartSpec, after: ChartSpec): boolean {
  return JSON.stringify(questionOf(before)) !== JSON.stringify(questionOf(after));
}

function askChartAhead(spec: ChartSpec): void {
  const question = questionOf(spec);
  if (question !== null) askAhead('getChartInputs', question, followChartEdits);
}

/** What the workbench is asked for a chart; null where no series are chosen. */
export function questionOf(spec: ChartSpec): ChartQuestion | null {
  const { seriesIds, relativeTo, asKnownOn, rateFactId, withEvents } = spec;
  return seriesIds.length === 0 ? null : { seriesIds, relativeTo, asKnownOn, rateFactId, withEvents };
}

/** What both screens begin with. */
export const PLAIN_SPEC: Omit<ChartSpec, 'screen' | 'language'> = {
  plumbline: 'chart',
  version: 1,
  kind: 'lines',
  seriesIds: [],
  from: '',
  to: '',
  grain: null,
  calendar: 'calendar',
  transform: 'none',
  basePeriod: '',
  withAverage: false,
  isLogarithmic: false,
  currency: '',
  rateFactId: null,
  asKnownOn: '',
  withEvents: false,
  withBounds: true,
  withPeaks: false,
  withGuidance: false,
  comparedTo: null,
  figure: { number: '', title: { zh: '', en: '' }, source: { zh: '', en: '' }, widthCm: 15, heightCm: 8 },
};
