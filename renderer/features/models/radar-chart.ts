/** Several benchmarks in percent as a radar, a line for each model; every axis from 0 to 100. */
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart.tsx';
import { chartText, chartTooltip, softText } from './chart-parts.ts';

type Radar = {
  axes: readonly string[];
  models: readonly { name: string; values: readonly number[] }[];
  colours: ChartColours;
};

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'];

export function radarChart({ axes, models, colours }: Radar): EChartsCoreOption {
  return {
    textStyle: chartText(colours),
    legend: { bottom: 0, itemWidth: 16, itemHeight: 9, textStyle: softText(colours) },
    tooltip: { ...chartTooltip(colours), trigger: 'item' },
    radar: {
      indicator: axes.map((name) => ({ name, min: 0, max: 100 })),
      center: ['50%', '47%'],
      radius: '68%',
      splitNumber: 5,
      axisName: softText(colours),
      axisLabel: { ...softText(colours), show: true, fontSize: 10, showMinLabel: false },
      axisLine: { lineStyle: { color: colours.hairline } },
      splitLine: { lineStyle: { color: colours.hairline } },
      splitArea: { show: false },
    },
    series: [
      {
        type: 'radar',
        data: models.map(({ name, values }, at) => ({
          name,
          value: [...values],
          symbol: SYMBOLS[at % SYMBOLS.length],
          symbolSize: 6,
          lineStyle: { width: 1.5, color: colours.series[at % colours.series.length] },
          itemStyle: { color: colours.series[at % colours.series.length] },
        })),
      },
    ],
  };
}
