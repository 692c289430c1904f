/**
 * How a value is written in a cell, and in full where the cell has no room for all of it.
 */
import type { Language } from '../../../../shared/language.ts';
import { formatMessage } from '../../../../shared/messages.ts';
import { displayNumber } from '../../../../shared/number-display.ts';
import type { Line } from '../../../../shared/sheet.ts';
import { type CellValue, isCalcError } from '../../../../shared/values.ts';

/** As shown in the grid; `compact` shortens large numbers. */
export function shownValue(value: CellValue, line: Line, language: Language, compact = false): string {
  if (value === null) return '';
  if (isCalcError(value)) return value.error;
  if (typeof value === 'number') return displayNumber(value, line.format, language, { compact });
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

/** With every digit and the unit; of an error the sentence that explains it. */
export function fullValue(value: CellValue, unit: string, language: Language): string {
  if (value === null) return '';
  if (isCalcError(value)) return `${value.error} ${formatMessage(value.message, language)}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return unit === '' || typeof value === 'string' ? String(value) : `${value} ${unit}`;
}
