/** The facts and series that a formula takes by `FACT("id")` and `SERIES("id")`, read from its text: also of one that is still being written. */
import type { Span } from './ast.ts';
import { type Token, tokenize } from './tokenize.ts';

type Citing = 'FACT' | 'SERIES';

/** In either width: what is sure to take none is not read any further. */
const MAY_CITE: Record<Citing, RegExp> = { FACT: /fact|[Ｆｆ]/i, SERIES: /series|[Ｓｓ]/i };

/** Ids of the facts that a content takes by `FACT("id")`, each once, in the order of the text. */
export function factIdsOf(content: string): string[] {
  return idsOf('FACT', content);
}

/** The same of series. */
export function seriesIdsOf(content: string): string[] {
  return idsOf('SERIES', content);
}

/** Whether a content is a fact and nothing else. */
export function isFactAlone(content: string): boolean {
  if (factIdsOf(content).length !== 1) return false;
  return tokenize(content).length === 4;
}

/** Whether a content is what it takes of one series and nothing else. */
export function isSeriesAlone(content: string): boolean {
  if (seriesIdsOf(content).length !== 1) return false;
  const tokens = tokenize(content);
  const isLast = tokens.findIndex(({ kind }) => kind === 'close') === tokens.length - 1;
  return isLast && isCallOf('SERIES', content, tokens[0]);
}

function idsOf(citing: Citing, content: string): string[] {
  if (!isFormula(content) || !MAY_CITE[citing].test(content)) return [];
  const ids = new Set<string>();
  const tokens = tokenize(content);
  tokens.forEach((token, at) => {
    const [open, id] = tokens.slice(at + 1, at + 3);
    if (isCallOf(citing, content, token) && open?.kind === 'open' && id?.kind === 'text' && id.closed) {
      ids.add(textOf(content, id));
    }
  });
  return [...ids];
}

/** The search for an id that the caret is in: what was typed after `FACT(`, and what a choice replaces. */
export type CitationQuery = { citing: Citing; text: string; span: Span };

/** Null where the caret is not in the id of a FACT or SERIES, or behind one that is whole. */
export function citationQueryAt(text: string, caret: number): CitationQuery | null {
  if (!isFormula(text)) return null;
  const open: { start: number; citing: Citing | undefined }[] = [];
  let before: Token | undefined;
  const tokens = tokenize(text);
  for (const token of tokens) {
    if (token.end > caret) break;
    if (token.kind === 'open') open.push({ start: token.end, citing: before && citingOf(text, before) });
    if (token.kind === 'close') open.pop();
    before = token;
  }
  const call = open.at(-1);
  if (call?.citing === undefined) return null;
  const { citing } = call;
  const argument = tokens.find(({ start }) => start >= call.start);
  if (argument?.kind === 'text' && argument.start < caret) {
    if (argument.closed && caret >= argument.end) return null;
    const end = argument.closed ? argument.end : caret;
    return { citing, text: text.slice(argument.start + 1, caret).trim(), span: { start: argument.start, end } };
  }
  const typed = text.slice(call.start, caret);
  return { citing, text: typed.trim(), span: { start: call.start, end: caret } };
}

/** The same where it is a fact that is searched for. */
export function factQueryAt(text: string, caret: number): CitationQuery | null {
  const query = citationQueryAt(text, caret);
  return query?.citing === 'FACT' ? query : null;
}

/** The same of a series. */
export function seriesQueryAt(text: string, caret: number): CitationQuery | null {
  const query = citationQueryAt(text, caret);
  return query?.citing === 'SERIES' ? query : null;
}

function citingOf(text: string, token: Token): Citing | undefined {
  return (['FACT', 'SERIES'] as const).find((citing) => isCallOf(citing, text, token));
}

function isCallOf(citing: Citing, text: string, { kind, start, end }: Token): boolean {
  return kind === 'function' && text.slice(start, end).normalize('NFKC').trim().toUpperCase() === citing;
}

function textOf(text: string, { start, end }: Token): string {
  return text.slice(start + 1, end - 1);
}

function isFormula(text: string): boolean {
  return /^\s*[=＝]/.test(text);
}
