/**
 * Precedents and dependents: shown on the cells while switched on, and walked along with Ctrl+[ and
 * Ctrl+]; Ctrl+Backspace goes back the way one came.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { CellAddress } from '../../../../shared/values.ts';
import { call } from '../../../api.ts';
import { showFailure } from '../../../shell/notices.tsx';
import { jumpTo, selectedCell, useSheetStore } from '../sheet-store.ts';
import { type CellMark, markTraces } from './cell-marks.ts';

export const useTrace = create<{ isShown: boolean }>(() => ({ isShown: false }));

export function toggleTrace(): void {
  useTrace.setState(({ isShown }) => ({ isShown: !isShown }));
}

/** Where jumps came from, newest last; of the open sheet only. */
let trail: { sheetId: string; cells: CellAddress[] } = { sheetId: '', cells: [] };

export async function jumpAlongTrace(direction: 'precedents' | 'dependents'): Promise<void> {
  const { sheetId } = useSheetStore.getState();
  const cell = selectedCell(useSheetStore.getState());
  if (sheetId === null || cell === null) return;
  try {
    const trace = await call('traceCell', { sheetId, cell });
    const list = trace[direction];
    if (list.length === 0) return;
    if (trail.sheetId !== sheetId) trail = { sheetId, cells: [] };
    trail.cells.push(cell);
    jumpTo(list[0]);
  } catch (failure) {
    showFailure(failure);
  }
}

export function jumpBack(): void {
  if (trail.sheetId !== useSheetStore.getState().sheetId) return;
  const cell = trail.cells.pop();
  if (cell !== undefined) jumpTo(cell);
}

/** Keeps the marks of the selected cell's precedents and dependents up to date while they are switched on. */
export function useTraceMarks(): void {
  const isShown = useTrace((state) => state.isShown);
  const selected = useSheetStore((state) => JSON.stringify(selectedCell(state)));
  const version = useSheetStore((state) => state.version);
  const sheetId = useSheetStore((state) => state.sheetId);
  useEffect(() => {
    const cell: CellAddress | null = JSON.parse(selected);
    if (!isShown || sheetId === null || cell === null || version < 0) {
      markTraces([]);
      return;
    }
    let isCurrent = true;
    const marksOf = (cells: CellAddress[], kind: 'precedent' | 'dependent'): CellMark[] =>
      cells.map((address) => ({ ...address, kind }));
    call('traceCell', { sheetId, cell }).then(({ precedents, dependents }) => {
      if (isCurrent) markTraces([...marksOf(precedents, 'precedent'), ...marksOf(dependents, 'dependent')]);
    }, showFailure);
    return () => {
      isCurrent = false;
    };
  }, [isShown, selected, version, sheetId]);
}
