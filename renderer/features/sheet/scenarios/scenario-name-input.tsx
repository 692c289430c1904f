/** The name of a scenario while it is typed, in place of its heading. */
import { useEffect, useRef } from 'react';
import type { Scenario } from '../../../../shared/sheet.ts';
import { useLocalText, useTexts } from '../../../texts.ts';
import { focusGrid } from '../editing/grid-focus.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { renameScenario, startRenaming } from './scenario-commands.ts';
import classes from './scenarios.module.css';

export function ScenarioNameInput({ scenario }: { scenario: Scenario }) {
  const t = useTexts(sheetTexts);
  const localText = useLocalText();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = async (name: string | null) => {
    if (name === null || (await renameScenario(scenario.id, name.trim()))) startRenaming(null);
  };
  return (
    <input
      className={classes.nameInput}
      aria-label={t('scenarioName')}
      defaultValue={localText(scenario.name)}
      ref={input}
      onBlur={({ currentTarget }) => void finish(currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') event.currentTarget.value = localText(scenario.name);
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // The key would be typed into the grid's input, which has the focus from here on.
        event.preventDefault();
        focusGrid();
      }}
    />
  );
}
