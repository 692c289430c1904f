/** The chart of a security's prices as an option of ECharts: candles or closes with volume below, or against an index. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Bars } from '../../shared/price-bars.ts';
import type { ChartColours } from '../ui/chart.tsx';
import type { Indexed, Place } from './price-points.ts';

/** On a day: a rating, a target price, an event. `price` is where it stands; at the close where left out. */
export type PriceMarker = {
  day: string;
  label: string;
  kind: 'rating' | 'target' | 'event';
  price?: number;
  /** Of the analyst, in a colour of its own. */
  isOwn?: boolean;
};

export type MarketColours = { up: string; down: string };

const SYMBOLS = { rating: 'pin', target: 'diamond', event: 'circle' } as const;
/** Of the theme's series; that of the closes is the first. */
const COLOURS = { rating: 2, target: 4, event: 2 } as const;
const OWN_COLOUR = 1;
/** Above the axis, below it, at its sides. */
const LEFT = 56;

type Drawing = {
  bars: Bars;
  places: readonly Place[];
  isCandles: boolean;
  markers: readonly PriceMarker[];
  colours: ChartColours;
  market: MarketColours;
  priceText: (price: number) => string;
  amountText: (amount: number) => string;
  tipOf: (place: Place) => string;
};

export function priceOption(drawing: Drawing): EChartsCoreOption {
  const { bars, places, isCandles, colours, market, tipOf } = drawing;
  const days = places.map(({ day }) => day);
  const hasVolume = places.some(({ at }) => at !== null && bars.volume[at] !== null);
  const soft = softText(colours);
  const axis = {
    type: 'category',
    data: days,
    boundaryGap: true,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.hairline } },
  };
  const grid = { left: LEFT, right: 16 };
  return {
    textStyle: soft,
    grid: hasVolume
      ? [
          { ...grid, top: 14, bottom: 96 },
          { ...grid, height: 52, bottom: 28 },
        ]
      : [{ ...grid, top: 14, bottom: 28 }],
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.raised,
      borderColor: colours.hairline,
      textStyle: { ...soft, color: colours.ink },
      axisPointer: { type: 'line', lineStyle: { color: colours.inkSoft } },
      formatter: (items: unknown) => tipOf(places[placeIn(items)] ?? { day: '', at: null }),
    },
    xAxis: [
      { ...axis, axisLabel: hasVolume ? { show: false } : soft },
      ...(hasVolume ? [{ ...axis, gridIndex: 1, axisLabel: soft }] : []),
    ],
    yAxis: [
      {
        type: 'value',
        scale: true,
        // The words of a mark stand above it.
        boundaryGap: ['4%', '10%'],
        splitLine: { lineStyle: { color: colours.hairline } },
        axisLabel: { ...soft, formatter: drawing.priceText },
      },
      ...(hasVolume
        ? [
            {
              type: 'value',
              gridIndex: 1,
              splitNumber: 2,
              splitLine: { show: false },
              axisLabel: { ...soft, formatter: drawing.amountText },
            },
          ]
        : []),
    ],
    series: [
      isCandles ? candles(bars, places, market) : closes(bars, places, colours.series[0]),
      ...(hasVolume ? [volumes(bars, places, market)] : []),
      markersOf(drawing),
    ],
  };
}

function candles(bars: Bars, places: readonly Place[], { up, down }: MarketColours) {
  return {
    type: 'candlestick',
    data: places.map(({ at }) =>
      at === null
        ? '-'
        : [
            bars.open[at] ?? bars.close[at],
            bars.close[at],
            bars.low[at] ?? bars.close[at],
            bars.high[at] ?? bars.close[at],
          ],
    ),
    itemStyle: { color: up, borderColor: up, color0: down, borderColor0: down },
    barMaxWidth: 12,
  };
}

function closes(bars: Bars, places: readonly Place[], colour: string) {
  return {
    type: 'line',
    data: places.map(({ at }) => (at === null ? null : bars.close[at])),
    showSymbol: false,
    connectNulls: false,
    lineStyle: { width: 1.5, color: colour },
    itemStyle: { color: colour },
  };
}

function volumes(bars: Bars, places: readonly Place[], { up, down }: MarketColours) {
  return {
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barMaxWidth: 12,
    data: places.map(({ at }) => {
      if (at === null) return null;
      const before = bars.open[at] ?? bars.close[at - 1] ?? bars.close[at];
      return { value: bars.volume[at], itemStyle: { color: bars.close[at] < before ? down : up, opacity: 0.55 } };
    }),
  };
}

/** On the day, or on the next one that was traded. */
function markersOf({ bars, places, markers, colours }: Drawing) {
  const data = markers.flatMap(({ day, label, kind, price, isOwn = false }) => {
    const place = places.find(({ day: other, at }) => at !== null && other >= day);
    if (place === undefined || place.at === null || (places[0]?.day ?? '') > day) return [];
    return {
      value: [place.day, price ?? bars.close[place.at]],
      name: label,
      symbol: SYMBOLS[kind],
      symbolSize: kind === 'rating' ? 22 : 10,
      itemStyle: {
        color: colours.series[isOwn ? OWN_COLOUR : COLOURS[kind]],
        borderColor: colours.paper,
        borderWidth: 1,
      },
    };
  });
  return {
    type: 'scatter',
    data,
    z: 5,
    label: {
      show: true,
      position: 'top',
      formatter: '{b}',
      color: colours.ink,
      fontSize: 11,
      textBorderColor: colours.paper,
      textBorderWidth: 3,
    },
    labelLayout: { hideOverlap: true },
  };
}

export function indexOption(
  { days, values }: Indexed,
  names: readonly string[],
  colours: ChartColours,
  numberText: (value: number) => string,
): EChartsCoreOption {
  const soft = softText(colours);
  return {
    textStyle: soft,
    grid: { left: LEFT, right: 140, top: 14, bottom: 28 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.raised,
      borderColor: colours.hairline,
      textStyle: { ...soft, color: colours.ink },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? numberText(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: days,
      axisTick: { show: false },
      axisLabel: soft,
      axisLine: { lineStyle: { color: colours.hairline } },
    },
    yAxis: { type: 'value', scale: true, splitLine: { lineStyle: { color: colours.hairline } }, axisLabel: soft },
    series: values.map((data, at) => ({
      type: 'line',
      name: names[at],
      data,
      showSymbol: false,
      connectNulls: false,
      lineStyle: { width: at === 0 ? 2 : 1.5, color: colours.series[at], type: at === 0 ? 'solid' : 'dashed' },
      itemStyle: { color: colours.series[at] },
      endLabel: { show: true, formatter: '{a}', color: colours.series[at], width: 130, overflow: 'truncate' },
      labelLayout: { moveOverlap: 'shiftY' },
    })),
  };
}

function softText(colours: ChartColours) {
  return { color: colours.inkSoft, fontFamily: colours.font, fontSize: 12 };
}

function placeIn(items: unknown): number {
  const [first] = Array.isArray(items) ? items : [];
  return typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
}
