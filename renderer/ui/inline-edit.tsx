/**
 * A text that is edited where it stands: looks like text, becomes a field on focus, is taken on Enter
 * or on leaving, and goes back on Esc. A refusal is shown below and what was typed stays.
 */
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { failureText } from '../shell/notices.tsx';
import classes from './inline-edit.module.css';

type InlineEditProps = {
  label: string;
  value: string;
  /** Throws where the text is refused. */
  onCommit: (text: string) => Promise<unknown>;
  placeholder?: string;
  multiline?: boolean;
  monospace?: boolean;
  /** Shown below while a refusal stands, besides its reason: a way out of it. */
  remedy?: (failure: unknown, text: string, done: () => void) => ReactNode;
};

export function InlineEdit({ label, value, onCommit, placeholder, multiline, monospace, remedy }: InlineEditProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const failureId = useId();

  const giveUp = () => {
    setDraft(null);
    setFailure(null);
  };
  const commit = async () => {
    if (draft === null || draft === value) return giveUp();
    try {
      await onCommit(draft);
      giveUp();
    } catch (refused) {
      setFailure(refused);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      giveUp();
    }
    if (event.key === 'Enter' && !(multiline && event.shiftKey)) {
      event.preventDefault();
      void commit();
    }
  };

  const shared = {
    className: classes.field,
    'data-monospace': monospace || undefined,
    'aria-label': label,
    'aria-invalid': failure !== null,
    'aria-describedby': failure === null ? undefined : failureId,
    placeholder,
    value: draft ?? value,
    spellCheck: false,
    onBlur: () => void commit(),
    onKeyDown,
  };
  return (
    <div className={classes.edit}>
      {multiline ? (
        <textarea {...shared} rows={1} onChange={(event) => setDraft(event.currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onChange={(event) => setDraft(event.currentTarget.value)} />
      )}
      {failure !== null && (
        <div id={failureId} className={classes.failure} role="alert">
          {failureText(failure)}
          {remedy?.(failure, draft ?? value, giveUp)}
        </div>
      )}
    </div>
  );
}
