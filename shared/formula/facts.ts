/** The facts that a formula takes, read from its text: also of one that is still being written. */
import type { Span } from './ast.ts';
import { type Token, tokenize } from './tokenize.ts';

/** In either width: what is sure to take none is not read any further. */
const MAY_HAVE_FACT = /fact|[Ｆｆ]/i;

/** Ids of the facts that a content takes by `FACT("id")`, each once, in the order of the text. */
export function factIdsOf(content: string): string[] {
  if (!isFormula(content) || !MAY_HAVE_FACT.test(content)) return [];
  const ids = new Set<string>();
  const tokens = tokenize(content);
  tokens.forEach((token, at) => {
    const [open, id] = tokens.slice(at + 1, at + 3);
    if (isFactCall(content, token) && open?.kind === 'open' && id?.kind === 'text' && id.closed) {
      ids.add(textOf(content, id));
    }
  });
  return [...ids];
}

/** Whether a content is a fact and nothing else. */
export function isFactAlone(content: string): boolean {
  if (factIdsOf(content).length !== 1) return false;
  return tokenize(content).length === 4;
}

/** The search for a fact that the caret is in: what was typed after `FACT(`, and what a choice replaces. */
export type FactQuery = { text: string; span: Span };

/** Null where the caret is in no argument of FACT, or behind one that is whole. */
export function factQueryAt(text: string, caret: number): FactQuery | null {
  if (!isFormula(text)) return null;
  const open: { start: number; isFact: boolean }[] = [];
  let before: Token | undefined;
  for (const token of tokenize(text)) {
    if (token.end > caret) break;
    if (token.kind === 'open')
      open.push({ start: token.end, isFact: before !== undefined && isFactCall(text, before) });
    if (token.kind === 'close') open.pop();
    before = token;
  }
  const call = open.at(-1);
  if (call === undefined || !call.isFact) return null;
  const argument = tokenize(text).find(({ start }) => start >= call.start);
  if (argument?.kind === 'text' && argument.start < caret) {
    if (argument.closed && caret >= argument.end) return null;
    const end = argument.closed ? argument.end : caret;
    return { text: text.slice(argument.start + 1, caret).trim(), span: { start: argument.start, end } };
  }
  const typed = text.slice(call.start, caret);
  return { text: typed.trim(), span: { start: call.start, end: caret } };
}

function isFactCall(text: string, { kind, start, end }: Token): boolean {
  return kind === 'function' && text.slice(start, end).normalize('NFKC').toUpperCase() === 'FACT';
}

function textOf(text: string, { start, end }: Token): string {
  return text.slice(start + 1, end - 1);
}

function isFormula(text: string): boolean {
  return /^\s*[=＝]/.test(text);
}
