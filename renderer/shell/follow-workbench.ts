/**
 * What the workbench tells this window without being asked, as far as the shell is concerned:
 * preferences set in another window, edits of series, and commands chosen in the native menu.
 */
import { onCommand, onEvent } from '../api.ts';
import { stopping } from '../follow.ts';
import { followSeries } from '../series/series-store.ts';
import { runCommand } from './commands.ts';
import { adoptPreferences } from './preferences.ts';

/** Listens until the returned function is called. */
export function followWorkbench(): () => void {
  return stopping(
    onEvent((event) => {
      if (event.event === 'preferencesSet') adoptPreferences(event.preferences);
    }),
    onCommand(runCommand),
    followSeries(),
  );
}
