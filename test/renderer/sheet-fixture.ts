/** A small sheet for tests: cost lines in three scenarios, with values as the engine would give them. */
import type { SheetSnapshot } from '../../shared/contract.ts';
import { sameInBoth } from '../../shared/language.ts';
import type { Line } from '../../shared/sheet.ts';
import type { CellValue } from '../../shared/values.ts';

export const BASE = 1;
export const LOW = 2;
export const HIGH = 3;

export function lineOf(fields: Partial<Line> & { id: number }): Line {
  const { id } = fields;
  return {
    kind: 'line',
    position: id,
    name: `line${id}`,
    label: sameInBoth(`Line ${id}`),
    unit: '',
    format: { decimals: null, grouping: true },
    note: sameInBoth(''),
    sources: [],
    reported: null,
    ...fields,
  };
}

/** Lines with their values in the scenarios BASE, LOW and HIGH. */
export function snapshotOf(
  lines: { line: Line; values: CellValue[]; contents?: (string | null)[] }[],
  revision = 0,
): SheetSnapshot {
  const scenarios = ['Base', 'Low', 'High'].map((name, index) => ({
    id: index + 1,
    parentId: index === 0 ? null : BASE,
    position: index + 1,
    name: sameInBoth(name),
    note: sameInBoth(''),
  }));
  return {
    document: {
      sheet: {
        id: 'sheet',
        title: sameInBoth('Sheet'),
        note: sameInBoth(''),
        timeAxis: null,
        customUnits: [],
        templateId: null,
      },
      scenarios,
      lines: lines.map(({ line }) => line),
      cells: lines.flatMap(({ line, contents = [] }) =>
        contents.flatMap((content, index) =>
          content === null ? [] : [{ lineId: line.id, scenarioId: index + 1, period: '', content }],
        ),
      ),
    },
    values: scenarios.map(({ id }, index) => ({
      scenarioId: id,
      period: '',
      lineIds: lines.map(({ line }) => line.id),
      values: lines.map(({ values }) => values[index] ?? null),
    })),
    inferredUnits: [],
    demonstration: [],
    state: { revision, undo: null, redo: null },
  };
}
