/** What stands beside lines and bars, as series of ECharts: guidance as bands, bounds as arrows over their periods, events above the chart. */
import { inLanguage } from '../language.ts';
import { panelBoxes } from './chart-layout.ts';
import type { Drawing } from './chart-option.ts';
import { hasBars } from './chart-series.ts';
import { colourOf } from './chart-theme.ts';
import { boundText, rangeText, shortened } from './chart-words.ts';
import type { DrawnBound, DrawnEvent } from './drawn.ts';
import type { Window } from './line-points.ts';

const EVENT_WIDTH = 110;
const HALF = 0.5;
const LEADING = 3;

/**
 * Areas from low to high over whole periods, before bars and behind lines. Over bars there is no room for words: the
 * note below says them.
 */
export function bandEntries({ drawn, theme, scales, fontSize }: Drawing, window: Window): object[] {
  const isBars = hasBars(drawn.spec);
  const { language } = drawn.spec;
  return drawn.bands.map((band, index) => {
    const { panel, subjectId, low, high, name } = band;
    const isThere = isIn(band, window);
    const { first, last } = within(band, window);
    // A line reaches from one end of the axis to the other, a bar stands in the middle of its period.
    const [left, right] = isBars
      ? [first - HALF, last + HALF]
      : [Math.max(first - HALF, window.start), Math.min(last + HALF, window.end)];
    const { divisor } = scales[panel];
    const [from, to] = [(low ?? high ?? 0) / divisor, (high ?? low ?? 0) / divisor];
    const unit = drawn.columns.find((column) => column.panel === panel)?.unit ?? '';
    const color = theme.series[colourOf(subjectId) % theme.series.length];
    const isNearEnd = (right - window.start) / Math.max(1, window.end - window.start) > 0.8;
    return {
      id: `band ${index}`,
      type: 'line',
      silent: true,
      symbol: 'none',
      xAxisIndex: panel,
      yAxisIndex: panel,
      color,
      lineStyle: { opacity: 0 },
      tooltip: { show: false },
      // The axis makes room for what has a value.
      data: isThere
        ? [
            [first, to],
            [last, from],
          ]
        : [],
      markArea: {
        silent: true,
        z: isBars ? 4 : 1,
        itemStyle: { color, opacity: isBars ? 0.5 : 0.25, borderColor: isBars ? theme.ink : color, borderWidth: 1 },
        label: {
          show: !isBars,
          position: 'bottom',
          align: isNearEnd ? 'right' : 'center',
          distance: 4,
          color: theme.ink,
          fontFamily: theme.font,
          fontSize: fontSize - 1,
          backgroundColor: theme.paper,
          padding: [1, 3],
          formatter: `${inLanguage(name, language)} ${rangeText({ low, high }, unit, language)}`,
        },
        data: isThere ? [[{ coord: [left, to] }, { coord: [right, from] }]] : [],
      },
    };
  });
}

/** An arrow away from the bound, into where the figure lies, over a line along the periods it is of. */
export function boundEntries(drawing: Drawing, window: Window): object[] {
  const { drawn, theme, scales, fontSize } = drawing;
  return drawn.panels.flatMap((_, panel) => {
    const ofPanel = drawn.bounds.filter((bound) => bound.panel === panel);
    if (ofPanel.length === 0) return [];
    const bounds = ofPanel
      .filter((bound) => isIn(bound, window))
      .map((bound) => ({ ...bound, ...within(bound, window) }));
    const { divisor } = scales[panel];
    const unit = drawn.columns.find((column) => column.panel === panel)?.unit ?? '';
    const shifts = shiftsOf(drawing, panel, bounds);
    const isNearEnd = ({ last }: DrawnBound) => (last - window.start) / Math.max(1, window.end - window.start) > 0.8;
    const colourIn = ({ subjectId }: DrawnBound) => theme.series[colourOf(subjectId) % theme.series.length];
    return [
      {
        id: `bounds ${panel}`,
        type: 'scatter',
        silent: true,
        xAxisIndex: panel,
        yAxisIndex: panel,
        tooltip: { show: false },
        z: 6,
        data: bounds.map((bound, at) => ({
          value: [isNearEnd(bound) ? bound.first : bound.last, bound.value / divisor],
          symbol: bound.qualifier === 'peak' ? 'diamond' : 'arrow',
          symbolSize: bound.qualifier === 'peak' ? 8 : [8, 10],
          symbolRotate: isUpper(bound) ? 180 : 0,
          symbolOffset: bound.qualifier === 'peak' ? [0, 0] : [0, isUpper(bound) ? 6 : -6],
          itemStyle: { color: colourIn(bound), opacity: 1 },
          label: {
            show: true,
            position: isNearEnd(bound) ? 'left' : 'right',
            distance: 4,
            offset: [0, (isUpper(bound) ? 4 : -4) + shifts[at]],
            color: theme.ink,
            fontFamily: theme.font,
            fontSize: fontSize - 1,
            // Lines behind it would be read as part of it.
            backgroundColor: theme.paper,
            padding: [1, 3],
            formatter: `${inLanguage(bound.name, drawn.spec.language)} ${boundText(bound.qualifier, bound.value, unit, drawn.spec.language)}`,
          },
        })),
        markLine: {
          silent: true,
          symbol: ['none', 'none'],
          label: { show: false },
          data: bounds.map((bound) => [
            {
              coord: [bound.first, bound.value / divisor],
              lineStyle: { color: colourIn(bound), type: 'solid', width: 2 },
            },
            { coord: [bound.last, bound.value / divisor] },
          ]),
        },
      },
    ];
  });
}

/**
 * How far down the words of each bound are moved, in pixels, so that those of nearly equal ones stand under each
 * other: the highest first, wherever their periods lie. ECharts' own `moveOverlap` moves no words of points.
 */
function shiftsOf(
  { drawn: { panels, spec }, look, margins, scales, tops, fontSize }: Drawing,
  panel: number,
  bounds: readonly DrawnBound[],
): number[] {
  const { height } = panelBoxes(panels.length, look.size, margins)[panel];
  const heightOf = ({ value }: DrawnBound) => (value / scales[panel].divisor / tops[panel]) * height;
  const shifts = bounds.map(() => 0);
  if (spec.isLogarithmic || !(tops[panel] > 0)) return shifts;
  let above = Number.POSITIVE_INFINITY;
  for (const bound of bounds.toSorted((one, other) => other.value - one.value)) {
    const under = Math.min(heightOf(bound), above - fontSize - LEADING);
    // Not over what stands below the axis.
    const place = Math.max(under, Math.min(heightOf(bound) + fontSize, isUpper(bound) ? fontSize : 0));
    shifts[bounds.indexOf(bound)] = Math.round(heightOf(bound) - place);
    above = place;
  }
  return shifts;
}

function isUpper({ qualifier }: DrawnBound): boolean {
  return qualifier === '<' || qualifier === '≤';
}

/** Thin lines down the chart; a short text above it for those that have room. */
export function eventEntries({ drawn, theme, fontSize }: Drawing, window: Window, lanes: readonly number[]): object[] {
  const { panels, spec } = drawn;
  if (drawn.events.length === 0) return [];
  const events = eventsIn(drawn.events, window);
  const size = fontSize - 1;
  return panels.map((_, panel) => ({
    id: `events ${panel}`,
    type: 'scatter',
    silent: true,
    xAxisIndex: panel,
    yAxisIndex: panels.length + panel,
    tooltip: { show: false },
    symbol: 'triangle',
    symbolRotate: 180,
    symbolSize: 6,
    itemStyle: { color: theme.inkSoft },
    clip: false,
    data: events.map(({ at, title }, index) => {
      const text = shortened(inLanguage(title, spec.language), size, EVENT_WIDTH);
      const lane = lanes[index] ?? -1;
      const isRight = (at - window.start) / Math.max(1, window.end - window.start) > 0.85;
      return {
        value: [at, 1],
        label: {
          show: lane >= 0,
          position: isRight ? 'left' : 'right',
          offset: [isRight ? 2 : -2, -8 - lane * (size + 3)],
          formatter: text,
          color: theme.inkSoft,
          fontFamily: theme.font,
          fontSize: size,
        },
      };
    }),
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      lineStyle: { color: theme.inkSoft, type: [2, 3], width: 1, opacity: 0.5 },
      data: events.map(({ at }) => ({ xAxis: at })),
    },
  }));
}

export function eventsIn(events: readonly DrawnEvent[], { start, end }: Window): DrawnEvent[] {
  return events.filter(({ at }) => at >= start && at <= end);
}

type Span = { first: number; last: number };

function isIn({ first, last }: Span, { start, end }: Window): boolean {
  return first <= end && last >= start;
}

/** As much of it as is shown. */
function within({ first, last }: Span, { start, end }: Window): Span {
  return { first: Math.max(first, start), last: Math.min(last, end) };
}
