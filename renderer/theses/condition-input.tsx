/** The input for the condition of a thesis, with completion, and below it what it gives now or what is wrong with it. */
import { acceptCompletion, autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useId, useRef, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { call } from '../api.ts';
import { failureText } from '../shell/notices.tsx';
import { useLanguage, useMessageText, useTexts } from '../texts.ts';
import { completeCondition } from './condition-completion.ts';
import { FindingText } from './finding-text.tsx';
import classes from './theses.module.css';
import { thesesTexts } from './theses-texts.ts';

type ConditionInputProps = { value: string; onChange: (condition: string) => void };

const CHECK_AFTER_MS = 250;

const look = EditorView.theme({
  '&': { fontSize: '13px', color: 'var(--pl-ink)', backgroundColor: 'var(--pl-paper)' },
  '&.cm-focused': { outline: '2px solid var(--pl-focus)', outlineOffset: '1px' },
  '.cm-content': { fontFamily: 'var(--pl-font-mono)', padding: '5px 4px', caretColor: 'var(--pl-ink)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--pl-raised)',
    border: '1px solid var(--pl-hairline-strong)',
    borderRadius: 'var(--pl-radius)',
    boxShadow: 'var(--pl-shadow)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--pl-font)', fontSize: '13px', maxHeight: '18em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--pl-accent-wash)', color: 'var(--pl-ink)' },
  '.cm-completionDetail': { color: 'var(--pl-ink-faint)', fontStyle: 'normal', marginLeft: '8px' },
});

export function ConditionInput({ value, onChange }: ConditionInputProps) {
  const t = useTexts(thesesTexts);
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(value);
  const told = useRef(onChange);
  told.current = onChange;
  const hintId = useId();
  const label = t('condition');

  useEffect(() => {
    if (place.current === null) return;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          history(),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': hintId, spellcheck: 'false' }),
          autocompletion({ override: [completeCondition], icons: false, activateOnTypingDelay: 0 }),
          look,
          keymap.of([{ key: 'Tab', run: acceptCompletion }, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (!docChanged) return;
            first.current = state.doc.toString();
            told.current(first.current);
          }),
        ],
      }),
    });
    return () => view.destroy();
  }, [label, hintId]);

  return (
    <div>
      <span className={classes.label}>{label}</span>
      <div className={classes.condition} ref={place} lang={language} />
      <p id={hintId} className={classes.hint}>
        {t('conditionHint')}
      </p>
      <Finding condition={value} />
    </div>
  );
}

function Finding({ condition }: { condition: string }) {
  const say = useMessageText();
  const [found, setFound] = useState<Output<'checkCondition'> | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (condition.trim() === '') {
      setFound(null);
      return;
    }
    let isWanted = true;
    const timer = setTimeout(() => {
      call('checkCondition', { condition }).then(
        (answer) => {
          if (!isWanted) return;
          setFound(answer);
          setFailure(null);
        },
        (thrown) => isWanted && setFailure(thrown),
      );
    }, CHECK_AFTER_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [condition]);
  if (failure !== null) return <p className={classes.wrong}>{failureText(failure)}</p>;
  if (found === null) return null;
  if (!found.isWrong) return <FindingText finding={found} />;
  const { position, length } = found;
  const part = position === null ? '' : condition.slice(position, position + Math.max(length ?? 0, 12));
  return (
    <p className={classes.wrong} role="status">
      {found.message !== null && say(found.message)}
      {part !== '' && <code className={classes.part}>{part}</code>}
    </p>
  );
}
