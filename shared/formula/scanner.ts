/**
 * The words of a formula, one at a time: the lexical rules that highlighting (tokenize.ts) and the
 * parser (parse.ts) share.
 *
 * `next()` moves to the following token and describes it in the scanner's own fields, so that
 * reading a formula allocates nothing. It never throws: what fits no rule is `unknown`, and what is
 * not closed has `closed: false`.
 */
import { CALC_ERROR_CODES } from '../values.ts';
import type { BinaryOperator } from './ast.ts';
import { CURLY_QUOTE, END, fold, foldText, isDigit, isSpace, nameCharacterLength, QUOTE } from './characters.ts';

export type TokenKind =
  | 'number'
  | 'text'
  | 'name'
  /** A name before an opening parenthesis. */
  | 'function'
  | 'boolean'
  /** `#DIV/0!` and anything else that begins with `#`. */
  | 'error'
  | 'operator'
  | 'percent'
  | 'colon'
  | 'comma'
  | 'semicolon'
  | 'open'
  | 'close'
  | 'openBrace'
  | 'closeBrace'
  /** `[…]` as a whole: periods after a name, a unit after a number. */
  | 'brackets'
  | 'unknown'
  | 'end';

const SIGNS: Record<string, TokenKind> = {
  '%': 'percent',
  ':': 'colon',
  ',': 'comma',
  ';': 'semicolon',
  '(': 'open',
  ')': 'close',
  '{': 'openBrace',
  '}': 'closeBrace',
  '+': 'operator',
  '-': 'operator',
  '*': 'operator',
  '/': 'operator',
  '^': 'operator',
  '&': 'operator',
  '=': 'operator',
  '<': 'operator',
  '>': 'operator',
};

/** Kind and operator of each sign by its (folded) character code. */
const signKinds: (TokenKind | undefined)[] = [];
const signOperators: (BinaryOperator | undefined)[] = [];
for (const [sign, kind] of Object.entries(SIGNS)) signKinds[sign.charCodeAt(0)] = kind;
for (const operator of ['+', '-', '*', '/', '^', '&', '=', '<', '>'] as const) {
  signOperators[operator.charCodeAt(0)] = operator;
}
const WIDE_OPERATORS = new Map<number, BinaryOperator>([
  [0x2264, '<='],
  [0x2265, '>='],
  [0x2260, '<>'],
]);

const OPEN = 0x28;
const DOT = 0x2e;
const HASH = 0x23;
const EQUALS = 0x3d;
const LESS = 0x3c;
const GREATER = 0x3e;
const BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;

export class Scanner {
  readonly text: string;
  kind: TokenKind = 'end';
  start = 0;
  /** Exclusive. */
  end = 0;
  /** Of an operator token. */
  operator: BinaryOperator = '=';
  /** False for a text or brackets without their end. */
  closed = true;

  constructor(text: string, at: number) {
    this.text = text;
    this.end = at;
  }

  /** The (folded) character code at `at`, END beyond the text. */
  private codeAt(at: number): number {
    return at < this.text.length ? fold(this.text.charCodeAt(at)) : END;
  }

  next(): void {
    let at = this.end;
    let code = this.codeAt(at);
    while (isSpace(code)) code = this.codeAt(++at);
    this.start = at;
    this.closed = true;
    const length = code === END ? 0 : nameCharacterLength(this.text, at, true);
    if (code === END) this.take('end', at);
    else if (length > 0) this.scanName(at + length);
    else if (isDigit(code) || (code === DOT && isDigit(this.codeAt(at + 1)))) this.scanNumber(at);
    else if (signKinds[code] !== undefined) this.scanSign(code);
    else if (code === QUOTE || code === CURLY_QUOTE) this.scanText(code);
    else if (code === BRACKET) this.scanBrackets();
    else if (code === HASH) this.scanError();
    else this.scanOther(at, code);
  }

  private take(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.end = end;
  }

  private scanOther(at: number, code: number): void {
    const operator = WIDE_OPERATORS.get(code);
    if (operator !== undefined) this.operator = operator;
    const isPair = (this.text.codePointAt(at) ?? 0) > 0xffff;
    this.take(operator === undefined ? 'unknown' : 'operator', at + (isPair ? 2 : 1));
  }

  private scanSign(code: number): void {
    this.take(signKinds[code] ?? 'unknown', this.start + 1);
    if (this.kind !== 'operator') return;
    const following = this.codeAt(this.end);
    let operator = signOperators[code] ?? '=';
    if (code === LESS && following === EQUALS) operator = '<=';
    else if (code === LESS && following === GREATER) operator = '<>';
    else if (code === GREATER && following === EQUALS) operator = '>=';
    this.operator = operator;
    this.end = this.start + operator.length;
  }

  private nameEnd(at: number): number {
    let length = nameCharacterLength(this.text, at, false);
    while (length > 0) {
      at += length;
      length = nameCharacterLength(this.text, at, false);
    }
    return at;
  }

  private scanName(at: number): void {
    this.end = this.nameEnd(at);
    // A dot belongs to the names of functions only: STDEV.S(
    let functionEnd = this.end;
    while (this.codeAt(functionEnd) === DOT && nameCharacterLength(this.text, functionEnd + 1, false) > 0) {
      functionEnd = this.nameEnd(functionEnd + 1);
    }
    let after = functionEnd;
    while (isSpace(this.codeAt(after))) after++;
    if (this.codeAt(after) === OPEN) {
      this.end = functionEnd;
      this.kind = 'function';
    } else {
      this.kind = this.isBoolean() ? 'boolean' : 'name';
    }
  }

  private isBoolean(): boolean {
    const length = this.end - this.start;
    if (length !== 4 && length !== 5) return false;
    const word = length === 4 ? 'TRUE' : 'FALSE';
    for (let i = 0; i < length; i++) {
      if ((this.codeAt(this.start + i) & ~0x20) !== word.charCodeAt(i)) return false;
    }
    return true;
  }

  private digitsEnd(at: number): number {
    while (isDigit(this.codeAt(at))) at++;
    return at;
  }

  private scanNumber(at: number): void {
    at = this.digitsEnd(at);
    if (this.codeAt(at) === DOT) at = this.digitsEnd(at + 1);
    if ((this.codeAt(at) | 0x20) === 0x65) {
      const sign = this.codeAt(at + 1);
      const digits = at + (sign === 0x2b || sign === 0x2d ? 2 : 1);
      if (isDigit(this.codeAt(digits))) at = this.digitsEnd(digits);
    }
    this.take('number', at);
  }

  /** A doubled quote inside is a quote. */
  private scanText(quote: number): void {
    let at = this.start + 1;
    this.kind = 'text';
    for (;;) {
      const code = this.codeAt(at++);
      if (code === END) {
        this.closed = false;
        this.end = this.text.length;
        return;
      }
      if (code !== quote) continue;
      if (this.codeAt(at) !== quote) break;
      at++;
    }
    this.end = at;
  }

  private scanBrackets(): void {
    let at = this.start + 1;
    let code = this.codeAt(at);
    while (code !== CLOSING_BRACKET && code !== END) code = this.codeAt(++at);
    this.kind = 'brackets';
    this.closed = code !== END;
    this.end = this.closed ? at + 1 : at;
  }

  /** `#N/A/2` is #N/A over 2: a known error value ends where it ends, anything else at the end of its letters. */
  private scanError(): void {
    const known = CALC_ERROR_CODES.find(
      (code) => foldText(this.text.slice(this.start, this.start + code.length)).toUpperCase() === code,
    );
    let end = this.start + (known?.length ?? 1);
    if (known === undefined) {
      end = this.nameEnd(end);
      if (this.codeAt(end) === 0x21 || this.codeAt(end) === 0x3f) end++;
    }
    this.take('error', end);
  }
}

/** Where the expression begins: after the leading `=`, if there is one. */
export function expressionStart(text: string): number {
  let at = 0;
  while (at < text.length && isSpace(fold(text.charCodeAt(at)))) at++;
  return at < text.length && fold(text.charCodeAt(at)) === EQUALS ? at + 1 : 0;
}
