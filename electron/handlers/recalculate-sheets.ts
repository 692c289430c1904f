/**
 * Brings open sheets up to date after an edit of facts or series: those that use one of them are recalculated
 * and everyone is told, who made the edit as well. Closed sheets calculate when they are opened.
 */
import type { Recalculated } from '../engine/sheet-model.ts';
import { readEditState } from '../store/edits.ts';
import type { Context } from './context.ts';
import { demonstrationCells } from './demonstration.ts';
import type { OpenSheet } from './open-sheets.ts';

/** `factIds`: all whose figure may be another, by an edit of their own or by a choice between them and others. */
type Changed = { factIds?: readonly string[]; seriesIds?: readonly string[] };

/** Says that series, their observations or imports have changed; sheets that take them are recalculated. */
export function tellSeriesEdited(context: Context, seriesIds: readonly string[]): void {
  recalculateSheets(context, { seriesIds });
  context.emit({ event: 'seriesEdited', seriesIds: [...seriesIds] }, null);
}

export function recalculateSheets(context: Context, { factIds = [], seriesIds = [] }: Changed): void {
  const { sheets, emit, host, store } = context;
  const [changedFacts, changedSeries] = [new Set(factIds), new Set(seriesIds)];
  for (const [sheetId, open] of sheets.all()) {
    const used = {
      factIds: open.model.usedFacts().filter((factId) => changedFacts.has(factId)),
      seriesIds: open.model.usedSeries().filter((seriesId) => changedSeries.has(seriesId)),
    };
    if (used.factIds.length + used.seriesIds.length === 0) continue;
    const { values, inferredUnits } = refresh(open, used);
    if (values.length === 0 && inferredUnits.length === 0) continue;
    const { revision } = readEditState(store.db, sheetId);
    const demonstration = demonstrationCells(store.db, sheets.get(sheetId).model);
    emit({ event: 'sheetRecalculated', sheetId, revision, ...used, values, inferredUnits, demonstration }, null);
  }

  /** By now the edit is on disk: should memory fail to follow, the sheet is built again from there. */
  function refresh({ index, model }: OpenSheet, used: Changed): Recalculated {
    try {
      return model.refresh(used);
    } catch (error) {
      const { id } = index.sheet;
      host.log(`Sheet ${id} is built again from the store: ${error instanceof Error ? error.stack : String(error)}`);
      sheets.forget(id);
      const { model: anew } = sheets.get(id);
      return { values: anew.allValues(), inferredUnits: anew.inferredUnits() };
    }
  }
}
