/** The columns of a chart as series of ECharts: lines or bars in the colour of their subject. */
import type { ChartSpec } from '../chart-spec.ts';
import { inLanguage } from '../language.ts';
import type { AxisScale } from './axis-scale.ts';
import { panelBoxes } from './chart-layout.ts';
import type { Drawing } from './chart-option.ts';
import { COLOURS, colourOf, strokesOf } from './chart-theme.ts';
import { shortened, shortNumber } from './chart-words.ts';
import type { Drawn, DrawnColumn, DrawnPeak } from './drawn.ts';
import { GAP, Line, type Window } from './line-points.ts';

const MOST_LABEL_WIDTH = 190;
const FEW_POINTS = 60;
/** Nearer to each other points are dense. */
const PIXELS_OF_POINT = 2;
/** Of paper: about 300 to an inch, where a pixel is a 96th of one. */
const DOTS_PER_PRINTED_PIXEL = 3;
const STROKES = ['solid', [7, 3], [2, 2], [9, 3, 2, 3]] as const;
/** The strokes as they stand in a legend. */
const STROKE_ICONS = [
  'roundRect',
  'path://M0,0h7v3h-7zM9,0h7v3h-7z',
  'path://M0,0h3v3h-3zM6.5,0h3v3h-3zM13,0h3v3h-3z',
  'path://M0,0h8v3h-8zM10,0h2v3h-2zM14,0h2v3h-2z',
] as const;
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

/** The column as it stands on its axis. A logarithm has no place for zero and below. */
export function lineOf({ values }: DrawnColumn, { divisor }: AxisScale, { isLogarithmic }: ChartSpec): Line {
  const shown = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    // The numbers of an axis are short.
    shown[at] = value === null || (isLogarithmic && value <= 0) ? Number.NaN : value / divisor;
  }
  return new Line(shown);
}

/** Of each column the periods that are drawn in a window: of bars all, of lines those that can be told apart. */
export function pointsOf({ drawn, look, lines, margins }: Drawing, window: Window, pixelsOfColumn: number): number[][] {
  const { start, end } = window;
  if (hasBars(drawn.spec)) {
    return lines.map(() => Array.from({ length: end - start + 1 }, (_, at) => start + at));
  }
  const dots = widthOf({ drawn, look, margins }) * (look.isPrinted ? DOTS_PER_PRINTED_PIXEL : 1);
  return lines.map((line) => line.pointsIn(window, dots / pixelsOfColumn));
}

/** Of a panel, in pixels. */
function widthOf({ drawn, look, margins }: Pick<Drawing, 'drawn' | 'look' | 'margins'>): number {
  return Math.max(1, panelBoxes(drawn.panels.length, look.size, margins)[0].width);
}

export function hasBars({ kind }: Pick<ChartSpec, 'kind'>): boolean {
  return kind === 'grouped-bars' || kind === 'stacked-bars';
}

export function columnEntry(drawing: Drawing, window: Window, index: number, points: readonly number[]): object {
  const { drawn, theme, labels } = drawing;
  const { spec } = drawn;
  const column = drawn.columns[index];
  const colour = theme.series[colourIn(drawn, column)];
  const common = {
    id: column.key,
    name: inLanguage(column.name, spec.language),
    xAxisIndex: column.panel,
    yAxisIndex: column.panel,
    color: colour,
    silent: true,
    emphasis: { disabled: true },
    markPoint: drawn.peaks.length === 0 ? undefined : peakOf(drawing, window, column),
    dimensions: DIMENSIONS,
    data: placesOf(drawing.lines[index], points),
  };
  if (hasBars(spec)) {
    const wash = column.role === 'compared' ? 0.4 : WASHES[strokeOf(drawn, column) % WASHES.length];
    return {
      ...common,
      type: 'bar',
      // What is compared stands beside what it is compared to.
      stack: spec.kind === 'stacked-bars' ? column.role : undefined,
      barMaxWidth: 36,
      barGap: '8%',
      itemStyle: { color: colour, opacity: wash },
    };
  }
  const isPale = column.role === 'value' && drawn.columns.some((other) => other.role === 'average');
  const isCompared = column.role === 'compared';
  const label = labels.get(column.key);
  const hasSymbols = isFew(window) && !isPale;
  // Up and down in each pixel a thick line shows no more than a thin one, and takes ten times as long.
  const isDense = !drawing.look.isPrinted && points.length * PIXELS_OF_POINT > widthOf(drawing);
  return {
    ...common,
    type: 'line',
    z: isPale || isCompared ? 2 : 3 + index / 1000,
    connectNulls: false,
    symbol: hasSymbols ? 'circle' : 'none',
    symbolSize: 5,
    showSymbol: hasSymbols,
    showAllSymbol: true,
    itemStyle: { color: colour },
    lineStyle: {
      color: colour,
      width: isPale || isDense ? 1 : isCompared ? 1.5 : 2,
      opacity: isPale ? 0.32 : isCompared ? 0.65 : 1,
      type: isCompared ? [4, 4] : STROKES[strokeOf(drawn, column) % STROKES.length],
    },
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

/**
 * The colour of its subject, the same in every chart. In a chart of one subject alone (what each vendor
 * estimates for it) that would say nothing: each series has its own there, its subject's first.
 */
export function colourIn({ columns }: Pick<Drawn, 'columns'>, { seriesId, subjectId }: DrawnColumn): number {
  const isOneSubject = columns.every((other) => other.subjectId === subjectId);
  const series = isOneSubject ? [...new Set(columns.map((other) => other.seriesId))] : [seriesId];
  return (colourOf(subjectId) + series.indexOf(seriesId)) % COLOURS;
}

/** Columns of one series share a stroke; other series of the same colour in the chart have the next one. */
function strokeOf({ columns }: Drawn, column: DrawnColumn): number {
  if (columns.every(({ subjectId }) => subjectId === column.subjectId)) return 0;
  const series = [
    ...new Map(columns.filter(({ panel }) => panel === column.panel).map((each) => [each.seriesId, each.subjectId])),
  ];
  const at = series.findIndex(([seriesId]) => seriesId === column.seriesId);
  return strokesOf(series.map(([, subjectId]) => subjectId))[at] ?? 0;
}

/** The names of a legend; lines of one colour are told apart there as they are in the chart. */
export function legendData({ drawn, legendNames }: Drawing): (string | { name: string; icon: string })[] {
  const { columns, spec } = drawn;
  if (hasBars(spec)) return legendNames;
  return legendNames.map((name) => {
    const column = columns.find((each) => inLanguage(each.name, spec.language) === name);
    const stroke = column === undefined ? 0 : strokeOf(drawn, column) % STROKES.length;
    return stroke === 0 ? name : { name, icon: STROKE_ICONS[stroke] };
  });
}

/** A lone figure has no line to either side: it is a point. */
export function loneEntries({ drawn, lines, theme }: Drawing, window: Window, points: readonly number[][]): object[] {
  if (hasBars(drawn.spec) || isFew(window)) return [];
  return drawn.columns.flatMap((column, index) => {
    const { key, panel } = column;
    const lone = lonePoints(points[index]);
    if (lone.length === 0) return [];
    const color = theme.series[colourIn(drawn, column)];
    const place = { xAxisIndex: panel, yAxisIndex: panel };
    const look = { symbol: 'circle', symbolSize: 4, silent: true, z: 3, dimensions: DIMENSIONS };
    return [{ id: `${key} lone`, type: 'scatter', ...place, ...look, color, data: placesOf(lines[index], lone) }];
  });
}

function lonePoints(points: readonly number[]): number[] {
  if (!points.includes(GAP)) return points.length === 1 ? [...points] : [];
  const isBroken = (at: number) => at < 0 || at >= points.length || points[at] === GAP;
  return points.filter((point, at) => point !== GAP && isBroken(at - 1) && isBroken(at + 1));
}

function isFew({ start, end }: Window): boolean {
  return end - start < FEW_POINTS;
}

const DIMENSIONS = ['at', 'height'];

/** Index and height by turns, NaN where the line is broken: ECharts copies all else before it draws. */
function placesOf({ values }: Line, points: readonly number[]): Float64Array {
  const places = new Float64Array(points.length * 2);
  points.forEach((at, index) => {
    places[index * 2] = at === GAP ? Number.NaN : at;
    places[index * 2 + 1] = at === GAP ? Number.NaN : values[at];
  });
  return places;
}

function peakOf({ drawn, theme, scales, fontSize }: Drawing, { start, end }: Window, column: DrawnColumn): object {
  const peak = drawn.peaks.find(({ columnKey, at }) => columnKey === column.key && at >= start && at <= end);
  if (peak === undefined) return { data: [] };
  const { divisor } = scales[column.panel];
  const period = drawn.grain === 'day' ? drawn.periods[peak.at].slice(5) : drawn.periods[peak.at];
  const ratio = (peak.at - start) / Math.max(1, end - start);
  const align = ratio < 0.1 ? 'left' : ratio > 0.9 ? 'right' : 'center';
  return {
    silent: true,
    symbol: 'circle',
    symbolSize: 6,
    itemStyle: {
      color: theme.paper,
      borderWidth: 1.5,
      borderColor: theme.series[colourIn(drawn, column)],
    },
    label: {
      position: 'top',
      distance: 4,
      align,
      color: theme.ink,
      fontFamily: theme.font,
      fontSize: fontSize - 1,
      backgroundColor: theme.paper,
      padding: [1, 2],
    },
    data: [
      {
        coord: [peak.at, Number((peak.value / divisor).toPrecision(12))],
        label: {
          show: !isCovered(drawn, peak, column.panel, end - start + 1),
          formatter: `${shortNumber(peak.value, column.unit, drawn.spec.language)} · ${period}`,
        },
      },
    ],
  };
}

/** Whether the words of a peak before it stand where those of this one would. */
function isCovered({ peaks, columns }: Drawn, peak: DrawnPeak, panel: number, count: number): boolean {
  const inPanel = peaks.filter(({ columnKey }) => columns.find(({ key }) => key === columnKey)?.panel === panel);
  const highest = Math.max(...inPanel.map(({ value }) => Math.abs(value)));
  return inPanel
    .slice(0, inPanel.indexOf(peak))
    .some(({ at, value }) => Math.abs(at - peak.at) < count * 0.2 && Math.abs(value - peak.value) < highest * 0.06);
}
