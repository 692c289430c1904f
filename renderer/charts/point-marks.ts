/** A ring around each point that a claim of the commentary rests on, where the chart has drawn it. */
import type { Drawing } from '../../shared/charts/chart-option.ts';
import type { Reference } from '../../shared/charts/commentary.ts';
import type { Window } from '../../shared/charts/line-points.ts';

/** As series of ECharts, one for each panel. */
export function markEntries({ drawn, lines, theme }: Drawing, window: Window, marked: readonly Reference[]): object[] {
  if (marked.length === 0) return [];
  return drawn.panels.map((_, panel) => ({
    id: `marked ${panel}`,
    type: 'scatter',
    silent: true,
    z: 20,
    xAxisIndex: panel,
    yAxisIndex: panel,
    symbol: 'circle',
    symbolSize: 11,
    itemStyle: { color: 'transparent', borderColor: theme.ink, borderWidth: 2 },
    data: marked.flatMap(({ columnKey, period }) => {
      const column = drawn.columns.findIndex(({ key }) => key === columnKey);
      const at = drawn.periods.indexOf(period);
      if (column < 0 || at < window.start || at > window.end || drawn.columns[column].panel !== panel) return [];
      const height = lines[column].values[at];
      return Number.isNaN(height) ? [] : [[at, height]];
    }),
  }));
}
