/** The excess return of one rating over its horizon as an option of ECharts, with the band that its grade promised. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Grade } from '../../../shared/ratings.ts';
import type { RatingPath } from '../../../shared/scorecard.ts';
import { excessText } from '../../ratings/rating-words.ts';
import type { ChartColours } from '../../ui/chart.tsx';

export type ExcessWords = {
  axis: string;
  band: string;
  excess: string;
  security: string;
  benchmark: string;
  horizonFrom: string;
  horizonTo: string;
};

export type ExcessChart = {
  path: RatingPath;
  band: Grade['band'];
  /** Ends of the horizon, ISO dates; null where the scale has none. */
  from: string | null;
  to: string | null;
};

export function excessChart(
  { path, band, from, to }: ExcessChart,
  words: ExcessWords,
  colours: ChartColours,
): EChartsCoreOption {
  const text = { color: colours.ink, fontFamily: colours.font, fontSize: 12 };
  const soft = { ...text, color: colours.inkSoft };
  const [main] = colours.series;
  const range = rangeOf(path, band);
  const points = (values: readonly number[]) => path.days.map((day, at) => [day, values[at] * 100]);
  const plain = (name: string, values: readonly number[], color: string) => ({
    name,
    type: 'line',
    symbol: 'none',
    lineStyle: { color, width: 1.25, type: 'dashed' },
    itemStyle: { color },
    data: points(values),
    endLabel: { ...soft, show: true, formatter: name, width: NAME_WIDTH, overflow: 'truncate' },
    labelLayout: { moveOverlap: 'shiftY' },
  });
  const marks = [
    ...(from === null ? [] : [{ xAxis: from, label: { formatter: words.horizonFrom } }]),
    ...(to === null ? [] : [{ xAxis: to, label: { formatter: words.horizonTo } }]),
  ];
  return {
    textStyle: text,
    grid: { left: 8, right: NAME_WIDTH + 8, top: 34, bottom: 8, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.raised,
      borderColor: colours.hairline,
      textStyle: text,
      confine: true,
      axisPointer: { type: 'line', lineStyle: { color: colours.inkSoft } },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? excessText(value / 100) : ''),
    },
    xAxis: {
      type: 'time',
      max: to ?? undefined,
      axisLine: { lineStyle: { color: colours.inkSoft } },
      axisLabel: { ...soft, hideOverlap: true, formatter: '{yyyy}-{MM}-{dd}' },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      ...range,
      name: words.axis,
      nameTextStyle: { ...soft, align: 'left', padding: [0, 0, 8, -4] },
      axisLabel: soft,
      splitLine: { lineStyle: { color: colours.hairline } },
    },
    series: [
      {
        name: words.excess,
        type: 'line',
        symbol: path.days.length < 40 ? 'circle' : 'none',
        symbolSize: 4,
        z: 3,
        lineStyle: { color: main, width: 2 },
        itemStyle: { color: main },
        data: points(path.excess),
        endLabel: { ...text, show: true, color: main, formatter: words.excess },
        labelLayout: { moveOverlap: 'shiftY' },
        markArea:
          band === null
            ? undefined
            : {
                silent: true,
                itemStyle: { color: main, opacity: 0.1 },
                // Where the lines begin is zero: the label keeps to the other side of its bound.
                label: {
                  ...soft,
                  position: band.low === null ? 'insideTopLeft' : 'insideBottomLeft',
                  formatter: words.band,
                },
                data: [[{ yAxis: (band.low ?? -10) * 100 }, { yAxis: (band.high ?? 10) * 100 }]],
              },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: colours.inkSoft, type: 'dotted', width: 1 },
          label: { ...soft, position: 'insideEndTop', rotate: 0, align: 'right' },
          data: marks,
        },
      },
      plain(words.security, path.securityReturn, colours.series[1]),
      plain(words.benchmark, path.benchmarkReturn, colours.series[7]),
    ],
  };
}

/** Everything that is drawn, with zero and the bounds of the band, in steps of ten percent. */
function rangeOf({ excess, securityReturn, benchmarkReturn }: RatingPath, band: Grade['band']) {
  const bounds = [band?.low, band?.high].filter((bound) => typeof bound === 'number');
  const values = [0, ...bounds, ...excess, ...securityReturn, ...benchmarkReturn].map((share) => share * 100);
  const step = (value: number, round: (ratio: number) => number) => round(value / 10) * 10;
  return { min: step(Math.min(...values) - 2, Math.floor), max: step(Math.max(...values) + 2, Math.ceil) };
}
/** Of what stands at the end of a line. */
const NAME_WIDTH = 104;
