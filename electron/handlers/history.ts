/** Undo, redo and the history of a sheet or of one of its lines. */
import type { Handlers } from '../dispatch.ts';
import { listEdits } from '../store/edits.ts';
import type { Context } from './context.ts';
import { redo, undo } from './edit.ts';

export function historyHandlers(context: Context): Pick<Handlers, 'undo' | 'redo' | 'listEdits'> {
  return {
    undo: ({ sheetId }, caller) => undo(context, caller, sheetId),
    redo: ({ sheetId }, caller) => redo(context, caller, sheetId),
    listEdits: ({ sheetId, lineId, limit }) => {
      context.sheets.get(sheetId);
      return listEdits(context.store.db, sheetId, limit, lineId);
    },
  };
}
