/** Completion of `FACT(`: what was typed after it is searched for, and what is found is offered as suggestions. */
import { create } from 'zustand';
import { figureOf } from '../../../../shared/facts.ts';
import { factQueryAt } from '../../../../shared/formula/facts.ts';
import { inLanguage, type Language } from '../../../../shared/language.ts';
import { settingIn } from '../../../../shared/setting-words.ts';
import { figureText } from '../../../facts/figure-text.ts';
import { fullPlaceText } from '../../../facts/place-text.ts';
import { type EditSession, useEditSession } from '../editing/edit-session.ts';
import type { Suggestions } from '../editing/suggestions.ts';
import { useSheetStore } from '../sheet-store.ts';
import { afterRest, type FactSearch, searchFacts } from './fact-search.ts';

const LIMIT = 12;

export const useFactCompletion = create<{ search: FactSearch | null }>(() => ({ search: null }));

/** What is searched for; '' where nothing is. Right after `FACT(` it is the label of the line itself. */
function wantedText(session: EditSession | null): string {
  if (session === null || session.selection.start !== session.selection.end) return '';
  const query = factQueryAt(session.text, session.selection.end);
  if (query === null || query.text !== '') return query?.text ?? '';
  const line = session.lineId === null ? undefined : useSheetStore.getState().data?.lines.get(session.lineId);
  return line === undefined ? '' : line.label.zh || line.label.en;
}

/** Null where the caret is in no FACT( or nothing was found for it yet. */
export function factSuggestionsAt(session: EditSession, language: Language): Suggestions | null {
  const query = factQueryAt(session.text, session.selection.end);
  const { search } = useFactCompletion.getState();
  if (query === null || session.selection.start !== session.selection.end) return null;
  if (search === null || search.found.length === 0 || wantedText(session) === '') return null;
  const items = search.found.map(({ fact, title }) => ({
    kind: 'fact' as const,
    name: fact.id,
    shown: [inLanguage(title, language), settingIn(fact.setting, language)].filter(Boolean).join(' · '),
    label: [fullPlaceText(fact), fact.date].filter(Boolean).join(' · '),
    unit: figureText({ ...fact, ...figureOf(fact) }, language),
  }));
  return { span: query.span, items };
}

const ask = afterRest((text) => {
  const isWanted = () => wantedText(useEditSession.getState().session) === text;
  if (!isWanted()) return;
  searchFacts(text, LIMIT).then(
    (search) => isWanted() && useFactCompletion.setState({ search }),
    // Nothing is offered then; the formula can be typed all the same.
    () => isWanted() && useFactCompletion.setState({ search: null }),
  );
});

/** Searches while a FACT( is being typed; returns how to stop. */
export function followFactQuery(): () => void {
  let last = '';
  return useEditSession.subscribe(({ session }) => {
    const text = wantedText(session);
    if (text === last) return;
    last = text;
    if (text === '') useFactCompletion.setState({ search: null });
    else ask(text);
  });
}
