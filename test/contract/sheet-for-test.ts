/** A sheet written as a table of lines, and its values by name. */
import { byPosition } from '../../shared/sheet.ts';
import { type CellValue, isCalcError } from '../../shared/values.ts';
import type { TestWorkbench } from './workbench-for-test.ts';

type LineText = { unit?: string; cells?: Record<string, string> };

/**
 * `lines` by name: contents by scenario, e.g. `{ a: { cells: { base: '1', high: '2' } } }`.
 * `parents` are the scenarios other than the first, `base`, each with its parent.
 */
export async function sheetOf(
  workbench: TestWorkbench,
  lines: Record<string, LineText>,
  parents: Record<string, string> = {},
): Promise<string> {
  const scenarios = [
    { key: 'base', name: 'base', parent: null },
    ...Object.entries(parents).map(([key, parent]) => ({ key, name: key, parent })),
  ];
  const definition = {
    plumbline: 'sheet',
    version: 1,
    title: 'test',
    scenarios,
    lines: Object.entries(lines).map(([name, line]) => ({ name, label: name, ...line })),
  };
  return (await workbench.call('importSheet', { definition: JSON.stringify(definition) })).sheetId;
}

/** `{ name: { scenario: value } }` in the sheet's order; an error is its code. */
export async function valuesOf(workbench: TestWorkbench, sheetId: string) {
  const { document, values } = await workbench.call('openSheet', { sheetId });
  const named = document.lines.toSorted(byPosition).filter(({ kind }) => kind === 'line');
  return Object.fromEntries(
    named.map(({ id, name }) => [
      name,
      Object.fromEntries(
        document.scenarios.map((scenario) => {
          const block = values.find(({ scenarioId }) => scenarioId === scenario.id);
          return [scenario.name.zh, shown(block?.values[block.lineIds.indexOf(id)] ?? null)];
        }),
      ),
    ]),
  );
}

export function shown(value: CellValue): string | number | boolean | null {
  return isCalcError(value) ? value.error : value;
}

/** Ids by name. */
export async function idsOf(workbench: TestWorkbench, sheetId: string) {
  const { document } = await workbench.call('openSheet', { sheetId });
  const line = (name: string) => idNamed(document.lines, name, (each) => each.name);
  const scenario = (name: string) => idNamed(document.scenarios, name, (each) => each.name.zh);
  const cell = (name: string, inScenario = 'base') => ({
    lineId: line(name),
    scenarioId: scenario(inScenario),
    period: '',
  });
  return { line, scenario, cell };
}

function idNamed<T extends { id: number }>(all: readonly T[], name: string, nameOf: (one: T) => string): number {
  const found = all.find((one) => nameOf(one) === name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found.id;
}

/** Types into one cell. */
export async function type(
  workbench: TestWorkbench,
  sheetId: string,
  name: string,
  content: string | null,
  scenario = 'base',
) {
  const ids = await idsOf(workbench, sheetId);
  return workbench.call('setCells', { sheetId, cells: [{ ...ids.cell(name, scenario), content }] });
}

/** Names of the lines in order; headings by their label in brackets. */
export async function namesOf(workbench: TestWorkbench, sheetId: string): Promise<string[]> {
  const { document } = await workbench.call('openSheet', { sheetId });
  return document.lines
    .toSorted(byPosition)
    .map(({ kind, name, label }) => (kind === 'heading' ? `[${label.zh}]` : name));
}
