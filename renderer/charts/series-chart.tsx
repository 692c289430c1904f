/**
 * The chart on screen with the strip below it: both are panned and zoomed, and show the same periods. Where the
 * movement comes to rest, table and address follow.
 */
import { useLayoutEffect, useMemo, useRef } from 'react';
import { drawingOf } from '../../shared/charts/chart-option.ts';
import { colourIn } from '../../shared/charts/chart-series.ts';
import type { Reference } from '../../shared/charts/commentary.ts';
import type { Drawn } from '../../shared/charts/drawn.ts';
import type { Window } from '../../shared/charts/line-points.ts';
import { usePreferences } from '../shell/preferences.ts';
import { coloursOf } from '../ui/chart.tsx';
import { ChartView } from './chart-view.ts';
import { isSameWindow } from './chart-window.ts';
import classes from './charts.module.css';
import { placeStrip, RangeStrip } from './range-strip.tsx';
import { type TooltipWords, tooltipAt } from './tooltip.ts';

type SeriesChartProps = {
  /** What the chart shows, for who cannot see it. */
  label: string;
  /** All that can be panned to. */
  drawn: Drawn;
  /** What is shown of it. */
  window: Window;
  /** Whether the range can be changed in the chart. */
  isZoomable: boolean;
  words: TooltipWords;
  /** Points that a claim of the commentary speaks of. */
  marked: readonly Reference[];
  /** Where chart or strip have come to rest; '' at an end, so that new periods are shown when they come. */
  onRange: (range: { from: string; to: string }) => void;
  /** A click on a period; `x` is where, in pixels. */
  onPick: (pick: { at: number; x: number }) => void;
};

export function SeriesChart(props: SeriesChartProps) {
  const { label, drawn, window, isZoomable, marked } = props;
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<ChartView>(null);
  const current = useRef(props);
  current.current = props;
  const theme = usePreferences((state) => state.theme);

  useLayoutEffect(() => {
    if (frame.current === null || box.current === null) return;
    const around = frame.current;
    const made = new ChartView(around, box.current, {
      onMove: (moved) => placeStrip(around, moved, current.current.drawn.periods.length),
      onSettle: (settled) => {
        const { drawn: all, window: before, onRange } = current.current;
        if (!isSameWindow(settled, before)) onRange(rangeOf(all, settled));
      },
      onPick: (pick) => current.current.onPick(pick),
    });
    view.current = made;
    return () => {
      made.dispose();
      view.current = null;
    };
  }, []);

  useLayoutEffect(() => {
    const colours = coloursOf(theme);
    const ofKey = new Map(drawn.columns.map((column) => [column.key, colours.series[colourIn(drawn, column)]]));
    view.current?.draw((size) => drawingOf(drawn, { theme: colours, size }), current.current.window, {
      isMovable: isZoomable,
      // Names of files may come later: they are no reason to draw all of it again.
      contentAt: (at) => tooltipAt(drawn, at, ofKey, current.current.words),
    });
  }, [drawn, isZoomable, theme]);

  useLayoutEffect(() => view.current?.show(window), [window]);
  useLayoutEffect(() => view.current?.mark(marked), [marked]);

  const strip = useMemo(
    () => isZoomable && <RangeStrip drawn={drawn} window={window} onMove={(moved) => view.current?.move(moved)} />,
    [isZoomable, drawn, window],
  );
  return (
    <div ref={frame} className={classes.chartFrame}>
      <div ref={box} className={classes.chart} role="img" aria-label={label} />
      {strip}
    </div>
  );
}

function rangeOf({ periods }: Drawn, { start, end }: Window): { from: string; to: string } {
  return {
    from: start <= 0 ? '' : periods[start],
    to: end >= periods.length - 1 ? '' : periods[end],
  };
}
