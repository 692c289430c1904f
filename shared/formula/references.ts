/**
 * The names in a formula: which there are, and another name in their place.
 */
import type { Expression, Span } from './ast.ts';
import { nameKey } from './names.ts';
import { tokenize } from './tokenize.ts';

/** A name of a line where a formula uses it. */
export type NameUse = { name: string; span: Span };

/** All names of lines in the order of the text, repeated as often as they occur. */
export function referencesOf(expression: Expression): NameUse[] {
  const uses: NameUse[] = [];
  visit(expression, (node) => {
    if (node.kind === 'reference') uses.push({ name: node.name, span: node.nameSpan });
    if (node.kind === 'range') {
      uses.push({ name: node.from, span: node.fromSpan }, { name: node.to, span: node.toSpan });
    }
  });
  return uses;
}

/** Calls `look` with `expression` and all that it contains, in the order of the text. */
export function visit(expression: Expression, look: (node: Expression) => void): void {
  look(expression);
  switch (expression.kind) {
    case 'unary':
    case 'percent':
      visit(expression.operand, look);
      break;
    case 'chain':
      for (const operand of expression.operands) visit(operand, look);
      break;
    case 'call':
      for (const argument of expression.args) visit(argument, look);
      break;
    case 'array':
      for (const row of expression.rows) for (const element of row) visit(element, look);
      break;
  }
}

/** `text` with every use of the line `from` renamed to `to`, all else as it is; also of a text that does not parse. */
export function renameInFormula(text: string, from: string, to: string): string {
  const key = nameKey(from);
  let renamed = '';
  let copied = 0;
  for (const { kind, start, end } of tokenize(text)) {
    if (kind !== 'name' || nameKey(text.slice(start, end)) !== key) continue;
    renamed += text.slice(copied, start) + to;
    copied = end;
  }
  return renamed + text.slice(copied);
}
