/** When to ask again for theses, risks and the calendar, with `useAnswer`. */
import type { WorkbenchEvent } from '../../shared/contract.ts';
import { onConnection, onEvent } from '../api.ts';

type Follow = (ask: () => void) => () => void;

/** Data that a condition takes change what it gives now. */
export const followTheses = after('thesesEdited', 'vaultOpened', 'factsEdited', 'seriesEdited', 'sheetEdited');
export const followRisks = after('risksEdited', 'vaultOpened', 'factsEdited');
export const followCalendar = after(
  'chartsEdited',
  'factsEdited',
  'ratingsEdited',
  'thesesEdited',
  'vaultOpened',
  'vaultLocked',
);

function after(...names: WorkbenchEvent['event'][]): Follow {
  return (ask) => {
    const stops = [
      onEvent(({ event }) => {
        if (names.includes(event)) ask();
      }),
      onConnection((isConnected) => {
        if (isConnected) ask();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };
}
