/**
 * What completes a link, `[[`, and a live figure, `{{`, as one types: objects of any kind and notes; facts, series,
 * and sheets with their lines. The workbench searches; what is chosen stands in the text as its reference.
 */
import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { figureOf } from '../../shared/facts.ts';
import { inLanguage, type LocalText } from '../../shared/language.ts';
import { objectRef } from '../../shared/object-ref.ts';
import { foldForSearch, piecesOf } from '../../shared/search-words.ts';
import { settingIn } from '../../shared/setting-words.ts';
import { call } from '../api.ts';
import { figureText } from '../facts/figure-text.ts';
import { showFailure } from '../shell/notices.tsx';
import { usePreferences } from '../shell/preferences.ts';
import { notesTexts } from './notes-texts.ts';

const REST_MS = 80;
const OBJECTS = 14;
const NOTES = 8;
const SERIES = 4;
const LINES = 60;

export async function completeNote(context: CompletionContext): Promise<CompletionResult | null> {
  const link = context.matchBefore(/\[\[[^[\]|\n]*/u);
  const figure = link === null ? context.matchBefore(/\{\{[^{}\n]*/u) : null;
  const typed = link ?? figure;
  if (typed === null) return null;
  await new Promise((done) => setTimeout(done, REST_MS));
  if (context.aborted) return null;
  const text = typed.text.slice(2);
  try {
    const options = link === null ? await figuresFor(text) : await linksFor(text);
    return options.length === 0 ? null : { from: typed.from, options, filter: false };
  } catch (failure) {
    showFailure(failure);
    return null;
  }
}

async function linksFor(text: string): Promise<Completion[]> {
  const [notes, found] = await Promise.all([
    text.trim() === ''
      ? call('listNotes', {}).then((all) => all.slice(0, NOTES))
      : call('searchNotes', { text, limit: NOTES }).then(({ hits }) => hits.map(({ note }) => note)),
    call('search', { text, limit: OBJECTS }),
  ]);
  return [
    ...notes.map(({ id, title }) => linkTo(objectRef('note', id), { zh: title, en: title })),
    ...found.hits.map(({ kind, id, title }) => linkTo(objectRef(kind, id), title)),
  ];
}

function linkTo(ref: string, title: LocalText): Completion {
  const { language } = usePreferences.getState();
  const kind = ref.slice(0, ref.indexOf(':')) as 'note';
  const name = inLanguage(title, language) || notesTexts.untitled[language];
  return {
    label: name,
    detail: notesTexts[`kind-${kind}`][language],
    apply: closing(`[[${ref}|${name.replace(/[[\]|\n]/gu, ' ').trim()}]]`, ']]'),
  };
}

async function figuresFor(text: string): Promise<Completion[]> {
  const sheet = /^sheet:([^/]+)\/(.*)$/u.exec(text);
  if (sheet !== null) return linesFor(sheet[1], sheet[2]);
  const words = text.replace(/^(fact|series|sheet):/u, '');
  if (words.trim() === '') return [];
  const [found, series] = await Promise.all([
    call('search', { text: words, kinds: ['fact', 'sheet'], limit: OBJECTS }),
    seriesFor(words),
  ]);
  return [...series, ...found.hits.map(figureOfHit)];
}

function figureOfHit({
  kind,
  id,
  title,
  fact,
}: Awaited<ReturnType<typeof call<'search'>>>['hits'][number]): Completion {
  const { language } = usePreferences.getState();
  const label = inLanguage(title, language) || id;
  if (fact === null) {
    return { label, detail: notesTexts[`kind-${kind}`][language], apply: continuing(`{{sheet:${id}/`) };
  }
  const figure = figureText({ ...fact, ...figureOf(fact) }, language, { compact: true });
  return {
    label,
    detail: [figure, fact.date, settingIn(fact.setting, language)].filter(Boolean).join(' · '),
    apply: closing(`{{fact:${id}}}`, '}}'),
  };
}

async function seriesFor(words: string): Promise<Completion[]> {
  const { language } = usePreferences.getState();
  const series = await call('listSeries', {});
  const names = await call('describeObjects', {
    refs: series.slice(0, 10_000).map(({ id }) => objectRef('series', id)),
  });
  const wanted = piecesOf(words);
  return names
    .map(({ ref, title }) => ({ id: ref.slice('series:'.length), name: inLanguage(title, language), title }))
    .filter(({ id, title }) => {
      const said = foldForSearch(`${id} ${title.zh} ${title.en}`);
      return wanted.every((piece) => said.includes(piece));
    })
    .slice(0, SERIES)
    .map(({ id, name }) => ({
      label: name,
      detail: notesTexts['kind-series'][language],
      apply: closing(`{{series:${id}}}`, '}}'),
    }));
}

async function linesFor(sheetId: string, words: string): Promise<Completion[]> {
  const { language } = usePreferences.getState();
  const { document } = await call('openSheet', { sheetId });
  const wanted = piecesOf(words);
  return document.lines
    .filter(({ kind, name, label }) => {
      const said = foldForSearch(`${name} ${label.zh} ${label.en}`);
      return kind === 'line' && wanted.every((piece) => said.includes(piece));
    })
    .slice(0, LINES)
    .map(({ name, label, unit }) => ({
      label: inLanguage(label, language) || name,
      detail: [name, unit].filter(Boolean).join(' · '),
      apply: closing(`{{sheet:${sheetId}/${name}}}`, '}}'),
    }));
}

/** Puts the whole in place of what was typed, and of the end that stands there already. */
function closing(whole: string, end: string) {
  return (view: EditorView, _: Completion, from: number, to: number) => {
    const stands = view.state.sliceDoc(to, to + end.length) === end ? end.length : 0;
    view.dispatch({
      changes: { from, to: to + stands, insert: whole },
      selection: { anchor: from + whole.length },
      userEvent: 'input.complete',
    });
  };
}

function continuing(beginning: string) {
  return (view: EditorView, _: Completion, from: number, to: number) => {
    view.dispatch({
      changes: { from, to, insert: beginning },
      selection: { anchor: from + beginning.length },
      userEvent: 'input.complete',
    });
    startCompletion(view);
  };
}
