/** One factual paragraph. */
import type { Drawn } from '../../shared/charts/drawn.ts';
import type { MarkedPoint } from './series-chart.tsx';

export function ChartCommentary(_: { drawn: Drawn; onMark: (marked: readonly MarkedPoint[]) => void }) {
  return null;
}
