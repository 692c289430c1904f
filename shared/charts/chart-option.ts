/**
 * A drawn chart as an option of ECharts, the same on screen, in print and without a window.
 *
 *     const drawing = drawingOf(drawn, { theme, size: { width: 900, height: 420 } });
 *     windowOption(drawing, { start: 0, end: 30 })              // the first 31 periods
 *     windowOption(drawing, { start: 1, end: 31 }, plots)       // while it moves: where the panels lay before
 *
 * The first entries of `series` are the columns in their order, each with its key as `id`; a point's place on the
 * axis is the index of its period, and a panel's grid has its number. What comes after are marks: bounds,
 * guidance, events. A window says all that another one says, so that one can be laid over the other.
 */
import { inLanguage, type Language } from '../language.ts';
import { type AxisScale, axisScale } from './axis-scale.ts';
import { type Box, lanesOf, type Margins, PANEL_TITLE, panelBoxes, type Size, ticksOf } from './chart-layout.ts';
import { bandEntries, boundEntries, eventEntries, eventsIn } from './chart-marks.ts';
import { columnEntry, hasBars, labelledNames, legendData, lineOf, loneEntries, pointsOf } from './chart-series.ts';
import type { ChartTheme } from './chart-theme.ts';
import { shortened, textWidth } from './chart-words.ts';
import type { Drawn } from './drawn.ts';
import type { Line, Window } from './line-points.ts';

export type ChartOption = { [part: string]: unknown };

export type ChartLook = {
  theme: ChartTheme;
  /** In pixels. */
  size: Size;
  /** Room for what is put around the chart: the title of a figure. */
  margins?: Partial<Margins>;
  fontSize?: number;
  /** On paper nothing scrolls, and a line is drawn as finely as a printer can. */
  isPrinted?: boolean;
};

/** What every window of a chart is drawn with. */
export type Drawing = {
  drawn: Drawn;
  look: ChartLook;
  theme: ChartTheme;
  fontSize: number;
  scales: AxisScale[];
  /** What each panel's axis reaches to, on the axis. */
  tops: number[];
  /** The columns as they stand on their axes. */
  lines: Line[];
  /** Names at the ends of lines, by key of column; none where there is a legend. */
  labels: ReadonlyMap<string, string>;
  legendNames: string[];
  margins: Margins;
};

const LABELLED = 4;
const MOST_LABEL_WIDTH = 200;
const PIXELS_OF_COLUMN_MOVING = 2;
const EVENT_WIDTH = 110;
const EVENT_LANES = 3;
const EVENT_LEADING = 2;
/** About what the numbers of an axis take. */
const AXIS_WIDTH = 40;
const LEGEND_ROW = 20;
const LEGEND_GAP = 14;
const LEGEND_ICON = 21;

/** All of it. */
export function chartOption(drawn: Drawn, look: ChartLook): ChartOption {
  return windowOption(drawingOf(drawn, look), { start: 0, end: drawn.periods.length - 1 });
}

export function drawingOf(drawn: Drawn, look: ChartLook): Drawing {
  const { theme, fontSize = 12 } = look;
  const { spec, panels, columns } = drawn;
  const { language } = spec;
  const hasPanels = panels.length > 1;
  const mains = columns.filter(
    ({ role }) => role === (columns.some((each) => each.role === 'average') ? 'average' : 'value'),
  );
  const isBars = hasBars(spec);
  const hasLegend = hasPanels ? mains.length > panels.length : mains.length > (isBars ? 1 : LABELLED);
  const labels: ReadonlyMap<string, string> =
    hasLegend || hasPanels || isBars ? new Map() : labelledNames(drawn, mains);
  const labelWidth = Math.max(0, ...[...labels.values()].map((label) => textWidth(label, fontSize)));
  const legendNames = hasLegend ? [...new Set(mains.map(({ name }) => inLanguage(name, language)))] : [];
  const legendHeight = legendHeightOf(legendNames, look, fontSize);
  const highest = panels.map((_, panel) => highestOf(drawn, panel));
  const scales = panels.map((_, panel) => axisScale(highest[panel], unitOf(drawn, panel), language));
  return {
    drawn,
    look,
    theme,
    fontSize,
    scales,
    tops: scales.map(({ divisor }, panel) => highest[panel] / divisor),
    lines: columns.map((column) => lineOf(column, scales[column.panel], spec)),
    labels,
    legendNames,
    margins: marginsOf(look, { hasPanels, legendHeight, labelWidth, fontSize }),
  };
}

/**
 * Of the periods from one index to another. `plots`, while it moves: where each panel lies within its axes, from a
 * drawing before. Without it ECharts finds that from the widths of the labels, which takes as long as all the rest;
 * with it lines are drawn as finely as a moving eye sees.
 */
export function windowOption(drawing: Drawing, window: Window, plots?: readonly Box[]): ChartOption {
  const { drawn, look, theme, fontSize, scales, legendNames } = drawing;
  const { spec, panels, columns, ordinals, grain } = drawn;
  const { language } = spec;
  const { size } = look;
  const hasPanels = panels.length > 1;
  const isBars = hasBars(spec);
  const margins = { ...drawing.margins };
  const lanes = hasPanels ? [] : eventLanes(drawing, window, size.width - margins.left - margins.right);
  margins.top += eventsHeight(drawing, lanes);
  const boxes = panelBoxes(panels.length, size, margins);
  const ticks = ticksOf(grain, ordinals[window.start], ordinals[window.end], boxes[0].width - AXIS_WIDTH, fontSize).map(
    ({ ordinal, label }) => ({ at: ordinal - ordinals[0], label }),
  );
  const labelAt = new Map(ticks.map(({ at, label }) => [at, label]));
  const points = pointsOf(drawing, window, plots === undefined ? 1 : PIXELS_OF_COLUMN_MOVING);
  const customValues = ticks.map(({ at }) => at);
  const text = { color: theme.ink, fontFamily: theme.font, fontSize };
  const soft = { ...text, color: theme.inkSoft };
  const extent = extentOf(drawn, window);
  return {
    animation: false,
    textStyle: text,
    grid: boxes.map((box, panel) =>
      plots === undefined
        ? { ...box, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' }
        : { ...plots[panel], outerBoundsMode: 'none' },
    ),
    legend:
      legendNames.length > 0
        ? {
            type: look.isPrinted ? 'plain' : 'scroll',
            top: (look.margins?.top ?? 0) + 4,
            left: margins.left,
            right: margins.right,
            itemWidth: 16,
            itemHeight: isBars ? 9 : 3,
            icon: isBars ? 'rect' : 'roundRect',
            data: legendData(drawing),
            itemGap: LEGEND_GAP,
            textStyle: soft,
            pageTextStyle: soft,
            pageIconColor: theme.ink,
            pageIconInactiveColor: theme.hairline,
          }
        : undefined,
    title: hasPanels
      ? boxes.map((box, panel) => ({
          left: box.left,
          top: box.top - PANEL_TITLE,
          padding: 0,
          text: shortened(
            panelTitle(inLanguage(panels[panel], language), scales[panel], language),
            fontSize,
            box.width,
          ),
          textStyle: { ...text, fontWeight: 600 },
        }))
      : undefined,
    // Counted in periods and not by their names: an axis of 100,000 names would be gone through for each frame.
    xAxis: boxes.map((_, gridIndex) => ({
      type: 'value',
      gridIndex,
      ...extent,
      containShape: false,
      axisTick: { show: !isBars, customValues, lineStyle: { color: theme.inkSoft } },
      axisLine: { show: true, onZero: true, lineStyle: { color: theme.inkSoft } },
      axisLabel: { ...soft, hideOverlap: true, customValues, formatter: (at: number) => labelAt.get(at) ?? '' },
      splitLine: { show: false },
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
        axisTick: { show: false },
        axisLine: { show: false, onZero: false },
        axisLabel: { ...soft, hideOverlap: true },
        splitLine: { lineStyle: { color: theme.hairline } },
      })),
      ...boxes.map((_, gridIndex) => ({ type: 'value', gridIndex, min: 0, max: 1, show: false })),
    ],
    series: [
      ...columns.map((_, index) => columnEntry(drawing, window, index, points[index])),
      ...loneEntries(drawing, window, points),
      ...bandEntries(drawing, window),
      ...boundEntries(drawing, window),
      ...eventEntries(drawing, window, lanes),
    ],
  };
}

/** The ends of the axis of periods. */
export function extentOf({ spec }: Drawn, { start, end }: Window): { min: number; max: number } {
  // A bar needs its width; so does a single point.
  const beside = hasBars(spec) || start === end ? 0.5 : 0;
  return { min: start - beside, max: end + beside };
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

function eventLanes({ drawn, scales, fontSize }: Drawing, { start, end }: Window, width: number): number[] {
  const { events, spec } = drawn;
  const step = width / Math.max(1, end - start);
  // Where the unit of the axis stands there is no room for words in the lowest two.
  const unit = { x: -AXIS_WIDTH, width: AXIS_WIDTH + textWidth(scales[0]?.label ?? '', fontSize) };
  const texts = eventsIn(events, { start, end }).map(({ at, title }) => {
    const text = shortened(inLanguage(title, spec.language), fontSize - 1, EVENT_WIDTH);
    const room = textWidth(text, fontSize - 1) + 12;
    const x = (at - start) * step;
    // Near the right edge the text stands at the left of its mark.
    return { x: x + room > width ? x - room : x, width: room };
  });
  return lanesOf([unit, unit, ...texts], EVENT_LANES).slice(2);
}

/** On screen as much as all events may need, so that nothing jumps while they pass by. */
function eventsHeight({ drawn, look, fontSize }: Drawing, lanes: readonly number[]): number {
  const hasEvents = look.isPrinted ? lanes.length > 0 : drawn.events.length > 0 && drawn.panels.length === 1;
  if (!hasEvents) return 0;
  const rows = look.isPrinted ? Math.max(-1, ...lanes) + 1 : Math.min(EVENT_LANES, drawn.events.length);
  // The words of the lowest lanes stand beside the unit, which has its room already.
  return Math.max(0, rows - 2) * (fontSize + EVENT_LEADING) + EVENT_LEADING;
}

function unitOf({ columns }: Drawn, panel: number): string {
  return columns.find((column) => column.panel === panel)?.unit ?? '';
}

function highestOf({ columns, bounds, bands, spec, periods }: Drawn, panel: number): number {
  let highest = 0;
  const stacked = spec.kind === 'stacked-bars' ? new Float64Array(periods.length) : null;
  for (const { panel: of, values, role } of columns) {
    if (of !== panel) continue;
    for (let at = 0; at < values.length; at++) {
      let value = values[at] ?? 0;
      if (stacked !== null && role === 'value') value = stacked[at] += value;
      highest = Math.max(highest, Math.abs(value));
    }
  }
  for (const bound of bounds) if (bound.panel === panel) highest = Math.max(highest, bound.value);
  for (const { low, high, panel: of } of bands) if (of === panel) highest = Math.max(highest, low ?? 0, high ?? 0);
  return highest;
}
