/** The spec of the chart on screen: kept in the address, changed without an entry in the browser's history. */
import { useCallback, useMemo, useRef } from 'react';
import type { ChartQuestion, ChartSpec } from '../../shared/chart-spec.ts';
import { replaceQuery, useRoute } from '../shell/routes.ts';
import { askAhead } from '../use-answer.ts';
import { parseSpec, printSpec } from './spec-query.ts';

export type ChangeSpec = (changed: Partial<ChartSpec>) => void;

/** Memoise `atStart`: what the screen shows where the address says nothing. */
export function useChartSpec(atStart: ChartSpec): { spec: ChartSpec; change: ChangeSpec } {
  const query = useRoute(({ route }) => ('query' in route ? (route.query ?? '') : ''));
  const spec = useMemo(() => parseSpec(query, atStart), [query, atStart]);
  const latest = useRef({ spec, atStart, query });
  latest.current = { spec, atStart, query };
  // Always the same, so that what only changes a spec is not drawn again with each other one.
  const change = useCallback<ChangeSpec>((changed) => {
    const { spec, atStart, query } = latest.current;
    const next = { ...spec, ...changed };
    const [before, question] = [questionOf(spec), questionOf(next)];
    // The workbench reads while the screen is rendered.
    if (question !== null && JSON.stringify(question) !== JSON.stringify(before)) askAhead('getChartInputs', question);
    replaceQuery(printSpec(next, atStart, new URLSearchParams(query)));
  }, []);
  return { spec, change };
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
