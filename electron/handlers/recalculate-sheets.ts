/**
 * Brings open sheets up to date after an edit of facts: those that use one of the facts are recalculated
 * and everyone is told, who edited the facts as well. Closed sheets calculate when they are opened.
 */
import type { Recalculated } from '../engine/sheet-model.ts';
import type { Context } from './context.ts';
import type { OpenSheet } from './open-sheets.ts';

/** `factIds`: all whose figure may be another, by an edit of their own or by a choice between them and others. */
export function recalculateSheets({ sheets, emit, host }: Context, factIds: readonly string[]): void {
  const changed = new Set(factIds);
  for (const [sheetId, open] of sheets.all()) {
    const used = open.model.usedFacts().filter((factId) => changed.has(factId));
    if (used.length === 0) continue;
    const { values, inferredUnits } = refresh(open, used);
    if (values.length === 0 && inferredUnits.length === 0) continue;
    emit({ event: 'sheetRecalculated', sheetId, factIds: used, values, inferredUnits }, null);
  }

  /** By now the edit is on disk: should memory fail to follow, the sheet is built again from there. */
  function refresh({ index, model }: OpenSheet, used: string[]): Recalculated {
    try {
      return model.refreshFacts(used);
    } catch (error) {
      const { id } = index.sheet;
      host.log(`Sheet ${id} is built again from the store: ${error instanceof Error ? error.stack : String(error)}`);
      sheets.forget(id);
      const { model: anew } = sheets.get(id);
      return { values: anew.allValues(), inferredUnits: anew.inferredUnits() };
    }
  }
}
