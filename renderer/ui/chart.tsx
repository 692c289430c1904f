/**
 * A chart of ECharts in the colours of the theme: `option` is built from those colours, and again
 * whenever the theme changes. Only the parts of ECharts named here are in the bundle.
 */
import { BarChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
} from 'echarts/components';
import type { EChartsCoreOption } from 'echarts/core';
import { type ECElementEvent, type EChartsType, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { usePreferences } from '../shell/preferences.ts';

use([
  BarChart,
  LineChart,
  RadarChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  LabelLayout,
  SVGRenderer,
]);

export type ChartColours = {
  ink: string;
  inkSoft: string;
  hairline: string;
  paper: string;
  raised: string;
  font: string;
  series: string[];
};

type ChartProps = {
  className?: string;
  /** What the chart shows, for who cannot see it. */
  label: string;
  option: (colours: ChartColours) => EChartsCoreOption;
  /** For thousands of marks a canvas, which whoever asks for it has to `use`; not to be changed. */
  renderer?: 'svg' | 'canvas';
  /** A click on a point, bar or mark; what it is of is in its `data`. */
  onPick?: (event: ECElementEvent) => void;
};

const SERIES_COUNT = 8;

export function Chart({ className, label, option, renderer = 'svg', onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const theme = usePreferences((state) => state.theme);

  useEffect(() => {
    if (box.current === null) return;
    const drawn = init(box.current, null, { renderer });
    chart.current = drawn;
    const resized = new ResizeObserver(() => drawn.resize());
    resized.observe(box.current);
    return () => {
      resized.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, [renderer]);

  useEffect(() => {
    const drawn = chart.current;
    if (drawn === null || onPick === undefined) return;
    drawn.on('click', onPick);
    return () => {
      if (!drawn.isDisposed()) drawn.off('click', onPick);
    };
  }, [onPick]);

  useEffect(() => {
    // The theme's colours are in the styles of the page; `theme` says when to read them.
    chart.current?.setOption({ ...option(coloursOf(theme)), animation: false }, true);
  }, [option, theme]);

  return <div ref={box} className={className} role="img" aria-label={label} />;
}

export function coloursOf(theme: 'light' | 'dark'): ChartColours {
  const root = document.querySelector(`:root[data-mantine-color-scheme='${theme}']`) ?? document.documentElement;
  const style = getComputedStyle(root);
  const read = (token: string) => style.getPropertyValue(`--pl-${token}`).trim();
  return {
    ink: read('ink'),
    inkSoft: read('ink-soft'),
    hairline: read('hairline'),
    paper: read('paper'),
    raised: read('raised'),
    font: read('font'),
    series: Array.from({ length: SERIES_COUNT }, (_, index) => read(`series-${index + 1}`)),
  };
}
