/**
 * Edits of the open sheet, named as in the contract. Each calls the workbench and merges its answer;
 * they run one after the other, in the order in which they were asked for, and throw what `call` throws.
 *
 * `attempt(setCells([…]))` is for where there is no better place for a failure than a notice.
 */
import type { EditResult, Input } from '../../../shared/contract.ts';
import { call } from '../../api.ts';
import { showFailure } from '../../shell/notices.tsx';
import { applyEditResult, useSheetStore } from './sheet-store.ts';

type EditMethod =
  | 'setCells'
  | 'insertLines'
  | 'updateLine'
  | 'deleteLines'
  | 'duplicateLines'
  | 'moveLines'
  | 'pasteBlock'
  | 'addScenario'
  | 'updateScenario'
  | 'duplicateScenario'
  | 'moveScenario'
  | 'deleteScenario'
  | 'addUnit'
  | 'updateSheet'
  | 'undo'
  | 'redo';
type EditInput<M extends EditMethod> = Omit<Input<M>, 'sheetId'>;

/** The edit under way; null where none is. */
let lastEdit: Promise<unknown> | null = null;

function edit<M extends EditMethod>(method: M, input: EditInput<M>): Promise<EditResult | null> {
  const { sheetId } = useSheetStore.getState();
  const run = async () => {
    const result: EditResult | null = await call(method, { ...input, sheetId } as Input<M>);
    if (result !== null) applyEditResult(result);
    return result;
  };
  const answer = lastEdit === null ? run() : lastEdit.then(run);
  // A failed edit is its caller's to deal with; the next one runs all the same.
  const settled: Promise<unknown> = answer.then(
    () => null,
    () => null,
  );
  lastEdit = settled;
  void settled.then(() => {
    if (lastEdit === settled) lastEdit = null;
  });
  return answer;
}

/** Resolves when the edits asked for so far are done or refused. */
export async function editsSettled(): Promise<void> {
  await lastEdit;
}

export const setCells = (cells: EditInput<'setCells'>['cells']) => edit('setCells', { cells });
export const insertLines = (input: EditInput<'insertLines'>) => edit('insertLines', input);
export const updateLine = (lineId: number, fields: EditInput<'updateLine'>['fields']) =>
  edit('updateLine', { lineId, fields });
export const deleteLines = (lineIds: number[]) => edit('deleteLines', { lineIds });
export const duplicateLines = (lineIds: number[]) => edit('duplicateLines', { lineIds });
export const moveLines = (lineIds: number[], afterLineId: number | null) => edit('moveLines', { lineIds, afterLineId });
export const pasteBlock = (input: EditInput<'pasteBlock'>) => edit('pasteBlock', input);
export const addScenario = (input: EditInput<'addScenario'>) => edit('addScenario', input);
export const updateScenario = (scenarioId: number, fields: EditInput<'updateScenario'>['fields']) =>
  edit('updateScenario', { scenarioId, fields });
export const duplicateScenario = (scenarioId: number) => edit('duplicateScenario', { scenarioId });
export const moveScenario = (scenarioId: number, afterScenarioId: number | null) =>
  edit('moveScenario', { scenarioId, afterScenarioId });
export const deleteScenario = (scenarioId: number) => edit('deleteScenario', { scenarioId });
export const addUnit = (unit: EditInput<'addUnit'>['unit']) => edit('addUnit', { unit });
export const updateSheet = (fields: EditInput<'updateSheet'>['fields']) => edit('updateSheet', { fields });
export const undo = () => edit('undo', {});
export const redo = () => edit('redo', {});

/** Ids of the lines that an edit made, in the order of the sheet. */
export function newLineIds(result: EditResult, known: ReadonlySet<number>): number[] {
  return result.changes.flatMap((change) =>
    change.change === 'putLine' && !known.has(change.line.id) ? [change.line.id] : [],
  );
}

/** Waits for an edit; a failure becomes a notice and the answer null. */
export async function attempt<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (failure) {
    showFailure(failure);
    return null;
  }
}
