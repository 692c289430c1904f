/** What stands beside lines and bars, as series of ECharts: guidance as bands, bounds as arrows over their periods, events above the chart. */
import { inLanguage } from '../language.ts';
import type { Drawing } from './chart-option.ts';
import { colourOf } from './chart-theme.ts';
import { boundText, shortened, shortNumber } from './chart-words.ts';
import type { DrawnBound } from './drawn.ts';

const EVENT_WIDTH = 110;

/** One series of marks for each panel that has some. */
export function bandEntries({ drawn, theme, scales, fontSize }: Drawing): object[] {
  return drawn.bands.map(({ panel, subjectId, first, last, low, high, name }, index) => {
    const { divisor } = scales[panel];
    const [from, to] = [low ?? high ?? 0, high ?? low ?? 0];
    const unit = drawn.columns.find((column) => column.panel === panel)?.unit ?? '';
    const colour = theme.series[colourOf(subjectId) % theme.series.length];
    const { language } = drawn.spec;
    const ends = [low, high].map((value) => (value === null ? '' : shortNumber(value, unit, language)));
    const range = low === null ? `≤${ends[1]}` : high === null ? `≥${ends[0]}` : [...new Set(ends)].join('–');
    return {
      id: `band ${index}`,
      type: 'line',
      silent: true,
      symbol: 'none',
      xAxisIndex: panel,
      yAxisIndex: panel,
      color: colour,
      lineStyle: { opacity: 0 },
      tooltip: { show: false },
      // The axis makes room for what has a value.
      data: [
        [first, to / divisor],
        [last, from / divisor],
      ],
      markArea: {
        silent: true,
        itemStyle: { color: colour, opacity: 0.16, borderColor: colour, borderWidth: 1 },
        label: {
          position: 'insideTop',
          color: theme.ink,
          fontFamily: theme.font,
          fontSize: fontSize - 1,
          formatter: `${inLanguage(name, language)} ${range}`,
        },
        data: [[{ coord: [first, to / divisor] }, { coord: [last, from / divisor] }]],
      },
    };
  });
}

/** An arrow away from the bound, into where the figure lies, over a line along the periods it is of. */
export function boundEntries({ drawn, theme, scales, fontSize }: Drawing): object[] {
  return drawn.panels.flatMap((_, panel) => {
    const bounds = drawn.bounds.filter((bound) => bound.panel === panel);
    if (bounds.length === 0) return [];
    const { divisor } = scales[panel];
    const unit = drawn.columns.find((column) => column.panel === panel)?.unit ?? '';
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
        labelLayout: { hideOverlap: true, moveOverlap: 'shiftY' },
        data: bounds.map((bound) => ({
          value: [Math.round((bound.first + bound.last) / 2), bound.value / divisor],
          symbol: bound.qualifier === 'peak' ? 'diamond' : 'arrow',
          symbolSize: bound.qualifier === 'peak' ? 8 : [8, 10],
          symbolRotate: isUpper(bound) ? 180 : 0,
          symbolOffset: bound.qualifier === 'peak' ? [0, 0] : [0, isUpper(bound) ? 6 : -6],
          itemStyle: { color: colourIn(bound) },
          label: {
            show: true,
            position: isUpper(bound) ? 'bottom' : 'top',
            distance: 3,
            color: theme.ink,
            fontFamily: theme.font,
            fontSize: fontSize - 1,
            textBorderColor: theme.paper,
            textBorderWidth: 2,
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
export function eventEntries({ drawn, theme, fontSize }: Drawing, lanes: readonly number[]): object[] {
  const { events, panels, periods, spec } = drawn;
  if (events.length === 0) return [];
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
    labelLayout: { hideOverlap: true },
    data: events.map(({ at, title }, index) => {
      const text = shortened(inLanguage(title, spec.language), size, EVENT_WIDTH);
      const lane = lanes[index] ?? -1;
      const isRight = at / Math.max(1, periods.length - 1) > 0.85;
      return {
        value: [at, 1],
        label: {
          show: lane >= 0,
          position: isRight ? 'left' : 'right',
          offset: [isRight ? 2 : -2, -6 - lane * (size + 3)],
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
