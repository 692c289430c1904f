/** A rating as it is typed: strings until it is sent, and what is wrong with them. */
import { isPeriodLabel } from '../../shared/periods.ts';

export type RatingEntry = {
  scaleId: string;
  gradeId: string;
  date: string;
  target: string;
  currency: string;
  note: string;
};

export type EntryFault = 'missingGrade' | 'badDate' | 'badPrice' | 'badCurrency';

export type TypedRating = {
  scaleId: string;
  gradeId: string;
  date: string;
  targetPrice: number | null;
  currency: string;
  note: string;
};

/** @param needsDate false where a report may have none */
export function readEntry(
  { scaleId, gradeId, date, target, currency, note }: RatingEntry,
  needsDate: boolean,
): TypedRating | { faults: Partial<Record<keyof RatingEntry, EntryFault>> } {
  const faults: Partial<Record<keyof RatingEntry, EntryFault>> = {};
  const day = date.trim();
  const price = target.trim() === '' ? null : Number(target.trim().replaceAll(',', ''));
  const money = currency.trim().toUpperCase();
  if (scaleId === '' || gradeId === '') faults.gradeId = 'missingGrade';
  if ((day === '' && needsDate) || (day !== '' && !isPeriodLabel('day', day))) faults.date = 'badDate';
  if (price !== null && !(price > 0 && Number.isFinite(price))) faults.target = 'badPrice';
  if (price !== null && !/^[A-Z]{3}$/.test(money)) faults.currency = 'badCurrency';
  if (Object.keys(faults).length > 0) return { faults };
  return { scaleId, gradeId, date: day, targetPrice: price, currency: price === null ? '' : money, note: note.trim() };
}
