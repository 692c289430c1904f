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

export type ComparedRow = { line: Line; cells: ComparedCell[]; differs: boolean };

export type Measure = 'value' | 'difference' | 'relative';
export type Sorting = { scenarioId: number; measure: Measure; descending: boolean };

type Compare = { baselineId: number; period: string; onlyDiffering: boolean; sorting: Sorting | null };

/**
 * Rows in the order of the sheet, headings included, or sorted without headings. Lines without the
 * number sorted by come last. A heading under which nothing is left is left out.
 */
export function compareScenarios(
  data: SheetData,
  { baselineId, period, onlyDiffering, sorting }: Compare,
): ComparedRow[] {
  const rows: ComparedRow[] = [];
  for (const lineId of data.order) {
    const line = data.lines.get(lineId);
    if (line === undefined) continue;
    const row =
      line.kind === 'heading' ? { line, cells: [], differs: false } : compareLine(data, line, baselineId, period);
    if (line.kind === 'heading' ? sorting === null : row.differs || !onlyDiffering) rows.push(row);
  }
  if (sorting !== null) return sortRows(rows, sorting);
  return onlyDiffering
    ? rows.filter((row, index) => row.line.kind === 'line' || rows[index + 1]?.line.kind === 'line')
    : rows;
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

function sortRows(rows: ComparedRow[], { scenarioId, measure, descending }: Sorting): ComparedRow[] {
  const keyOf = ({ cells }: ComparedRow) => {
    const key = cells.find((cell) => cell.scenarioId === scenarioId)?.[measure];
    return typeof key === 'number' ? key : null;
  };
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return descending ? b.key - a.key : a.key - b.key;
    })
    .map(({ row }) => row);
}

function isSame(a: CellValue, b: CellValue): boolean {
  const codeOf = (value: CellValue) => (typeof value === 'object' && value !== null ? value.error : value);
  return codeOf(a) === codeOf(b);
}
