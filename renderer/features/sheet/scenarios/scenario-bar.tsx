/** Scenarios of a sheet with a time axis: one is shown, its periods are the columns. */
import { useLocalText, useTexts } from '../../../texts.ts';
import { focusGrid } from '../editing/grid-focus.ts';
import { showScenario, useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import classes from './scenario-bar.module.css';
import { startRenaming, useRenaming } from './scenario-commands.ts';
import { ScenarioMenu } from './scenario-menu.tsx';
import { ScenarioNameInput } from './scenario-name-input.tsx';

export function ScenarioBar() {
  const t = useTexts(sheetTexts);
  const localText = useLocalText();
  const scenarios = useSheetStore(({ data }) => data?.scenarios);
  const shownId = useSheetStore((state) => state.shownScenarioId);
  const renamingId = useRenaming((state) => state.scenarioId);
  if (shownId === null || scenarios === undefined) return null;
  return (
    <div className={classes.bar} role="group" aria-label={t('scenario')}>
      {scenarios.map((scenario) =>
        scenario.id === renamingId ? (
          <span key={scenario.id} className={classes.rename}>
            <ScenarioNameInput scenario={scenario} />
          </span>
        ) : (
          <span key={scenario.id} className={classes.tab} data-shown={scenario.id === shownId || undefined}>
            <button
              type="button"
              className={classes.name}
              aria-pressed={scenario.id === shownId}
              onClick={() => {
                showScenario(scenario.id);
                focusGrid();
              }}
              onDoubleClick={() => startRenaming(scenario.id)}
            >
              {localText(scenario.name)}
            </button>
            {scenario.id === shownId && <ScenarioMenu scenarioId={scenario.id} />}
          </span>
        ),
      )}
    </div>
  );
}
