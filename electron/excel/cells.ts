/**
 * Writing cells with their cached values.
 *
 * The writing library guesses the kind of a cached value from its text. Texts are therefore cached
 * behind a mark that no guess fits, and finish-package.ts takes the mark off again: so that the text
 * `12` stays a text, and an empty text does not become 0.
 */
import { type Format, Formula, type Worksheet } from 'wasm-xlsxwriter';
import { type CellValue, isCalcError } from '../../shared/values.ts';
import { cellText } from './excel-text.ts';
import { printError } from './print-formula.ts';

export const TEXT_RESULT_MARK = '\uE0F0';

/** `formula` without the leading `=`. */
export function writeFormula(
  sheet: Worksheet,
  row: number,
  column: number,
  formula: string,
  value: CellValue,
  format: Format,
): void {
  // A brace at the very end would be taken for that of an array formula.
  const text = formula.endsWith('}') ? `(${formula})` : formula;
  sheet.writeFormulaWithFormat(row, column, new Formula(`=${text}`).setResult(cachedText(value)), format);
}

/** Writes a plain value; an error as a formula that gives it. */
export function writeValue(sheet: Worksheet, row: number, column: number, value: CellValue, format: Format): void {
  if (isCalcError(value)) writeFormula(sheet, row, column, printError(value.error), value, format);
  else if (typeof value === 'number') sheet.writeNumberWithFormat(row, column, value, format);
  else if (typeof value === 'boolean') sheet.writeBooleanWithFormat(row, column, value, format);
  else if (value !== null && value !== '') sheet.writeStringWithFormat(row, column, cellText(value), format);
  else sheet.writeBlank(row, column, format);
}

function cachedText(value: CellValue): string {
  if (isCalcError(value)) return printError(value.error);
  if (typeof value === 'string') return TEXT_RESULT_MARK + cellText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value ?? 0);
}
