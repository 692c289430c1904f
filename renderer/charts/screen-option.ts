/** A chart for the screen, in the colours of the theme. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Drawn } from '../../shared/charts/drawn.ts';
import type { ChartColours } from '../ui/chart.tsx';

export function screenOption(drawn: Drawn, colours: ChartColours): EChartsCoreOption {
  return {
    grid: drawn.panels.map((_, at) => ({
      left: `${4 + (96 / drawn.panels.length) * at}%`,
      width: `${96 / drawn.panels.length - 6}%`,
      bottom: 60,
      top: 20,
    })),
    xAxis: drawn.panels.map((_, at) => ({ type: 'category', data: drawn.periods, gridIndex: at })),
    yAxis: drawn.panels.map((_, at) => ({ type: 'value', gridIndex: at })),
    series: drawn.columns.map(({ key, values, panel, name }, at) => ({
      id: key,
      name: name.zh,
      type: 'line',
      showSymbol: false,
      sampling: 'lttb',
      color: colours.series[at % colours.series.length],
      xAxisIndex: panel,
      yAxisIndex: panel,
      data: values,
    })),
  };
}
