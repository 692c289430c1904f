/**
 * Where columns lie. The row numbers and the label column stay in place when the rest scrolls.
 */
import { create } from 'zustand';
import { useSheetStore } from '../sheet-store.ts';
import { type Column, defaultWidth } from './columns.ts';

export const ROW_HEIGHT = 28;
export const HEADER_HEIGHT = 32;
export const GUTTER_WIDTH = 48;
const MIN_WIDTH = 48;
const MAX_WIDTH = 900;

export type Geometry = {
  widths: number[];
  /** From the left edge of the sheet, row numbers included. */
  lefts: number[];
  total: number;
  /** Row numbers and label column. */
  frozen: number;
};

/** Widths that the user dragged, by sheet and column. */
export const useColumnWidths = create<{ widths: Readonly<Record<string, number>> }>(() => ({ widths: {} }));

export function resizeColumn(column: Column, width: number): void {
  const bounded = Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width)));
  useColumnWidths.setState(({ widths }) => ({ widths: { ...widths, [widthKey(column)]: bounded } }));
}

export function geometryOf(columns: Column[], dragged: Readonly<Record<string, number>>): Geometry {
  const widths = columns.map((column) => dragged[widthKey(column)] ?? defaultWidth(column));
  const lefts: number[] = [];
  let left = GUTTER_WIDTH;
  for (const width of widths) {
    lefts.push(left);
    left += width;
  }
  return { widths, lefts, total: left, frozen: GUTTER_WIDTH + (widths[0] ?? 0) };
}

function widthKey(column: Column): string {
  return `${useSheetStore.getState().sheetId} ${column.key}`;
}
