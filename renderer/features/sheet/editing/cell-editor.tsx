/**
 * The editor in the cell. It lies over the active cell all the time and has the focus of the whole
 * grid, invisible until something is typed: so the first key already goes to the input method.
 */
import { type RefObject, useEffect, useRef } from 'react';
import { useTexts } from '../../../texts.ts';
import { copySelection, cutSelection, pasteIntoSelection } from '../clipboard/clipboard-events.ts';
import { useFactCompletion } from '../facts/fact-completion.ts';
import { type Geometry, HEADER_HEIGHT, ROW_HEIGHT } from '../grid/geometry.ts';
import { handleGridKey } from '../grid/keyboard.ts';
import { useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import classes from './cell-editor.module.css';
import { COMPLETION_LIST_ID, CompletionList, chosenOptionId, hasSuggestions, useChoice } from './completion-list.tsx';
import { handleEditKey } from './edit-keys.ts';
import { startEditing, updateSession, useEditSession } from './edit-session.ts';
import { FormulaInput } from './formula-input.tsx';
import { registerGridInput } from './grid-focus.ts';

type CellEditorProps = {
  geometry: Geometry;
  scroller: RefObject<HTMLDivElement | null>;
  /** How far the grid is scrolled: over the label column, which stays in place, the editor goes along. */
  scrollLeft: number;
};

export function CellEditor({ geometry, scroller, scrollLeft }: CellEditorProps) {
  const t = useTexts(sheetTexts);
  const input = useRef<HTMLTextAreaElement>(null);
  const session = useEditSession((state) => state.session);
  const anchor = useSheetStore((state) => state.selection.anchor);
  const row = useSheetStore(({ rowOfLine, selection }) => {
    if (session === null) return selection.anchor.row;
    return session.lineId === null ? session.row : (rowOfLine.get(session.lineId) ?? selection.anchor.row);
  });
  const column = useSheetStore(({ columns, selection }) => {
    const at = session === null ? -1 : columns.findIndex(({ key }) => key === session.column.key);
    return at < 0 ? selection.anchor.column : at;
  });

  useEffect(() => registerGridInput(input), []);

  const isFrozen = column === 0;
  const left = geometry.lefts[column] ?? 0;
  const width = scroller.current?.clientWidth ?? 800;
  /** What a list below the cell has before it would be cut off. */
  const room = width - (isFrozen ? left : left - scrollLeft) - 8;
  const isInCell = session !== null && session.input === 'cell';
  useChoice();
  useFactCompletion();
  const isChoosing = isInCell && hasSuggestions(session);
  return (
    <div
      className={classes.place}
      data-editing={session !== null || undefined}
      style={{
        top: HEADER_HEIGHT + row * ROW_HEIGHT,
        left: isFrozen ? scrollLeft + left : left,
        ...{ '--popup-room': `${room}px` },
      }}
    >
      <div
        className={classes.editor}
        style={{
          minWidth: geometry.widths[column],
          maxWidth: Math.max(geometry.widths[column] ?? 0, width - geometry.frozen),
        }}
      >
        <FormulaInput
          input={input}
          session={session}
          idleText=""
          label={t('cellInput')}
          isFocused={isInCell}
          describedBy="cell-announcement"
          activeDescendant={
            session === null ? `cell-${anchor.row}-${anchor.column}` : isChoosing ? chosenOptionId(session) : undefined
          }
          controls={isChoosing ? COMPLETION_LIST_ID : undefined}
          onFirstText={(text) => startEditing({ text, mode: 'type' })}
          onCompositionStart={() => {
            if (session === null) startEditing({ text: '', mode: 'type' });
          }}
          onFocus={() => {
            if (session !== null && session.input !== 'cell') updateSession({ input: 'cell' });
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (session === null ? handleGridKey(event.nativeEvent) : handleEditKey(event.nativeEvent)) {
              event.preventDefault();
              event.stopPropagation();
            }
          }}
          onCopy={(event) => {
            if (session === null) copySelection(event);
          }}
          onCut={(event) => {
            if (session === null) cutSelection(event);
          }}
          onPaste={(event) => {
            if (session === null) pasteIntoSelection(event);
          }}
        />
        {isInCell && <CompletionList session={session} />}
      </div>
    </div>
  );
}
