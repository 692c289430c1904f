/** The columns of a chart as series of ECharts: lines or bars in the colour of their subject. */
import { inLanguage } from '../language.ts';
import type { Drawing } from './chart-option.ts';
import { colourOf, strokesOf } from './chart-theme.ts';
import { shortened, shortNumber } from './chart-words.ts';
import type { Drawn, DrawnColumn, DrawnPeak } from './drawn.ts';

const MOST_LABEL_WIDTH = 140;
/** Above this a line has no symbols and is sampled to what the width can show. */
const MANY_POINTS = 2000;
const FEW_POINTS = 60;
const STROKES = ['solid', [7, 3], [2, 2], [9, 3, 2, 3]] as const;
const WASHES = [1, 0.6, 0.35, 0.2] as const;

/** Names at the ends of lines, by key. */
export function labelledNames({ spec, columns }: Drawn, mains: readonly DrawnColumn[]): Map<string, string> {
  return new Map(
    mains.map(({ key, seriesId }) => {
      const value = columns.find((column) => column.seriesId === seriesId && column.role === 'value');
      return [key, shortened(inLanguage(value?.name ?? { zh: '', en: '' }, spec.language), 12, MOST_LABEL_WIDTH)];
    }),
  );
}

export function columnEntry(drawing: Drawing, column: DrawnColumn, index: number): object {
  const { drawn, theme, scales, labels } = drawing;
  const { spec, periods } = drawn;
  const { divisor } = scales[column.panel];
  const colour = theme.series[colourOf(column.subjectId) % theme.series.length];
  const data = column.values.map((value) => shownValue(value, divisor, spec.isLogarithmic));
  const common = {
    id: column.key,
    name: inLanguage(column.name, spec.language),
    xAxisIndex: column.panel,
    yAxisIndex: column.panel,
    color: colour,
    markPoint: peakOf(drawing, column),
  };
  if (spec.kind === 'grouped-bars' || spec.kind === 'stacked-bars') {
    const wash = column.role === 'compared' ? 0.4 : WASHES[strokeOf(drawn, column) % WASHES.length];
    return {
      ...common,
      type: 'bar',
      // What is compared stands beside what it is compared to.
      stack: spec.kind === 'stacked-bars' ? column.role : undefined,
      barMaxWidth: 36,
      barGap: '8%',
      itemStyle: { color: colour, opacity: wash },
      data,
    };
  }
  const isPale = column.role === 'value' && drawn.columns.some((other) => other.role === 'average');
  const isCompared = column.role === 'compared';
  const label = labels.get(column.key);
  const isFew = periods.length <= FEW_POINTS;
  const lone = isFew ? [] : lonePoints(data);
  const hasSymbols = (isFew && !isPale) || lone.length > 0;
  return {
    ...common,
    type: 'line',
    z: isPale || isCompared ? 2 : 3 + index / 1000,
    connectNulls: false,
    // Symbols that nobody sees would be compared one by one each time that the chart is drawn.
    showSymbol: hasSymbols,
    sampling: periods.length > MANY_POINTS ? 'lttb' : undefined,
    symbol: isFew && !isPale ? 'circle' : 'none',
    symbolSize: 5,
    showAllSymbol: isFew,
    itemStyle: { color: colour },
    lineStyle: {
      color: colour,
      width: isPale ? 1 : isCompared ? 1.5 : 2,
      opacity: isPale ? 0.32 : isCompared ? 0.65 : 1,
      type: isCompared ? [4, 4] : STROKES[strokeOf(drawn, column) % STROKES.length],
    },
    emphasis: { disabled: false, lineStyle: { width: isPale ? 1 : 2 } },
    data: isFew ? data : withLonePoints(data, lone),
    endLabel:
      label === undefined
        ? undefined
        : {
            show: true,
            color: colour,
            fontFamily: theme.font,
            fontSize: drawing.fontSize,
            formatter: label,
            distance: 6,
          },
    labelLayout: label === undefined ? undefined : { moveOverlap: 'shiftY' },
  };
}

/** Columns of one series share a stroke; other series of the same colour in the chart have the next one. */
function strokeOf({ columns }: Drawn, column: DrawnColumn): number {
  const series = [
    ...new Map(columns.filter(({ panel }) => panel === column.panel).map((each) => [each.seriesId, each.subjectId])),
  ];
  const at = series.findIndex(([seriesId]) => seriesId === column.seriesId);
  return strokesOf(series.map(([, subjectId]) => subjectId))[at] ?? 0;
}

/** The numbers of an axis are short, and a logarithm has no place for zero and below. */
function shownValue(value: number | null, divisor: number, isLogarithmic: boolean): number | null {
  if (value === null || (isLogarithmic && value <= 0)) return null;
  return value / divisor;
}

/** Where a figure stands between two gaps. */
function lonePoints(data: readonly (number | null)[]): number[] {
  const isGap = (at: number) => (data[at] ?? null) === null;
  return data.flatMap((value, at) => (value !== null && isGap(at - 1) && isGap(at + 1) ? [at] : []));
}

/** A lone figure has no line to either side: it is a point. */
function withLonePoints(data: readonly (number | null)[], lone: readonly number[]): readonly unknown[] {
  if (lone.length === 0) return data;
  const shown: unknown[] = [...data];
  for (const at of lone) shown[at] = { value: data[at], symbol: 'circle', symbolSize: 4 };
  return shown;
}

function peakOf({ drawn, theme, scales, fontSize }: Drawing, column: DrawnColumn): object | undefined {
  const peak = drawn.peaks.find(({ columnKey }) => columnKey === column.key);
  if (peak === undefined) return undefined;
  const { divisor } = scales[column.panel];
  const period = drawn.grain === 'day' ? drawn.periods[peak.at].slice(5) : drawn.periods[peak.at];
  const ratio = peak.at / Math.max(1, drawn.periods.length - 1);
  const align = ratio < 0.1 ? 'left' : ratio > 0.9 ? 'right' : 'center';
  return {
    silent: true,
    symbol: 'circle',
    symbolSize: 6,
    itemStyle: {
      color: theme.paper,
      borderWidth: 1.5,
      borderColor: theme.series[colourOf(column.subjectId) % theme.series.length],
    },
    label: {
      position: 'top',
      distance: 4,
      align,
      color: theme.ink,
      fontFamily: theme.font,
      fontSize: fontSize - 1,
      textBorderColor: theme.paper,
      textBorderWidth: 2,
    },
    data: [
      {
        coord: [peak.at, Number((peak.value / divisor).toPrecision(12))],
        label: {
          show: !isCovered(drawn, peak, column.panel),
          formatter: `${shortNumber(peak.value, column.unit, drawn.spec.language)} · ${period}`,
        },
      },
    ],
  };
}

/** Whether the words of a peak before it stand where those of this one would. */
function isCovered({ peaks, columns, periods }: Drawn, peak: DrawnPeak, panel: number): boolean {
  const inPanel = peaks.filter(({ columnKey }) => columns.find(({ key }) => key === columnKey)?.panel === panel);
  const highest = Math.max(...inPanel.map(({ value }) => Math.abs(value)));
  return inPanel
    .slice(0, inPanel.indexOf(peak))
    .some(
      ({ at, value }) => Math.abs(at - peak.at) < periods.length * 0.2 && Math.abs(value - peak.value) < highest * 0.06,
    );
}
