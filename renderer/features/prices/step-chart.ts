/** The step chart of prices as an option of ECharts: a price holds until the next one, each change is marked. */
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart.tsx';
import type { CutMark, PriceHistory, PricePoint, PriceSeries } from './price-series.ts';
import { percentText } from './price-text.ts';

export type StepWords = {
  /** The unit on the axis. */
  unit: string;
  nameOf: (series: Pick<PriceSeries, 'modelId' | 'setting'>) => string;
  priceText: (value: number) => string;
  /** After a change that the source states and no two prices give. */
  stated: string;
  isLogarithmic: boolean;
};

/** So many have their name at the end of their line; of more a legend says it. */
const LABELLED_SERIES = 4;
const SYMBOLS = ['circle', 'diamond', 'rect', 'triangle'] as const;
const DAY_MS = 86_400_000;

export function stepChart(
  { series, marks }: Pick<PriceHistory, 'series' | 'marks'>,
  words: StepWords,
  colours: ChartColours,
): EChartsCoreOption {
  const text = { color: colours.ink, fontFamily: colours.font, fontSize: 12 };
  const soft = { ...text, color: colours.inkSoft };
  const hasLegend = series.length > LABELLED_SERIES;
  const { first, last } = rangeOf(series);
  const drawn = series.flatMap((each) => linesOf(each, { last, hasLegend, words, colours, text }));
  return {
    textStyle: text,
    grid: { left: 8, right: hasLegend ? 44 : 150, top: hasLegend ? 44 : 22, bottom: 8, outerBoundsMode: 'same' },
    legend: hasLegend
      ? {
          type: 'scroll',
          top: 0,
          left: 0,
          right: 0,
          itemWidth: 14,
          itemHeight: 8,
          textStyle: soft,
          pageTextStyle: soft,
          pageIconColor: colours.ink,
          pageIconInactiveColor: colours.hairline,
        }
      : undefined,
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.raised,
      borderColor: colours.hairline,
      textStyle: text,
      confine: true,
      axisPointer: { type: 'line', lineStyle: { color: colours.inkSoft } },
      formatter: (items: unknown) => tooltipOf(series, words, timeOf(items)),
    },
    xAxis: {
      type: 'time',
      min: first,
      max: last,
      axisLine: { lineStyle: { color: colours.inkSoft } },
      axisLabel: { ...soft, hideOverlap: true, formatter: '{yyyy}-{MM}-{dd}' },
      minInterval: DAY_MS,
      splitLine: { show: false },
    },
    yAxis: {
      type: words.isLogarithmic ? 'log' : 'value',
      // Heights are compared: the axis begins at zero where it can.
      min: words.isLogarithmic ? undefined : 0,
      name: words.unit,
      nameTextStyle: { ...soft, align: 'left', padding: [0, 0, 4, -4] },
      axisLabel: soft,
      splitLine: { lineStyle: { color: colours.hairline } },
    },
    series: [...drawn, marksOf(marks, words, colours, text)],
  };
}

type Drawing = {
  last: number;
  hasLegend: boolean;
  words: StepWords;
  colours: ChartColours;
  text: object;
};

/** The known prices, and dotted what holds as far as one knows. */
function linesOf(series: PriceSeries, { last, hasLegend, words, colours, text }: Drawing): object[] {
  const { key, ordinal, points } = series;
  const name = words.nameOf(series);
  const color = colours.series[ordinal % colours.series.length];
  const symbol = SYMBOLS[Math.floor(ordinal / colours.series.length) % SYMBOLS.length];
  const end = points[points.length - 1];
  const isSoleLast = timeOfDay(end) >= last;
  return [
    {
      id: key,
      name,
      type: 'line',
      step: 'end',
      symbol,
      symbolSize: 7,
      showAllSymbol: true,
      itemStyle: { color },
      lineStyle: { color, width: 2 },
      data: points.map((point) => ({ value: [timeOfDay(point), point.value], factId: point.factId })),
    },
    {
      id: `${key} after`,
      name,
      type: 'line',
      symbol: 'none',
      silent: true,
      tooltip: { show: false },
      itemStyle: { color },
      lineStyle: { color, width: 1.5, type: 'dotted' },
      data: [[timeOfDay(end), end.value], ...(isSoleLast ? [] : [[last, end.value]])],
      endLabel: {
        ...text,
        show: !hasLegend,
        color,
        formatter: `${name} ${words.priceText(end.value)}`,
        width: 140,
        overflow: 'truncate',
      },
      labelLayout: { moveOverlap: 'shiftY' },
    },
  ];
}

function marksOf(marks: readonly CutMark[], words: StepWords, colours: ChartColours, text: object): object {
  // Those that became free stand side by side on the axis: one word is enough.
  const lastFree = marks.find(({ value }) => value === 0);
  return {
    id: 'changes',
    type: 'scatter',
    symbol: 'triangle',
    symbolSize: 8,
    z: 5,
    tooltip: { show: false },
    itemStyle: { color: colours.ink },
    label: { ...text, show: true, position: 'top', distance: 6, padding: [1, 3], backgroundColor: colours.paper },
    labelLayout: { hideOverlap: true },
    data: marks.map((mark) => ({
      value: [Date.parse(mark.day), mark.value],
      factId: mark.key,
      symbolRotate: mark.change !== null && mark.change > 0 ? 0 : 180,
      label: {
        formatter: mark.value === 0 && mark !== lastFree ? '' : markText(mark, words),
        ...(mark.value === 0 ? { position: 'right', offset: [0, -9], backgroundColor: 'transparent' } : {}),
      },
    })),
  };
}

function markText({ change, isStated, value }: Pick<CutMark, 'change' | 'isStated' | 'value'>, words: StepWords) {
  if (change === null) return words.priceText(value);
  return isStated ? `${percentText(change)} ${words.stated}` : percentText(change);
}

/** From a little before the first price to a little after the last. */
function rangeOf(series: readonly PriceSeries[]): { first: number; last: number } {
  const times = series.flatMap(({ points }) => points.map(timeOfDay));
  const [earliest, latest] = [Math.min(...times), Math.max(...times)];
  const margin = Math.max(DAY_MS * 5, (latest - earliest) * 0.06);
  return { first: earliest - margin, last: latest + margin };
}

function timeOfDay({ day }: Pick<PricePoint, 'day'>): number {
  return Date.parse(day);
}

/** Every price that is known to hold on the day under the pointer, the highest first. */
function tooltipOf(series: readonly PriceSeries[], words: StepWords, time: number | null): HTMLElement | string {
  if (time === null) return '';
  const holding = series
    .flatMap((each) => {
      const point = each.points.findLast((candidate) => timeOfDay(candidate) <= time);
      return point === undefined ? [] : [{ name: words.nameOf(each), value: point.value }];
    })
    .toSorted((a, b) => b.value - a.value);
  if (holding.length === 0) return '';
  const box = document.createElement('div');
  box.append(lineOf(new Date(time).toISOString().slice(0, 10)));
  for (const { name, value } of holding) box.append(lineOf(`${name}  ${words.priceText(value)}`));
  return box;
}

/** Names go in as text, never as markup. */
function lineOf(text: string): HTMLElement {
  const line = document.createElement('div');
  line.textContent = text;
  return line;
}

function timeOf(items: unknown): number | null {
  const [first]: unknown[] = Array.isArray(items) ? items : [items];
  if (typeof first !== 'object' || first === null || !('axisValue' in first)) return null;
  return typeof first.axisValue === 'number' ? first.axisValue : null;
}
