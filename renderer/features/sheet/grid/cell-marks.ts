/**
 * Colours that lie over cells for a while: the references of the formula being edited, and the
 * precedents and dependents of the selected cell.
 */
import { create } from 'zustand';
import type { Column } from './columns.ts';

export type CellMark = {
  lineId: number;
  /** Null marks the line in every scenario on screen. */
  scenarioId: number | null;
  /** Null marks every period. */
  period: string | null;
} & ({ kind: 'reference'; colour: number } | { kind: 'precedent' | 'dependent' });

type MarksByLine = ReadonlyMap<number, readonly CellMark[]>;
const NONE: MarksByLine = new Map();

export const useCellMarks = create<{ references: MarksByLine; traces: MarksByLine }>(() => ({
  references: NONE,
  traces: NONE,
}));

export function markReferences(marks: readonly CellMark[]): void {
  useCellMarks.setState({ references: byLine(marks) });
}

export function markTraces(marks: readonly CellMark[]): void {
  useCellMarks.setState({ traces: byLine(marks) });
}

function byLine(marks: readonly CellMark[]): MarksByLine {
  return marks.length === 0 ? NONE : Map.groupBy(marks, ({ lineId }) => lineId);
}

/** The mark that a cell shows; a reference being edited goes before a trace. */
export function markAt(
  references: readonly CellMark[] | undefined,
  traces: readonly CellMark[] | undefined,
  column: Column,
): CellMark | undefined {
  if (column.kind !== 'value') return undefined;
  const isHere = ({ scenarioId, period }: CellMark) =>
    (scenarioId === null || scenarioId === column.scenarioId) && (period === null || period === column.period);
  return references?.find(isHere) ?? traces?.find(isHere);
}
