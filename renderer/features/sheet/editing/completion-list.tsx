/**
 * Under the input of an edit: what the word at the caret could become, the signature of the function
 * around it, or why the text was refused. The focus stays in the input; keys come through
 * `handleCompletionKey`.
 */
import { create } from 'zustand';
import type { Span } from '../../../../shared/formula/ast.ts';
import { citationQueryAt, factIdsOf, seriesIdsOf } from '../../../../shared/formula/facts.ts';
import { signatureOf } from '../../../../shared/formula/function-catalogue.ts';
import type { Language } from '../../../../shared/language.ts';
import { factFormula } from '../../../../shared/line-of-fact.ts';
import { seriesFormula } from '../../../../shared/line-of-series.ts';
import { useSeries } from '../../../series/series-store.ts';
import { usePreferences } from '../../../shell/preferences.ts';
import { useLanguage, useMessageText, useTexts } from '../../../texts.ts';
import { factSuggestionsAt, useFactCompletion } from '../facts/fact-completion.ts';
import { FactLabels } from '../facts/fact-labels.tsx';
import { sheetFactTexts } from '../facts/sheet-fact-texts.ts';
import { seriesSuggestionsAt } from '../series/series-completion.ts';
import { SeriesLabels } from '../series/series-labels.tsx';
import { useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import classes from './completion-list.module.css';
import { type EditSession, editSession, replaceText } from './edit-session.ts';
import { type SignatureHint, type Suggestion, type Suggestions, signatureAt, suggestionsAt } from './suggestions.ts';

export const COMPLETION_LIST_ID = 'formula-completions';

const SIGNS: Record<Suggestion['kind'], string> = { line: '#', function: 'ƒ', fact: '❝', series: '∿' };

/** Which suggestion is chosen, for the text it was chosen in; `closed` is a text whose list was closed by Esc. */
export const useChoice = create<{ text: string; index: number; closed: string | null }>(() => ({
  text: '',
  index: 0,
  closed: null,
}));

/** Whether there is a list to choose from now. */
export function hasSuggestions(session: EditSession | null): boolean {
  return session !== null && session.refusal === null && suggestionsOf(session) !== null;
}

/** The id of the option that is chosen, for the input's aria-activedescendant. */
export function chosenOptionId(session: EditSession): string {
  return `${COMPLETION_LIST_ID}-${chosenIndex(session)}`;
}

function suggestionsOf(session: EditSession): Suggestions | null {
  const { data } = useSheetStore.getState();
  if (data === null || session.pointed !== null || useChoice.getState().closed === session.text) return null;
  if (session.column.kind !== 'value' && session.column.kind !== 'everyPeriod') return null;
  const { language } = usePreferences.getState();
  const query = citationQueryAt(session.text, session.selection.end);
  if (query?.citing === 'FACT') return factSuggestionsAt(session, language);
  if (query?.citing === 'SERIES') return seriesSuggestionsAt(session, query, language);
  return suggestionsAt(session.text, session.selection, data, language);
}

function chosenIndex(session: EditSession): number {
  const { text, index } = useChoice.getState();
  return text === session.text ? index : 0;
}

/** Arrows choose, Tab and Enter take, Esc closes. False where the key means something else. */
export function handleCompletionKey(key: string): boolean {
  const session = editSession();
  const suggestions = session && suggestionsOf(session);
  if (!session || !suggestions) return false;
  const count = suggestions.items.length;
  const index = chosenIndex(session);
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
      useChoice.setState({ text: session.text, index: (index + (key === 'ArrowDown' ? 1 : count - 1)) % count });
      return true;
    case 'Tab':
    case 'Enter': {
      const chosen = suggestions.items[index];
      const typed = session.text.slice(suggestions.span.start, suggestions.span.end);
      // Enter after a whole name means to be done with the formula.
      if (key === 'Enter' && typed === chosen.name && chosen.kind === 'line') return false;
      take(session, suggestions, chosen);
      return true;
    }
    case 'Escape':
      useChoice.setState({ closed: session.text });
      return true;
    default:
      return false;
  }
}

/** A function comes with its parenthesis, an id with its quotes and the closing one, unless it follows already. */
function take(session: EditSession, { span }: Suggestions, { kind, name }: Suggestion): void {
  if (kind === 'fact' || kind === 'series') {
    takeId(session, span, kind, name);
    return;
  }
  const hasOpen = /^\s*[(（]/.test(session.text.slice(span.end));
  replaceText(span, kind === 'function' && !hasOpen ? `${name}(` : name);
  useChoice.setState({ closed: editSession()?.text ?? null });
}

function takeId({ text }: EditSession, { start, end }: Span, kind: 'fact' | 'series', id: string): void {
  const close = /^\s*[)）]/.exec(text.slice(end))?.[0] ?? '';
  // What FACT( begins is written anew up to its closing parenthesis, behind which the caret then is.
  const formula = kind === 'fact' ? factFormula(id) : seriesFormula(id);
  // Where a period follows already, the id alone is put in.
  const hasMore = /^\s*[,，]/.test(text.slice(end));
  const whole = hasMore ? `"${id}"` : formula.slice(formula.indexOf('(') + 1);
  replaceText({ start, end: end + close.length }, whole);
  useChoice.setState({ closed: editSession()?.text ?? null });
}

export function CompletionList({ session }: { session: EditSession }) {
  const language = useLanguage();
  const t = useTexts(sheetTexts);
  const messageText = useMessageText();
  useChoice();
  useFactCompletion();
  useSeries();
  const suggestions = suggestionsOf(session);
  const signature = signatureAt(session.text, session.selection.end);
  if (session.refusal !== null) {
    return (
      <div className={classes.popup} data-refusal="" role="alert" id="formula-refusal">
        {messageText(session.refusal.message)}
      </div>
    );
  }
  if (suggestions === null) {
    if (signature === null) return null;
    return <SignaturePopup hint={signature} language={language} text={session.text} />;
  }
  const index = chosenIndex(session);
  return (
    <div className={classes.popup}>
      <ul role="listbox" id={COMPLETION_LIST_ID} aria-label={t('completions')} className={classes.list}>
        {suggestions.items.map((item, at) => (
          <li
            key={`${item.kind} ${item.name}`}
            id={`${COMPLETION_LIST_ID}-${at}`}
            role="option"
            aria-selected={at === index}
            className={classes.item}
            onMouseDown={(event) => {
              event.preventDefault();
              take(session, suggestions, item);
            }}
          >
            <span className={classes.kind} data-kind={item.kind} aria-hidden="true">
              {SIGNS[item.kind]}
            </span>
            <span className={classes.name} title={item.shown}>
              {item.shown ?? item.name}
            </span>
            <span className={classes.label}>{item.label}</span>
            <span className={classes.unit}>{item.unit}</span>
          </li>
        ))}
      </ul>
      <Footer chosen={suggestions.items[index]} signature={signature} />
    </div>
  );
}

/** Of a fact or series all that the list may have cut off, otherwise the signature of the function around the caret. */
function Footer({ chosen, signature }: { chosen: Suggestion; signature: SignatureHint | null }) {
  if (chosen.kind !== 'fact' && chosen.kind !== 'series') return signature && <Signature hint={signature} />;
  return (
    <div className={classes.signature}>{[chosen.shown, chosen.label, chosen.unit].filter(Boolean).join(' · ')}</div>
  );
}

function SignaturePopup({ hint, language, text }: { hint: SignatureHint; language: Language; text: string }) {
  const { name, summary } = hint.entry;
  return (
    <div className={classes.popup}>
      <Signature hint={hint} />
      <div className={classes.summary}>
        {name === 'FACT' && <FactHint text={text} />}
        {name === 'SERIES' && seriesIdsOf(text).length > 0 && <SeriesLabels content={text} />}
        {name !== 'FACT' && summary[language]}
      </div>
    </div>
  );
}

/** What the ids in the formula stand for, or how to find one. */
function FactHint({ text }: { text: string }) {
  const t = useTexts(sheetFactTexts);
  return factIdsOf(text).length === 0 ? t('completionHint') : <FactLabels content={text} />;
}

/** The signature, with the parameter that the caret is in, in bold. */
function Signature({ hint: { entry, parameter } }: { hint: SignatureHint }) {
  const current = entry.parameters[parameter]?.name;
  const [head, rest] = [`${entry.name}(`, signatureOf(entry).slice(entry.name.length + 1, -1)];
  const words = rest === '' ? [] : rest.split(', ');
  return (
    <div className={classes.signature}>
      {head}
      {words.map((word, at) => (
        <span key={words.slice(0, at + 1).join()}>
          {at > 0 && ', '}
          {current !== undefined && word.replace(/[[\]]/g, '') === current ? <b>{word}</b> : word}
        </span>
      ))}
      {')'}
    </div>
  );
}
