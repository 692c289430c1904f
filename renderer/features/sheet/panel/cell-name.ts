/** How a cell is called in the panel: its line, and scenario and period where they are not those looked at. */
import { inLanguage } from '../../../../shared/language.ts';
import type { CellAddress } from '../../../../shared/values.ts';
import { useLanguage } from '../../../texts.ts';
import { findScenario, type SheetData } from '../sheet-data.ts';

export function useCellName(data: SheetData, seenFrom: CellAddress): (cell: CellAddress) => string {
  const language = useLanguage();
  return ({ lineId, scenarioId, period }) => {
    const line = data.lines.get(lineId);
    const scenario = findScenario(data, scenarioId);
    return [
      line && (inLanguage(line.label, language) || line.name),
      scenarioId !== seenFrom.scenarioId && scenario && inLanguage(scenario.name, language),
      period !== seenFrom.period && period,
    ]
      .filter(Boolean)
      .join(' · ');
  };
}

export function isSameCell(a: CellAddress, b: CellAddress): boolean {
  return a.lineId === b.lineId && a.scenarioId === b.scenarioId && a.period === b.period;
}
