/**
 * Copy, cut and paste of the grid's selection. Other programs get values, Plumbline gets contents
 * (formulas with them); what is pasted is one edit, and is left alone as a whole where any of it cannot be taken.
 */
import type { ClipboardEvent } from 'react';
import { showFailure, showNotice } from '../../../shell/notices.tsx';
import { usePreferences } from '../../../shell/preferences.ts';
import { modKey } from '../../../ui/keys.ts';
import { printTsv } from '../../../ui/tsv.ts';
import { editableText, plainText } from '../editing/cell-content.ts';
import { factsIn, insertFactsHere } from '../facts/insert-facts.ts';
import { clearSelection } from '../grid/line-commands.ts';
import { rectangleOf } from '../grid/selection.ts';
import { pasteBlock } from '../sheet-actions.ts';
import { select, useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { type CopiedTables, parseOwnHtml, parseTsv, printHtml, withMarks } from './clipboard-formats.ts';
import { planPaste } from './paste-block.ts';
import { rowMark } from './row-mark.ts';

/** What Plumbline itself copied last, to know its formulas by the text that the clipboard gives to menus. */
let lastCopied: { text: string; contents: string[][] } | null = null;

/** The selection as other programs and as Plumbline itself should take it. */
function selectionAsTables(): CopiedTables {
  const { data, rows, columns, selection } = useSheetStore.getState();
  const texts: string[][] = [];
  const marks: string[] = [];
  const contents: string[][] = [];
  if (data === null) return { texts, contents, marks };
  const { top, bottom, left, right } = rectangleOf(selection);
  const { language } = usePreferences.getState();
  for (const { lineId } of rows.slice(top, bottom + 1)) {
    if (lineId === null && bottom > top) continue;
    const shown = columns.slice(left, right + 1);
    texts.push(shown.map((column) => plainText(data, lineId, column, language)));
    contents.push(shown.map((column) => editableText(data, lineId, column, language)));
    marks.push(rowMark(data, lineId, shown, language));
  }
  return { texts, contents, marks };
}

type CopyEvent = Pick<ClipboardEvent, 'preventDefault'> & { clipboardData: Pick<DataTransfer, 'setData'> };

export function copySelection(event: CopyEvent): void {
  const tables = selectionAsTables();
  lastCopied = { text: printTsv(withMarks(tables)), contents: tables.contents };
  event.clipboardData.setData('text/plain', lastCopied.text);
  event.clipboardData.setData('text/html', printHtml(tables));
  event.preventDefault();
  if (tables.marks.some((mark) => mark !== '')) showNotice(sheetTexts.copiedMarked);
}

export function cutSelection(event: ClipboardEvent): void {
  copySelection(event);
  void clearSelection();
}

/** What of a clipboard event a paste needs. */
type Pasted = { clipboardData: Pick<DataTransfer, 'getData'>; preventDefault: () => void };

export function pasteIntoSelection(event: Pasted): void {
  event.preventDefault();
  const factIds = factsIn(event.clipboardData);
  if (factIds.length > 0) {
    void insertFactsHere(factIds);
    return;
  }
  const own = parseOwnHtml(event.clipboardData.getData('text/html'));
  void pasteTable(own ?? parseTsv(event.clipboardData.getData('text/plain')));
}

/** For menus, which have no clipboard event: needs the browser's leave to read the clipboard, and gets text alone. */
export async function pasteFromMenu(): Promise<void> {
  // Refusing is the browser's or the user's right; the key always works.
  const text = await navigator.clipboard.readText().catch(() => null);
  if (text === null) showNotice(sheetTexts.pasteByKeys, { key: modKey('V') });
  else await pasteTable(text === lastCopied?.text ? lastCopied.contents : parseTsv(text));
}

async function pasteTable(table: string[][]): Promise<void> {
  const { data, rows, columns, selection } = useSheetStore.getState();
  if (data === null || table.every((row) => row.every((text) => text === ''))) return;
  const { language } = usePreferences.getState();
  const plan = planPaste(table, { data, rows, columns, rectangle: rectangleOf(selection), language });
  if (!plan.ok) {
    const { row, column, text, reason } = plan.refusal;
    showNotice(sheetTexts.pasteRefused, { row, column, text: text.slice(0, 60), reason });
    return;
  }
  try {
    await pasteBlock(plan.block);
    const { top, left, bottom, right } = plan.pasted;
    select({ anchor: { row: top, column: left }, focus: { row: bottom, column: right } });
  } catch (failure) {
    showFailure(failure);
  }
}
