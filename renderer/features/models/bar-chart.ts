/** Bars of one benchmark by model: the best above, from zero, each with its score; one in another setting is hollow. */
import type { EChartsCoreOption } from 'echarts/core';
import type { FactMark } from '../../facts/fact-marks.tsx';
import type { ChartColours } from '../../ui/chart.tsx';
import { chartText, chartTooltip, softText } from './chart-parts.ts';

export type Bar = {
  name: string;
  factId: string;
  value: number;
  /** As in the matrix; with the setting where that is another one, and the signs of its marks. */
  label: string;
  marks: readonly FactMark[];
  isHollow: boolean;
  isBold: boolean;
  colour: (colours: ChartColours) => string;
};

type Bars = { bars: readonly Bar[]; axis: string; colours: ChartColours };

export function barChart({ bars, axis, colours }: Bars): EChartsCoreOption {
  const text = chartText(colours);
  return {
    textStyle: text,
    grid: { left: 8, right: 64, top: 4, bottom: 4, outerBoundsMode: 'same' },
    tooltip: { ...chartTooltip(colours), trigger: 'item', formatter: '{b}: {c}' },
    xAxis: {
      type: 'value',
      min: (range: { min: number }) => Math.min(0, range.min),
      name: axis,
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: softText(colours),
      axisLabel: softText(colours),
      splitLine: { lineStyle: { color: colours.hairline } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.inkSoft } },
      axisLabel: { ...softText(colours), interval: 0, width: 150, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: bars.map(({ value, label, isHollow, isBold, colour }) => ({
          value,
          itemStyle: isHollow
            ? { color: colours.paper, borderColor: colour(colours), borderType: 'dashed', borderWidth: 1 }
            : { color: colour(colours) },
          label: { ...text, show: true, position: 'right', formatter: () => label, fontWeight: isBold ? 700 : 400 },
        })),
      },
    ],
  };
}
