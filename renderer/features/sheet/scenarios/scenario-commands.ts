/** What menus and keys do with scenarios. */
import { create } from 'zustand';
import type { EditResult } from '../../../../shared/contract.ts';
import { inLanguage, sameInBoth } from '../../../../shared/language.ts';
import { fillIn } from '../../../../shared/messages.ts';
import { showUndoable } from '../../../shell/notices.tsx';
import { usePreferences } from '../../../shell/preferences.ts';
import { baseScenarioId } from '../grid/verdicts.ts';
import {
  addScenario,
  attempt,
  deleteScenario,
  duplicateScenario,
  moveScenario,
  undo,
  updateScenario,
} from '../sheet-actions.ts';
import { findScenario } from '../sheet-data.ts';
import { showScenario, useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';

/** The scenario whose name is being typed in its heading. */
export const useRenaming = create<{ scenarioId: number | null }>(() => ({ scenarioId: null }));

export function startRenaming(scenarioId: number | null): void {
  useRenaming.setState({ scenarioId });
}

/** A scenario below the base (or below `parentId`), its name ready to be typed. */
export async function addScenarioBelow(parentId?: number | null): Promise<void> {
  const { data } = useSheetStore.getState();
  if (data === null) return;
  const { language } = usePreferences.getState();
  const name = fillIn(sheetTexts.newScenarioName[language], { number: data.scenarios.length + 1 });
  const parent = parentId === undefined ? baseScenarioId(data) : parentId;
  await makeScenario(addScenario({ name: sameInBoth(name), parentId: parent }));
}

export async function duplicateAndShow(scenarioId: number): Promise<void> {
  await makeScenario(duplicateScenario(scenarioId));
}

async function makeScenario(edit: Promise<EditResult | null>): Promise<void> {
  const known = new Set(useSheetStore.getState().data?.scenarios.map(({ id }) => id));
  const result = await attempt(edit);
  const made = result?.changes.find((change) => change.change === 'putScenario' && !known.has(change.scenario.id));
  if (made?.change !== 'putScenario') return;
  if (useSheetStore.getState().shownScenarioId !== null) showScenario(made.scenario.id);
  startRenaming(made.scenario.id);
}

/** A name that is the same in both languages stays so. */
export async function renameScenario(scenarioId: number, name: string): Promise<boolean> {
  const { data } = useSheetStore.getState();
  const scenario = data === null ? undefined : findScenario(data, scenarioId);
  const { language } = usePreferences.getState();
  if (scenario === undefined || name === '' || name === inLanguage(scenario.name, language)) return true;
  const renamed = scenario.name.zh === scenario.name.en ? sameInBoth(name) : { ...scenario.name, [language]: name };
  return (await attempt(updateScenario(scenarioId, { name: renamed }))) !== null;
}

export async function stepScenario(scenarioId: number, step: -1 | 1): Promise<void> {
  const order = useSheetStore.getState().data?.scenarios.map(({ id }) => id) ?? [];
  const at = order.indexOf(scenarioId);
  if (at < 0 || at + step < 0 || at + step >= order.length) return;
  await attempt(moveScenario(scenarioId, step < 0 ? (order[at - 2] ?? null) : order[at + 1]));
}

/** Puts a scenario in the place of another, as a drag onto its heading asks for. */
export async function dropScenarioOn(scenarioId: number, targetId: number): Promise<void> {
  const order = useSheetStore.getState().data?.scenarios.map(({ id }) => id) ?? [];
  const from = order.indexOf(scenarioId);
  const to = order.indexOf(targetId);
  if (from < 0 || to < 0 || from === to) return;
  await attempt(moveScenario(scenarioId, from < to ? targetId : (order[to - 1] ?? null)));
}

export async function setParent(scenarioId: number, parentId: number | null): Promise<void> {
  await attempt(updateScenario(scenarioId, { parentId }));
}

export async function deleteWithUndo(scenarioId: number): Promise<void> {
  const { data } = useSheetStore.getState();
  const scenario = data === null ? undefined : findScenario(data, scenarioId);
  if (scenario === undefined) return;
  const result = await attempt(deleteScenario(scenarioId));
  if (result === null) return;
  const name = inLanguage(scenario.name, usePreferences.getState().language);
  showUndoable(sheetTexts.scenarioDeleted, { scenario: name }, () => void attempt(undo()));
}
