/**
 * The chart on screen: panned and zoomed with the wheel, by dragging and with the strip below it; the pointer
 * shows every value of a period with its source, a click picks the period. Drawn on a canvas, so that
 * 100,000 points move as fast as ten.
 */
import type { EChartsCoreOption } from 'echarts/core';
import { type EChartsType, init } from 'echarts/core';
import { useEffect, useRef } from 'react';
import type { Reference } from '../../shared/charts/commentary.ts';
import type { Drawn } from '../../shared/charts/drawn.ts';
import { usePreferences } from '../shell/preferences.ts';
import { type ChartColours, coloursOf } from '../ui/chart.tsx';
import './echarts-parts.ts';
import { type PixelSize, STRIP } from './screen-option.ts';
import { type TooltipWords, tooltipAt } from './tooltip.ts';

type SeriesChartProps = {
  className?: string;
  /** What the chart shows, for who cannot see it. */
  label: string;
  /** All that can be panned to. */
  drawn: Drawn;
  /** Memoise it. */
  option: (colours: ChartColours, size: PixelSize) => EChartsCoreOption;
  from: string;
  to: string;
  /** Whether the range can be changed in the chart. */
  isZoomable: boolean;
  words: TooltipWords;
  /** Points that a claim of the commentary speaks of. */
  marked: readonly Reference[];
  onRange: (range: { from: string; to: string }) => void;
  /** A click on a period; `x` is where, in pixels. */
  onPick: (pick: { at: number; x: number }) => void;
};

/** After the last movement of the strip the range is taken over into table and address. */
const SETTLED_MS = 180;
/** With more, the line in the strip takes longer to draw than the chart over it. */
const MOST_WITH_SHADOW = 20_000;

export function SeriesChart(props: SeriesChartProps) {
  const { className, label, drawn, option, from, to, isZoomable, words, marked } = props;
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const shown = useRef<EChartsCoreOption>({});
  const hasMarks = useRef(false);
  const current = useRef(props);
  current.current = props;
  const theme = usePreferences((state) => state.theme);

  useEffect(() => {
    if (box.current === null) return;
    const made = init(box.current, null, { renderer: 'canvas' });
    chart.current = made;
    const resized = new ResizeObserver(([{ contentRect }]) => {
      // It tells the size at first, too; all would be drawn twice.
      const { width, height } = contentRect;
      if (Math.round(width) !== made.getWidth() || Math.round(height) !== made.getHeight()) made.resize();
    });
    resized.observe(box.current);
    let timer: ReturnType<typeof setTimeout> | undefined;
    made.on('datazoom', () => {
      // A tip that is measured and placed anew in each frame takes as long as the chart.
      if (timer === undefined) {
        made.dispatchAction({ type: 'hideTip' });
        made.setOption({ tooltip: { triggerOn: 'none' } }, { lazyUpdate: true });
      }
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        made.setOption({ tooltip: { triggerOn: 'mousemove' } }, { lazyUpdate: true });
        settle(made, current.current);
      }, SETTLED_MS);
    });
    made.getZr().on('click', ({ offsetX, offsetY }) => {
      const at = indexAt(made, current.current.drawn, offsetX, offsetY);
      if (at === null) return;
      // What the card says is all that the tip says, and more.
      made.dispatchAction({ type: 'hideTip' });
      current.current.onPick({ at, x: offsetX });
    });
    return () => {
      clearTimeout(timer);
      resized.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const made = chart.current;
    if (made === null) return;
    const colours = coloursOf(theme);
    const plain = option(colours, { width: made.getWidth(), height: made.getHeight() });
    const window = isZoomable ? zoomOf(drawn, current.current, colours) : {};
    shown.current = plain;
    made.setOption({ ...plain, ...window, tooltip: tooltipOf(drawn, plain, words, colours), animation: false }, true);
  }, [option, drawn, isZoomable, words, theme]);

  useEffect(() => {
    const made = chart.current;
    if (made === null || !isZoomable) return;
    // Where the chart itself was moved, it is there already.
    const [before, wanted] = [shownRange(made), rangeOf(drawn.periods, from, to)];
    if (before === null || (before.startValue === wanted.startValue && before.endValue === wanted.endValue)) return;
    made.dispatchAction({ type: 'dataZoom', dataZoomIndex: 0, ...wanted });
  }, [drawn, from, to, isZoomable]);

  useEffect(() => {
    const made = chart.current;
    const [first] = marked;
    if (made === null || (first === undefined && !hasMarks.current)) return;
    hasMarks.current = first !== undefined;
    made.setOption({ series: markEntries(drawn, shown.current, marked, coloursOf(theme)) });
    if (first === undefined) made.dispatchAction({ type: 'hideTip' });
    else {
      const seriesIndex = drawn.columns.findIndex(({ key }) => key === first.columnKey);
      made.dispatchAction({ type: 'showTip', seriesIndex, dataIndex: drawn.periods.indexOf(first.period) });
    }
  }, [marked, drawn, theme]);

  return <div ref={box} className={className} role="img" aria-label={label} />;
}

/** A ring around each marked point, in each panel: where the chart has drawn it. */
function markEntries(drawn: Drawn, plain: EChartsCoreOption, marked: readonly Reference[], colours: ChartColours) {
  const entries = listOf(plain.series);
  return drawn.panels.map((_, panel) => ({
    id: `marked ${panel}`,
    type: 'scatter',
    silent: true,
    z: 20,
    xAxisIndex: panel,
    yAxisIndex: panel,
    symbol: 'circle',
    symbolSize: 11,
    tooltip: { show: false },
    itemStyle: { color: 'transparent', borderColor: colours.ink, borderWidth: 2 },
    data: marked.flatMap(({ columnKey, period }) => {
      const column = drawn.columns.findIndex(({ key }) => key === columnKey);
      const at = drawn.periods.indexOf(period);
      if (column < 0 || at < 0 || drawn.columns[column].panel !== panel) return [];
      const height = heightIn(entries[column], at);
      return height === null ? [] : [[at, height]];
    }),
  }));
}

/** As the axis counts, which may be in ten thousands. */
function heightIn(entry: object | undefined, at: number): number | null {
  if (entry === undefined || !('data' in entry) || !Array.isArray(entry.data)) return null;
  const point: unknown = entry.data[at];
  const value = typeof point === 'object' && point !== null && 'value' in point ? point.value : point;
  return typeof value === 'number' ? value : null;
}

type IndexRange = { startValue: number; endValue: number };

function rangeOf(periods: readonly string[], from: string, to: string): IndexRange {
  const last = periods.length - 1;
  return {
    startValue: from === '' ? 0 : Math.max(0, periods.indexOf(from)),
    endValue: to === '' || !periods.includes(to) ? last : periods.indexOf(to),
  };
}

/** Null where the chart cannot be zoomed. */
function shownRange(chart: EChartsType): IndexRange | null {
  const [first] = listOf(chart.getOption().dataZoom);
  if (first === undefined || !('startValue' in first) || !('endValue' in first)) return null;
  return { startValue: Number(first.startValue), endValue: Number(first.endValue) };
}

function zoomOf(
  { periods }: Drawn,
  { from, to }: Pick<SeriesChartProps, 'from' | 'to'>,
  colours: ChartColours,
): EChartsCoreOption {
  const range = { xAxisIndex: 'all', filterMode: 'filter', ...rangeOf(periods, from, to) };
  return {
    dataZoom: [
      { ...range, type: 'inside', zoomOnMouseWheel: true, moveOnMouseMove: true },
      {
        ...range,
        type: 'slider',
        height: STRIP,
        bottom: 4,
        left: 12,
        right: 24,
        brushSelect: false,
        showDataShadow: periods.length <= MOST_WITH_SHADOW,
        throttle: 0,
        showDetail: false,
        borderColor: colours.hairline,
        backgroundColor: 'transparent',
        textStyle: { color: colours.inkSoft, fontSize: 11 },
        dataBackground: { lineStyle: { color: colours.inkSoft, opacity: 0.5 }, areaStyle: { opacity: 0.08 } },
      },
    ],
  };
}

function tooltipOf(drawn: Drawn, plain: EChartsCoreOption, words: TooltipWords, colours: ChartColours) {
  const byKey = new Map<string, string>();
  for (const entry of listOf(plain.series)) {
    if ('id' in entry && 'color' in entry) byKey.set(String(entry.id), String(entry.color));
  }
  return {
    trigger: 'axis',
    triggerOn: 'mousemove',
    confine: true,
    transitionDuration: 0,
    // Below the card that a click opens.
    extraCssText: 'z-index: 4',
    backgroundColor: colours.raised,
    borderColor: colours.hairline,
    padding: 8,
    textStyle: { color: colours.ink, fontFamily: colours.font, fontSize: 12 },
    axisPointer: { type: 'line', lineStyle: { color: colours.inkSoft } },
    formatter: (items: unknown) => {
      const index = indexOf(items);
      return index === null ? '' : tooltipAt(drawn, index, byKey, words);
    },
  };
}

function listOf(series: unknown): object[] {
  return Array.isArray(series) ? series.filter((entry) => typeof entry === 'object' && entry !== null) : [];
}

/** The index on the axis of what the pointer is over; null where ECharts does not say. */
function indexOf(items: unknown): number | null {
  const [first] = Array.isArray(items) ? items : [items];
  if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return null;
  return typeof first.dataIndex === 'number' ? first.dataIndex : null;
}

function indexAt(chart: EChartsType, drawn: Drawn, x: number, y: number): number | null {
  const panel = drawn.panels.findIndex((_, index) => chart.containPixel({ gridIndex: index }, [x, y]));
  if (panel < 0) return null;
  const [at] = chart.convertFromPixel({ gridIndex: panel }, [x, y]);
  const index = Math.round(at);
  return index >= 0 && index < drawn.periods.length ? index : null;
}

/** Where the strip has come to rest; '' at an end, so that new periods are shown when they come. */
function settle(chart: EChartsType, { drawn, from, to, onRange }: SeriesChartProps): void {
  const shown = shownRange(chart);
  if (shown === null) return;
  const { startValue: start, endValue: end } = shown;
  const range = {
    from: start <= 0 ? '' : drawn.periods[start],
    to: end >= drawn.periods.length - 1 ? '' : drawn.periods[end],
  };
  if (range.from !== from || range.to !== to) onRange(range);
}
