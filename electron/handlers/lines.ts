/** Lines: inserted, changed, moved, copied and taken away. */
import { inBoth } from '../../shared/both-languages.ts';
import type { LineDraft } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { nameKey } from '../../shared/formula/names.ts';
import { renameInFormula } from '../../shared/formula/references.ts';
import { message } from '../../shared/messages.ts';
import { byPosition, type Line } from '../../shared/sheet.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import { DEFAULT_FORMAT } from '../../shared/sheet-definition.ts';
import type { Handlers } from '../dispatch.ts';
import { CellReader, getLine } from './cells.ts';
import type { Context } from './context.ts';
import { edit } from './edit.ts';
import { labelOfLineEdit, titleOf } from './edit-labels.ts';
import { NameGiver, renameAll } from './line-names.ts';
import type { OpenSheet } from './open-sheets.ts';
import { placeBetween } from './positions.ts';
import { cellsOf, linesInOrder, ownContent, type SheetIndex } from './sheet-index.ts';
import { checkUnitOfLine } from './units.ts';
import { withFields } from './with-fields.ts';

type LineMethod = 'insertLines' | 'updateLine' | 'deleteLines' | 'duplicateLines' | 'moveLines';

export function lineHandlers(context: Context): Pick<Handlers, LineMethod> {
  const { sheets } = context;
  return {
    insertLines: ({ sheetId, afterLineId, lines: drafts }, caller) => {
      const { index, model } = sheets.get(sheetId);
      const names = new NameGiver(index);
      const reader = new CellReader(index, model);
      const lines = drafts.map((draft) => lineOfDraft(index, draft, context.nextId(), names));
      const contents = drafts.flatMap(({ cells = [] }, at) =>
        cells.flatMap((cell) => reader.read({ ...cell, lineId: lines[at].id }, lines[at])),
      );
      const placed = lines.map((line) => reader.withUnit(line));
      return edit(context, caller, sheetId, message('sheet.editLinesInserted', { count: lines.length }), [
        ...placeLines(linesInOrder(index), rankAfter(index, afterLineId), placed),
        ...contents,
      ]);
    },
    updateLine: ({ sheetId, lineId, fields }, caller) => {
      const open = sheets.get(sheetId);
      const line = getLine(open.index, lineId);
      const changes = lineUpdate(open, line, fields);
      return edit(context, caller, sheetId, labelOfLineEdit(line, withFields(line, fields)), changes);
    },
    deleteLines: ({ sheetId, lineIds }, caller) => {
      const { index } = sheets.get(sheetId);
      const lines = getLines(index, lineIds);
      const changes = lines.flatMap(({ id }): SheetChange[] => [
        ...cellsOf(index, id).map((cell) => ({ change: 'putCell' as const, ...cell, content: null })),
        { change: 'dropLine', lineId: id },
      ]);
      return edit(context, caller, sheetId, countLabel('sheet.editLinesDeleted', lines), changes);
    },
    duplicateLines: ({ sheetId, lineIds }, caller) => {
      const { index } = sheets.get(sheetId);
      const lines = getLines(index, lineIds);
      const changes = duplication(index, lines, context.nextId);
      return edit(context, caller, sheetId, countLabel('sheet.editLinesDuplicated', lines), changes);
    },
    moveLines: ({ sheetId, lineIds, afterLineId }, caller) => {
      const { index } = sheets.get(sheetId);
      const lines = getLines(index, lineIds);
      const moving = new Set(lines);
      const order = linesInOrder(index);
      const rank = rankAfter(index, afterLineId);
      const at = rank - order.slice(0, rank).filter((line) => moving.has(line)).length;
      const others = order.filter((line) => !moving.has(line));
      const unmoved = [...others.slice(0, at), ...lines, ...others.slice(at)].every((line, i) => line === order[i]);
      const changes = unmoved ? [] : placeLines(others, at, lines);
      return edit(context, caller, sheetId, countLabel('sheet.editLinesMoved', lines), changes);
    },
  };
}

export function lineOfDraft(index: SheetIndex, draft: LineDraft, id: number, names: NameGiver): Line {
  const kind = draft.kind ?? 'line';
  const label = draft.label ?? { zh: draft.name ?? '', en: draft.name ?? '' };
  const unit = draft.unit ?? '';
  if (kind === 'heading') checkHeading(draft);
  const name = kind === 'heading' ? '' : draft.name ? names.take(draft.name) : names.fromLabel(label);
  checkUnitOfLine(index.sheet, name, unit);
  return {
    id,
    kind,
    position: 0,
    name,
    label,
    unit,
    format: draft.format ?? DEFAULT_FORMAT,
    note: draft.note ?? { zh: '', en: '' },
    sources: draft.sources ?? [],
    reported: draft.reported ?? null,
  };
}

/** A heading has a label and a note; it has nothing to calculate with. */
export function checkHeading(fields: LineDraft): void {
  const { name, unit, sources, reported, cells } = fields;
  if (!name && !unit && !sources?.length && !reported && !cells?.length) return;
  throw new AppError(
    'invalid-value',
    message('sheet.headingHasNoCells', inBoth('label', fields.label ?? { zh: '', en: '' })),
  );
}

function lineUpdate({ index, model }: OpenSheet, line: Line, fields: Partial<Line>): SheetChange[] {
  if (line.kind === 'heading') checkHeading(fields);
  const { name = line.name, unit = line.unit } = fields;
  if (unit !== line.unit) checkUnitOfLine(index.sheet, name, unit);
  const changes: SheetChange[] = [{ change: 'putLine', line: withFields(line, fields) }];
  if (name === line.name || line.kind === 'heading') return changes;
  // Another spelling of its own name is not taken.
  if (nameKey(name) !== nameKey(line.name)) new NameGiver(index).take(name);
  for (const cell of model.cellsNaming(line.id)) {
    const content = ownContent(index, cell);
    if (content === null) continue;
    changes.push({ change: 'putCell', ...cell, content: renameInFormula(content, line.name, name) });
  }
  return changes;
}

/** Copies stand after the last of the originals; formulas among the copies name the copies. */
function duplication(index: SheetIndex, lines: readonly Line[], nextId: () => number): SheetChange[] {
  const names = new NameGiver(index);
  const newNames = new Map<string, string>();
  const copies = lines.map((line) => {
    const name = line.kind === 'heading' ? '' : names.copyOf(line.name);
    if (name !== '') newNames.set(nameKey(line.name), name);
    return { ...line, id: nextId(), name };
  });
  const at = rankAfter(index, lines[lines.length - 1].id);
  const cells = lines.flatMap((line, rank) =>
    cellsOf(index, line.id).map((cell) => ({
      change: 'putCell' as const,
      ...cell,
      lineId: copies[rank].id,
      content: renameAll(cell.content, newNames),
    })),
  );
  return [...placeLines(linesInOrder(index), at, copies), ...cells];
}

/** Puts `lines` after the first `at` of `order`. */
export function placeLines(order: readonly Line[], at: number, lines: readonly Line[]): SheetChange[] {
  const { moved, positions } = placeBetween(order, at, lines.length);
  return [
    ...moved.map(({ item, position }) => ({ change: 'putLine' as const, line: { ...item, position } })),
    ...lines.map((line, rank) => ({ change: 'putLine' as const, line: { ...line, position: positions[rank] } })),
  ];
}

/** How many lines there are up to and with this one. */
export function rankAfter(index: SheetIndex, lineId: number | null): number {
  if (lineId === null) return 0;
  const line = getLine(index, lineId);
  return linesInOrder(index).indexOf(line) + 1;
}

/** The lines, each once, in the sheet's order. */
function getLines(index: SheetIndex, lineIds: readonly number[]): Line[] {
  return [...new Set(lineIds)].map((lineId) => getLine(index, lineId)).sort(byPosition);
}

function countLabel(
  key: 'sheet.editLinesDeleted' | 'sheet.editLinesDuplicated' | 'sheet.editLinesMoved',
  lines: readonly Line[],
) {
  return message(key, { count: lines.length, ...inBoth('line', titleOf(lines[0])) });
}
