/**
 * What a chart shows, from its spec: the series' observations, the facts beside them and the events, read
 * from the workbench, and drawn anew here when the spec changes. Only another choice of series, date of
 * knowledge or switched-on layer asks the workbench; ranges and calculations do not.
 */
import { useMemo, useRef } from 'react';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import { calculate, withoutRange } from '../../shared/charts/calculation.ts';
import { type ChartInputs, type Drawn, drawnOver } from '../../shared/charts/drawn.ts';
import { questionOf } from './use-chart-spec.ts';
import { useSeriesAnswer } from './use-series-answer.ts';

export type DrawnAnswer = {
  /** Null until all of it is there, and where no series are chosen; the chart before until all of the next one is. */
  drawn: Drawn | null;
  /** The same over all there is, to be panned and zoomed; `drawn` itself where that would be another chart. */
  full: Drawn | null;
  inputs: ChartInputs | null;
  /** What `drawn` was made from; without one the spec as it is. */
  spec: ChartSpec;
  /** Whether `drawn` is what the spec asks for. */
  isCurrent: boolean;
  failure: unknown;
  retry: () => void;
};

export function useDrawn(spec: ChartSpec): DrawnAnswer {
  const hasSeries = spec.seriesIds.length > 0;
  const asked = useSeriesAnswer('getChartInputs', questionOf(spec));
  const inputs = asked.answer ?? null;
  const { failure, isCurrent } = asked;
  // Drawn before its answer is there, the chart would be wrong at first.
  const held = useRef({ spec, inputs });
  if (isCurrent) held.current = { spec, inputs };
  else if (!hasSeries || failure !== null) held.current = { spec, inputs: null };
  const { spec: shownSpec, inputs: shownInputs } = held.current;

  // Panned and zoomed, what is computed stays the same, and so does the chart over all there is.
  const calculated = JSON.stringify(withoutRange(shownSpec));
  const calculation = useMemo(
    () => (shownInputs === null || !hasSeries ? null : calculate(JSON.parse(calculated), shownInputs)),
    [calculated, shownInputs, hasSeries],
  );
  const whole = useMemo(() => calculation && drawnOver(calculation, { from: '', to: '' }), [calculation]);
  const { from, to } = shownSpec;
  const drawn = useMemo(
    () => (calculation === null || (from === '' && to === '') ? whole : drawnOver(calculation, { from, to })),
    [calculation, whole, from, to],
  );
  const full = useMemo(() => {
    // A comparison begins where the range begins; all there is may be too much for one chart.
    if (whole === null || whole.refusals.length > 0 || shownSpec.comparedTo !== null) return drawn;
    if (drawn === null || drawn === whole) return drawn;
    return shownSpec.withPeaks ? { ...whole, peaks: movedPeaks(drawn, whole) } : whole;
  }, [shownSpec, whole, drawn]);

  return {
    drawn: hasSeries ? drawn : null,
    full,
    inputs: shownInputs,
    spec: shownSpec,
    isCurrent,
    failure,
    retry: asked.retry,
  };
}

/** The peaks are those of the range that is shown, not of all there is. */
function movedPeaks(shown: Drawn, full: Drawn): Drawn['peaks'] {
  const first = full.ordinals.indexOf(shown.ordinals[0]);
  return first < 0 ? [] : shown.peaks.map((peak) => ({ ...peak, at: peak.at + first }));
}
