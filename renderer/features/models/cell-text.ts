/** Scores and figures of models as text. */
import type { Figure, Score } from '../../../shared/fact-methods.ts';
import type { Language } from '../../../shared/language.ts';
import { displayNumber } from '../../../shared/number-display.ts';
import { figureText } from '../../facts/figure-text.ts';
import type { MatrixRow } from './matrix.ts';

const MOST_DECIMALS = 4;

/** As many as the most precise score of the row has: a column of them lines up. */
export function decimalsOf({ cells }: Pick<MatrixRow, 'cells'>): number {
  const counts = [...cells.values()].map(({ score }) => String(score.value).split('.')[1]?.length ?? 0);
  return Math.min(MOST_DECIMALS, Math.max(0, ...counts));
}

export function scoreText({ value, qualifier }: Pick<Score, 'value' | 'qualifier'>, decimals: number | null): string {
  const number = displayNumber(value, { decimals, grouping: true }, 'en');
  return qualifier === '=' || qualifier === 'peak' ? number : `${qualifier}${number}`;
}

/** `4,050亿`, `405bn`; the unit is said by the row. */
export function shortFigure(figure: Figure, language: Language): string {
  return figureText({ ...figure, unit: '' }, language, { compact: true });
}
