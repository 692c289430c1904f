/**
 * The columns of the grid and the rows that show: both are plain lists, and a cell on screen is an
 * index into each.
 *
 * Without a time axis the scenarios are columns; with one, the periods of the scenario that is
 * shown are, led by a column for the content that holds in every period.
 */
import { NO_PERIOD } from '../../../../shared/periods.ts';
import type { CellAddress } from '../../../../shared/values.ts';
import type { SheetData } from '../sheet-data.ts';

export type Column =
  | { kind: 'label' | 'name' | 'unit' | 'reported' | 'verdict'; key: string }
  | { kind: 'value'; key: string; scenarioId: number; period: string }
  /** The content for every period without one of its own; holds no value itself. */
  | { kind: 'everyPeriod'; key: string; scenarioId: number };

/** A line on screen; the last row of a sheet has no line yet and takes what is typed below the end. */
export type Row = { lineId: number | null };

/** All columns that the sheet has, shown or not. */
export function columnsOf(data: SheetData, shownScenarioId: number | null): Column[] {
  const columns: Column[] = [
    { kind: 'label', key: 'label' },
    { kind: 'name', key: 'name' },
    { kind: 'unit', key: 'unit' },
  ];
  if (data.sheet.timeAxis === null) {
    for (const { id } of data.scenarios) {
      columns.push({ kind: 'value', key: `value/${id}/`, scenarioId: id, period: NO_PERIOD });
    }
  } else if (shownScenarioId !== null) {
    columns.push({ kind: 'everyPeriod', key: 'everyPeriod', scenarioId: shownScenarioId });
    for (const period of data.periods) {
      columns.push({ kind: 'value', key: `value//${period}`, scenarioId: shownScenarioId, period });
    }
  }
  columns.push({ kind: 'reported', key: 'reported' }, { kind: 'verdict', key: 'verdict' });
  return columns;
}

/** Lines under a folded heading are left out; the empty row for new lines comes last, after those that are being made. */
export function rowsOf(data: SheetData, folded: ReadonlySet<number>, expectedLines = 0): Row[] {
  const rows: Row[] = [];
  let hidden = false;
  for (const lineId of data.order) {
    const isHeading = data.lines.get(lineId)?.kind === 'heading';
    if (isHeading) hidden = folded.has(lineId);
    if (isHeading || !hidden) rows.push({ lineId });
  }
  for (let i = 0; i <= expectedLines; i++) rows.push({ lineId: null });
  return rows;
}

/** The cell of the document behind a place on screen, where there is one. */
export function addressAt(row: Row | undefined, column: Column | undefined): CellAddress | null {
  if (row === undefined || row.lineId === null || column === undefined) return null;
  if (column.kind === 'value') return { lineId: row.lineId, scenarioId: column.scenarioId, period: column.period };
  if (column.kind === 'everyPeriod') return { lineId: row.lineId, scenarioId: column.scenarioId, period: NO_PERIOD };
  return null;
}
