/** How tightly the binary operators bind, as in Excel; sign and `%` bind tighter than all of them. */
import type { BinaryOperator } from './ast.ts';

export const LOOSEST = 1;
export const TIGHTEST = 5;

export function precedenceOf(operator: BinaryOperator): number {
  switch (operator) {
    case '^':
      return TIGHTEST;
    case '*':
    case '/':
      return 4;
    case '+':
    case '-':
      return 3;
    case '&':
      return 2;
    default:
      return LOOSEST;
  }
}
