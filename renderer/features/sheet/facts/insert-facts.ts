/** Facts become input lines of the open sheet: by Enter in the panel's search, by drop and by paste on the grid. */
import type { DragEvent } from 'react';
import { FACT_DATA_TYPE, factFormula, lineOfFact } from '../../../../shared/line-of-fact.ts';
import { at } from '../grid/selection.ts';
import { baseScenarioId } from '../grid/verdicts.ts';
import { attempt, insertLines, newLineIds } from '../sheet-actions.ts';
import { select, useSheetStore } from '../sheet-store.ts';
import { readFacts } from './known-facts.ts';

/** Makes a line of each fact after the line `afterLineId` (null: at the top), and selects the first. */
export async function insertFacts(factIds: readonly string[], afterLineId: number | null): Promise<void> {
  const known = await attempt(readFacts(factIds));
  const { data } = useSheetStore.getState();
  const scenarioId = data === null ? null : baseScenarioId(data);
  if (known === null || known.length === 0 || data === null || scenarioId === null) return;
  const lines = known.map(({ fact, subject, metric }) => lineOfFact(fact, subject, metric, scenarioId));
  const before = new Set(data.order);
  const result = await attempt(insertLines({ afterLineId, lines }));
  if (result === null) return;
  const [first] = newLineIds(result, before);
  const { rowOfLine, selection } = useSheetStore.getState();
  const row = first === undefined ? undefined : rowOfLine.get(first);
  if (row !== undefined) select(at({ row, column: selection.anchor.column }));
}

/** After the line of the active cell; below the end after the last one. */
export function insertFactsHere(factIds: readonly string[]): Promise<void> {
  const { rows, selection } = useSheetStore.getState();
  return insertFacts(factIds, lineAt(rows[selection.anchor.row]?.lineId ?? null));
}

/** Puts a fact into a drag, for the grid and as text for whatever else it is dropped on. */
export function dragFact(event: DragEvent, factId: string): void {
  event.dataTransfer.effectAllowed = 'copy';
  event.dataTransfer.setData(FACT_DATA_TYPE, factId);
  event.dataTransfer.setData('text/plain', factFormula(factId));
}

/** Ids of facts in what is dropped or pasted. */
export function factsIn(data: Pick<DataTransfer, 'getData'>): string[] {
  return data
    .getData(FACT_DATA_TYPE)
    .split('\n')
    .map((factId) => factId.trim())
    .filter((factId) => factId !== '');
}

/** The grid takes facts that are dragged over it, and makes lines of them below the row where they are let go. */
export const factDrop = {
  onDragOver: (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(FACT_DATA_TYPE)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  },
  onDrop: (event: DragEvent) => {
    const factIds = factsIn(event.dataTransfer);
    if (factIds.length === 0) return;
    event.preventDefault();
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const { rows } = useSheetStore.getState();
    const row = cell === null ? undefined : rows[Number(cell.dataset.row)];
    void insertFacts(factIds, lineAt(row?.lineId ?? null));
  },
};

function lineAt(lineId: number | null): number | null {
  return lineId ?? useSheetStore.getState().data?.order.at(-1) ?? null;
}
