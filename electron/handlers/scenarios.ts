/** Scenarios: added, changed, copied, ordered and taken away. */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { Scenario } from '../../shared/sheet.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import type { Handlers } from '../dispatch.ts';
import { getScenario } from './cells.ts';
import type { Context } from './context.ts';
import { edit } from './edit.ts';
import { labelOfScenarioEdit } from './edit-labels.ts';
import { placeBetween } from './positions.ts';
import { cellsOf, type SheetIndex, scenariosInOrder } from './sheet-index.ts';
import { withFields } from './with-fields.ts';

type ScenarioMethod = 'addScenario' | 'updateScenario' | 'duplicateScenario' | 'moveScenario' | 'deleteScenario';

export function scenarioHandlers(context: Context): Pick<Handlers, ScenarioMethod> {
  const indexOf = (sheetId: string) => context.sheets.get(sheetId).index;
  return {
    addScenario: ({ sheetId, name, parentId }, caller) => {
      const index = indexOf(sheetId);
      if (parentId !== null) getScenario(index, parentId);
      const draft = { id: context.nextId(), parentId, name, note: { zh: '', en: '' } };
      const changes = insertScenario(index, draft, index.scenarios.size);
      return edit(context, caller, sheetId, message('sheet.editScenarioAdded', inBoth('scenario', name)), changes);
    },
    updateScenario: ({ sheetId, scenarioId, fields }, caller) => {
      const index = indexOf(sheetId);
      const scenario = withFields(getScenario(index, scenarioId), fields);
      checkParent(index, scenario);
      const parentName = scenario.parentId === null ? null : getScenario(index, scenario.parentId).name;
      const label = labelOfScenarioEdit(getScenario(index, scenarioId), scenario, parentName);
      return edit(context, caller, sheetId, label, [{ change: 'putScenario', scenario }]);
    },
    duplicateScenario: ({ sheetId, scenarioId }, caller) => {
      const index = indexOf(sheetId);
      const original = getScenario(index, scenarioId);
      const id = context.nextId();
      const rank = scenariosInOrder(index).indexOf(original);
      const changes = insertScenario(index, { ...original, id, name: copyName(original) }, rank + 1);
      for (const cell of cellsOfScenario(index, scenarioId)) {
        changes.push({ change: 'putCell', ...cell, scenarioId: id });
      }
      const label = message('sheet.editScenarioDuplicated', inBoth('scenario', original.name));
      return edit(context, caller, sheetId, label, changes);
    },
    moveScenario: ({ sheetId, scenarioId, afterScenarioId }, caller) => {
      const index = indexOf(sheetId);
      const scenario = getScenario(index, scenarioId);
      const others = scenariosInOrder(index).filter((each) => each !== scenario);
      const label = message('sheet.editScenarioMoved', inBoth('scenario', scenario.name));
      if (afterScenarioId === scenarioId) return edit(context, caller, sheetId, label, []);
      const at = afterScenarioId === null ? 0 : others.indexOf(getScenario(index, afterScenarioId)) + 1;
      return edit(context, caller, sheetId, label, placeScenario(others, scenario, at));
    },
    deleteScenario: ({ sheetId, scenarioId }, caller) => {
      const index = indexOf(sheetId);
      const scenario = getScenario(index, scenarioId);
      if (index.scenarios.size === 1) throw new AppError('invalid-value', message('sheet.lastScenario'));
      const label = message('sheet.editScenarioDeleted', inBoth('scenario', scenario.name));
      return edit(context, caller, sheetId, label, deletionOf(index, scenario));
    },
  };
}

function insertScenario(index: SheetIndex, draft: Omit<Scenario, 'position'>, at: number): SheetChange[] {
  return placeScenario(scenariosInOrder(index), { ...draft, position: 0 }, at);
}

function placeScenario(others: readonly Scenario[], scenario: Scenario, at: number): SheetChange[] {
  const { moved, positions } = placeBetween(others, at, 1);
  return [
    ...moved.map(({ item, position }) => ({ change: 'putScenario' as const, scenario: { ...item, position } })),
    { change: 'putScenario', scenario: { ...scenario, position: positions[0] } },
  ];
}

function checkParent(index: SheetIndex, scenario: Scenario): void {
  for (let parentId = scenario.parentId; parentId !== null; ) {
    const parent = getScenario(index, parentId);
    if (parent.id === scenario.id) {
      throw new AppError('invalid-value', message('sheet.scenarioLoop', inBoth('scenario', scenario.name)));
    }
    parentId = parent.parentId;
  }
}

/**
 * Children take the parent of the scenario that goes, and with it the content that they inherited
 * from it, so that their values stay as they are. A child's content for every period (`''`) hides all
 * that it would inherit.
 */
function deletionOf(index: SheetIndex, scenario: Scenario): SheetChange[] {
  const children = [...index.scenarios.values()].filter((each) => each.parentId === scenario.id);
  const own = cellsOfScenario(index, scenario.id);
  const inherited = children.flatMap((child) =>
    own
      .filter(({ lineId, period }) => {
        const ofChild = cellsOf(index, lineId).filter((cell) => cell.scenarioId === child.id);
        return !ofChild.some((cell) => cell.period === '' || cell.period === period);
      })
      .map((cell) => ({ change: 'putCell' as const, ...cell, scenarioId: child.id })),
  );
  return [
    ...children.map((child) => ({
      change: 'putScenario' as const,
      scenario: { ...child, parentId: scenario.parentId },
    })),
    ...inherited,
    ...own.map((cell) => ({ change: 'putCell' as const, ...cell, content: null })),
    { change: 'dropScenario', scenarioId: scenario.id },
  ];
}

function cellsOfScenario(index: SheetIndex, scenarioId: number) {
  return [...index.cellsOfLine.values()].flatMap((cells) => cells.filter((cell) => cell.scenarioId === scenarioId));
}

function copyName({ name }: Scenario): Scenario['name'] {
  const { titleZh, titleEn } = inBoth('title', name);
  return { zh: `${titleZh} 2`, en: `${titleEn} 2` };
}
