/**
 * Building a formula by pointing at cells: a click, or an arrow key after an operator, puts in the
 * name of the line, with the period where it is another than the formula's own.
 */
import { citationQueryAt } from '../../../../shared/formula/facts.ts';
import { tokenize } from '../../../../shared/formula/tokenize.ts';
import type { Place } from '../grid/selection.ts';
import type { SheetData } from '../sheet-data.ts';
import { useSheetStore } from '../sheet-store.ts';
import { type EditSession, editSession, isFormula, updateSession } from './edit-session.ts';

/**
 * Whether a reference can go where the caret is: after the `=`, an operator, `(`, a comma, or in place of the last
 * one. In FACT( goes the id of a fact alone.
 */
export function canPoint({ text, selection, pointed, column }: EditSession): boolean {
  if (column.kind !== 'value' && column.kind !== 'everyPeriod') return false;
  if (!isFormula(text) || citationQueryAt(text, selection.end) !== null) return false;
  if (pointed !== null && pointed.end === selection.end) return true;
  const before = tokenize(text).findLast(({ end }) => end <= selection.start);
  if (before === undefined) return selection.start > text.indexOf('=');
  return ['operator', 'open', 'comma', 'colon', 'semicolon'].includes(before.kind);
}

/** Puts the reference to a place of the grid, or the range from `from` to it, into the text. False where that place has no name. */
export function pointAt(place: Place, from: Place = place): boolean {
  const session = editSession();
  const { data, rows, columns } = useSheetStore.getState();
  if (session === null || data === null) return false;
  const nameAt = (row: number) => {
    const lineId = rows[row]?.lineId ?? null;
    return lineId === null ? '' : (data.lines.get(lineId)?.name ?? '');
  };
  const first = nameAt(Math.min(place.row, from.row));
  const last = nameAt(Math.max(place.row, from.row));
  if (first === '' || last === '') return false;
  const column = columns[place.column];
  const period = column?.kind === 'value' ? periodSelector(data, session, column.period) : '';
  const name = place.row === from.row ? first + period : `${first}:${last}${period}`;
  const span = session.pointed ?? session.selection;
  const end = span.start + name.length;
  updateSession({
    text: session.text.slice(0, span.start) + name + session.text.slice(span.end),
    selection: { start: end, end },
    pointed: { start: span.start, end },
    refusal: null,
  });
  return true;
}

/** `[-1]` for the period before the formula's own, `[2024Q1]` in a formula for every period. */
function periodSelector(data: SheetData, { column }: EditSession, period: string): string {
  if (column.kind === 'everyPeriod') return period === '' ? '' : `[${period}]`;
  if (column.kind !== 'value' || column.period === period) return '';
  const offset = data.periods.indexOf(period) - data.periods.indexOf(column.period);
  return `[${offset}]`;
}
