/**
 * The formula as a tree: what the parser gives, the unit check elaborates, the engine evaluates and
 * the Excel export prints.
 *
 * Operators of one precedence are one `chain` node, evaluated left to right, so that the depth of
 * the tree is bounded by the nesting that a person writes and no walk needs a deep stack.
 */
import type { CalcErrorCode } from '../values.ts';

/** Place in the formula's text as typed (the leading `=` counts): UTF-16 offsets, end exclusive. */
export type Span = { start: number; end: number };

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type BinaryOperator = ComparisonOperator | '&' | '+' | '-' | '*' | '/' | '^';

export type PeriodPoint = { kind: 'offset'; by: number } | { kind: 'fixed'; label: string };

/** Which periods of a line a reference takes: `x`, `x[-1]`, `x[2024Q1]`, `x[-3:0]`, `x[*]`. */
export type PeriodSelector =
  | { kind: 'same' }
  | PeriodPoint
  | { kind: 'between'; from: PeriodPoint; to: PeriodPoint }
  | { kind: 'all' };

export type Reference = { kind: 'reference'; name: string; nameSpan: Span; periods: PeriodSelector; span: Span };

export type Expression =
  /** `unit` is that of a literal with one: `100[万元]`. */
  | { kind: 'number'; value: number; unit: string | null; span: Span }
  | { kind: 'text'; value: string; span: Span }
  | { kind: 'boolean'; value: boolean; span: Span }
  | { kind: 'error'; code: CalcErrorCode; span: Span }
  /** An array constant `{1,2;3,4}` of literals. */
  | { kind: 'array'; rows: Expression[][]; span: Span }
  | Reference
  /** Lines from one to another in the sheet's order: `a:b`, `(a:b)` with a period as in `a:b[-1]`. */
  | { kind: 'range'; from: string; fromSpan: Span; to: string; toSpan: Span; periods: PeriodSelector; span: Span }
  /** `name` in capitals as in the catalogue; an argument left out (`IF(a,,b)`) is `missing`. */
  | { kind: 'call'; name: string; nameSpan: Span; args: Expression[]; span: Span }
  | { kind: 'unary'; operator: '-' | '+'; operand: Expression; span: Span }
  | { kind: 'percent'; operand: Expression; span: Span }
  | { kind: 'chain'; operators: BinaryOperator[]; operands: Expression[]; span: Span }
  | { kind: 'missing'; span: Span };
