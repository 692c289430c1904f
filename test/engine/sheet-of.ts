/**
 * Small sheets for tests, written as what is typed: names to contents, by scenario and period.
 */
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { sameInBoth } from '../../shared/language.ts';
import type { TimeAxis } from '../../shared/periods.ts';
import type { CustomUnit, Line, Scenario, SheetDocument } from '../../shared/sheet.ts';
import { byPosition } from '../../shared/sheet.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import { type CellValue, isCalcError } from '../../shared/values.ts';

export type LineSpec =
  | { name: string; unit?: string; cells?: Record<string, string> }
  | [name: string, content: string];

/** Cells by `scenario` or `scenario@period`; scenarios are numbered from 1, the first is the base of all others. */
export function documentOf(
  lines: LineSpec[],
  options: { scenarios?: number; axis?: TimeAxis | null; customUnits?: CustomUnit[] } = {},
): SheetDocument {
  const specs = lines.map((line) => (Array.isArray(line) ? { name: line[0], cells: { '1': line[1] } } : line));
  const nothing = sameInBoth('');
  return {
    sheet: {
      id: 'test',
      title: nothing,
      note: nothing,
      timeAxis: options.axis ?? null,
      customUnits: options.customUnits ?? [],
      templateId: null,
    },
    scenarios: Array.from({ length: options.scenarios ?? 1 }, (_, at) => scenarioOf(at + 1, at === 0 ? null : 1)),
    lines: specs.map(({ name, unit }, at) => lineOf(at + 1, name, unit)),
    cells: specs.flatMap(({ cells = {} }, at) =>
      Object.entries(cells).map(([where, content]) => {
        const [scenario, period = ''] = where.split('@');
        return { lineId: at + 1, scenarioId: Number(scenario), period, content };
      }),
    ),
  };
}

export function scenarioOf(id: number, parentId: number | null): Scenario {
  return { id, parentId, position: id, name: sameInBoth(`s${id}`), note: sameInBoth('') };
}

export function lineOf(id: number, name: string, unit = '', position = id): Line {
  const nothing = sameInBoth('');
  const format = { decimals: null, grouping: true };
  return { id, kind: 'line', position, name, label: nothing, unit, format, note: nothing, sources: [], reported: null };
}

export function put(lineId: number, content: string | null, scenarioId = 1, period = ''): SheetChange {
  return { change: 'putCell', lineId, scenarioId, period, content };
}

/** The document after the changes, as any follower of the contract would have it. */
export function changed(document: SheetDocument, changes: readonly SheetChange[]): SheetDocument {
  let { sheet, scenarios, lines, cells } = document;
  for (const change of changes) {
    switch (change.change) {
      case 'putSheet':
        sheet = change.sheet;
        break;
      case 'putLine':
        lines = [...lines.filter(({ id }) => id !== change.line.id), change.line].sort(byPosition);
        break;
      case 'dropLine':
        lines = lines.filter(({ id }) => id !== change.lineId);
        cells = cells.filter(({ lineId }) => lineId !== change.lineId);
        break;
      case 'putScenario':
        scenarios = [...scenarios.filter(({ id }) => id !== change.scenario.id), change.scenario];
        break;
      case 'dropScenario':
        scenarios = scenarios.filter(({ id }) => id !== change.scenarioId);
        cells = cells.filter(({ scenarioId }) => scenarioId !== change.scenarioId);
        break;
      case 'putCell': {
        const { lineId, scenarioId, period, content } = change;
        cells = cells.filter(
          (cell) => cell.lineId !== lineId || cell.scenarioId !== scenarioId || cell.period !== period,
        );
        if (content !== null) cells = [...cells, { lineId, scenarioId, period, content }];
        break;
      }
    }
  }
  return { sheet, scenarios, lines, cells };
}

/** Values by name in a scenario and period; an error as its code. */
export function valuesOf(document: SheetDocument, model = SheetModel.build(document), scenarioId = 1, period = '') {
  const values: Record<string, number | string | boolean | null> = {};
  for (const { id, name } of document.lines) values[name] = shown(model.valueOf({ lineId: id, scenarioId, period }));
  return values;
}

export function shown(value: CellValue): number | string | boolean | null {
  return isCalcError(value) ? value.error : value;
}
