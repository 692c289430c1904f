/** Scores against a quantity of wide range (size, price) on a log axis; every point bears the name of its model. */
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart.tsx';
import { chartText, chartTooltip, softText } from './chart-parts.ts';

export type Point = {
  name: string;
  /** Of the score. */
  factId: string;
  x: number;
  y: number;
  /** In words, for the tooltip. */
  about: string;
  /** Where `x` is approximate or a bound. */
  isHollow: boolean;
  colour: (colours: ChartColours) => string;
};

type Points = { points: readonly Point[]; xAxis: string; yAxis: string; colours: ChartColours };

export function scatterChart({ points, xAxis, yAxis, colours }: Points): EChartsCoreOption {
  const [from, to] = decades(points.map(({ x }) => x));
  return {
    textStyle: chartText(colours),
    grid: { left: 8, right: 16, top: 4, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      ...chartTooltip(colours),
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => escaped(points[dataIndex].about),
    },
    xAxis: {
      type: 'log',
      min: from,
      max: to,
      name: xAxis,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: softText(colours),
      axisLabel: softText(colours),
      axisLine: { lineStyle: { color: colours.inkSoft } },
      splitLine: { lineStyle: { color: colours.hairline } },
    },
    yAxis: {
      type: 'value',
      // Points are read by their place, not by a length: the axis shows the range there is.
      scale: true,
      name: yAxis,
      nameTextStyle: { ...softText(colours), align: 'left', padding: [0, 0, 4, -8] },
      axisLabel: softText(colours),
      splitLine: { lineStyle: { color: colours.hairline } },
    },
    series: [
      {
        type: 'scatter',
        symbolSize: 9,
        data: points.map(({ x, y, isHollow, colour }) => ({
          value: [x, y],
          // Near the right edge the name stands at the left.
          label: { position: placeIn(x, from, to) > 0.62 ? 'left' : 'right' },
          itemStyle: {
            color: isHollow ? colours.paper : colour(colours),
            borderColor: colour(colours),
            borderWidth: 1.5,
          },
        })),
        label: {
          ...chartText(colours),
          show: true,
          distance: 6,
          formatter: ({ dataIndex }: { dataIndex: number }) => points[dataIndex].name,
        },
        labelLayout: layoutOfLabels(),
      },
    ],
  };
}

/** 0 at the left end of the axis, 1 at the right. */
function placeIn(x: number, from: number, to: number): number {
  return Math.log(x / from) / Math.log(to / from);
}

function decades(values: readonly number[]): [number, number] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most * 1.05))];
}

type Rect = { x: number; y: number; width: number; height: number };

const SHIFTS = [0, -13, 13, -26, 26];

/** Moves a name up or down where it would stand on one drawn before it. */
function layoutOfLabels() {
  let placed: Rect[] = [];
  return ({ dataIndex, rect, labelRect }: { dataIndex: number; rect: Rect; labelRect: Rect }) => {
    if (dataIndex === 0) placed = [];
    // Beside its point: `labelRect` is where the pass before moved it.
    const y = rect.y + (rect.height - labelRect.height) / 2;
    const isFree = (dy: number) => !placed.some((other) => overlap({ ...labelRect, y: y + dy }, other));
    const dy = SHIFTS.find(isFree) ?? 0;
    placed.push({ ...labelRect, y: y + dy });
    return { dy };
  };
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** ECharts takes what a formatter gives as HTML. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}
