/**
 * A drawn chart as an option of ECharts: plain JSON, the same on screen, in print and without a window.
 *
 *     chartOption(drawn, { theme, size: { width: 900, height: 420 } })
 *
 * The first entries of `series` are the columns in their order, each with its key as `id`; the index of
 * a point is that of its period, and a panel's grid has its number. What comes after are marks: bounds,
 * guidance, events.
 */
import { inLanguage, type Language } from '../language.ts';
import { type AxisScale, axisScale } from './axis-scale.ts';
import {
  type Box,
  lanesOf,
  type Margins,
  PANEL_TITLE,
  panelBoxes,
  type Size,
  type Tick,
  ticksOf,
} from './chart-layout.ts';
import { bandEntries, boundEntries, eventEntries } from './chart-marks.ts';
import { columnEntry, labelledNames } from './chart-series.ts';
import type { ChartTheme } from './chart-theme.ts';
import { shortened, textWidth } from './chart-words.ts';
import type { Drawn } from './drawn.ts';

export type ChartOption = { [part: string]: unknown };

export type ChartLook = {
  theme: ChartTheme;
  /** In pixels; about right where it will be stretched. */
  size: Size;
  /** Room for what is put around the chart: a strip to zoom with, the title of a figure. */
  margins?: Partial<Margins>;
  fontSize?: number;
  /** On paper nothing scrolls or zooms: places are reckoned once for good. */
  isPrinted?: boolean;
  /** Whether places are in shares of the size, so that the chart can be stretched. */
  isStretched?: boolean;
};

/** What everything in a chart is drawn with. */
export type Drawing = {
  drawn: Drawn;
  theme: ChartTheme;
  fontSize: number;
  scales: AxisScale[];
  /** Names at the ends of lines, by key of column; none where there is a legend. */
  labels: ReadonlyMap<string, string>;
  boxes: Box[];
};

const LABELLED = 4;
const MOST_LABEL_WIDTH = 150;
const EVENT_WIDTH = 110;
const EVENT_LANES = 3;
const EVENT_LEADING = 2;
/** About what the numbers of an axis take. */
const AXIS_WIDTH = 40;
const LEGEND_ROW = 20;
const LEGEND_GAP = 14;
const LEGEND_ICON = 21;

export function chartOption(drawn: Drawn, look: ChartLook): ChartOption {
  const { theme, size, fontSize = 12, isStretched = false } = look;
  const { spec, panels, columns } = drawn;
  const { language } = spec;
  const hasPanels = panels.length > 1;
  const mains = columns.filter(
    ({ role }) => role === (columns.some((each) => each.role === 'average') ? 'average' : 'value'),
  );
  const isBars = spec.kind === 'grouped-bars' || spec.kind === 'stacked-bars';
  const hasLegend = hasPanels ? mains.length > panels.length : mains.length > (isBars ? 1 : LABELLED);
  const labels: ReadonlyMap<string, string> =
    hasLegend || hasPanels || isBars ? new Map() : labelledNames(drawn, mains);
  const labelWidth = Math.max(0, ...[...labels.values()].map((label) => textWidth(label, fontSize)));
  const legendNames = hasLegend ? [...new Set(mains.map(({ name }) => inLanguage(name, language)))] : [];
  const legendHeight = legendHeightOf(legendNames, look, fontSize);
  const margins = marginsOf(look, { hasPanels, legendHeight, labelWidth, fontSize });
  const lanes = hasPanels ? [] : eventLanes(drawn, size.width - margins.left - margins.right, fontSize);
  margins.top += (Math.max(-1, ...lanes) + 1) * (fontSize + EVENT_LEADING) + (lanes.length > 0 ? EVENT_LEADING : 0);
  const boxes = panelBoxes(panels.length, size, margins);
  const ticks = look.isPrinted
    ? ticksOf(drawn.grain, drawn.ordinals, boxes[0].width - AXIS_WIDTH, fontSize)
    : undefined;
  const labelOf = new Map(ticks?.map(({ at, label }) => [at, label]));
  const scales = panels.map((_, panel) => axisScale(highestOf(drawn, panel), unitOf(drawn, panel), language));
  const drawing: Drawing = { drawn, theme, fontSize, scales, labels, boxes };
  const text = { color: theme.ink, fontFamily: theme.font, fontSize };
  const soft = { ...text, color: theme.inkSoft };
  const place = (box: Box) => placed(box, size, isStretched);
  return {
    animation: false,
    textStyle: text,
    grid: boxes.map((box) => ({ ...place(box), outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' })),
    legend: hasLegend
      ? {
          type: look.isPrinted ? 'plain' : 'scroll',
          top: (look.margins?.top ?? 0) + 4,
          left: margins.left,
          right: margins.right,
          itemWidth: 16,
          itemHeight: isBars ? 9 : 3,
          icon: isBars ? 'rect' : 'roundRect',
          data: legendNames,
          itemGap: LEGEND_GAP,
          textStyle: soft,
          pageTextStyle: soft,
          pageIconColor: theme.ink,
          pageIconInactiveColor: theme.hairline,
        }
      : undefined,
    title: hasPanels
      ? boxes.map((box, panel) => ({
          ...place({ ...box, top: box.top - PANEL_TITLE }),
          width: undefined,
          height: undefined,
          padding: 0,
          text: shortened(
            panelTitle(inLanguage(panels[panel], language), scales[panel], language),
            fontSize,
            box.width,
          ),
          textStyle: { ...text, fontWeight: 600 },
        }))
      : undefined,
    xAxis: boxes.map((_, gridIndex) => ({
      type: 'category',
      gridIndex,
      data: drawn.periods.map((period, at) => labelOf.get(at) ?? period),
      boundaryGap: isBars,
      axisTick: {
        show: !isBars,
        alignWithLabel: true,
        ...customTicks(ticks),
        lineStyle: { color: theme.inkSoft },
      },
      axisLine: { onZero: true, lineStyle: { color: theme.inkSoft } },
      axisLabel: { ...soft, hideOverlap: true, ...customTicks(ticks) },
    })),
    yAxis: [
      ...boxes.map((_, gridIndex) => ({
        type: spec.isLogarithmic ? 'log' : 'value',
        gridIndex,
        // Lengths of bars are compared and begin at zero; an index is read by its distance from 100.
        scale: spec.transform === 'index' && !isBars,
        max: spec.transform === 'share' && spec.kind === 'stacked-bars' && !hasPanels ? 100 : undefined,
        name: hasPanels ? undefined : scales[gridIndex].label,
        nameTextStyle: { ...soft, align: 'left', padding: [0, 0, 2, -4] },
        nameGap: 8,
        splitNumber: hasPanels ? 3 : 5,
        axisLabel: { ...soft, hideOverlap: true },
        splitLine: { lineStyle: { color: theme.hairline } },
      })),
      ...boxes.map((_, gridIndex) => ({ type: 'value', gridIndex, min: 0, max: 1, show: false })),
    ],
    series: [
      ...columns.map((column, index) => columnEntry(drawing, column, index)),
      ...bandEntries(drawing),
      ...boundEntries(drawing),
      ...eventEntries(drawing, lanes, !look.isPrinted),
    ],
  };
}

function customTicks(ticks: readonly Tick[] | undefined) {
  return ticks === undefined ? {} : { customValues: ticks.map(({ at }) => at) };
}

function marginsOf(
  { margins = {} }: ChartLook,
  {
    hasPanels,
    legendHeight,
    labelWidth,
    fontSize,
  }: { hasPanels: boolean; legendHeight: number; labelWidth: number; fontSize: number },
): Margins {
  const { top = 0, right = 0, bottom = 0, left = 0 } = margins;
  return {
    // The unit stands over the axis.
    top: top + (hasPanels ? 8 : fontSize + 16) + legendHeight,
    right: right + (labelWidth > 0 ? Math.min(labelWidth, MOST_LABEL_WIDTH) + 12 : 12),
    bottom: bottom + 4,
    left: left + 4,
  };
}

function panelTitle(title: string, { label }: AxisScale, language: Language): string {
  if (label === '' || title === '') return title || label;
  return language === 'zh' ? `${title}（${label}）` : `${title} (${label})`;
}

/** On screen the names scroll in one row; in print they take as many as they need. */
function legendHeightOf(names: readonly string[], { size, isPrinted }: ChartLook, fontSize: number): number {
  if (names.length === 0) return 0;
  const room = size.width - 40;
  let [rows, x] = [1, 0];
  for (const name of names) {
    const width = LEGEND_ICON + textWidth(name, fontSize) + LEGEND_GAP;
    if (x > 0 && x + width > room) [rows, x] = [rows + 1, 0];
    x += width;
  }
  return (isPrinted ? rows : 1) * LEGEND_ROW + 4;
}

function eventLanes({ events, periods, spec }: Drawn, width: number, fontSize: number): number[] {
  const step = width / Math.max(1, periods.length - 1);
  return lanesOf(
    events.map(({ at, title }) => {
      const text = shortened(inLanguage(title, spec.language), fontSize - 1, EVENT_WIDTH);
      const room = textWidth(text, fontSize - 1) + 12;
      const x = at * step;
      // Near the right edge the text stands at the left of its mark.
      return { x: x + room > width ? x - room : x, width: room };
    }),
    EVENT_LANES,
  );
}

function placed({ left, top, width, height }: Box, size: Size, isStretched: boolean) {
  if (!isStretched) return { left, top, width, height };
  const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(3)}%`;
  return {
    left: share(left, size.width),
    top: share(top, size.height),
    width: share(width, size.width),
    height: share(height, size.height),
  };
}

function unitOf({ columns }: Drawn, panel: number): string {
  return columns.find((column) => column.panel === panel)?.unit ?? '';
}

function highestOf({ columns, bounds, bands, spec, periods }: Drawn, panel: number): number {
  let highest = 0;
  const stacked = new Array(periods.length).fill(0);
  for (const column of columns) {
    if (column.panel !== panel) continue;
    column.values.forEach((value, at) => {
      stacked[at] = spec.kind === 'stacked-bars' && column.role === 'value' ? stacked[at] + (value ?? 0) : (value ?? 0);
      highest = Math.max(highest, Math.abs(stacked[at]));
    });
  }
  for (const bound of bounds) if (bound.panel === panel) highest = Math.max(highest, bound.value);
  for (const { low, high, panel: of } of bands) if (of === panel) highest = Math.max(highest, low ?? 0, high ?? 0);
  return highest;
}
