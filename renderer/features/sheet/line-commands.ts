/** The lines of the open sheet in the palette: found by label, name or unit; choosing one goes there. */
import { type Command, useCommands } from '../../shell/commands.ts';
import { baseScenarioId } from './grid/verdicts.ts';
import { unitOf } from './sheet-data.ts';
import { jumpTo, useSheetStore } from './sheet-store.ts';
import { sheetTexts } from './sheet-texts.ts';

export function LineCommands() {
  useCommands(linesOfOpenSheet);
  return null;
}

function linesOfOpenSheet(): Command[] {
  const { data, shownScenarioId } = useSheetStore.getState();
  const scenarioId = data && (shownScenarioId ?? baseScenarioId(data));
  if (data === null || scenarioId === null) return [];
  return data.order.flatMap((lineId) => {
    const line = data.lines.get(lineId);
    if (line === undefined || line.kind === 'heading') return [];
    const label = line.label.zh || line.label.en ? line.label : { zh: line.name, en: line.name };
    return {
      id: `line.${lineId}`,
      label: { zh: label.zh || label.en, en: label.en || label.zh },
      group: sheetTexts.label,
      detail: [line.name, unitOf(data, lineId)].filter(Boolean).join(' · '),
      run: () => jumpTo({ lineId, scenarioId, period: data.periods[0] }),
    };
  });
}
