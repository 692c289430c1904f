/**
 * The comparison of scenarios as rows: values of each line in each scenario, and how far they are
 * from a scenario chosen as the baseline. Differences are in the line's unit.
 */
import type { Line } from '../../../../shared/sheet.ts';
import type { CellValue } from '../../../../shared/values.ts';
import { type SheetData, valueAt } from '../sheet-data.ts';

export type ComparedCell = {
  scenarioId: number;
  value: CellValue;
  /** Less the baseline's; null where either is no number. */
  difference: number | null;
  /** The difference over the size of the baseline's value; null where that is 0 or there is none. */
  relative: number | null;
};

/** `differs` of a heading says whether any line under it does. */
export type ComparedRow = { line: Line; cells: ComparedCell[]; differs: boolean };

export type Measure = 'value' | 'difference' | 'relative';

/** Rows in the order of the sheet, headings included. */
export function compareScenarios(data: SheetData, baselineId: number, period: string): ComparedRow[] {
  const rows: ComparedRow[] = [];
  let heading: ComparedRow | null = null;
  for (const lineId of data.order) {
    const line = data.lines.get(lineId);
    if (line === undefined) continue;
    const row: ComparedRow =
      line.kind === 'heading' ? { line, cells: [], differs: false } : compareLine(data, line, baselineId, period);
    if (line.kind === 'heading') heading = row;
    else if (heading !== null) heading.differs ||= row.differs;
    rows.push(row);
  }
  return rows;
}

function compareLine(data: SheetData, line: Line, baselineId: number, period: string): ComparedRow {
  const baseline = valueAt(data, { lineId: line.id, scenarioId: baselineId, period });
  const cells = data.scenarios.map(({ id: scenarioId }): ComparedCell => {
    const value = valueAt(data, { lineId: line.id, scenarioId, period });
    if (typeof value !== 'number' || typeof baseline !== 'number') {
      return { scenarioId, value, difference: null, relative: null };
    }
    const difference = value - baseline;
    return { scenarioId, value, difference, relative: baseline === 0 ? null : difference / Math.abs(baseline) };
  });
  return { line, cells, differs: cells.some(({ value }) => !isSame(value, baseline)) };
}

function isSame(a: CellValue, b: CellValue): boolean {
  const codeOf = (value: CellValue) => (typeof value === 'object' && value !== null ? value.error : value);
  return codeOf(a) === codeOf(b);
}
