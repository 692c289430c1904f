/** Completion of FACT(, SERIES( and CELL( in the condition of a thesis: what was typed is searched for, by names in both languages. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { startCompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { figureOf } from '../../shared/facts.ts';
import { citationQueryAt } from '../../shared/formula/facts.ts';
import { inLanguage } from '../../shared/language.ts';
import { call } from '../api.ts';
import { figureText } from '../facts/figure-text.ts';
import { showFailure } from '../shell/notices.tsx';
import { usePreferences } from '../shell/preferences.ts';

const REST_MS = 80;
const MOST = 12;
const MOST_LINES = 60;

export async function completeCondition(context: CompletionContext): Promise<CompletionResult | null> {
  const before = context.state.doc.toString();
  // The reader of formulas wants the sign of one.
  const [text, shift] = /^\s*[=＝]/.test(before) ? [before, 0] : [`=${before}`, 1];
  const query = citationQueryAt(text, context.pos + shift);
  const cell = context.matchBefore(/CELL\(\s*"?[^"()]*/iu);
  if (query === null && cell === null) return null;
  await new Promise((done) => setTimeout(done, REST_MS));
  if (context.aborted) return null;
  try {
    if (cell !== null) {
      const words = cell.text.replace(/^CELL\(\s*"?/iu, '');
      const options = await cellsFor(words);
      return options.length === 0
        ? null
        : { from: context.pos - words.length - quoteAt(cell.text), options, filter: false };
    }
    if (query === null) return null;
    const options = query.citing === 'FACT' ? await factsFor(query.text) : await seriesFor(query.text);
    const from = query.span.start - shift;
    return options.length === 0 ? null : { from, to: query.span.end - shift, options, filter: false };
  } catch (failure) {
    showFailure(failure);
    return null;
  }
}

/** Whether a quotation mark stands before what was typed: it is replaced as well. */
function quoteAt(typed: string): number {
  return /^CELL\(\s*"/iu.test(typed) ? 1 : 0;
}

async function factsFor(text: string): Promise<Completion[]> {
  if (text === '') return [];
  const { language } = usePreferences.getState();
  const { hits } = await call('search', { text, kinds: ['fact'], limit: MOST });
  return hits.flatMap(({ fact, title }) =>
    fact === null
      ? []
      : [
          {
            label: inLanguage(title, language),
            detail: [figureText({ ...fact, ...figureOf(fact) }, language), fact.date].filter(Boolean).join(' · '),
            apply: whole(fact.id),
          },
        ],
  );
}

async function seriesFor(text: string): Promise<Completion[]> {
  const { language } = usePreferences.getState();
  const all = await call('listSeries', {});
  const words = fold(text).split(/\s+/).filter(Boolean);
  const figures = await call('getFigures', { refs: all.slice(0, 10_000).map(({ id }) => `series:${id}`) });
  return figures
    .filter(({ ref, name }) => {
      const said = fold(`${ref} ${name.zh} ${name.en}`);
      return words.every((word) => said.includes(word));
    })
    .slice(0, MOST)
    .map((figure) => ({
      label: inLanguage(figure.name, language),
      detail: [figure.state === 'ok' ? figureText(figure, language) : '', figure.date].filter(Boolean).join(' · '),
      apply: whole(figure.ref.slice('series:'.length)),
    }));
}

/** A sheet first, then its lines. */
async function cellsFor(typed: string): Promise<Completion[]> {
  const { language } = usePreferences.getState();
  const [, sheetId, line] = /^([^/]+)\/([^/]*)$/u.exec(typed) ?? [];
  const isLike = (...texts: string[]) => fold(texts.join(' ')).includes(fold(line ?? typed).trim());
  if (sheetId === undefined) {
    const sheets = await call('listSheets', {});
    return sheets
      .filter(({ title }) => isLike(title.zh, title.en))
      .slice(0, MOST)
      .map(({ id, title }) => ({ label: inLanguage(title, language), apply: continuing(`"${id}/`) }));
  }
  const { document } = await call('openSheet', { sheetId });
  return document.lines
    .filter(({ kind, name, label }) => kind === 'line' && isLike(name, label.zh, label.en))
    .slice(0, MOST_LINES)
    .map(({ name, label, unit }) => ({
      label: inLanguage(label, language) || name,
      detail: [name, unit].filter(Boolean).join(' · '),
      apply: whole(`${sheetId}/${name}`),
    }));
}

/** The id in quotes, with the bracket that closes the call where none stands there. */
function whole(id: string) {
  return (view: EditorView, _: Completion, from: number, to: number) => {
    const rest = view.state.sliceDoc(to, to + 2);
    const end = to + (rest.startsWith('"') ? 1 : 0);
    const bracket = view.state.sliceDoc(end, end + 1);
    const isOpen = bracket !== ')' && bracket !== ',';
    const insert = `"${id}"${isOpen ? ')' : ''}`;
    view.dispatch({ changes: { from, to: end, insert }, selection: { anchor: from + insert.length } });
  };
}

function continuing(insert: string) {
  return (view: EditorView, _: Completion, from: number, to: number) => {
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length } });
    startCompletion(view);
  };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
