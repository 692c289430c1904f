/**
 * The values that formulas are calculated with inside the engine.
 *
 * A `Fault` is a calculation error on its way: `origin` is null until the cell in which it arises
 * gives it its address; from then on it passes through other cells unchanged.
 */
import type { Message } from '../../shared/messages.ts';
import type { CalcErrorCode, CellAddress } from '../../shared/values.ts';

export type Fault = { error: CalcErrorCode; message: Message; origin: CellAddress | null };

export type Scalar = number | string | boolean | null | Fault;

/** Several values as one argument: the lines of a range, the periods of a line, an array constant; row by row. */
export type Area = {
  area: true;
  /** References skip text and booleans in SUM and the like; array constants do as well; scalars typed as arguments are coerced. */
  values: Scalar[];
  columns: number;
};

export type Argument = Scalar | Area;

export function fault(error: CalcErrorCode, message: Message): Fault {
  return { error, message, origin: null };
}

export function isFault(value: Argument): value is Fault {
  return typeof value === 'object' && value !== null && 'error' in value;
}

export function isArea(value: Argument): value is Area {
  return typeof value === 'object' && value !== null && 'area' in value;
}
