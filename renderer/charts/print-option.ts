/** A figure for the page, in the light theme of brokers' reports. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Drawn } from '../../shared/charts/drawn.ts';
import type { ChartColours } from '../ui/chart.tsx';
import { screenOption } from './screen-option.ts';

const C: ChartColours = {
  ink: '#000',
  inkSoft: '#333',
  hairline: '#ddd',
  paper: '#fff',
  raised: '#fff',
  font: 'sans-serif',
  series: ['#0072b2', '#d55e00', '#00875f', '#b8578f', '#b07d00', '#3d8fc4', '#6b5bb5', '#707a83'],
};

export function printOption(drawn: Drawn): EChartsCoreOption {
  return screenOption(drawn, C);
}
