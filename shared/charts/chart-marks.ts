/** What stands beside lines and bars, as series of ECharts: guidance as bands, bounds as arrows over their periods, events above the chart. */
import { inLanguage } from '../language.ts';
import type { Drawing } from './chart-option.ts';
import { colourOf } from './chart-theme.ts';
import { boundText, shortened, shortNumber } from './chart-words.ts';
import type { DrawnBound, DrawnEvent } from './drawn.ts';
import type { Window } from './line-points.ts';

const EVENT_WIDTH = 110;

/** Over several periods an area; of one, a bar along the axis. */
export function bandEntries({ drawn, theme, scales, fontSize }: Drawing, window: Window): object[] {
  const isBars = drawn.spec.kind === 'grouped-bars';
  return drawn.bands.map(({ panel, subjectId, low, high, name, ...span }, index) => {
    const { first, last } = within(span, window);
    const isThere = isIn(span, window);
    const isOne = span.first === span.last;
    const { divisor } = scales[panel];
    const [from, to] = [(low ?? high ?? 0) / divisor, (high ?? low ?? 0) / divisor];
    const unit = drawn.columns.find((column) => column.panel === panel)?.unit ?? '';
    const color = theme.series[colourOf(subjectId) % theme.series.length];
    const { language } = drawn.spec;
    const ends = [low, high].map((value) => (value === null ? '' : shortNumber(value, unit, language)));
    const range = low === null ? `≤${ends[1]}` : high === null ? `≥${ends[0]}` : [...new Set(ends)].join('–');
    const label = {
      // Over bars there is no room for words: the note below says them.
      show: !isBars,
      position: isOne ? 'end' : 'insideTop',
      color: theme.ink,
      fontFamily: theme.font,
      fontSize: fontSize - 1,
      formatter: `${inLanguage(name, language)} ${range}`,
    };
    const lower = { coord: [first, from] };
    const upper = { coord: [last, to] };
    const mark = isOne
      ? {
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color, width: 7, opacity: 0.45, type: 'solid' },
            label,
            data: isThere ? [[lower, upper]] : [],
          },
        }
      : {
          markArea: {
            silent: true,
            itemStyle: { color, opacity: isBars ? 0.32 : 0.18, borderColor: color, borderWidth: 1 },
            label,
            data: isThere ? [[{ coord: [first, to] }, { coord: [last, from] }]] : [],
          },
        };
    return {
      id: `band ${index}`,
      type: 'line',
      silent: true,
      symbol: 'none',
      xAxisIndex: panel,
      yAxisIndex: panel,
      z: 5,
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
      ...mark,
    };
  });
}

/** An arrow away from the bound, into where the figure lies, over a line along the periods it is of. */
export function boundEntries({ drawn, theme, scales, fontSize }: Drawing, window: Window): object[] {
  return drawn.panels.flatMap((_, panel) => {
    const ofPanel = drawn.bounds.filter((bound) => bound.panel === panel);
    if (ofPanel.length === 0) return [];
    const bounds = ofPanel
      .filter((bound) => isIn(bound, window))
      .map((bound) => ({ ...bound, ...within(bound, window) }));
    const { divisor } = scales[panel];
    const unit = drawn.columns.find((column) => column.panel === panel)?.unit ?? '';
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
        labelLayout: { moveOverlap: 'shiftY' },
        data: bounds.map((bound) => ({
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
            offset: [0, isUpper(bound) ? 4 : -4],
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
