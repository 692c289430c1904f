/**
 * The value of a cell that holds no formula, as typed, in its line's unit.
 */
import { parseEntry } from '../../shared/number-entry.ts';
import type { Scalar } from './scalar.ts';

const PLAIN_NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

/** The value of `text` on a line of `unit`. */
export function inputValue(text: string): Scalar {
  if (PLAIN_NUMBER.test(text)) return Number(text) + 0;
  const entry = parseEntry(text);
  switch (entry.kind) {
    case 'number':
    case 'boolean':
      return entry.value;
    case 'text':
      return entry.text;
    default:
      return null;
  }
}
