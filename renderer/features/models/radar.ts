/** Which benchmarks a radar of some models can have: those in percent in which each has a score in one setting. */
import { comparedScores, type MatrixRow } from './matrix.ts';

export type RadarAxes = {
  axes: MatrixRow[];
  /** Rows in which a model has no score, or one in another setting only. */
  leftOut: MatrixRow[];
};

export function radarAxes(rows: readonly MatrixRow[], models: readonly string[]): RadarAxes {
  const inPercent = rows.filter(({ benchmark }) => benchmark.unit === '%' && benchmark.better === 'higher');
  const isComplete = (row: MatrixRow) => models.every((id) => row.cells.get(id)?.isOtherSetting === false);
  const axes = inPercent.filter(isComplete);
  return { axes, leftOut: rows.filter((row) => !axes.includes(row)) };
}

/** The models with most scores that can be compared, in the order of the columns. */
export function usualModels(rows: readonly MatrixRow[], columns: readonly string[], count: number): string[] {
  const compared = rows.map((row) => comparedScores(row));
  const scoresOf = (id: string) => compared.filter((cells) => cells.has(id)).length;
  const most = columns.toSorted((a, b) => scoresOf(b) - scoresOf(a)).slice(0, count);
  return columns.filter((id) => most.includes(id));
}
