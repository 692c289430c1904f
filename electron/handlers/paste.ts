/** A pasted block: what it changes of lines, the lines it adds and the contents it writes are one edit. */
import type { ParsedInput } from '../../shared/contract.ts';
import { nameKey } from '../../shared/formula/names.ts';
import { message } from '../../shared/messages.ts';
import type { Line } from '../../shared/sheet.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import type { Handlers } from '../dispatch.ts';
import { CellReader, getLine } from './cells.ts';
import type { Context } from './context.ts';
import { edit } from './edit.ts';
import { NameGiver, renameAll } from './line-names.ts';
import { checkHeading, lineOfDraft, placeLines } from './lines.ts';
import type { OpenSheet } from './open-sheets.ts';
import { linesInOrder, ownContent, type SheetIndex } from './sheet-index.ts';
import { checkUnitOfLine } from './units.ts';
import { withFields } from './with-fields.ts';

type LineEdit = ParsedInput<'pasteBlock'>['lines'][number];

export function pasteHandlers(context: Context): Pick<Handlers, 'pasteBlock'> {
  return {
    pasteBlock: ({ sheetId, lines: lineEdits, newLines, cells }, caller) => {
      const open = context.sheets.get(sheetId);
      const { index } = open;
      const names = new NameGiver(index);
      const edited = new Map(lineEdits.map((lineEdit) => [lineEdit.lineId, editedLine(index, lineEdit)]));
      const renamed = renamings(open, [...edited.values()], names);
      const added = newLines.map((draft) => lineOfDraft(index, draft, context.nextId(), names));
      const order = linesInOrder(index);
      const reader = new CellReader(index, open.model);
      const contents = [
        ...cells.flatMap((cell) => reader.read(cell, edited.get(cell.lineId) ?? getLine(index, cell.lineId))),
        ...newLines.flatMap(({ cells: own = [] }, at) =>
          own.flatMap((cell) => reader.read({ ...cell, lineId: added[at].id }, added[at])),
        ),
      ];
      const label = message('sheet.editPasted', { count: cells.length + lineEdits.length + newLines.length });
      return edit(context, caller, sheetId, label, [
        ...[...edited.values()].map((line): SheetChange => ({ change: 'putLine', line })),
        ...renamed,
        ...placeLines(
          order,
          order.length,
          added.map((line) => reader.withUnit(line)),
        ),
        ...reader.adoptedUnits(),
        ...contents,
      ]);
    },
  };
}

function editedLine(index: SheetIndex, { lineId, fields }: LineEdit): Line {
  const line = getLine(index, lineId);
  if (line.kind === 'heading') checkHeading(fields);
  else if (fields.unit !== undefined && fields.unit !== line.unit) checkUnitOfLine(index.sheet, line.name, fields.unit);
  return withFields(line, fields);
}

/** Formulas follow the lines that were renamed, all of them at once. */
function renamings({ index, model }: OpenSheet, edited: Line[], names: NameGiver): SheetChange[] {
  const newNames = new Map<string, string>();
  const naming: SheetChange[] = [];
  for (const { id, name } of edited) {
    const before = getLine(index, id).name;
    if (name === before) continue;
    if (nameKey(name) !== nameKey(before)) names.take(name);
    newNames.set(nameKey(before), name);
  }
  const done = new Set<string>();
  for (const { id } of edited) {
    if (!newNames.has(nameKey(getLine(index, id).name))) continue;
    for (const cell of model.cellsNaming(id)) {
      const key = `${cell.lineId}/${cell.scenarioId}/${cell.period}`;
      const content = ownContent(index, cell);
      if (content === null || done.has(key)) continue;
      done.add(key);
      naming.push({ change: 'putCell', ...cell, content: renameAll(content, newNames) });
    }
  }
  return naming;
}
