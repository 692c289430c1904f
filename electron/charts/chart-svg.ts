/**
 * A drawn chart as SVG without a window, by ECharts' own drawing of strings: the same figure that the page
 * prints. Loaded only where it is needed.
 */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Drawn } from '../../shared/charts/drawn.ts';
import { figureOption, figureSize, svgOnPaper } from '../../shared/charts/figure-option.ts';

use([
  BarChart,
  GraphicComponent,
  GridComponent,
  LabelLayout,
  LegendComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  ScatterChart,
  SVGRenderer,
  TitleComponent,
]);

/** One with something to draw; its size is that of the spec, in centimetres. */
export function chartSvg(drawn: Drawn): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...figureSize(drawn.spec.figure) });
  try {
    chart.setOption(figureOption(drawn));
    return svgOnPaper(chart.renderToSVGString(), drawn.spec.figure);
  } finally {
    chart.dispose();
  }
}
