/**
 * Under the input of an edit: what the word at the caret could become, the signature of the function
 * around it, or why the text was refused. The focus stays in the input; keys come through
 * `handleCompletionKey`.
 */
import { create } from 'zustand';
import { signatureOf } from '../../../../shared/formula/function-catalogue.ts';
import { usePreferences } from '../../../shell/preferences.ts';
import { useLanguage, useMessageText, useTexts } from '../../../texts.ts';
import { useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import classes from './completion-list.module.css';
import { type EditSession, editSession, replaceText } from './edit-session.ts';
import { type SignatureHint, type Suggestion, type Suggestions, signatureAt, suggestionsAt } from './suggestions.ts';

export const COMPLETION_LIST_ID = 'formula-completions';

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
  return suggestionsAt(session.text, session.selection, data, usePreferences.getState().language);
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

/** A function comes with its parenthesis, unless one follows already. */
function take(session: EditSession, { span }: Suggestions, { kind, name }: Suggestion): void {
  const hasOpen = /^\s*[(（]/.test(session.text.slice(span.end));
  replaceText(span, kind === 'function' && !hasOpen ? `${name}(` : name);
  useChoice.setState({ closed: editSession()?.text ?? null });
}

export function CompletionList({ session }: { session: EditSession }) {
  const language = useLanguage();
  const t = useTexts(sheetTexts);
  const messageText = useMessageText();
  useChoice();
  const suggestions = suggestionsOf(session);
  const signature = signatureAt(session.text, session.selection.end);
  if (session.refusal !== null) {
    return (
      <div className={classes.popup} data-refusal="" role="alert" id="formula-refusal">
        {messageText(session.refusal.message)}
      </div>
    );
  }
  if (suggestions === null) return signature && <SignaturePopup hint={signature} language={language} />;
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
              {item.kind === 'function' ? 'ƒ' : '#'}
            </span>
            <span className={classes.name}>{item.name}</span>
            <span className={classes.label}>{item.label}</span>
            <span className={classes.unit}>{item.unit}</span>
          </li>
        ))}
      </ul>
      {signature && <Signature hint={signature} />}
    </div>
  );
}

function SignaturePopup({ hint, language }: { hint: SignatureHint; language: 'zh' | 'en' }) {
  return (
    <div className={classes.popup}>
      <Signature hint={hint} />
      <div className={classes.summary}>{hint.entry.summary[language]}</div>
    </div>
  );
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
