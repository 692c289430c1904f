/** What is said of a row on its way out of a sheet where made-up numbers are in it. */
import type { Language } from '../../../../shared/language.ts';
import { demonstrationWords } from '../../../ui/demonstration-mark.tsx';
import type { Column } from '../grid/columns.ts';
import { isDemonstration, type SheetData } from '../sheet-data.ts';

/** '' where none of the line's cells in these columns is computed from made-up numbers. */
export function rowMark(
  data: SheetData,
  lineId: number | null,
  columns: readonly Column[],
  language: Language,
): string {
  const isMadeUp = columns.some(
    (column) => column.kind === 'value' && lineId !== null && isDemonstration(data, { ...column, lineId }),
  );
  return isMadeUp ? demonstrationWords(language) : '';
}
