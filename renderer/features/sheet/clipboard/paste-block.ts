/**
 * Where the fields of a pasted table go: into cells, into the label, name and unit of lines, and
 * into new lines where it reaches below the end. Either all of it can be taken or nothing is.
 */
import type { Input, LineDraft } from '../../../../shared/contract.ts';
import { parseFormula } from '../../../../shared/formula/parse.ts';
import { type Language, sameInBoth } from '../../../../shared/language.ts';
import { formatMessage } from '../../../../shared/messages.ts';
import { NO_PERIOD } from '../../../../shared/periods.ts';
import { isFormula } from '../editing/edit-session.ts';
import { lineFields } from '../editing/submit-text.ts';
import type { Column, Row } from '../grid/columns.ts';
import type { Rectangle } from '../grid/selection.ts';
import type { SheetData } from '../sheet-data.ts';
import { sheetTexts } from '../sheet-texts.ts';

export type PasteBlock = Omit<Input<'pasteBlock'>, 'sheetId'>;

/** The first field that cannot be taken: its row and column in the pasted table, from 1. */
export type PasteRefusal = { row: number; column: number; text: string; reason: string };

export type PastePlan = { ok: true; block: PasteBlock; pasted: Rectangle } | { ok: false; refusal: PasteRefusal };

type Target = { data: SheetData; rows: Row[]; columns: Column[]; rectangle: Rectangle; language: Language };

export function planPaste(table: string[][], target: Target): PastePlan {
  const { data, rows, columns, rectangle, language } = target;
  const filled = repeated(table, rectangle);
  const block: PasteBlock = { lines: [], newLines: [], cells: [] };
  let width = 0;
  for (const [r, fields] of filled.entries()) {
    width = Math.max(width, fields.length);
    const lineId = rows[rectangle.top + r]?.lineId ?? null;
    const draft: LineDraft = {};
    let changed: PasteBlock['lines'][number]['fields'] = {};
    for (const [c, text] of fields.entries()) {
      const column = columns[rectangle.left + c];
      const reason = refusalOf(text, data, lineId, column, language);
      if (reason !== null) return { ok: false, refusal: { row: r + 1, column: c + 1, text, reason } };
      if (column === undefined || column.kind === 'reported' || column.kind === 'verdict') continue;
      if (lineId === null) addToDraft(draft, column, text);
      else if (column.kind === 'value' || column.kind === 'everyPeriod') {
        if (data.lines.get(lineId)?.kind === 'heading') continue;
        const period = column.kind === 'value' ? column.period : NO_PERIOD;
        block.cells.push({ lineId, scenarioId: column.scenarioId, period, content: text.trim() === '' ? null : text });
      } else if (text !== '' || column.kind === 'unit') {
        if (column.kind !== 'label' && data.lines.get(lineId)?.kind === 'heading') continue;
        changed = { ...changed, ...lineFields(data, lineId, column, text, language) };
      }
    }
    if (lineId === null && fields.some((text) => text.trim() !== '')) block.newLines.push({ kind: 'line', ...draft });
    if (lineId !== null && Object.keys(changed).length > 0) block.lines.push({ lineId, fields: changed });
  }
  const pasted = {
    top: rectangle.top,
    left: rectangle.left,
    bottom: rectangle.top + filled.length - 1,
    right: Math.min(columns.length - 1, rectangle.left + width - 1),
  };
  return { ok: true, block, pasted };
}

/** A selection that the table fits into several times takes it as often, as in Excel. */
function repeated(table: string[][], { top, bottom, left, right }: Rectangle): string[][] {
  const height = bottom - top + 1;
  const width = right - left + 1;
  const ownWidth = Math.max(...table.map((row) => row.length));
  const down = height % table.length === 0 ? height / table.length : 1;
  const across = width % ownWidth === 0 ? width / ownWidth : 1;
  if (down * across <= 1) return table;
  return Array.from({ length: table.length * down }, (_, r) =>
    Array.from({ length: ownWidth * across }, (__, c) => table[r % table.length][c % ownWidth] ?? ''),
  );
}

function refusalOf(
  text: string,
  data: SheetData,
  lineId: number | null,
  column: Column | undefined,
  language: Language,
): string | null {
  if (text.trim() === '') return null;
  if (column === undefined || column.kind === 'reported' || column.kind === 'verdict') {
    return sheetTexts[column === undefined ? 'noColumn' : 'readOnlyColumn'][language];
  }
  const isHeading = lineId !== null && data.lines.get(lineId)?.kind === 'heading';
  if (isHeading && column.kind !== 'label') return sheetTexts.headingTakesNone[language];
  if ((column.kind === 'value' || column.kind === 'everyPeriod') && isFormula(text)) {
    const parsed = parseFormula(text);
    return parsed.ok ? null : formatMessage(parsed.error.message, language);
  }
  return null;
}

function addToDraft(draft: LineDraft, column: Column, text: string): void {
  const trimmed = text.trim();
  if (trimmed === '') return;
  if (column.kind === 'label') draft.label = sameInBoth(trimmed);
  else if (column.kind === 'name') draft.name = trimmed;
  else if (column.kind === 'unit') draft.unit = trimmed;
  else if (column.kind === 'value' || column.kind === 'everyPeriod') {
    const period = column.kind === 'value' ? column.period : NO_PERIOD;
    draft.cells = [...(draft.cells ?? []), { scenarioId: column.scenarioId, period, content: text }];
  }
}
