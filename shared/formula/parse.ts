/**
 * The formula parser: text to tree, with Excel's grammar over names of lines.
 *
 *     parseFormula('=a * (1 + 5%)')   // { ok: true, expression }
 *     parseFormula('=a * (1 +')       // { ok: false, error: { message, span } }
 *
 * Excel's precedence, tightest first: range `:`, sign, `%`, `^`, `* /`, `+ -`, `&`, comparisons; all
 * of them associate to the left. One pass over the text, no backtracking.
 */
import { type Message, type MessageKey, type MessageParams, message } from '../messages.ts';
import { CALC_ERROR_CODES, type CalcErrorCode } from '../values.ts';
import type { Expression, PeriodSelector, Span } from './ast.ts';
import { foldText } from './characters.ts';
import { argumentCountFault } from './function-catalogue.ts';
import { parsePeriods } from './parse-periods.ts';
import { LOOSEST, precedenceOf, TIGHTEST } from './precedence.ts';
import { expressionStart, Scanner, type TokenKind } from './scanner.ts';
import { SyntaxFault, unexpectedToken } from './syntax-fault.ts';

/** Both are Excel's limits. Signs and percent signs in a row nest as well. */
export const MAX_FORMULA_LENGTH = 8192;
export const MAX_NESTING = 64;

export type FormulaError = { message: Message; span: Span };
export type ParsedFormula = { ok: true; expression: Expression } | { ok: false; error: FormulaError };

/**
 * Parses `text`, with or without the leading `=`. Spans count UTF-16 code units of `text` as given, the `=`
 * included. Never throws: an error names the place in the text that it is about.
 */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > MAX_FORMULA_LENGTH) {
    const span = { start: MAX_FORMULA_LENGTH, end: text.length };
    const params = { length: text.length, limit: MAX_FORMULA_LENGTH };
    return { ok: false, error: { message: message('engine.formulaTooLong', params), span } };
  }
  try {
    return { ok: true, expression: new Parser(text).formula() };
  } catch (error) {
    if (error instanceof SyntaxFault) return { ok: false, error: { message: error.said, span: error.span } };
    throw error;
  }
}

const ERROR_CODES: ReadonlySet<string> = new Set(CALC_ERROR_CODES);

function isErrorCode(text: string): text is CalcErrorCode {
  return ERROR_CODES.has(text);
}

class Parser {
  private readonly text: string;
  private readonly token: Scanner;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
    this.token = new Scanner(text, expressionStart(text));
  }

  formula(): Expression {
    this.token.next();
    if (this.token.kind === 'end') throw this.fault('engine.formulaEmpty', 0, this.text.length);
    const expression = this.binary(LOOSEST);
    if (!this.isAt('end')) throw this.unexpected();
    return expression;
  }

  /** Operators of precedence `lowest` and tighter; those of one precedence in a row are one chain. */
  private binary(lowest: number): Expression {
    let left = this.operand();
    while (this.token.kind === 'operator') {
      const precedence = precedenceOf(this.token.operator);
      if (precedence < lowest) break;
      // Most chains are of two: an array that is pushed to reserves room for many.
      const operators = [this.token.operator];
      const operands = [left, this.rightOperand(precedence)];
      while (this.isAt('operator') && precedenceOf(this.token.operator) === precedence) {
        operators.push(this.token.operator);
        operands.push(this.rightOperand(precedence));
      }
      const span = { start: left.span.start, end: operands[operands.length - 1].span.end };
      left = { kind: 'chain', operators, operands, span };
    }
    return left;
  }

  private rightOperand(precedence: number): Expression {
    this.token.next();
    return precedence === TIGHTEST ? this.operand() : this.binary(precedence + 1);
  }

  /** A signed value with its percent signs: in Excel the sign binds tighter. */
  private operand(): Expression {
    let expression = this.signed();
    let levels = 0;
    while (this.token.kind === 'percent') {
      levels++;
      this.deeper();
      expression = {
        kind: 'percent',
        operand: expression,
        span: { start: expression.span.start, end: this.token.end },
      };
      this.token.next();
    }
    this.depth -= levels;
    return expression;
  }

  private signed(): Expression {
    const { kind, operator, start } = this.token;
    if (kind !== 'operator' || (operator !== '-' && operator !== '+')) return this.primary();
    this.deeper();
    this.token.next();
    const operand = this.signed();
    this.depth--;
    return { kind: 'unary', operator, operand, span: { start, end: operand.span.end } };
  }

  private primary(): Expression {
    switch (this.token.kind) {
      case 'name':
        return this.reference();
      case 'number':
        return this.number();
      case 'function':
        return this.call();
      case 'open':
        return this.parenthesised();
      case 'openBrace':
        return this.array();
      case 'text':
      case 'boolean':
      case 'error':
        return this.literal();
      default:
        throw this.unexpected();
    }
  }

  private parenthesised(): Expression {
    const { start, end } = this.token;
    this.deeper();
    this.token.next();
    const inner = this.binary(LOOSEST);
    if (this.token.kind === 'end') throw this.fault('engine.parenthesisUnclosed', start, end);
    if (this.token.kind !== 'close') throw this.unexpected();
    this.depth--;
    // The parentheses become part of the span, so that whoever cuts text by spans keeps them.
    inner.span = { start, end: this.token.end };
    this.token.next();
    return inner;
  }

  private number(): Expression {
    const { start } = this.token;
    let { end } = this.token;
    const digits = this.text.slice(start, end);
    let value = +digits;
    if (Number.isNaN(value)) value = +foldText(digits);
    if (!Number.isFinite(value)) throw this.fault('engine.numberTooLarge', start, end);
    let unit: string | null = null;
    this.token.next();
    if (this.token.kind === 'brackets' && this.token.start === end) {
      this.requireClosed('engine.bracketUnclosed');
      unit = this.text.slice(this.token.start + 1, this.token.end - 1).trim();
      if (unit === '') throw this.fault('engine.unitEmpty', this.token.start, this.token.end);
      end = this.token.end;
      this.token.next();
    }
    return { kind: 'number', value, unit, span: { start, end } };
  }

  private literal(): Expression {
    const { kind, start, end } = this.token;
    const span = { start, end };
    if (kind === 'text') {
      this.requireClosed('engine.textUnclosed');
      const quote = this.text[start];
      const inner = this.text.slice(start + 1, end - 1);
      this.token.next();
      const value =
        quote === '"' ? inner.replaceAll('""', '"') : inner.replace(/["\uff02]{2}|[“”]{2}/g, (two) => two[0]);
      return { kind: 'text', value, span };
    }
    const word = foldText(this.text.slice(start, end)).toUpperCase();
    this.token.next();
    if (kind === 'boolean') return { kind: 'boolean', value: word === 'TRUE', span };
    if (!isErrorCode(word)) throw new SyntaxFault(message('engine.errorLiteralUnknown', { text: word }), span);
    return { kind: 'error', code: word, span };
  }

  /** `{1,2;3,4}`: literals only, rows of one length. */
  private array(): Expression {
    const { start } = this.token;
    const rows: Expression[][] = [[]];
    do {
      this.token.next();
      rows[rows.length - 1].push(this.arrayElement());
      if (this.token.kind === 'semicolon') rows.push([]);
    } while (this.token.kind === 'comma' || this.token.kind === 'semicolon');
    if (this.token.kind === 'end') throw this.fault('engine.braceUnclosed', start, start + 1);
    if (this.token.kind !== 'closeBrace') throw this.fault('engine.arrayElement', this.token.start, this.token.end);
    const span = { start, end: this.token.end };
    if (rows.some((row) => row.length !== rows[0].length)) throw new SyntaxFault(message('engine.arrayRagged'), span);
    this.token.next();
    return { kind: 'array', rows, span };
  }

  private arrayElement(): Expression {
    const { kind, start, end, operator } = this.token;
    if (kind === 'number') return this.number();
    if (kind === 'text' || kind === 'boolean' || kind === 'error') return this.literal();
    if (kind === 'operator' && (operator === '-' || operator === '+')) {
      this.token.next();
      if (this.token.kind === 'number') {
        const number = this.number();
        const span = { start, end: number.span.end };
        return operator === '+' ? { ...number, span } : { kind: 'unary', operator, operand: number, span };
      }
    }
    if (this.token.kind === 'end') throw this.fault('engine.braceUnclosed', start, end);
    throw this.fault('engine.arrayElement', this.token.start, this.token.end);
  }

  private call(): Expression {
    const nameSpan = { start: this.token.start, end: this.token.end };
    const name = foldText(this.text.slice(nameSpan.start, nameSpan.end)).toUpperCase();
    this.deeper();
    this.token.next();
    const open = { start: this.token.start, end: this.token.end };
    const args: Expression[] = [];
    this.token.next();
    if (this.token.kind !== 'close') {
      args.push(this.argument());
      while (this.token.kind === 'comma') {
        this.token.next();
        args.push(this.argument());
      }
    }
    if (this.token.kind === 'end') throw this.fault('engine.parenthesisUnclosed', open.start, open.end);
    if (this.token.kind !== 'close') throw this.unexpected();
    this.depth--;
    const span = { start: nameSpan.start, end: this.token.end };
    this.token.next();
    if (args.length === 0 && (name === 'TRUE' || name === 'FALSE')) {
      return { kind: 'boolean', value: name === 'TRUE', span };
    }
    const wrongCount = argumentCountFault(name, args.length);
    if (wrongCount !== null) throw new SyntaxFault(wrongCount, span);
    return { kind: 'call', name, nameSpan, args, span };
  }

  private argument(): Expression {
    const { kind, start } = this.token;
    if (kind === 'comma' || kind === 'close') return { kind: 'missing', span: { start, end: start } };
    return this.binary(LOOSEST);
  }

  private reference(): Expression {
    const nameSpan = { start: this.token.start, end: this.token.end };
    const name = this.text.slice(nameSpan.start, nameSpan.end);
    this.token.next();
    if (this.token.kind === 'colon') return this.range(name, nameSpan);
    const periods = this.periods();
    const span = periods === SAME ? nameSpan : { start: nameSpan.start, end: this.lastEnd };
    if (this.isAt('colon')) throw this.fault('engine.rangePeriods', span.start, this.token.end);
    return { kind: 'reference', name, nameSpan, periods, span };
  }

  private range(from: string, fromSpan: Span): Expression {
    const colonEnd = this.token.end;
    this.token.next();
    if (this.token.kind !== 'name') throw this.fault('engine.rangeEnd', fromSpan.start, colonEnd);
    const toSpan = { start: this.token.start, end: this.token.end };
    const to = this.text.slice(toSpan.start, toSpan.end);
    this.token.next();
    const periods = this.periods();
    const span = { start: fromSpan.start, end: periods === SAME ? toSpan.end : this.lastEnd };
    return { kind: 'range', from, fromSpan, to, toSpan, periods, span };
  }

  /** End of the brackets read last. */
  private lastEnd = 0;

  private periods(): PeriodSelector {
    if (this.token.kind !== 'brackets') return SAME;
    this.requireClosed('engine.bracketUnclosed');
    const { start, end } = this.token;
    const inside = foldText(this.text.slice(start + 1, end - 1)).trim();
    const periods = parsePeriods(inside);
    if (periods === null) throw new SyntaxFault(message('engine.periodMalformed', { text: inside }), { start, end });
    this.lastEnd = end;
    this.token.next();
    return periods;
  }

  /** Asks anew after `next()`, which the compiler does not see to change the kind. */
  private isAt(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  private deeper(): void {
    if (++this.depth <= MAX_NESTING) return;
    const { start, end } = this.token;
    throw new SyntaxFault(message('engine.formulaTooDeep', { limit: MAX_NESTING }), { start, end });
  }

  private requireClosed(key: MessageKey): void {
    if (!this.token.closed) throw this.fault(key, this.token.start, this.token.end);
  }

  private fault(key: MessageKey, start: number, end: number, params: MessageParams = {}): SyntaxFault {
    return new SyntaxFault(message(key, params), { start, end });
  }

  private unexpected(): SyntaxFault {
    return unexpectedToken(this.token, this.depth);
  }
}

const SAME: PeriodSelector = { kind: 'same' };
