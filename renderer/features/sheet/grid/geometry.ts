/**
 * Where columns lie. The row numbers and the label column stay in place when the rest scrolls.
 */
export const ROW_HEIGHT = 28;
export const HEADER_HEIGHT = 32;
export const GUTTER_WIDTH = 48;

export type Geometry = {
  widths: number[];
  /** From the left edge of the sheet, row numbers included. */
  lefts: number[];
  total: number;
  /** Row numbers and label column. */
  frozen: number;
};
