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
    tooltip: { ...chartTooltip(colours), trigger: 'item' },
    radar: {
      indicator: axes.map((name, at) => ({
        name,
        min: 0,
        max: 100,
        axisLabel: { ...softText(colours), show: at === 0, fontSize: 10 },
      })),
      center: ['50%', '51%'],
      radius: '60%',
      splitNumber: 5,
      axisName: { ...softText(colours), formatter: (name = '') => inShortLines(name) },
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

const LINE_LENGTH = 12;

/** `ZeroSCROLLS/QuALITY` in two lines: names at the sides have little room. */
function inShortLines(name: string): string {
  const lines: string[] = [];
  for (const part of name.split(/(?<=[/ ])/)) {
    const last = lines.at(-1);
    if (last !== undefined && (last + part).length <= LINE_LENGTH) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.join('\n');
}
