/**
 * The way of one edit, the same for every method that edits a sheet: on disk first, then in memory,
 * then told to the other clients.
 */
import { isDeepStrictEqual } from 'node:util';
import type { EditResult } from '../../shared/contract.ts';
import type { Message } from '../../shared/messages.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import { commitEdit, type EditState, readEditState, redoEdit, undoEdit } from '../store/edits.ts';
import type { Context } from './context.ts';
import { demonstrationCells } from './demonstration.ts';
import { applyToIndex, inverseOf } from './sheet-index.ts';

/** Does the edit. `label` is its name in the undo menu and the history; `caller` already knows of it. */
export function edit(
  context: Context,
  caller: string,
  sheetId: string,
  label: Message,
  changes: SheetChange[],
): EditResult {
  const inverse = inverseOf(context.sheets.get(sheetId).index, changes);
  // What puts only what is there already is no edit.
  if (isDeepStrictEqual(changes, inverse.toReversed())) return nothingDone(context, sheetId);
  const state = commitEdit(context.store.db, sheetId, { label, changes, inverse }, context.now());
  return adopt(context, caller, sheetId, changes, state);
}

export function undo(context: Context, caller: string, sheetId: string): EditResult | null {
  return stepBackOrForth(context, caller, sheetId, undoEdit);
}

export function redo(context: Context, caller: string, sheetId: string): EditResult | null {
  return stepBackOrForth(context, caller, sheetId, redoEdit);
}

function stepBackOrForth(context: Context, caller: string, sheetId: string, step: typeof undoEdit): EditResult | null {
  context.sheets.get(sheetId);
  const done = step(context.store.db, sheetId, context.now());
  return done === null ? null : adopt(context, caller, sheetId, done.changes, done.state);
}

function adopt(context: Context, caller: string, sheetId: string, changes: SheetChange[], state: EditState) {
  const recalculated = recalculate(context, sheetId, changes);
  const demonstration = demonstrationOf(context, sheetId);
  const result: EditResult = { sheetId, changes, ...recalculated, demonstration, state };
  context.emit({ event: 'sheetEdited', result }, caller);
  // Lists of sheets show its title, which undo changes as well.
  if (changes.some(({ change }) => change === 'putSheet')) context.emit({ event: 'sheetsListed' }, caller);
  return result;
}

/** By now the edit is on disk: should memory fail to follow, it is built again from there. */
function recalculate({ sheets, host }: Context, sheetId: string, changes: SheetChange[]) {
  try {
    const { index, model } = sheets.get(sheetId);
    applyToIndex(index, changes);
    return model.apply(changes);
  } catch (error) {
    host.log(`Sheet ${sheetId} is built again from the store: ${error instanceof Error ? error.stack : String(error)}`);
    sheets.forget(sheetId);
    const { model } = sheets.get(sheetId);
    return { values: model.allValues(), inferredUnits: model.inferredUnits() };
  }
}

function nothingDone(context: Context, sheetId: string): EditResult {
  const state = readEditState(context.store.db, sheetId);
  const demonstration = demonstrationOf(context, sheetId);
  return { sheetId, changes: [], values: [], inferredUnits: [], demonstration, state };
}

function demonstrationOf({ sheets, store }: Context, sheetId: string) {
  return demonstrationCells(store.db, sheets.get(sheetId).model);
}
