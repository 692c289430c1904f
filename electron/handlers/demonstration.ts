/** Made-up numbers in sheets: which cells are computed from the series of the demonstration file. */
import type { CellAddress, CellBlock } from '../../shared/values.ts';
import type { SheetModel } from '../engine/sheet-model.ts';
import { findSeries } from '../store/series.ts';
import type { Db } from '../store/sqlite.ts';

/** All such cells of a sheet, by however many steps. */
export function demonstrationCells(db: Db, model: SheetModel): CellBlock[] {
  const made = new Set(model.usedSeries().filter((seriesId) => isDemonstrationSeries(db, seriesId)));
  return made.size === 0 ? [] : model.cellsFrom(made);
}

export function isDemonstrationCell(db: Db, model: SheetModel, cell: CellAddress): boolean {
  if (model.usedSeries().length === 0) return false;
  return [...model.origins(cell).series.keys()].some((seriesId) => isDemonstrationSeries(db, seriesId));
}

export function isDemonstrationSeries(db: Db, seriesId: string): boolean {
  return findSeries(db, seriesId)?.series.origin === 'demonstration';
}
