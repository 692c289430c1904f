/**
 * Where everything lies on the model sheet: title, note and legend, the header, then one row per
 * line and heading; the columns are label, name, unit, the values by scenario and period, and what
 * belongs to the line as a whole. Rows and columns count from 0.
 */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { periodsOf } from '../../shared/periods.ts';
import { byPosition, type Line, type Scenario, type SheetDocument } from '../../shared/sheet.ts';

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

export const NOTE_ROW = 1;
export const LEGEND_ROW = 2;
export const HEADER_ROW = 3;
export const LABEL_COLUMN = 0;
export const NAME_COLUMN = 1;
export const UNIT_COLUMN = 2;
export const FIRST_VALUE_COLUMN = 3;

export type ValueColumn = { scenario: Scenario; period: string; column: number };

export type Layout = {
  lines: Line[];
  /** Scenarios in order, the base first. */
  scenarios: Scenario[];
  base: Scenario;
  periods: string[];
  /** By scenario, and by period within it. */
  valueColumns: ValueColumn[];
  /** Last row of the header: a second one holds the periods where there is a time axis. */
  lastHeaderRow: number;
  firstLineRow: number;
  lastRow: number;
  reportedColumn: number;
  verdictColumn: number;
  noteColumn: number;
  sourceColumn: number;
  /** Of the line among `lines`. */
  indexOf(lineId: number): number;
  rowOf(lineId: number): number;
  columnOf(scenarioId: number, period: string): number;
};

export function layOut({ sheet, scenarios, lines }: SheetDocument): Layout {
  const orderedLines = lines.toSorted(byPosition);
  const orderedScenarios = scenarios.toSorted(byPosition);
  const base = orderedScenarios.find(({ parentId }) => parentId === null) ?? orderedScenarios[0];
  const periods = periodsOf(sheet.timeAxis);
  const lastHeaderRow = HEADER_ROW + (sheet.timeAxis === null ? 0 : 1);
  const firstLineRow = lastHeaderRow + 1;
  const lastRow = lastHeaderRow + orderedLines.length;
  const afterValues = FIRST_VALUE_COLUMN + orderedScenarios.length * periods.length;
  if (lastRow >= MAX_ROWS) throw tooLarge('excel.tooManyRows', lastRow + 1, MAX_ROWS);
  if (afterValues + 4 > MAX_COLUMNS) throw tooLarge('excel.tooManyColumns', afterValues + 4, MAX_COLUMNS);

  const indexes = new Map(orderedLines.map((line, index) => [line.id, index]));
  const blocks = new Map(orderedScenarios.map(({ id }, index) => [id, FIRST_VALUE_COLUMN + index * periods.length]));
  const offsets = new Map(periods.map((period, index) => [period, index]));
  return {
    lines: orderedLines,
    scenarios: orderedScenarios,
    base,
    periods,
    valueColumns: orderedScenarios.flatMap((scenario, block) =>
      periods.map((period, offset) => ({
        scenario,
        period,
        column: FIRST_VALUE_COLUMN + block * periods.length + offset,
      })),
    ),
    lastHeaderRow,
    firstLineRow,
    lastRow,
    reportedColumn: afterValues,
    verdictColumn: afterValues + 1,
    noteColumn: afterValues + 2,
    sourceColumn: afterValues + 3,
    indexOf: (lineId) => found(indexes.get(lineId)),
    rowOf: (lineId) => firstLineRow + found(indexes.get(lineId)),
    columnOf: (scenarioId, period) => found(blocks.get(scenarioId)) + found(offsets.get(period)),
  };
}

/** A cell that is never written: what formulas read for a period outside of the time axis. */
export const EMPTY_CELL = addressOf(LEGEND_ROW, FIRST_VALUE_COLUMN, true);

/** `D7`, or `$D$7`. */
export function addressOf(row: number, column: number, absolute = false): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return absolute ? `$${letters}$${row + 1}` : letters + (row + 1);
}

/** The address on another sheet. Names of sheets hold no apostrophe (excel-text.ts). */
export function addressOn(sheet: string, row: number, column: number): string {
  return `'${sheet}'!${addressOf(row, column, true)}`;
}

function tooLarge(key: 'excel.tooManyRows' | 'excel.tooManyColumns', count: number, limit: number): AppError {
  return new AppError('invalid-value', message(key, { count, limit }), { count, limit });
}

function found(place: number | undefined): number {
  if (place === undefined) throw new Error('A cell of no line, scenario or period of the sheet');
  return place;
}
