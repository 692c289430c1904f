/**
 * What the word at the caret could become, and which function the caret is inside of.
 */
import type { Span } from '../../../../shared/formula/ast.ts';
import { type FunctionEntry, functionCatalogue } from '../../../../shared/formula/function-catalogue.ts';
import { type Token, tokenize } from '../../../../shared/formula/tokenize.ts';
import { inLanguage, type Language } from '../../../../shared/language.ts';
import { type SheetData, unitOf } from '../sheet-data.ts';
import { isFormula } from './edit-session.ts';

export type Suggestion = {
  kind: 'line' | 'function' | 'fact' | 'series';
  /** What the text gets. */
  name: string;
  /** What stands in the list instead of it: a fact's or series' name for its id. */
  shown?: string;
  /** A line's label, a function's summary, a fact's source and place, a series' range. */
  label: string;
  /** A line's or series' unit, a fact's figure. */
  unit: string;
};

export type Suggestions = { span: Span; items: Suggestion[] };

const LIMIT = 12;

/** Names and functions that begin with or contain the word before the caret, best first; null where none is asked for. */
export function suggestionsAt(text: string, caret: Span, data: SheetData, language: Language): Suggestions | null {
  if (caret.start !== caret.end || !isFormula(text)) return null;
  const token = tokenize(text).find(
    ({ kind, start, end }) => (kind === 'name' || kind === 'function') && start < caret.end && end >= caret.end,
  );
  if (token === undefined) return null;
  const typed = fold(text.slice(token.start, caret.end));
  const found: { item: Suggestion; rank: number }[] = [];
  for (const { name, summary } of functionCatalogue.values()) {
    const rank = rankOf(fold(name), '', typed);
    if (rank < 2)
      found.push({ item: { kind: 'function', name, label: summary[language], unit: '' }, rank: rank + 0.5 });
  }
  for (const lineId of data.order) {
    const line = data.lines.get(lineId);
    if (line === undefined || line.name === '') continue;
    const rank = rankOf(fold(line.name), `${fold(line.label.zh)}\n${fold(line.label.en)}`, typed);
    if (rank === NO_MATCH) continue;
    const label = inLanguage(line.label, language);
    found.push({
      item: { kind: 'line', name: line.name, label: label === line.name ? '' : label, unit: unitOf(data, lineId) },
      rank,
    });
  }
  if (found.length === 0) return null;
  found.sort((a, b) => a.rank - b.rank || a.item.name.length - b.item.name.length);
  const items = found.slice(0, LIMIT).map(({ item }) => item);
  // A word that is whole already needs no list that offers it alone.
  if (items.length === 1 && fold(items[0].name) === typed && token.end === caret.end) return null;
  return { span: { start: token.start, end: token.end }, items };
}

const NO_MATCH = 9;

function rankOf(name: string, labels: string, typed: string): number {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  if (name.includes(typed)) return 2;
  if (labels.includes(typed)) return 3;
  return NO_MATCH;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export type SignatureHint = { entry: FunctionEntry; parameter: number };

/** The innermost call around the caret with the parameter that the caret stands in. */
export function signatureAt(text: string, caret: number): SignatureHint | null {
  if (!isFormula(text)) return null;
  const open: { name: string | null; parameter: number }[] = [];
  let before: Token | undefined;
  for (const token of tokenize(text)) {
    if (token.end > caret) break;
    if (token.kind === 'open') {
      const isCall = before?.kind === 'function';
      open.push({ name: isCall && before ? text.slice(before.start, before.end).trim() : null, parameter: 0 });
    } else if (token.kind === 'close') {
      open.pop();
    } else if (token.kind === 'comma') {
      const call = open.at(-1);
      if (call) call.parameter++;
    }
    before = token;
  }
  const call = open.findLast(({ name }) => name !== null);
  const entry = call?.name ? functionCatalogue.get(call.name.normalize('NFKC').toUpperCase()) : undefined;
  return entry === undefined || call === undefined ? null : { entry, parameter: parameterIndex(entry, call.parameter) };
}

/** Which parameter of the signature the argument `at` is of: the repeating ones come round again. */
function parameterIndex({ parameters }: FunctionEntry, at: number): number {
  const first = parameters.findIndex(({ repeating }) => repeating);
  if (first < 0 || at < first) return at;
  const group = parameters.filter(({ repeating }) => repeating).length;
  return first + ((at - first) % group);
}

/** Places of the bracket beside the caret and of its partner; null where there is none. */
export function matchingBrackets(text: string, caret: number): [number, number] | null {
  if (!isFormula(text)) return null;
  const open: number[] = [];
  for (const { kind, start, end } of tokenize(text)) {
    if (kind === 'open') open.push(start);
    if (kind !== 'close') continue;
    const partner = open.pop();
    if (partner !== undefined && (end === caret || start === caret || partner === caret || partner + 1 === caret)) {
      return [partner, start];
    }
  }
  return null;
}
