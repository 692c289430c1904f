/**
 * Verdicts of the reconciliation, of a line and counted over the sheet. A reported value belongs to
 * the base scenario: the first without a parent.
 */
import { reconcile, type Verdict } from '../../../../shared/reconciliation.ts';
import { type SheetData, valueAt } from '../sheet-data.ts';

export function baseScenarioId(data: SheetData): number | null {
  return (data.scenarios.find(({ parentId }) => parentId === null) ?? data.scenarios[0])?.id ?? null;
}

/** Null where the line carries no reported value. */
export function verdictOf(data: SheetData, lineId: number): Verdict | null {
  const reported = data.lines.get(lineId)?.reported;
  const scenarioId = baseScenarioId(data);
  if (!reported || scenarioId === null) return null;
  return reconcile(valueAt(data, { lineId, scenarioId, period: reported.period }), reported);
}

export type VerdictCounts = Record<Verdict['kind'], number>;

export function countVerdicts(data: SheetData): VerdictCounts {
  const counts: VerdictCounts = { agrees: 0, 'agrees-as-rounded': 0, differs: 0, 'no-number': 0 };
  for (const lineId of data.order) {
    const verdict = verdictOf(data, lineId);
    if (verdict !== null) counts[verdict.kind]++;
  }
  return counts;
}
