/** The name of a scenario while it is typed, in place of its heading. */
import type { Scenario } from '../../../../shared/sheet.ts';
import { useLocalText, useTexts } from '../../../texts.ts';
import { focusGrid } from '../editing/grid-focus.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { renameScenario, startRenaming } from './scenario-commands.ts';
import classes from './scenarios.module.css';

export function ScenarioNameInput({ scenario }: { scenario: Scenario }) {
  const t = useTexts(sheetTexts);
  const localText = useLocalText();
  const finish = async (name: string | null) => {
    if (name === null || (await renameScenario(scenario.id, name.trim()))) startRenaming(null);
  };
  return (
    <input
      className={classes.nameInput}
      aria-label={t('scenarioName')}
      defaultValue={localText(scenario.name)}
      ref={(element) => {
        if (element !== null && document.activeElement !== element) {
          element.focus();
          element.select();
        }
      }}
      onBlur={({ currentTarget }) => void finish(currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') event.currentTarget.value = localText(scenario.name);
        if (event.key === 'Enter' || event.key === 'Escape') focusGrid();
      }}
    />
  );
}
