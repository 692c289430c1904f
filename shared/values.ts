/**
 * What a cell can hold once calculated, identical in engine, contract and renderer.
 *
 * A number is in its line's unit. `null` is an empty cell. An error is a value like any other: it
 * carries the sentence that explains it and the cell where it began.
 */
import type { Message } from './messages.ts';

export const CALC_ERROR_CODES = ['#DIV/0!', '#NAME?', '#VALUE!', '#NUM!', '#N/A', '#CIRC!', '#UNIT!'] as const;
export type CalcErrorCode = (typeof CALC_ERROR_CODES)[number];

/** The identity of a value: every value is of a line, in a scenario, for a period ('' where the sheet has no time axis). */
export type CellAddress = { lineId: number; scenarioId: number; period: string };

export type CalcError = { error: CalcErrorCode; message: Message; origin: CellAddress };

export type CellValue = number | string | boolean | null | CalcError;

export function isCalcError(value: CellValue): value is CalcError {
  return typeof value === 'object' && value !== null;
}

/** Cells of one column of a sheet. */
export type CellBlock = { scenarioId: number; period: string; lineIds: number[] };

/** The same with their values; `values[i]` belongs to `lineIds[i]`. */
export type ValueBlock = CellBlock & { values: CellValue[] };
