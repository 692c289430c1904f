/**
 * While a formula is edited, each name in it has a colour: in the text and on the cells it means.
 */
import { useEffect } from 'react';
import { nameKey } from '../../../../shared/formula/names.ts';
import { tokenize } from '../../../../shared/formula/tokenize.ts';
import { NO_PERIOD } from '../../../../shared/periods.ts';
import { type CellMark, markReferences } from '../grid/cell-marks.ts';
import type { SheetData } from '../sheet-data.ts';
import { useSheetStore } from '../sheet-store.ts';
import { isFormula, useEditSession } from './edit-session.ts';

/** As many as there are `--pl-reference-N`. */
const COLOURS = 8;

/** The colour (0 to 7) of each line that a formula names, in the order in which they first occur. */
export function referenceColours(text: string, data: SheetData): Map<number, number> {
  const colours = new Map<number, number>();
  if (!isFormula(text)) return colours;
  for (const { kind, start, end } of tokenize(text)) {
    const lineId = kind === 'name' ? data.lineIdByName.get(nameKey(text.slice(start, end))) : undefined;
    if (lineId !== undefined && !colours.has(lineId)) colours.set(lineId, colours.size % COLOURS);
  }
  return colours;
}

/** Keeps the marks on the cells in step with the text being edited. */
export function useReferenceMarks(): void {
  const text = useEditSession(({ session }) => session?.text ?? null);
  const column = useEditSession(({ session }) => session?.column ?? null);
  useEffect(() => {
    const { data } = useSheetStore.getState();
    if (text === null || data === null || column === null || !('scenarioId' in column)) {
      markReferences([]);
      return;
    }
    const marks: CellMark[] = [];
    const period = column.kind === 'value' && column.period !== NO_PERIOD ? column.period : null;
    for (const [lineId, colour] of referenceColours(text, data)) {
      marks.push({ lineId, scenarioId: column.scenarioId, period, kind: 'reference', colour });
    }
    markReferences(marks);
  }, [text, column]);
}
