/**
 * Why a formula cannot be read: the sentence and the place that it is about.
 */
import { type Message, type MessageKey, type MessageParams, message } from '../messages.ts';
import type { Span } from './ast.ts';
import { expressionStart, type Scanner } from './scanner.ts';

/** Thrown inside the parser only; parseFormula gives it as a result. */
export class SyntaxFault extends Error {
  readonly said: Message;
  readonly span: Span;

  constructor(said: Message, span: Span) {
    super(said.key);
    this.said = said;
    this.span = span;
  }
}

/** Why `token`, inside `depth` parentheses, cannot stand where it stands. */
export function unexpectedToken({ text, kind, start, end }: Scanner, depth: number): SyntaxFault {
  const fault = (key: MessageKey, span: Span, params: MessageParams = {}) =>
    new SyntaxFault(message(key, params), span);
  const span = { start, end };
  const word = text.slice(start, end);
  const before = text.slice(0, start).trimEnd();
  const isFirst = before.length <= expressionStart(text);
  switch (kind) {
    case 'end': {
      const last = { start: before.length - 1, end: before.length };
      return fault('engine.valueMissingAfter', last, { text: before.slice(-1) });
    }
    case 'unknown':
      return fault('engine.characterUnknown', span, { character: word });
    case 'close':
    case 'comma':
    case 'operator':
    case 'percent':
      if (kind === 'close' && depth === 0) return fault('engine.parenthesisUnopened', span);
      if (kind === 'comma' && depth === 0) return fault('engine.commaOutside', span);
      if (isFirst) return fault('engine.valueMissingBefore', span, { text: word });
      return fault('engine.valueMissingBetween', span, { before: before.slice(-1), text: word });
    case 'semicolon':
    case 'colon':
    case 'closeBrace':
    case 'brackets':
      return fault('engine.notExpected', span, { text: word });
    default:
      return fault(isFirst ? 'engine.notExpected' : 'engine.operatorMissing', span, { text: word });
  }
}
