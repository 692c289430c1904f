/**
 * Calculates a formula over given values, without a sheet: for the tables of operators and functions.
 * A list given for a name stands for the cells of a range; one value stands for one cell.
 */
import { negate, operators, percent, plus } from '../../electron/engine/arithmetic.ts';
import { functionTable } from '../../electron/engine/functions/table.ts';
import { type Argument, fault, isArea, type Scalar } from '../../electron/engine/scalar.ts';
import type { Expression } from '../../shared/formula/ast.ts';
import { parseFormula } from '../../shared/formula/parse.ts';
import { message } from '../../shared/messages.ts';

export type Values = Record<string, Scalar | Scalar[]>;

/** The value, an error as its code; `syntax` where the text does not parse. */
export function calculate(text: string, values: Values = {}): number | string | boolean | null {
  const parsed = parseFormula(text);
  if (!parsed.ok) return 'syntax';
  const result = scalarOf(parsed.expression, values);
  return typeof result === 'object' && result !== null ? result.error : result;
}

function scalarOf(expression: Expression, values: Values): Scalar {
  const value = argumentOf(expression, values, false);
  return isArea(value) ? value.values[0] : value;
}

function argumentOf(expression: Expression, values: Values, areas: boolean): Argument {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return expression.value;
    case 'error':
      return fault(expression.code, message('engine.notAvailable'));
    case 'missing':
      return null;
    case 'array':
      return {
        area: true,
        values: expression.rows.flat().map((element) => scalarOf(element, values)),
        columns: expression.rows[0].length,
      };
    case 'reference': {
      const value = values[expression.name] ?? null;
      if (Array.isArray(value)) return { area: true, values: value, columns: 1 };
      return areas ? { area: true, values: [value], columns: 1 } : value;
    }
    case 'unary':
      return (expression.operator === '-' ? negate : plus)(scalarOf(expression.operand, values));
    case 'percent':
      return percent(scalarOf(expression.operand, values));
    case 'chain':
      return expression.operands
        .slice(1)
        .reduce<Scalar>(
          (left, operand, index) => operators[expression.operators[index]](left, scalarOf(operand, values)),
          scalarOf(expression.operands[0], values),
        );
    case 'call': {
      const implementation = functionTable.get(expression.name);
      if (implementation === undefined) throw new Error(`${expression.name} is not in the table`);
      return implementation.run(expression.args.map((one) => argumentOf(one, values, implementation.areas)));
    }
    case 'range':
      throw new Error('Give ranges as lists of values');
  }
}
