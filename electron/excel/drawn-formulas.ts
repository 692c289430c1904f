/**
 * The figures of a chart as Excel formulas over the figures that they are computed from: averages, changes,
 * sums of a year, index, share and ratio, as shared/charts/ computes them.
 */
import type { Drawn, DrawnColumn, DrawnInputs } from '../../shared/charts/drawn.ts';
import { isChange, periodBefore, windowOf } from '../../shared/charts/transforms.ts';
import type { Transform } from '../../shared/series.ts';

/** Where the inputs stand: a column for each of them, a row for each of their periods. */
export type InputCells = {
  address: (input: number, period: number) => string;
  area: (from: { input: number; period: number }, to: { input: number; period: number }) => string;
};

/** The formula of a column's value, without the leading `=`; null of what no formula stands for. */
export type FormulaOf = (column: DrawnColumn, at: number) => string | null;

export function drawnFormulas(drawn: Drawn, { inputs, inputPeriods }: DrawnInputs, cells: InputCells): FormulaOf {
  const { spec, periods, ordinals, grain } = drawn;
  const shift = inputPeriods.indexOf(periods[0]);
  const base = inputPeriods.indexOf(drawn.base);
  // A ratio has its divisor behind each input.
  const step = spec.relativeTo === undefined ? 1 : 2;
  const inputOf = (column: DrawnColumn) =>
    inputs.findIndex(({ key }, index) => index % step === 0 && key === column.inputKey);

  return (column, at) => {
    const input = inputOf(column);
    const period = shift + at + column.offset;
    if (shift < 0 || input < 0) return null;
    if (column.role === 'average') return over('ma7', input, period);
    const above = over(spec.transform, input, period);
    if (above === null || step === 1) return above !== null && isInPercent(spec.transform) ? `${above}*100` : above;
    const below = over(spec.transform, input + 1, period);
    return below === null ? null : `${above}/${below}*100`;
  };

  function over(transform: Transform, input: number, period: number): string | null {
    const here = cells.address(input, period);
    if (transform === 'none') return here;
    if (transform === 'share') {
      const [first, last] = [0, inputs.length - 1].map((each) => ({ input: each, period }));
      return `${here}/SUM(${cells.area(first, last)})`;
    }
    if (transform === 'index') return base < 0 ? null : `${here}/${cells.address(input, base)}*100`;
    if (isChange(transform)) {
      const ordinal = ordinals[0] - shift + period;
      const before = period - ordinal + (periodBefore(transform, grain, ordinal) ?? ordinal);
      if (before < 0 || before === period) return null;
      const reference = cells.address(input, before);
      return `(${here}-${reference})/${reference}`;
    }
    const first = period - windowOf(transform, grain) + 1;
    if (first < 0) return null;
    const area = cells.area({ input, period: first }, { input, period });
    return `${transform === 'ma7' ? 'AVERAGE' : 'SUM'}(${area})`;
  }
}

function isInPercent(transform: Transform): boolean {
  return transform === 'share' || isChange(transform);
}
