/** The heading of a scenario's column: its name (drag to reorder, double-click to rename) and its menu. */
import { useLocalText, useTexts } from '../../../texts.ts';
import { selectColumns } from '../grid/moves.ts';
import { useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { dropScenarioOn, startRenaming, useRenaming } from './scenario-commands.ts';
import { ScenarioMenu } from './scenario-menu.tsx';
import { ScenarioNameInput } from './scenario-name-input.tsx';
import classes from './scenarios.module.css';

const DRAG_TYPE = 'application/x-plumbline-scenario';

export function ScenarioHeading({ scenarioId }: { scenarioId: number }) {
  const t = useTexts(sheetTexts);
  const localText = useLocalText();
  const scenario = useSheetStore(({ data }) => data?.scenarios.find(({ id }) => id === scenarioId));
  const column = useSheetStore(({ columns }) =>
    columns.findIndex((candidate) => candidate.kind === 'value' && candidate.scenarioId === scenarioId),
  );
  const isRenaming = useRenaming((state) => state.scenarioId === scenarioId);
  if (scenario === undefined) return null;
  if (isRenaming) return <ScenarioNameInput scenario={scenario} />;
  const name = localText(scenario.name);
  return (
    <>
      <ScenarioMenu scenarioId={scenarioId} />
      <span
        className={classes.name}
        title={[name, scenario.parentId === null ? t('base') : '', localText(scenario.note)].filter(Boolean).join('\n')}
        draggable
        onClick={(event) =>
          selectColumns(event.shiftKey ? useSheetStore.getState().selection.anchor.column : column, column)
        }
        onDoubleClick={() => startRenaming(scenarioId)}
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAG_TYPE, String(scenarioId));
          event.dataTransfer.effectAllowed = 'move';
        }}
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes(DRAG_TYPE)) event.preventDefault();
        }}
        onDrop={(event) => void dropScenarioOn(Number(event.dataTransfer.getData(DRAG_TYPE)), scenarioId)}
      >
        {name}
      </span>
    </>
  );
}
