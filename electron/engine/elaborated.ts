/**
 * A formula ready to be calculated or exported: names bound to lines, and the conversions between
 * units written out as `scaled` nodes (`价格*10000`). What evaluator and Excel export share.
 */
import type { BinaryOperator, PeriodSelector } from '../../shared/formula/ast.ts';
import type { CalcErrorCode } from '../../shared/values.ts';
import type { LineName } from './line-table.ts';
import type { LineRange } from './range-index.ts';
import type { Fault } from './scalar.ts';

/** A number as a product and a quotient, so that both can be exact: multiply by `times`, divide by `over`. */
export type Ratio = { times: number; over: number };

export type FormulaTree =
  /** `unit` is the literal's own (`5[万元]`); conversions of it are in the `scaled` node around it. */
  | { kind: 'number'; value: number; unit: string | null }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'error'; code: CalcErrorCode }
  | { kind: 'array'; rows: FormulaTree[][] }
  /** `line.lineId` is null where no line has that name. */
  | { kind: 'reference'; line: LineName; periods: PeriodSelector }
  /** The lines from one to the other, whichever comes first; `ratios` where they are in different units, by line id. */
  | {
      kind: 'range';
      range: LineRange;
      periods: PeriodSelector;
      ratios: ReadonlyMap<number, Ratio> | null;
    }
  | { kind: 'call'; name: string; args: FormulaTree[] }
  | { kind: 'unary'; operator: '-' | '+'; operand: FormulaTree }
  | { kind: 'percent'; operand: FormulaTree }
  | { kind: 'chain'; operators: BinaryOperator[]; operands: FormulaTree[] }
  | { kind: 'missing' }
  /** `operand * times / over`; a factor of 1 is not written. */
  | { kind: 'scaled'; operand: FormulaTree; ratio: Ratio };

export type Elaborated = {
  expression: FormulaTree;
  /** The unit of the result: the line's own, or the inferred one; '' for a plain number. */
  unit: string;
  /** Set where units do not fit: the cell shows this, and `expression` is not calculated. */
  fault: Fault | null;
};
