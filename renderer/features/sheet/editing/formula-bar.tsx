/**
 * The formula bar: what the selected cell holds, and the same edit as in the cell.
 */
import { useRef } from 'react';
import { inLanguage } from '../../../../shared/language.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { useFactCompletion } from '../facts/fact-completion.ts';
import { columnTitle } from '../grid/announcement.ts';
import { useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { editableText } from './cell-content.ts';
import { COMPLETION_LIST_ID, CompletionList, chosenOptionId, hasSuggestions, useChoice } from './completion-list.tsx';
import { handleEditKey } from './edit-keys.ts';
import { changeText, startEditing, updateSession, useEditSession } from './edit-session.ts';
import classes from './formula-bar.module.css';
import { FormulaInput } from './formula-input.tsx';

export function FormulaBar() {
  const t = useTexts(sheetTexts);
  const language = useLanguage();
  const input = useRef<HTMLTextAreaElement>(null);
  const session = useEditSession((state) => state.session);
  const content = useSheetStore(({ data, rows, columns, selection: { anchor } }) => {
    const column = columns[anchor.column];
    return data === null || column === undefined
      ? ''
      : editableText(data, rows[anchor.row]?.lineId ?? null, column, language);
  });
  const line = useSheetStore(({ data, rows, selection }) => {
    const lineId = rows[selection.anchor.row]?.lineId ?? null;
    return lineId === null ? undefined : data?.lines.get(lineId);
  });
  const column = useSheetStore(({ data, columns, selection }) => {
    const at = columns[selection.anchor.column];
    return data === null || at === undefined ? '' : columnTitle(data, at, language);
  });
  const isInBar = session !== null && session.input === 'bar';
  useChoice();
  useFactCompletion();
  const isChoosing = isInBar && hasSuggestions(session);
  return (
    <div className={classes.bar}>
      <div className={classes.place} title={t('cellPlace')}>
        <span className={classes.line}>{line ? line.name || inLanguage(line.label, language) : ''}</span>
        <span className={classes.column}>{column}</span>
      </div>
      <span className={classes.sign} aria-hidden="true">
        ƒx
      </span>
      <div className={classes.field}>
        <FormulaInput
          input={input}
          session={session}
          idleText={content}
          label={t('formulaBar')}
          isFocused={isInBar}
          describedBy="cell-announcement"
          activeDescendant={isChoosing ? chosenOptionId(session) : undefined}
          controls={isChoosing ? COMPLETION_LIST_ID : undefined}
          onFirstText={(text) => {
            if (startEditing({ mode: 'edit', input: 'bar' }))
              changeText(text, { start: text.length, end: text.length });
          }}
          onCompositionStart={() => {
            if (session === null) startEditing({ mode: 'edit', input: 'bar' });
          }}
          onFocus={() => {
            const start = input.current?.selectionStart ?? 0;
            const end = input.current?.selectionEnd ?? start;
            if (session === null) startEditing({ mode: 'edit', input: 'bar' });
            updateSession({ input: 'bar', mode: 'edit', selection: { start, end } });
          }}
          onKeyDown={(event) => {
            if (!event.nativeEvent.isComposing && handleEditKey(event.nativeEvent)) {
              event.preventDefault();
              event.stopPropagation();
            }
          }}
        />
        {isInBar && <CompletionList session={session} />}
      </div>
    </div>
  );
}
