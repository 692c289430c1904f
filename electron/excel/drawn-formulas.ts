/**
 * The figures of a chart as Excel formulas over the figures that they are computed from: averages, changes,
 * sums of a year, index, share and ratio, as shared/charts/ computes them.
 */
import { placeOfLabel } from '../../shared/charts/axis.ts';
import type { Drawn, DrawnColumn } from '../../shared/charts/drawn.ts';
import { isChange, periodBefore, windowOf } from '../../shared/charts/transforms.ts';
import type { Transform } from '../../shared/series.ts';

/** Where the inputs stand: a column for each of `drawn.inputs`, a row for each of `drawn.inputPeriods`. */
export type InputCells = {
  address: (input: number, period: number) => string;
  area: (from: { input: number; period: number }, to: { input: number; period: number }) => string;
};

/** Gives the formula of a column's value, without the leading `=`; null of what no formula stands for. */
export function drawnFormulas(drawn: Drawn, cells: InputCells): (column: DrawnColumn, at: number) => string | null {
  const { spec, inputs, inputPeriods, periods, ordinals, grain } = drawn;
  const shift = inputPeriods.indexOf(periods[0]);
  const base = basePeriodOf(drawn, shift);
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
    if (transform === 'index') return base === null ? null : `${here}/${cells.address(input, base)}*100`;
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

/** The number of the input period at which an index is 100: as named, or where all that is drawn is 100. */
function basePeriodOf({ spec, columns, grain, ordinals }: Drawn, shift: number): number | null {
  if (spec.transform !== 'index') return null;
  const { calendar, basePeriod } = spec;
  const named =
    basePeriod === '' ? undefined : placeOfLabel(basePeriod, 'first', { grain, calendar, fiscalYearEnd: 12 });
  if (named !== undefined) return shift + named - ordinals[0];
  const shown = columns.filter(({ role, values }) => role === 'value' && values.some((value) => value !== null));
  const at = ordinals.findIndex((_, index) => shown.every(({ values }) => values[index] === 100));
  return at < 0 ? null : shift + at;
}
