/** In which order a file writes day, month and year, where its dates tell. */
import type { DateOrder } from '../../shared/import-file.ts';

const THREE_NUMBERS = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?:\s.*)?$/;

/** Told by a number that can be no month; null where nothing tells it, or where it need not be told. */
export function dateOrderOf(written: readonly string[]): DateOrder | null {
  let order: DateOrder | null = null;
  for (const text of written) {
    const [, first, second, third] = THREE_NUMBERS.exec(text) ?? [];
    if (third === undefined) continue;
    const said =
      third.length === 4
        ? orderOf(Number(first), Number(second))
        : orderOfShort(Number(first), Number(second), Number(third));
    if (said === null) continue;
    if (order !== null && order !== said) return null;
    order = said;
  }
  return order;
}

function orderOf(first: number, second: number): 'dmy' | 'mdy' | null {
  if (first > 12 && second <= 12) return 'dmy';
  return second > 12 && first <= 12 ? 'mdy' : null;
}

/** A first number over 31 is a year; below, two of the three may be one. */
function orderOfShort(first: number, second: number, third: number): DateOrder | null {
  if (first > 31) return 'ymd';
  return third > 31 ? orderOf(first, second) : null;
}
