/** Scores and figures of models as text. */
import type { Language } from '../../../shared/language.ts';
import type { Figure, Score } from '../../../shared/model-methods.ts';
import { displayNumber } from '../../../shared/number-display.ts';
import { figureText } from '../../facts/figure-text.ts';
import type { MatrixRow } from './matrix.ts';

const MOST_DECIMALS = 4;

/** Of a number a final zero is not known to have been printed: what every fourth score has is usual. */
const USUAL_SHARE = 0.25;

/** As many as are usual in the row: 88.6 stands over 87.0, and one 57.88 among them does not make it 87.00. */
export function decimalsOf({ cells }: Pick<MatrixRow, 'cells'>): number {
  const counts = [...cells.values()].map(({ score }) => decimalsIn(score.value)).toSorted((a, b) => b - a);
  return counts[Math.ceil(counts.length * USUAL_SHARE) - 1] ?? 0;
}

/** With the row's decimals, so that a row lines up, or more where the score has more. */
export function scoreText({ value, qualifier }: Pick<Score, 'value' | 'qualifier'>, decimals: number): string {
  const shown = Math.min(MOST_DECIMALS, Math.max(decimals, decimalsIn(value)));
  const number = displayNumber(value, { decimals: shown, grouping: true }, 'en');
  return qualifier === '=' || qualifier === 'peak' ? number : `${qualifier}${number}`;
}

function decimalsIn(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/** `4,050亿`, `405bn`; the unit is said by the row. */
export function shortFigure(figure: Figure, language: Language): string {
  return figureText({ ...figure, unit: '' }, language, { compact: true });
}
