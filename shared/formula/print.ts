/**
 * A formula tree as text that parses to the same tree, without the leading `=`. Parentheses stand
 * only where precedence asks for them.
 */
import type { Expression, PeriodPoint, PeriodSelector } from './ast.ts';
import { precedenceOf, TIGHTEST } from './precedence.ts';

const PERCENT = TIGHTEST + 1;
const SIGN = TIGHTEST + 2;
const VALUE = TIGHTEST + 3;

/** `expression` as a formula in the language of parseFormula. */
export function printFormula(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.unit === null ? String(expression.value) : `${expression.value}[${expression.unit}]`;
    case 'text':
      return `"${expression.value.replaceAll('"', '""')}"`;
    case 'boolean':
      return expression.value ? 'TRUE' : 'FALSE';
    case 'error':
      return expression.code;
    case 'array':
      return `{${expression.rows.map((row) => row.map(printFormula).join(',')).join(';')}}`;
    case 'reference':
      return expression.name + printPeriods(expression.periods);
    case 'range':
      return `${expression.from}:${expression.to}${printPeriods(expression.periods)}`;
    case 'call':
      return `${expression.name}(${expression.args.map(printFormula).join(', ')})`;
    case 'unary':
      return expression.operator + printOperand(expression.operand, SIGN);
    case 'percent':
      return `${printOperand(expression.operand, PERCENT)}%`;
    case 'chain': {
      const tighter = bindingOf(expression) + 1;
      return expression.operands
        .map((operand, index) => {
          const printed = printOperand(operand, tighter);
          if (index === 0) return printed;
          const operator = expression.operators[index - 1];
          return operator === '^' ? operator + printed : ` ${operator} ${printed}`;
        })
        .join('');
    }
    case 'missing':
      return '';
  }
}

function bindingOf(expression: Expression): number {
  switch (expression.kind) {
    case 'chain':
      return precedenceOf(expression.operators[0]);
    case 'percent':
      return PERCENT;
    case 'unary':
      return SIGN;
    case 'number':
      return expression.value < 0 ? SIGN : VALUE;
    default:
      return VALUE;
  }
}

function printOperand(operand: Expression, atLeast: number): string {
  const printed = printFormula(operand);
  return bindingOf(operand) < atLeast ? `(${printed})` : printed;
}

function printPoint(point: PeriodPoint): string {
  if (point.kind === 'fixed') return point.label;
  return point.by > 0 ? `+${point.by}` : String(point.by);
}

function printPeriods(periods: PeriodSelector): string {
  switch (periods.kind) {
    case 'same':
      return '';
    case 'all':
      return '[*]';
    case 'between':
      return `[${printPoint(periods.from)}:${printPoint(periods.to)}]`;
    default:
      return `[${printPoint(periods)}]`;
  }
}
