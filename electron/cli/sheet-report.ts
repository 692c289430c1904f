/** A sheet as `plumbline sheet ID` prints it: every line with its contents, values and verdict. */
import type { SheetSnapshot } from '../../shared/contract.ts';
import { scenarioKeys } from '../../shared/definition-document.ts';
import type { Language } from '../../shared/language.ts';
import { formatMessage, message } from '../../shared/messages.ts';
import { periodsOf } from '../../shared/periods.ts';
import { reconcile } from '../../shared/reconciliation.ts';
import { byPosition, type Line, type Scenario } from '../../shared/sheet.ts';
import { type CellValue, isCalcError } from '../../shared/values.ts';
import { errorJson } from './output.ts';

type Snapshot = Pick<SheetSnapshot, 'document' | 'values' | 'inferredUnits' | 'demonstration'>;

/** Scenarios are named by the keys that the sheet's definition uses. */
export function sheetReport({ document, values, inferredUnits, demonstration }: Snapshot, language: Language) {
  const { sheet } = document;
  const scenarios = document.scenarios.toSorted(byPosition);
  const keys = scenarioKeys(scenarios);
  const keyOf = (id: number | null) => (id === null ? null : (keys.get(id) ?? null));
  const periods = periodsOf(sheet.timeAxis);
  const valueAt = valueLookup(values);
  const contentAt = contentLookup(document.cells, scenarios);
  const unitOf = new Map(inferredUnits.map(({ lineId, unit }) => [lineId, unit]));
  const nameOf = new Map(document.lines.map(({ id, name }) => [id, name]));
  const base = scenarios.find(({ parentId }) => parentId === null) ?? scenarios[0];

  const mark = formatMessage(message('series.demonstration'), language);
  const isMadeUp = new Set(
    demonstration.flatMap(({ scenarioId, period, lineIds }) => lineIds.map((id) => `${id}/${scenarioId}/${period}`)),
  );

  const cellsOf = (line: Line) =>
    scenarios.flatMap(({ id }) =>
      periods.map((period) => {
        const content = contentAt(line.id, id, period);
        return {
          scenario: keyOf(id),
          period,
          content: content?.content ?? null,
          from: keyOf(content?.scenarioId ?? null),
          ...valueJson(valueAt(line.id, id, period)),
          ...(isMadeUp.has(`${line.id}/${id}/${period}`) ? { mark } : {}),
        };
      }),
    );

  const valueJson = (value: CellValue) => {
    if (!isCalcError(value)) return { value };
    const { lineId, scenarioId, period } = value.origin;
    const origin = { line: nameOf.get(lineId) ?? null, scenario: keyOf(scenarioId), period };
    return { value: value.error, error: { ...errorJson(value, language), origin } };
  };

  return {
    id: sheet.id,
    title: sheet.title,
    note: sheet.note,
    templateId: sheet.templateId,
    scenarios: scenarios.map(({ id, name, parentId }) => ({ id, key: keyOf(id), name, parent: keyOf(parentId) })),
    periods,
    lines: document.lines.toSorted(byPosition).map((line) => {
      const { id, label, name, unit, note, sources, reported } = line;
      if (line.kind === 'heading') return { kind: 'heading', id, label };
      const computed = reported === null ? null : valueAt(id, base.id, reported.period);
      return {
        kind: 'line',
        id,
        name,
        label,
        unit: unit || (unitOf.get(id) ?? ''),
        cells: cellsOf(line),
        reported,
        verdict: reported === null ? null : reconcile(computed, reported),
        sources,
        note,
      };
    }),
  };
}

function valueLookup(blocks: SheetSnapshot['values']) {
  const columns = new Map<string, Map<number, CellValue>>();
  for (const { scenarioId, period, lineIds, values } of blocks) {
    columns.set(`${scenarioId}/${period}`, new Map(lineIds.map((lineId, at) => [lineId, values[at]])));
  }
  return (lineId: number, scenarioId: number, period: string): CellValue =>
    columns.get(`${scenarioId}/${period}`)?.get(lineId) ?? null;
}

/** Content as the cell has it: its own, that of its line for every period, then the parent scenario's. */
function contentLookup(cells: SheetSnapshot['document']['cells'], scenarios: readonly Scenario[]) {
  const contents = new Map(cells.map((cell) => [`${cell.lineId}/${cell.scenarioId}/${cell.period}`, cell]));
  const parents = new Map(scenarios.map(({ id, parentId }) => [id, parentId]));
  return (lineId: number, scenarioId: number, period: string) => {
    for (let at: number | null = scenarioId; at !== null; at = parents.get(at) ?? null) {
      const found = contents.get(`${lineId}/${at}/${period}`) ?? contents.get(`${lineId}/${at}/`);
      if (found !== undefined) return found;
    }
    return null;
  };
}
