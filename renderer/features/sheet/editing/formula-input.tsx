/**
 * The input of an edit, in the cell and in the formula bar: a plain text area, so that every input
 * method works, over a copy of its text that has the colours.
 */
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { nameKey } from '../../../../shared/formula/names.ts';
import { tokenize } from '../../../../shared/formula/tokenize.ts';
import type { SheetData } from '../sheet-data.ts';
import { useSheetStore } from '../sheet-store.ts';
import { changeText, type EditSession, isFormula, moveCaret } from './edit-session.ts';
import classes from './formula-input.module.css';
import { referenceColours } from './reference-marks.ts';
import { matchingBrackets } from './suggestions.ts';

type FormulaInputProps = {
  input: RefObject<HTMLTextAreaElement | null>;
  /** The session, where there is one; `idleText` shows otherwise. */
  session: EditSession | null;
  idleText: string;
  label: string;
  isFocused: boolean;
  describedBy?: string;
  activeDescendant?: string;
  controls?: string;
  expanded?: boolean;
  /** Something was typed while no edit was under way. */
  onFirstText: (text: string) => void;
  onCompositionStart?: () => void;
  onFocus?: () => void;
  onBlur?: () => void;
  onKeyDown: (event: React.KeyboardEvent<HTMLTextAreaElement>) => void;
  onCopy?: (event: React.ClipboardEvent<HTMLTextAreaElement>) => void;
  onCut?: (event: React.ClipboardEvent<HTMLTextAreaElement>) => void;
  onPaste?: (event: React.ClipboardEvent<HTMLTextAreaElement>) => void;
};

export function FormulaInput({ input, session, idleText, label, isFocused, ...rest }: FormulaInputProps) {
  const data = useSheetStore((state) => state.data);
  const isComposing = useRef(false);
  const text = session?.text ?? idleText;

  useLayoutEffect(() => {
    const element = input.current;
    if (element === null || session === null || !isFocused || isComposing.current) return;
    if (document.activeElement !== element) element.focus({ preventScroll: true });
    const { start, end } = session.selection;
    if (element.selectionStart !== start || element.selectionEnd !== end) element.setSelectionRange(start, end);
  }, [input, session, isFocused]);

  return (
    <div className={classes.input}>
      <div className={classes.coloured} aria-hidden="true">
        {data !== null && colouredText(text, session, data)}
        {'\u200b'}
      </div>
      <textarea
        ref={input}
        className={classes.typed}
        value={text}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-label={label}
        aria-invalid={session?.refusal != null}
        aria-describedby={rest.describedBy}
        aria-activedescendant={rest.activeDescendant}
        aria-controls={rest.controls}
        aria-autocomplete="list"
        onChange={({ currentTarget }) => {
          const { value, selectionStart, selectionEnd } = currentTarget;
          if (session === null) rest.onFirstText(value);
          else changeText(value, { start: selectionStart, end: selectionEnd });
        }}
        onSelect={({ currentTarget }) => {
          if (session !== null && isFocused && !isComposing.current) {
            moveCaret({ start: currentTarget.selectionStart, end: currentTarget.selectionEnd });
          }
        }}
        onCompositionStart={() => {
          isComposing.current = true;
          rest.onCompositionStart?.();
        }}
        onCompositionEnd={() => {
          isComposing.current = false;
        }}
        onFocus={rest.onFocus}
        onBlur={rest.onBlur}
        onKeyDown={rest.onKeyDown}
        onCopy={rest.onCopy}
        onCut={rest.onCut}
        onPaste={rest.onPaste}
      />
    </div>
  );
}

/** The text in pieces: references in their colours, functions, numbers, brackets that match, what is refused underlined. */
function colouredText(text: string, session: EditSession | null, data: SheetData): ReactNode {
  if (!isFormula(text)) return session?.refusal ? <span className={classes.refused}>{text}</span> : text;
  const colours = session === null ? new Map<number, number>() : referenceColours(text, data);
  const brackets = session === null ? null : matchingBrackets(text, session.selection.end);
  const refused = session?.refusal?.span ?? null;
  const pieces: ReactNode[] = [];
  let done = 0;
  const put = (start: number, end: number, className?: string, colour?: number) => {
    for (const [from, to] of cutAt(start, end, refused)) {
      const isRefused = refused !== null && from >= refused.start && to <= refused.end;
      pieces.push(
        <span
          key={from}
          className={[className, isRefused && classes.refused].filter(Boolean).join(' ') || undefined}
          style={colour === undefined ? undefined : { color: `var(--pl-reference-${colour + 1})` }}
        >
          {text.slice(from, to)}
        </span>,
      );
    }
  };
  for (const { kind, start, end } of tokenize(text)) {
    if (start > done) put(done, start);
    const lineId = kind === 'name' ? data.lineIdByName.get(nameKey(text.slice(start, end))) : undefined;
    const isMatched = brackets?.includes(start) && (kind === 'open' || kind === 'close');
    const unknown = kind === 'name' && lineId === undefined && session !== null;
    put(
      start,
      end,
      isMatched ? classes.matched : unknown ? classes.unknown : classes[kind],
      lineId === undefined ? undefined : colours.get(lineId),
    );
    done = end;
  }
  if (done < text.length) put(done, text.length);
  // Where the text ends too early there is nothing to underline but its end.
  if (refused !== null && refused.start >= text.length) {
    pieces.push(
      <span key="end" className={classes.refused}>
        {'\u2002'}
      </span>,
    );
  }
  return pieces;
}

/** The part from `start` to `end`, cut where the refused span begins and ends. */
function cutAt(start: number, end: number, refused: { start: number; end: number } | null): [number, number][] {
  if (refused === null) return [[start, end]];
  const cuts = [start, refused.start, refused.end, end].filter((at) => at >= start && at <= end).sort((a, b) => a - b);
  return cuts.slice(1).flatMap((to, i): [number, number][] => (to > cuts[i] ? [[cuts[i], to]] : []));
}
