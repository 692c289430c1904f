/**
 * What the engine calculates with: formulas bound to lines, and lines that know the formulas reading
 * them. Each of these types leads to the others, as a graph does.
 *
 * A `FormulaTree` is also what the Excel export prints: with the conversions between units written out
 * as `scaled` nodes (`价格*10000`) it is ready to be calculated anywhere.
 */
import type { BinaryOperator, PeriodSelector } from '../../shared/formula/ast.ts';
import type { CalcErrorCode } from '../../shared/values.ts';
import type { FactName } from './facts.ts';
import type { Fault, Scalar } from './scalar.ts';
import type { SeriesTree } from './series.ts';
import type { Ratio } from './units/unit.ts';

/** A name that formulas know a line by, with or without a line. */
export type LineName = {
  key: string;
  /** As first written. */
  text: string;
  /** The slot of the line of this name, or NO_SLOT. */
  slot: number;
  lineId: number | null;
  /** The other lines of this name by slot: only while an edit is under way, or in a faulty file. */
  rivals: number[] | null;
  /** Formulas that name the line outside of a range; some may be out of use, see contents.ts. */
  uses: Use[];
  outOfUse: number;
};

/** The lines from one to the other, whichever comes first. */
export type LineRange = { from: LineName; to: LineName; uses: Use[]; outOfUse: number };

/** A formula reads a line (or range of lines) of these periods. */
export type Use = { readonly reader: Content; readonly periods: PeriodSelector };

/** What was typed into a cell. */
export type Content = {
  readonly slot: number;
  readonly scenarioId: number;
  readonly period: string;
  readonly text: string;
  /** The formula as bound; null for an input. */
  tree: FormulaTree | null;
  /** Of an input: its value in the line's unit. Of a formula that cannot be read: the fault. */
  value: Scalar;
  /** The formula with conversions written out; `tree` itself where there are none. */
  elaborated: FormulaTree | null;
  /** The unit of what the formula gives. */
  unit: string;
  unitFault: Fault | null;
  /** Whether a number in it was written with a unit, or may have one as a fact or series. */
  hasUnits: boolean;
  /** The facts that the formula takes, in the order of the text; null where there are none. */
  facts: FactName[] | null;
  /** The same of series. */
  series: SeriesTree[] | null;
  isInUse: boolean;
};

export type FormulaTree =
  /** `unit` is the literal's own (`5[万元]`); conversions of it are in the `scaled` node around it. */
  | { kind: 'number'; value: number; unit: string | null }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'error'; code: CalcErrorCode }
  | { kind: 'array'; rows: FormulaTree[][] }
  /** `line.lineId` is null where no line has that name. */
  | { kind: 'reference'; line: LineName; periods: PeriodSelector }
  /** `ratios` where the lines are in different units, by line id. */
  | { kind: 'range'; range: LineRange; periods: PeriodSelector; ratios: ReadonlyMap<number, Ratio> | null }
  | { kind: 'call'; name: string; args: FormulaTree[] }
  | { kind: 'fact'; fact: FactName }
  | SeriesTree
  | { kind: 'unary'; operator: '-' | '+'; operand: FormulaTree }
  | { kind: 'percent'; operand: FormulaTree }
  | { kind: 'chain'; operators: BinaryOperator[]; operands: FormulaTree[] }
  | { kind: 'missing' }
  /** `operand * times / over`; a factor of 1 is not written. */
  | { kind: 'scaled'; operand: FormulaTree; ratio: Ratio };

/** A formula after the unit check. */
export type Elaborated = {
  expression: FormulaTree;
  /** The unit of the result: the line's own, or the inferred one; '' for a plain number. */
  unit: string;
  /** Set where units do not fit: the cell shows this, and `expression` is not calculated. */
  fault: Fault | null;
};
