/**
 * Sheet definitions (sheet-definition.ts) as documents, and documents as definitions.
 */
import type { LocalText } from './language.ts';
import { byPosition, type Cell, type Line, type Scenario, type SheetDocument } from './sheet.ts';
import { DEFAULT_FORMAT, DEFINITION_VERSION, type LineDefinition, type SheetDefinition } from './sheet-definition.ts';

/** A sheet document made from the definition; ids of lines and scenarios come from `nextId`. */
export function documentOfDefinition(
  definition: SheetDefinition,
  identity: { id: string; templateId: string | null; nextId: () => number },
): SheetDocument {
  const { id, templateId, nextId } = identity;
  const { title, note, timeAxis, units } = definition;
  const idOfKey = new Map(definition.scenarios.map(({ key }) => [key, nextId()]));
  const scenarios = definition.scenarios.map(
    ({ key, name, note, parent }, index): Scenario => ({
      id: idOfKey.get(key) ?? 0,
      parentId: parent === null ? null : (idOfKey.get(parent) ?? null),
      position: index + 1,
      name,
      note,
    }),
  );
  const cells: Cell[] = [];
  const lines = definition.lines.map((line, index): Line => {
    const lineId = nextId();
    const common = { id: lineId, position: index + 1, note: line.note };
    if ('heading' in line) {
      const rest = { name: '', unit: '', format: DEFAULT_FORMAT, sources: [], reported: null };
      return { ...common, ...rest, kind: 'heading', label: line.heading };
    }
    for (const [key, byPeriod] of Object.entries(line.cells)) {
      for (const [period, content] of Object.entries(typeof byPeriod === 'string' ? { '': byPeriod } : byPeriod)) {
        cells.push({ lineId, scenarioId: idOfKey.get(key) ?? 0, period, content });
      }
    }
    const { name, label, unit, format, sources, reported } = line;
    return { ...common, kind: 'line', name, label, unit, format, sources, reported };
  });
  const sheet = { id, title, note, timeAxis, customUnits: units, templateId };
  return { sheet, scenarios, lines, cells };
}

/** The definition of a sheet: lines and scenarios in their order, scenarios by keys made from their names. */
export function definitionOfDocument(document: SheetDocument): SheetDefinition {
  const { sheet } = document;
  const scenarios = document.scenarios.toSorted(byPosition);
  const keys = scenarioKeys(scenarios);
  const cellsOfLine = Map.groupBy(document.cells, (cell) => cell.lineId);
  return {
    plumbline: 'sheet',
    version: DEFINITION_VERSION,
    title: sheet.title,
    note: sheet.note,
    timeAxis: sheet.timeAxis,
    units: sheet.customUnits,
    scenarios: scenarios.map(({ id, parentId, name, note }) => ({
      key: keys.get(id) ?? '',
      name,
      note,
      parent: parentId === null ? null : (keys.get(parentId) ?? null),
    })),
    lines: document.lines.toSorted(byPosition).map((line) => {
      if (line.kind === 'heading') return { heading: line.label, note: line.note };
      const { name, label, unit, format, note, sources, reported } = line;
      const cells = writtenCells(cellsOfLine.get(line.id) ?? [], keys);
      return { name, label, unit, format, note, sources, reported, cells };
    }),
  };
}

function writtenCells(cells: readonly Cell[], keys: ReadonlyMap<number, string>): LineDefinition['cells'] {
  const byScenario = Map.groupBy(cells, (cell) => cell.scenarioId);
  const written: LineDefinition['cells'] = {};
  for (const [scenarioId, key] of keys) {
    const own = byScenario.get(scenarioId)?.toSorted((a, b) => (a.period < b.period ? -1 : 1));
    if (own === undefined) continue;
    const single = own.length === 1 && own[0].period === '';
    written[key] = single ? own[0].content : Object.fromEntries(own.map(({ period, content }) => [period, content]));
  }
  return written;
}

/** Keys by scenario id, in the scenarios' order: the name as far as a key can hold it, numbered where taken. */
export function scenarioKeys(scenarios: readonly Scenario[]): Map<number, string> {
  const taken = new Set<string>();
  return new Map(
    scenarios.map(({ id, name }) => {
      const stem = keyOfName(name) || 'scenario';
      let key = stem;
      for (let count = 2; taken.has(key); count += 1) key = `${stem}-${count}`;
      taken.add(key);
      return [id, key];
    }),
  );
}

function keyOfName({ zh, en }: LocalText): string {
  return (en || zh)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[\p{M}-]+/u, '')
    .slice(0, 80)
    .toWellFormed()
    .replace(/[-\uFFFD]+$/u, '');
}
