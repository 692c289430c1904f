/**
 * A formula as coloured words, for the formula bar: also of text that is not a formula yet.
 */
import type { Span } from './ast.ts';
import { expressionStart, Scanner, type TokenKind } from './scanner.ts';

export type { TokenKind } from './scanner.ts';

/** `periods` and `unit` are brackets after a name and after a number. */
export type Token = Span & { kind: Exclude<TokenKind, 'brackets' | 'end'> | 'periods' | 'unit'; closed: boolean };

/** All tokens of `text` in order, blanks and the leading `=` left out. Never throws. */
export function tokenize(text: string): Token[] {
  const scanner = new Scanner(text, expressionStart(text));
  const tokens: Token[] = [];
  for (scanner.next(); scanner.kind !== 'end'; scanner.next()) {
    const { kind, start, end, closed } = scanner;
    const isAfterNumber = tokens.at(-1)?.kind === 'number';
    tokens.push({ kind: kind === 'brackets' ? (isAfterNumber ? 'unit' : 'periods') : kind, start, end, closed });
  }
  return tokens;
}
