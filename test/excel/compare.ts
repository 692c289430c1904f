/**
 * Compares a workbook, as another program calculated it, with the engine and with what was cached in it.
 */
import { type CellObject, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { factSourceOf, type SheetFact } from '../../electron/excel/facts-sheet.ts';
import { layOut } from '../../electron/excel/layout.ts';
import { type SheetSeries, seriesSourceOf } from '../../electron/excel/series-sheet.ts';
import type { SheetDocument } from '../../shared/sheet.ts';
import { type CellValue, isCalcError } from '../../shared/values.ts';
import { plainValue } from './recalculate.ts';

const RELATIVE_TOLERANCE = 1e-9;

export type Difference = {
  name: string;
  scenarioId: number;
  period: string;
  formula: string;
  content: string;
  engine: unknown;
  other: unknown;
};

/** The cells that differ; empty where the two agree on all. */
export function differences(
  document: SheetDocument,
  workbook: WorkBook,
  facts: SheetFact[] = [],
  series: SheetSeries[] = [],
): Difference[] {
  const layout = layOut(document);
  const model = SheetModel.build(document, factSourceOf(facts), seriesSourceOf(series));
  const worksheet = workbook.Sheets[workbook.SheetNames[0]];
  const found: Difference[] = [];
  for (const line of layout.lines) {
    if (line.kind === 'heading') continue;
    for (const { scenario, period, column } of layout.valueColumns) {
      const address = { lineId: line.id, scenarioId: scenario.id, period };
      const engine = asInExcel(model.valueOf(address));
      const cell = worksheet[utils.encode_cell({ r: layout.rowOf(line.id), c: column })];
      const other = plainValue(cell);
      if (isSame(engine, other)) continue;
      const content = model.contentOf(address)?.content ?? '';
      found.push({ name: line.name, scenarioId: scenario.id, period, formula: cell?.f ?? '', content, engine, other });
    }
  }
  return found;
}

/** Formulas of any sheet whose cached value in `ours` is not what the other program calculated. */
export function cachedDifferences(ours: WorkBook, recalculated: WorkBook) {
  return ours.SheetNames.flatMap((sheet) =>
    formulaCells(ours.Sheets[sheet]).flatMap(([address, cell]) => {
      const [cached, other] = [plainValue(cell), plainValue(recalculated.Sheets[sheet]?.[address])];
      return isSame(cached, other) || isSameButForDigits(cached, other)
        ? []
        : [{ sheet, address, formula: cell.f, cached, other }];
    }),
  );
}

/** Texts with a number in them, which each program rounds for display in its own way in the last digit. */
function isSameButForDigits(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  const [numberOfA, numberOfB] = [a, b].map((text) => Number(/[-+]?\d+(\.\d+)?/.exec(text)?.[0]));
  const isClose = Math.abs(numberOfA - numberOfB) <= 1e-3 + RELATIVE_TOLERANCE * Math.abs(numberOfA);
  return isClose && a.replace(/[\d.]+/, '') === b.replace(/[\d.]+/, '');
}

export function formulaCount(workbook: WorkBook): number {
  return workbook.SheetNames.reduce((sum, name) => sum + formulaCells(workbook.Sheets[name]).length, 0);
}

function formulaCells(sheet: WorkSheet): [address: string, cell: CellObject][] {
  return Object.entries(sheet).filter(([address, cell]) => !address.startsWith('!') && cell.f !== undefined);
}

/** `#CIRC!` and `#UNIT!` are unknown to Excel, and `#N/A` in the workbook. An empty text is as good as an empty cell. */
function asInExcel(value: CellValue): number | string | boolean | null {
  if (isCalcError(value)) return value.error === '#CIRC!' || value.error === '#UNIT!' ? '#N/A' : value.error;
  return value;
}

function isSame(a: number | string | boolean | null, b: number | string | boolean | null): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
  }
  return a === b || ((a === '' || a === null) && (b === '' || b === null));
}
