/**
 * Where the references of a formula lie on the model sheet, seen from the formula's own cell.
 *
 * A period outside of the time axis is an empty cell to the engine. On the sheet it is the one cell that
 * is kept empty for that.
 */
import type { PeriodSelector } from '../../shared/formula/ast.ts';
import { type CellValue, isCalcError } from '../../shared/values.ts';
import type { PeriodAxis } from '../engine/period-axis.ts';
import { addressOf, EMPTY_CELL, type Layout, type ValueColumn } from './layout.ts';
import type { Area, AreaCell, Resolve } from './print-formula.ts';

type ValueAt = (lineId: number, scenarioId: number, period: string) => CellValue;

/** Resolves the references of a formula that stands at `here`. */
export function resolverAt(here: ValueColumn, layout: Layout, axis: PeriodAxis, valueAt: ValueAt): Resolve {
  const firstColumn = layout.columnOf(here.scenario.id, layout.periods[0]);
  return (tree) => {
    const isRange = tree.kind === 'range';
    const [first, last] = isRange ? [tree.range.from, tree.range.to] : [tree.line, tree.line];
    if (first.lineId === null || last.lineId === null) return faulty('#NAME?');
    const rows = layout.lines.slice(
      Math.min(layout.indexOf(first.lineId), layout.indexOf(last.lineId)),
      Math.max(layout.indexOf(first.lineId), layout.indexOf(last.lineId)) + 1,
    );
    const lines = rows.filter(({ kind }) => kind === 'line');
    const span = spanOf(tree.periods, here, axis);
    if (span === null) return faulty('#N/A');
    const isPoint = tree.periods.kind !== 'between' && tree.periods.kind !== 'all';
    if (span.first > span.last || span.first < 0 || span.last >= axis.count) {
      const address = isRange || !isPoint ? `${EMPTY_CELL}:${EMPTY_CELL}` : EMPTY_CELL;
      return { address, count: isPoint ? lines.length : 0, oddity: 'outside', isMixed: false, cells: () => [] };
    }
    const ratios = isRange ? tree.ratios : null;
    const from = addressOf(layout.rowOf(rows[0].id), firstColumn + span.first);
    const to = addressOf(layout.rowOf(rows[rows.length - 1].id), firstColumn + span.last);
    return {
      // A range stays one even over a single cell: what is skipped in it would be converted as a value.
      address: isRange || !isPoint ? `${from}:${to}` : from,
      count: lines.length * (span.last - span.first + 1),
      oddity: rows.flatMap(({ kind }, offset) => (kind === 'heading' ? [offset] : [])).join(),
      isMixed: ratios !== null,
      cells: () =>
        lines.flatMap(({ id }) =>
          layout.periods.slice(span.first, span.last + 1).map((period) => ({
            address: addressOf(layout.rowOf(id), layout.columnOf(here.scenario.id, period)),
            ratio: ratios?.get(id) ?? null,
            holds: kindOf(valueAt(id, here.scenario.id, period)),
          })),
        ),
    };
  };
}

function faulty(error: '#NAME?' | '#N/A'): Area {
  return { address: error, count: 1, oddity: '', isMixed: false, cells: () => [] };
}

/** Errors go through conversions as numbers do. */
function kindOf(value: CellValue): AreaCell['holds'] {
  if (value === null) return 'nothing';
  return typeof value === 'number' || isCalcError(value) ? 'number' : 'text';
}

/** The periods by number; null where there is no such period at all, which is an error to the engine. */
function spanOf(
  periods: PeriodSelector,
  { period }: ValueColumn,
  axis: PeriodAxis,
): { first: number; last: number } | null {
  const span = axis.spanAt(periods, axis.indexOf(period) ?? 0);
  const isPoint = periods.kind === 'offset' || periods.kind === 'fixed';
  if (span === undefined || (!axis.hasAxis && isPoint && span.first !== 0)) return null;
  return span;
}
