/**
 * Hands the text of an edit to the workbench: as the edit of a cell, of a field of its line, or as
 * a new line where it was typed below the end.
 */
import type { LineDraft } from '../../../../shared/contract.ts';
import { type Language, type LocalText, sameInBoth } from '../../../../shared/language.ts';
import { NO_PERIOD } from '../../../../shared/periods.ts';
import { usePreferences } from '../../../shell/preferences.ts';
import type { Column } from '../grid/columns.ts';
import { editsSettled, insertLines, setCells, updateLine } from '../sheet-actions.ts';
import type { SheetData } from '../sheet-data.ts';
import { expectNewLine, useSheetStore } from '../sheet-store.ts';

/** `row` is where it was typed: below the end, a line may have come to be there meanwhile. */
type TypedText = { lineId: number | null; row: number; column: Column; text: string };

/** Each new line waits for the one typed before it, to come below it. */
let lastNewLine: Promise<void> = Promise.resolve();

export async function submitText(typed: TypedText): Promise<void> {
  const { lineId, column, text } = typed;
  if (lineId !== null) return editLine(lineId, column, text);
  if (text.trim() === '') return;
  const isMade = expectNewLine();
  const made = lastNewLine.then(() => makeLine(typed));
  // A refusal is told where it was typed; the next line is made all the same.
  lastNewLine = made.catch(() => undefined);
  try {
    await made;
  } finally {
    isMade();
  }
}

async function makeLine({ row, column, text }: TypedText): Promise<void> {
  await editsSettled();
  const { data, rows } = useSheetStore.getState();
  const madeId = rows[row]?.lineId ?? null;
  if (madeId !== null) await editLine(madeId, column, text);
  else if (data !== null) {
    await insertLines({ afterLineId: data.order.at(-1) ?? null, lines: [draftOf(column, text)] });
  }
}

async function editLine(lineId: number, column: Column, text: string): Promise<void> {
  const { data } = useSheetStore.getState();
  if (data === null) return;
  if (column.kind === 'value' || column.kind === 'everyPeriod') {
    const period = column.kind === 'value' ? column.period : NO_PERIOD;
    await setCells([{ lineId, scenarioId: column.scenarioId, period, content: text.trim() === '' ? null : text }]);
    return;
  }
  const fields = lineFields(data, lineId, column, text, usePreferences.getState().language);
  if (fields !== null) await updateLine(lineId, fields);
}

/** A line of which only one column is known yet. */
export function draftOf(column: Column, text: string): LineDraft {
  switch (column.kind) {
    case 'label':
      return { kind: 'line', label: sameInBoth(text.trim()) };
    case 'name':
      return { kind: 'line', name: text.trim(), label: sameInBoth(text.trim()) };
    case 'unit':
      return { kind: 'line', unit: text.trim() };
    case 'value':
      return { kind: 'line', cells: [{ scenarioId: column.scenarioId, period: column.period, content: text }] };
    case 'everyPeriod':
      return { kind: 'line', cells: [{ scenarioId: column.scenarioId, period: NO_PERIOD, content: text }] };
    case 'reported':
    case 'verdict':
      return { kind: 'line' };
  }
}

/** What a text in one of the columns left of the scenarios, means for its line. */
export function lineFields(data: SheetData, lineId: number, column: Column, text: string, language: Language) {
  const line = data.lines.get(lineId);
  if (line === undefined) return null;
  switch (column.kind) {
    case 'label':
      return { label: relabelled(line.label, text.trim(), language) };
    case 'name':
      return { name: text.trim() };
    case 'unit':
      return { unit: text.trim() };
    default:
      return null;
  }
}

/** A label that is the same in both languages stays so. */
function relabelled(label: LocalText, text: string, language: Language): LocalText {
  return label.zh === label.en ? sameInBoth(text) : { ...label, [language]: text };
}
