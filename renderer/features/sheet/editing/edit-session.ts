/**
 * The edit under way: one text, one caret, shared by the editor in the cell and the formula bar.
 *
 * `startEditing` begins it at the active cell, `commitEditing` hands it to the workbench and
 * `cancelEditing` drops it. A text that is refused is never lost: the session stays, or comes
 * back, with the reason in `refusal`.
 */
import { create } from 'zustand';
import type { Span } from '../../../../shared/formula/ast.ts';
import { parseFormula } from '../../../../shared/formula/parse.ts';
import type { Message } from '../../../../shared/messages.ts';
import { CallError } from '../../../api.ts';
import { showFailure } from '../../../shell/notices.tsx';
import { usePreferences } from '../../../shell/preferences.ts';
import type { Column } from '../grid/columns.ts';
import { useSheetStore } from '../sheet-store.ts';
import { editableText, isEditable } from './cell-content.ts';
import { submitText } from './submit-text.ts';

export type Refusal = { message: Message; span: Span | null };

export type EditSession = {
  /** Null is the empty row below the end: the text makes a line. */
  lineId: number | null;
  /** Where it shows, when the edit begins. */
  row: number;
  column: Column;
  /** What the cell held when the edit began. */
  before: string;
  text: string;
  selection: Span;
  /** An edit that began by typing hands arrow keys back to the grid; otherwise they move the caret. */
  mode: 'type' | 'edit';
  /** The input that has the focus. */
  input: 'cell' | 'bar';
  refusal: Refusal | null;
  /** The reference last put in by pointing at a cell, which pointing again replaces. */
  pointed: Span | null;
};

export const useEditSession = create<{ session: EditSession | null }>(() => ({ session: null }));

export function editSession(): EditSession | null {
  return useEditSession.getState().session;
}

type Start = { text?: string; mode: EditSession['mode']; input?: EditSession['input'] };

/** Begins an edit of the active cell; false where it cannot be edited. `text` replaces what is there. */
export function startEditing({ text, mode, input = 'cell' }: Start): boolean {
  const { data, rows, columns, selection } = useSheetStore.getState();
  const row = rows[selection.anchor.row];
  const column = columns[selection.anchor.column];
  if (data === null || row === undefined || column === undefined || !isEditable(data, row.lineId, column)) return false;
  const before = editableText(data, row.lineId, column, usePreferences.getState().language);
  const shown = text ?? before;
  useEditSession.setState({
    session: {
      lineId: row.lineId,
      row: selection.anchor.row,
      column,
      before,
      text: shown,
      selection: { start: shown.length, end: shown.length },
      mode,
      input,
      refusal: null,
      pointed: null,
    },
  });
  return true;
}

/** Takes what was typed. */
export function changeText(text: string, selection: Span): void {
  updateSession({ text, selection, refusal: null, pointed: null });
}

export function moveCaret(selection: Span): void {
  const session = editSession();
  if (session === null) return;
  if (session.selection.start === selection.start && session.selection.end === selection.end) return;
  updateSession({ selection, pointed: null });
}

export function updateSession(fields: Partial<EditSession>): void {
  useEditSession.setState(({ session }) => ({ session: session && { ...session, ...fields } }));
}

/** Puts `text` in place of `span`, and the caret behind it or at `caret` within it. */
export function replaceText(span: Span, text: string, caret = text.length): void {
  const session = editSession();
  if (session === null) return;
  const position = span.start + caret;
  updateSession({
    text: session.text.slice(0, span.start) + text + session.text.slice(span.end),
    selection: { start: position, end: position },
    refusal: null,
    pointed: null,
  });
}

export function cancelEditing(): void {
  useEditSession.setState({ session: null });
}

/**
 * Ends the edit; false where the text is refused at once (the session then stays). What only the
 * workbench can refuse brings the session back later, unless another has begun.
 */
export function commitEditing(): boolean {
  const session = editSession();
  if (session === null) return true;
  if (session.text === session.before) {
    cancelEditing();
    return true;
  }
  const refusal = refusalOf(session);
  if (refusal !== null) {
    updateSession({ refusal, selection: refusal.span ?? session.selection });
    return false;
  }
  // Sent before the grid is drawn without the editor, so that the answer comes while it is.
  const answer = submitText(session);
  cancelEditing();
  answer.catch((failure: unknown) => bringBack(session, failure));
  return true;
}

function refusalOf({ text, column }: EditSession): Refusal | null {
  const isCell = column.kind === 'value' || column.kind === 'everyPeriod';
  if (!isCell || !isFormula(text)) return null;
  const parsed = parseFormula(text);
  return parsed.ok ? null : { message: parsed.error.message, span: parsed.error.span };
}

/** As the workbench tells a formula from an input: by its first sign, in either width. */
export function isFormula(text: string): boolean {
  return /^\s*[=＝]/.test(text);
}

function bringBack(session: EditSession, failure: unknown): void {
  if (!(failure instanceof CallError) || editSession() !== null) {
    showFailure(failure);
    return;
  }
  const { position, length } = failure.failure.details;
  const span =
    typeof position === 'number' && typeof length === 'number' ? { start: position, end: position + length } : null;
  const { rows, columns } = useSheetStore.getState();
  const row = rows.findIndex(({ lineId }) => lineId === session.lineId);
  const column = columns.findIndex(({ key }) => key === session.column.key);
  if (row < 0 || column < 0) {
    showFailure(failure);
    return;
  }
  const place = { row, column };
  useSheetStore.setState({ selection: { anchor: place, focus: place } });
  useEditSession.setState({
    session: { ...session, mode: 'edit', pointed: null, refusal: { message: failure.said, span } },
  });
}
