/**
 * A reported value as a person types it off the page: `≈ 2,800 万元`, `3.7`, `6%`, `955 万元`.
 *
 * The number is taken in the line's unit, as printed. Its step is that of the last digit printed;
 * after ≈, 约 or `about` zeros at the end of a whole number count as rounded away.
 */
import { foldText } from '../../../../shared/formula/characters.ts';
import { parseEntry } from '../../../../shared/number-entry.ts';
import type { ReportedValue } from '../../../../shared/sheet.ts';

const ABOUT = /^(?:[≈~～约]|about|approx\.?)\s*/i;
const PRINTED = /\d[\d,]*(?:\.\d*)?|\.\d+/;

/** Null where the text holds no number. */
export function parseReported(typed: string, lineUnit: string, period: string): ReportedValue | null {
  const text = typed.trim();
  const figure = foldText(text).trim().replace(ABOUT, '');
  const digits = PRINTED.exec(figure)?.[0].replaceAll(',', '');
  if (digits === undefined) return null;
  const entry = parseEntry(figure);
  const isScaled = entry.kind === 'number' && entry.unit === undefined && !unitSaysScale(lineUnit, figure);
  const printed = Number(digits) * (/^[-−(]/.test(figure) ? -1 : 1);
  const value = isScaled ? entry.value : printed;
  const scale = isScaled && printed !== 0 ? value / printed : 1;
  return { value, text, step: stepOf(digits, ABOUT.test(foldText(text).trim())) * scale, period };
}

/** Whether the unit already has the `%` or 万 that stands behind the number. */
function unitSaysScale(lineUnit: string, figure: string): boolean {
  const suffix = /[%‰千万亿百]+$/.exec(figure)?.[0];
  return suffix !== undefined && lineUnit.startsWith(suffix);
}

function stepOf(digits: string, isAbout: boolean): number {
  const decimals = digits.split('.')[1]?.length ?? 0;
  if (decimals > 0) return Number(`1e-${decimals}`);
  const zeros = isAbout ? (/0*$/.exec(digits.replace('.', ''))?.[0].length ?? 0) : 0;
  return zeros === digits.length ? 1 : 10 ** zeros;
}
